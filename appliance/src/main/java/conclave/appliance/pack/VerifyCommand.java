package conclave.appliance.pack;

import conclave.exchange.parcel.Inspection;
import conclave.exchange.parcel.Packing;
import conclave.main.PackageRoom;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code conclave package verify}: 0 where all that could be checked holds. Writes nothing. */
@Command(name = "verify", mixinStandardHelpOptions = true, description = {
    "核验数据包：签名、各卷、有效期；给出密钥的，还逐块解密核对每个文件。不写入任何内容。",
    "Checks signature, volumes and window; with a key every chunk and every file as well. Writes nothing."})
public final class VerifyCommand implements Callable<Integer> {

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

    @Parameters(paramLabel = "FILE", description = "数据包的第一卷（.mpkg）。The package's first volume.")
    private Path file;

    @Option(names = "--json", description = "供程序读取。For programs.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        var said = new Said(spec, json);
        var at = judging.at();
        try (var meter = new Meter(System.err, System.console() != null)) {
            var cryptography = PackageRoom.cryptography();
            var opening = holding.opening();
            var inspection = new Inspection(file, cryptography, meter);
            var signed = inspection.verified(cryptography.check(), trusting.trust(Path.of(""), at), at);
            var lines = new ArrayList<>(Facing.lines(signed, trusting.known(Path.of("")).and(holding.certificates())));
            var fields = Said.fields(signed.statement()).put("opened", opening.isPresent());
            lines.add("✓ 签名有效，各卷完整，在有效期内。Signature, volumes and window hold.");
            if (opening.isPresent()) {
                var contents = inspection.opened(signed.statement(), opening.get());
                if (contents.meeting().isPresent()) {
                    var reading = contents.meeting().get();
                    report.write(reading, signed, "verify", spec.commandLine().getErr());
                    if (reading.meeting().isEmpty()) return said.refused(Inspection.complaint(reading.findings()));
                    said.findings(reading.findings());
                    fields.put("warnings", reading.findings().size());
                }
                lines.add("✓ 内容逐块核对无误：" + contents.files() + " 个文件，" + contents.bytes() + " 字节。Every chunk and every file holds: "
                        + contents.files() + " files, " + contents.bytes() + " bytes.");
                fields.put("files", contents.files()).put("bytes", contents.bytes());
            } else {
                lines.add("· 没有给出密钥，内容未核对。Without a key the contents were not looked at.");
            }
            return said.done(lines, fields);
        } catch (IOException reason) {
            return said.refused(Packing.complaint(reason));
        }
    }
}
