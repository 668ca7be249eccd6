package conclave.appliance.pack;

import conclave.appliance.Unlocking;
import conclave.exchange.AmendmentFile;
import conclave.exchange.MeetingFolder.Reading;
import conclave.exchange.parcel.Desk;
import conclave.exchange.parcel.Import;
import conclave.exchange.parcel.Outcome;
import conclave.exchange.parcel.Packing;
import conclave.exchange.parcel.Shelf;
import conclave.main.PackageRoom;
import conclave.seal.container.SignedStatement;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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
            var opening = holding.needed(spec);
            var cryptography = PackageRoom.cryptography();
            var desk = new Desk(cryptography.check(), trusting.trust(target.data(), judging.at()), opening, cryptography, judging.at(), judging.confirmed(), Optional.ofNullable(meeting));
            outcome = new Import(file, shelf, desk, meter, (signed, reading) -> read = Optional.of(new Read(signed, reading))).confirmedBy(this::confirmed).run();
        } catch (IOException reason) {
            return said.refused(Packing.complaint(reason));
        }
        read.ifPresent(one -> report.write(one.reading(), one.signed(), "import", spec.commandLine().getErr()));
        var here = trusting.known(target.data()).and(holding.certificates());
        return new Arrival(said, target, here, judging.at(), wait).tell(outcome);
    }

    /** Shown before it is asked; where nobody sits at a terminal, the option says yes or nobody does. */
    private boolean confirmed(AmendmentFile amendment) {
        if (confirm) return true;
        if (!json) AmendmentShown.lines(amendment).forEach(spec.commandLine().getOut()::println);
        if (json || System.console() == null) return false;
        return "yes".equalsIgnoreCase(String.valueOf(System.console().readLine("确认以上变更请输入 yes。Type yes to make these changes: ")).strip());
    }
}
