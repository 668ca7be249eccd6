package conclave.appliance.result;

import conclave.appliance.pack.Holding;
import conclave.appliance.pack.Said;
import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.exchange.parcel.Dispatches;
import conclave.exchange.parcel.Outbox;
import conclave.main.PackageRoom;
import conclave.seal.OwnerFiles;
import conclave.seal.container.Revocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code conclave package revoke}: a stick is lost. What was on it is to be taken no more, and the export is made again under another key. */
@Command(name = "revoke", mixinStandardHelpOptions = true, description = {
    "作废已导出的数据包（如U盘遗失）：写成签名的作废声明并记录；随后用 package export 重新导出，密钥和编号都是新的。",
    "Revokes a package that was exported, because the stick was lost: a signed revocation, recorded. Then export again: new key, new id."})
public final class RevokeCommand implements Callable<Integer> {

    private static final int LONGEST = 500;

    @Spec
    private CommandSpec spec;

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "节点的数据目录。The node's data folder.")
    private Path data;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "原因，一句话，不写个人姓名。Why, in one sentence without names.")
    private String reason;

    @Option(names = "--by", required = true, paramLabel = "WHO", description = "由谁作废。Who revokes.")
    private List<String> by;

    @Mixin
    private Holding holding;

    @Option(names = "--json", description = "供程序读取。For programs.")
    private boolean json;

    @Parameters(paramLabel = "PACKAGE-ID", description = "要作废的数据包编号（pkg_…）。The package's id.")
    private String packageId;

    static String file(String packageId) {
        return packageId + ".revoked.p7s";
    }

    @Override
    public Integer call() throws IOException {
        var said = new Said(spec, json);
        if (!Files.isDirectory(data.resolve("meetings"))) throw wrong("没有数据目录 " + data + "。There is no data folder.");
        if (reason.isBlank() || reason.length() > LONGEST || reason.codePoints().anyMatch(Character::isISOControl)) {
            throw wrong("请用一句话写明原因，至多 500 字。Say why in one sentence of 500 signs at most.");
        }
        var keys = holding.keys();
        if (keys.isEmpty()) throw wrong("请用 --key 给出签名私钥。Name the key that signs with --key.");
        try (var outbox = Outbox.open(data)) {
            for (var meeting : outbox.meetings()) {
                var dispatches = outbox.dispatches(meeting);
                if (dispatches.find(packageId).isEmpty()) continue;
                var signature = PackageRoom.cryptography().signer(keys).sign(new Revocation(packageId, meeting, reason, Instant.now().toEpochMilli()).bytes());
                return revoked(said, outbox, dispatches, signature);
            }
            throw wrong("没有导出过数据包 " + packageId + "。请核对编号（exports 文件夹内有记录）。No such package was exported: check its id.");
        } catch (IOException refused) {
            return said.refused(ExportTrouble.complaint(refused));
        }
    }

    /** The signature first: a line in the journal without it would leave nothing to show. */
    private int revoked(Said said, Outbox outbox, Dispatches dispatches, byte[] signature) throws IOException {
        var place = outbox.revoked().resolve(file(packageId));
        boolean before = dispatches.isRevoked(packageId) && Files.exists(place);
        if (!before) {
            OwnerFiles.write(place, signature);
            if (!dispatches.isRevoked(packageId)) dispatches.revoke(packageId, reason, by, Instant.now());
        }
        return said.done(List.of("✓ 数据包 " + packageId + (before ? " 此前已作废。It was revoked before." : " 已作废并记录。Revoked and recorded."),
                "  作废声明 " + place + " 请另交平台，平台用 --revoked 给出后即拒收。Hand this file to the platform, which gives it with --revoked.",
                "  请用 conclave package export 重新导出。Now export again."),
                new JsonFields().put("package", packageId).put("already", before).put("file", place.toString()).list("by", by, Json.Str::new));
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
