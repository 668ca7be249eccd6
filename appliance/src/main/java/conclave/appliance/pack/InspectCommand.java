package conclave.appliance.pack;

import conclave.codec.JsonFields;
import conclave.exchange.Deadline;
import conclave.exchange.parcel.Inspection;
import conclave.exchange.parcel.Packing;
import conclave.exchange.parcel.Progress;
import conclave.main.PackageRoom;
import conclave.seal.container.Envelope;
import conclave.seal.container.PackageType;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code conclave package inspect}: what everybody can see of a package, and what it says of itself where its signature holds. */
@Command(name = "inspect", mixinStandardHelpOptions = true, description = {
    "查看数据包的外部信息；签名声明只有在签名核实后才显示。", "Shows a package from outside; its statement only where the signature holds."})
public final class InspectCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private Trusting trusting;

    @Parameters(paramLabel = "FILE", description = "数据包的第一卷（.mpkg）。The package's first volume.")
    private Path file;

    @Option(names = "--json", description = "供程序读取。For programs.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        var said = new Said(spec, json);
        try {
            var cryptography = PackageRoom.cryptography();
            var inspection = new Inspection(file, cryptography, Progress.SILENT);
            var outside = inspection.outside();
            var kind = outside.envelope().name().toLowerCase(Locale.ROOT);
            var lines = new ArrayList<>(List.of("文件 File          " + file, "打开方式 Opens by   " + (outside.envelope() == Envelope.Kind.RECIPIENTS ? "接收方私钥 " : "口令 ") + kind));
            var fields = new JsonFields().put("envelope", kind);
            try {
                var signed = inspection.signed(cryptography.check(), trusting.trust(), Instant.now());
                lines.addAll(Facing.lines(signed, trusting.known(Path.of(""))));
                lines.add("✓ 签名有效。各卷是否完整，请用 verify 核验。The signature holds; verify says whether the volumes do.");
                fields = Said.fields(signed.statement()).put("envelope", kind).put("signed", true);
                var frozen = signed.statement().frozen();
                if (frozen.isPresent()) {
                    var running = Deadline.in(frozen.get(), Optional.empty());
                    lines.addAll(DayClock.lines(running, Instant.now()));
                    fields.put("deadline", DayClock.json(running, Instant.now()));
                } else if (signed.statement().type() == PackageType.MEETING) {
                    lines.add("· 数据包没有写明名单冻结时间，接收时限不计时。The package does not say when its list was closed: the 24 hours are not counted.");
                }
            } catch (IOException reason) {
                var complaint = Packing.complaint(reason);
                lines.add("算法 Profile       " + Facing.profile(outside.profile()));
                lines.add("✗ " + complaint.chinese());
                lines.add("  " + complaint.english() + " (" + complaint.code() + ")");
                lines.add("  签名未核实，声明不予显示。The signature was not confirmed, so the statement is not shown.");
                fields.put("signed", false).put("code", complaint.code()).put("profile", outside.profile().word());
            }
            return said.done(lines, fields);
        } catch (IOException reason) {
            return said.refused(Packing.complaint(reason));
        }
    }
}
