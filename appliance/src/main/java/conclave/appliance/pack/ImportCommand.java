package conclave.appliance.pack;

import conclave.appliance.Unlocking;
import conclave.codec.JsonFields;
import conclave.exchange.AmendmentFile;
import conclave.exchange.AmendmentLines;
import conclave.exchange.Deadline;
import conclave.exchange.MeetingFolder.Reading;
import conclave.exchange.parcel.Desk;
import conclave.exchange.parcel.Import;
import conclave.exchange.parcel.Journal.State;
import conclave.exchange.parcel.Outcome;
import conclave.exchange.parcel.Packing;
import conclave.exchange.parcel.Shelf;
import conclave.main.PackageRoom;
import conclave.seal.container.SignedStatement;
import conclave.seal.container.Statement;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code conclave package import}: 0 where the package is here, now or since before; 1 with a reason, and then nothing of it is. */
@Command(name = "import", mixinStandardHelpOptions = true, description = {
    "把会议数据包导入数据目录；节点正在运行的，几秒内即可使用，否则下次启动时可用。",
    "Brings a meeting package into a data folder; a running node has the meeting within seconds, else the next start has it."})
public final class ImportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private Holding holding;

    @Mixin
    private Trusting trusting;

    @Mixin
    private Judging judging;

    @Mixin
    private ReportFile report;

    private Optional<Read> read = Optional.empty();

    /** What was found in whose package: a report of it is written also where it is refused for what was found. */
    private record Read(SignedStatement signed, Reading reading) {
    }

    @Parameters(paramLabel = "FILE", description = "数据包的第一卷（.mpkg）。The package's first volume.")
    private Path file;

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "节点的数据目录；三节点的，任一台服务器的数据目录。"
            + "The node's data folder; of a kit, that of one of its servers.")
    private Path data;

    @Option(names = "--stick", paramLabel = "FILE", description = "密钥棒上的文件，密钥已封存时用。The file on the key stick, where the keys are sealed.")
    private Path stick;

    @Option(names = "--meeting", paramLabel = "ID", description = "只接受这场会议的数据包。Takes packages of this meeting only.")
    private String meeting;

    @Option(names = "--wait", paramLabel = "SECONDS", defaultValue = "60",
            description = "节点正在运行时，最多等它多少秒。How long to wait for a running node (${DEFAULT-VALUE}).")
    private int wait;

    @Option(names = "--confirm", description = "更正包：已看过将要变更的内容，同意变更。An amendment: I have seen what it changes, and agree.")
    private boolean confirm;

    @Option(names = "--json", description = "供程序读取。For programs.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        var said = new Said(spec, json);
        var target = Target.of(data, spec);
        if (target.witness()) return said.refused(Target.refusal());
        if (!Unlocking.opened(target.data(), stick)) return Said.NOT_DONE;
        Outcome outcome;
        try (var shelf = Shelf.open(target.data()); var meter = new Meter(System.err, System.console() != null)) {
            var opening = holding.opening().orElseThrow(() -> wrong("请用 --key 给出接收方私钥，或用 --passphrase-file 给出口令。Say how to open it: --key, or --passphrase-file."));
            var cryptography = PackageRoom.cryptography();
            var desk = new Desk(cryptography.check(), trusting.trust(target.data(), judging.at()), opening, cryptography, judging.at(), judging.confirmed(), Optional.ofNullable(meeting));
            outcome = new Import(file, shelf, desk, meter, (signed, reading) -> read = Optional.of(new Read(signed, reading))).confirmedBy(this::confirmed).run();
        } catch (IOException reason) {
            return said.refused(Packing.complaint(reason));
        }
        read.ifPresent(one -> report.write(one.reading(), one.signed(), "import", spec.commandLine().getErr()));
        return say(said, outcome, target);
    }

    private int say(Said said, Outcome outcome, Target target) throws IOException {
        return switch (outcome) {
            case Outcome.Turned turned -> said.refused(turned.complaint());
            case Outcome.Known known -> {
                var statement = known.signed().statement();
                var lines = new ArrayList<>(Facing.lines(known.signed(), here(target)));
                lines.add("✓ 这个数据包以前已经导入，未作任何改动。The package was imported before; nothing was changed.");
                yield followed(said, target, known.signed(), lines, Said.fields(statement).put("already", true));
            }
            case Outcome.Taken taken -> taken(said, taken, target);
            case Outcome.Shown shown -> said.refused(AmendmentShown.unconfirmed(shown.amendment()));
            case Outcome.Amending amending -> {
                var statement = amending.signed().statement();
                var lines = new ArrayList<>(Facing.lines(amending.signed(), here(target)));
                lines.addAll(AmendmentShown.lines(amending.amendment()));
                yield followed(said, target, amending.signed(), lines, Said.fields(statement).put("already", false)
                        .list("changes", AmendmentLines.of(amending.amendment()), AmendmentShown::json));
            }
        };
    }

    /** Shown before it is asked; where nobody sits at a terminal, the option says yes or nobody does. */
    private boolean confirmed(AmendmentFile amendment) {
        if (confirm) return true;
        if (!json) AmendmentShown.lines(amendment).forEach(spec.commandLine().getOut()::println);
        if (json || System.console() == null) return false;
        return "yes".equalsIgnoreCase(String.valueOf(System.console().readLine("确认以上变更请输入 yes。Type yes to make these changes: ")).strip());
    }

    private int taken(Said said, Outcome.Taken taken, Target target) throws IOException {
        said.findings(taken.warnings());
        var counts = taken.counts();
        var statement = taken.signed().statement();
        var lines = new ArrayList<>(Facing.lines(taken.signed(), here(target)));
        lines.add("申报人 Applicants    " + counts.applicants());
        lines.add("人员 People          " + counts.people());
        lines.add("材料 Documents       " + counts.documents() + "，" + counts.bytes() + " 字节 bytes");
        lines.add("提示 Warnings        " + taken.warnings().size());
        lines.add("✓ 导入完成，数量与发送方一致。Imported; the counts agree with the sender's.");
        var fields = Said.fields(statement).put("already", false).put("applicants", counts.applicants()).put("people", counts.people())
                .put("documents", counts.documents()).put("bytes", counts.bytes()).put("warnings", taken.warnings().size());
        lines.add("· 会议启用后，人员的登录代码写入 " + target.data().resolve("run.json") + "。The people's codes are in that file, once the meeting is there.");
        stopClock(statement, lines, fields);
        return followed(said, target, taken.signed(), lines, fields);
    }

    /** The counts agree, so the clock of the way in stands still from the moment that the import was judged at. */
    private void stopClock(Statement statement, List<String> lines, JsonFields fields) {
        if (statement.frozen().isEmpty()) return;
        var stopped = Deadline.in(statement.frozen().get(), Optional.of(judging.at()));
        lines.addAll(DayClock.lines(stopped, judging.at()));
        fields.put("deadline", DayClock.json(stopped, judging.at()));
    }

    /** What became of it in the node, as far as that is known by now. */
    private int followed(Said said, Target target, SignedStatement signed, List<String> lines, JsonFields fields) throws IOException {
        var packageId = signed.statement().packageId();
        var state = target.follow(packageId, wait, System.err);
        var declined = Shelf.glance(target.data()).declined(packageId);
        if (declined.isPresent()) return said.refused(AmendmentShown.declined(packageId, declined.get()));
        if (state == State.UNKNOWN) return said.refused(Target.lost(packageId));
        lines.addAll(Followed.lines(signed, state, target.running()));
        return said.done(lines, fields.put("state", state.name().toLowerCase(Locale.ROOT)));
    }

    private Known here(Target target) throws IOException {
        return trusting.known(target.data()).and(holding.certificates());
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
