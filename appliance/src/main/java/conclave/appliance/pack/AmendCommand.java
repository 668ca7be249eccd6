package conclave.appliance.pack;

import conclave.appliance.Scratch;
import conclave.exchange.AmendmentFile;
import conclave.exchange.AmendmentFolder;
import conclave.exchange.AmendmentLines;
import conclave.exchange.Finding;
import conclave.exchange.MeetingDifference;
import conclave.exchange.MeetingFile;
import conclave.exchange.MeetingFolder;
import conclave.exchange.parcel.Complaint;
import conclave.exchange.parcel.Obstacle;
import conclave.exchange.parcel.Packing;
import conclave.seal.container.PackageKey;
import conclave.seal.container.PackageType;
import conclave.seal.container.Reason;
import conclave.seal.container.Refused;
import conclave.seal.container.Statement;
import conclave.seal.container.VolumeNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code conclave package amend}: 0 where the amendment stands, signed and durable; 1 with a reason, and then nothing of it is there. */
@Command(name = "amend", mixinStandardHelpOptions = true, description = {
    "比较会议文件夹的前后两个版本，制成更正包。", "Makes an amendment of a meeting folder as it was and as it is now."})
public final class AmendCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private Holding holding;

    @Mixin
    private Addressed addressed;

    @Parameters(index = "0", paramLabel = "BASE", description = "原会议文件夹。The folder as it was sent.")
    private Path base;

    @Parameters(index = "1", paramLabel = "CHANGED", description = "更正后的会议文件夹。The folder as it is now.")
    private Path changed;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "更正包写到哪个文件夹。Where the package goes.")
    private Path out;

    @Option(names = "--name", defaultValue = "amendment", paramLabel = "NAME", description = "文件名，不含扩展名 (${DEFAULT-VALUE})。File name without its ending.")
    private String name;

    @Mixin
    private Trusting trusting;

    @Option(names = "--json", description = "供程序读取。For programs.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        var said = new Said(spec, json);
        if (!VolumeNames.isName(name)) {
            throw new ParameterException(spec.commandLine(), "文件名只能用字母、数字、点、连字符。The name may hold letters, digits, dots and hyphens.");
        }
        try {
            if (isRevoked()) throw Refused.because(Reason.REVOKED, "package", addressed.predecessor());
        } catch (IOException reason) {
            return said.refused(Packing.complaint(reason));
        }
        var before = MeetingFolder.read(base);
        if (before.meeting().isEmpty()) return said.refused(complaint(Obstacle.CONTENT, before.findings()));
        var now = MeetingFolder.read(changed);
        if (now.meeting().isEmpty()) return said.refused(complaint(Obstacle.CONTENT, now.findings()));
        var difference = MeetingDifference.between(before.meeting().get(), now.meeting().get(), addressed.predecessor());
        var findings = new ArrayList<Finding>(difference.beyond());
        findings.addAll(AmendmentFolder.complete(difference.amendment()));
        if (findings.stream().anyMatch(Finding::isError)) return said.refused(complaint(Obstacle.NOT_AMENDABLE, findings));
        return make(said, difference.amendment(), now.meeting().get());
    }

    /** What was lost on its way is built again, not amended: nobody has it to change. */
    private boolean isRevoked() throws IOException {
        var own = holding.keys().stream().map(PackageKey::certificate).toList();
        return trusting.trustOr(own).withdrawn().stream().anyMatch(one -> one.withdraws(addressed.predecessor(), PackageType.MEETING)
                || one.withdraws(addressed.predecessor(), PackageType.AMENDMENT));
    }

    private int make(Said said, AmendmentFile amendment, MeetingFile now) throws IOException {
        var order = addressed.order(spec, holding, PackageType.AMENDMENT, "amendment");
        // On the disk where the folder itself is, and with its owner's rights only.
        try (var meter = new Meter(System.err, System.console() != null); var workshop = Scratch.beside(changed, "amendment")) {
            var folder = workshop.folder().resolve("folder");
            AmendmentFolder.write(amendment, now, changed, folder);
            var read = AmendmentFolder.read(folder, Optional.empty());
            if (!read.amendment().equals(Optional.of(amendment))) return said.refused(complaint(Obstacle.CONTENT, read.findings()));
            Files.createDirectories(out);
            return made(said, amendment, new Packing(folder, order, meter).into(out, name));
        } catch (IOException reason) {
            return said.refused(Packing.complaint(reason));
        }
    }

    private int made(Said said, AmendmentFile amendment, Statement statement) throws IOException {
        var file = out.resolve(VolumeNames.of(name, 0)).toString();
        var lines = new ArrayList<>(Facing.lines(statement, Known.NOBODY.and(addressed.certificates()).and(holding.certificates())));
        lines.addAll(AmendmentShown.lines(amendment));
        lines.add("✓ 更正包已制成并签名：" + file + "。请连同各卷和 .p7s 文件一起交付。");
        lines.add("  The amendment stands. Hand on all its volumes together with the .p7s file.");
        return said.done(lines, Said.fields(statement).put("file", file).list("changes", AmendmentLines.of(amendment), AmendmentShown::json));
    }

    private static Complaint complaint(Obstacle obstacle, List<Finding> findings) {
        return new Complaint(obstacle.code(), obstacle.chinese(), obstacle.english(), new TreeMap<>(), findings);
    }
}
