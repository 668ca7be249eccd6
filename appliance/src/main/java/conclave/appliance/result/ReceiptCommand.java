package conclave.appliance.result;

import conclave.exchange.result.PlatformReceipt;
import conclave.exchange.result.PlatformReceipt.Answer;
import conclave.exchange.result.PlatformReceipt.Line;
import conclave.exchange.result.ResultItems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code conclave package receipt}: the platform's side of the reconciliation. */
@Command(name = "receipt", mixinStandardHelpOptions = true, description = {
    "平台一侧：对核验过的结果逐条回复；未提到的条目都算已接收（--only 时除外）。",
    "On the platform's side: answers a result that was audited, item by item; what is not named is accepted, unless --only."})
public final class ReceiptCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "写入的回执。The receipt to write.")
    private Path out;

    @Option(names = "--by", required = true, paramLabel = "WHO", description = "由谁回复。Who answers.")
    private String by;

    @Option(names = "--number", defaultValue = "1", description = "对此结果的第几份回执（默认1）。Which answer to this result it is (1).")
    private long number;

    @Option(names = "--refuse", paramLabel = "ITEM=REASON", description = "退回某条及原因，可多次使用。Refuse an item, and why; may be repeated.")
    private Map<String, String> refused = Map.of();

    @Option(names = "--resend", paramLabel = "ITEM", description = "要求重发某条，可多次使用。Ask for an item again; may be repeated.")
    private List<String> resend = List.of();

    @Option(names = "--accept", paramLabel = "ITEM", description = "接收某条，与 --only 同用。Accept an item, with --only.")
    private List<String> accepted = List.of();

    @Option(names = "--only", description = "只回复所列条目。Say nothing about what is not named.")
    private boolean only;

    @Parameters(paramLabel = "RESULT", description = "结果文件夹。The result folder.")
    private Path result;

    @Override
    public Integer call() throws IOException {
        var items = ResultItems.of(result);
        var answers = new TreeMap<String, Line>();
        if (!only) items.items().forEach(item -> answers.put(item, new Line(item, Answer.ACCEPTED, Optional.empty())));
        accepted.forEach(item -> answers.put(item, new Line(item, Answer.ACCEPTED, Optional.empty())));
        resend.forEach(item -> answers.put(item, new Line(item, Answer.RESEND, Optional.empty())));
        refused.forEach((item, reason) -> answers.put(item, new Line(item, Answer.REFUSED, Optional.of(reason))));
        for (var item : answers.keySet()) {
            if (!items.items().contains(item)) throw wrong("结果中没有条目 " + item + "。There is no such item in the result.");
        }
        if (refused.values().stream().anyMatch(String::isBlank)) throw wrong("退回须说明原因。Who refuses says why.");
        if (Files.exists(out)) throw wrong(out + " 已存在，没有覆盖。It exists already.");
        var receipt = new PlatformReceipt(items.meeting(), items.result(), number, by, Clock.systemUTC().millis(), new ArrayList<>(answers.values()));
        Files.write(out, receipt.bytes(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        spec.commandLine().getOut().println("第" + number + "份回执，" + answers.size() + "条，写入 " + out + "。Receipt " + number + ", " + answers.size() + " items.");
        return 0;
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
