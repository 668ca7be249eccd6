package conclave.appliance.result;

import conclave.appliance.pack.DayClock;
import conclave.codec.CanonicalJson;
import conclave.codec.Codec;
import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.exchange.Deadline;
import conclave.exchange.parcel.Dispatches;
import conclave.exchange.parcel.Outbox;
import conclave.exchange.result.Reconciliation;
import conclave.exchange.result.Reconciliation.State;
import conclave.exchange.result.ResultItems;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code conclave package reconcile}: 0 where nothing is open, 1 where something is. */
@Command(name = "reconcile", mixinStandardHelpOptions = true, description = {
    "对账：平台对结果逐条回复后，还有哪些未了。", "What is still open of a result after all that the platform has answered."})
public final class ReconcileCommand implements Callable<Integer> {

    private static final int SHOWN = 20;

    @Spec
    private CommandSpec spec;

    @Option(names = "--meeting", paramLabel = "ID", description = "与 --data 同用：核对本机最近导出的有效结果。With --data: the result that was exported here and counts.")
    private String meeting;

    @Option(names = "--result", paramLabel = "DIR", description = "结果文件夹。The result folder.")
    private Path result;

    @Option(names = "--json", description = "供程序读取。For programs.")
    private boolean json;

    @Option(names = "--data", paramLabel = "DIR", description = "数据目录，用来识别已被取代的结果和受信任的签名人。The data folder: which results count, whom it trusts.")
    private Path data;

    @Option(names = "--unsigned", description = "也看没有签名的回执，只供查看。Listen to receipts that nobody signed, to look only.")
    private boolean unsigned;

    @Mixin
    private Hearing hearing;

    @Parameters(arity = "0..*", paramLabel = "RECEIPT", description = "平台回执，按次序。The platform's receipts, in order.")
    private List<Path> receipts = List.of();

    @Override
    public Integer call() throws IOException {
        var items = ResultItems.of(chosen());
        var sent = data == null ? Dispatches.none() : Outbox.dispatches(data, items.meeting());
        var heard = new Answers(items, hearing.desk(data == null ? Path.of("") : data, items.meeting()), sent, unsigned).read(receipts);
        var now = heard.now();
        if (data != null && heard.signed() && items.sealed() && now.settled()) DueBack.stop(data, items, Instant.now());
        var due = data == null ? Optional.<Deadline>empty() : DueBack.of(data, items);
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(CanonicalJson.text(json(heard, due)));
        } else {
            out.println("结果共" + now.items().size() + "条，已接收" + now.in(State.ACCEPTED).size() + "条。" + now.items().size() + " items, "
                    + now.in(State.ACCEPTED).size() + " accepted.");
            told(now, State.REFUSED, "被退回，请查明原因 Refused, find out why");
            told(now, State.RESEND, "需重发 To be sent again");
            told(now, State.UNANSWERED, "尚无回复 Not answered yet");
            if (!heard.signed()) out.println("· 回执没有签名，只供查看，不能据此销毁。Nobody has signed: to look at, and nothing may be erased on it.");
            if (!items.sealed()) out.println("· 会议导出时尚未封存，不能据此销毁。The meeting was not sealed when this left: nothing may be erased on it.");
            due.ifPresent(one -> DayClock.lines(one, Instant.now()).forEach(out::println));
            out.println(now.settled() ? "结论：全部接收，可以销毁。Everything is accepted: the key may be erased."
                    : "结论：尚有未了事项，不得销毁。Something is open: nothing may be erased.");
        }
        return now.settled() ? 0 : 1;
    }

    private Path chosen() throws IOException {
        if (result != null) return result;
        if (data == null || meeting == null) throw new ParameterException(spec.commandLine(), "请用 --result 给出结果文件夹，或用 --data 和 --meeting。Give --result, or --data and --meeting.");
        return Outbox.inForce(data, meeting).orElseThrow(ExportTrouble::nothingInForce);
    }

    private void told(Reconciliation now, State state, String words) {
        var items = now.in(state);
        if (items.isEmpty()) return;
        spec.commandLine().getOut().println(words + ": " + items.size());
        items.stream().limit(SHOWN).forEach(item -> spec.commandLine().getOut().println("  " + item));
        if (items.size() > SHOWN) spec.commandLine().getOut().println("  …");
    }

    private static Json json(Answers.Heard heard, Optional<Deadline> due) {
        var now = heard.now();
        var fields = new JsonFields().put("format", "conclave-reconciliation/1").put("meeting", now.meeting()).put("result", now.result())
                .put("receipts", now.number()).put("settled", now.settled()).put("signed", heard.signed());
        due.ifPresent(one -> fields.put("deadline", DayClock.json(one, Instant.now())));
        for (var state : State.values()) fields.list(Codec.name(state), now.in(state), Json::text);
        return fields.end();
    }
}
