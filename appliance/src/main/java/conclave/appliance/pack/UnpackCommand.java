package conclave.appliance.pack;

import conclave.exchange.parcel.Desk;
import conclave.exchange.parcel.Packing;
import conclave.exchange.parcel.Unpacked;
import conclave.main.PackageRoom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code conclave package unpack}: what the platform does with a result before it audits and answers it. */
@Command(name = "unpack", mixinStandardHelpOptions = true, description = {
    "平台一侧：核验结果数据包并解开成文件夹，供核验和回复。会议数据包不能解开，请导入。",
    "On the platform's side: verifies a result and unpacks it into a folder, to audit and to answer it. Meetings are imported instead."})
public final class UnpackCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private Holding holding;

    @Mixin
    private Trusting trusting;

    @Mixin
    private Judging judging;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "解开到哪个文件夹，须不存在。The folder to make; it must not exist yet.")
    private Path out;

    @Option(names = "--meeting", paramLabel = "ID", description = "只接受这场会议的数据包。Takes packages of this meeting only.")
    private String meeting;

    @Option(names = "--json", description = "供程序读取。For programs.")
    private boolean json;

    @Parameters(paramLabel = "FILE", description = "数据包的第一卷（.mpkg）。The package's first volume.")
    private Path file;

    @Override
    public Integer call() throws IOException {
        var said = new Said(spec, json);
        if (Files.exists(out)) throw new ParameterException(spec.commandLine(), out + " 已存在，没有覆盖：请换一个名称。It exists already: choose another name.");
        var at = judging.at();
        try (var meter = new Meter(System.err, System.console() != null)) {
            var opening = holding.needed(spec);
            var cryptography = PackageRoom.cryptography();
            var desk = new Desk(cryptography.check(), trusting.trust(Path.of(""), at), opening, cryptography, at, judging.confirmed(), Optional.ofNullable(meeting));
            var signed = new Unpacked(file, desk, meter).into(out);
            var lines = new ArrayList<>(Facing.lines(signed, trusting.known(Path.of("")).and(holding.certificates())));
            lines.add("✓ 已核验并解开到 " + out + "。结果请用 conclave audit 核验后再回复。Verified and unpacked. Audit a result before you answer it.");
            return said.done(lines, Said.fields(signed.statement()).put("folder", out.toString()));
        } catch (IOException reason) {
            return said.refused(Packing.complaint(reason));
        }
    }
}
