package conclave.appliance.result;

import conclave.appliance.pack.Holding;
import conclave.appliance.pack.Said;
import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.exchange.parcel.Dispatches;
import conclave.exchange.parcel.Outbox;
import conclave.main.PackageRoom;
import conclave.seal.OwnerFiles;
import conclave.seal.container.PackageKey;
import conclave.seal.container.Revocation;
import conclave.seal.container.Trust;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code conclave package revoke}: a stick is lost. What was on it is to be taken no more, and the package is made again under another key. */
@Command(name = "revoke", mixinStandardHelpOptions = true, description = {
    "作废数据包（如U盘遗失）：写成签名的作废声明。本节点导出的给出 --data，随后重新导出；用 package build 制作的给出 --out，随后重新制作。",
    "Revokes a package, because the stick was lost. One that this node exported with --data; then export again. One that was built with --out; then build again.",
    "只有签名的一方能作废。Only who signed a package revokes it."})
public final class RevokeCommand implements Callable<Integer> {

    private static final int LONGEST = 500;

    @Spec
    private CommandSpec spec;

    @Option(names = "--data", paramLabel = "DIR", description = "节点的数据目录：作废本节点导出的数据包，并记录。The node's data folder: of what it exported, recorded there.")
    private Path data;

    @Option(names = "--out", paramLabel = "FILE", description = "作废声明写到哪里：作废用 build 或 amend 制作的数据包。Where the revocation of a built package goes.")
    private Path out;

    @Option(names = "--meeting", paramLabel = "ID", description = "会议编号；给出数据包文件的不需要。The meeting's number; not with a package's file.")
    private String meeting;

    @Option(names = "--trust", paramLabel = "CERT", description = "证书换过的：签发机构的证书。Where the certificate was renewed: its authority's.")
    private List<Path> trust = List.of();

    @Option(names = "--reason", defaultValue = "存储介质遗失", paramLabel = "TEXT", description = "原因，一句话，不写个人姓名（${DEFAULT-VALUE}）。Why, in one sentence without names.")
    private String reason;

    @Option(names = "--by", paramLabel = "WHO", description = "由谁作废，与 --data 同用。Who revokes, with --data.")
    private List<String> by = List.of();

    @Mixin
    private Holding holding;

    @Option(names = "--json", description = "供程序读取。For programs.")
    private boolean json;

    @Parameters(paramLabel = "PACKAGE", description = "要作废的数据包编号（pkg_…），或留存的 .mpkg 或 .p7s 文件。The package's id, or a copy of it or of its signature.")
    private String packageId;

    static String file(String packageId) {
        return packageId + ".revoked.p7s";
    }

    @Override
    public Integer call() throws IOException {
        var said = new Said(spec, json);
        if ((data == null) == (out == null)) throw wrong("请给出 --data（本节点导出的）或 --out（用 build 制作的），二者取其一。Give --data for an export, or --out for a built package.");
        if (reason.isBlank() || reason.length() > LONGEST || reason.codePoints().anyMatch(Character::isISOControl)) {
            throw wrong("请用一句话写明原因，至多 500 字。Say why in one sentence of 500 signs at most.");
        }
        var keys = holding.keys();
        if (keys.isEmpty()) throw wrong("请用 --key 给出签名私钥。Name the key that signs with --key.");
        return out == null ? exported(said, keys) : built(said, keys);
    }

    private int built(Said said, List<PackageKey> keys) throws IOException {
        var anchors = new ArrayList<byte[]>();
        for (var file : trust) anchors.addAll(PackageRoom.papers().certificates(file));
        var revocation = new BuiltRevocation(keys, trust.isEmpty() ? BuiltRevocation.itself(keys) : Trust.in(anchors.toArray(byte[][]::new)), out, reason);
        if (BuiltRevocation.isFile(packageId)) return revocation.of(Path.of(packageId), said);
        if (meeting == null) throw wrong("请用 --meeting 给出会议编号，或给出留存的数据包文件。Give --meeting, or a copy of the package.");
        if (!Revocation.isId(packageId) || !Revocation.isId(meeting)) throw wrong("编号不正确。The id holds letters, digits, _ and - only.");
        return revocation.of(packageId, meeting, said);
    }

    private int exported(Said said, List<PackageKey> keys) throws IOException {
        if (!Files.isDirectory(data.resolve("meetings"))) throw wrong("没有数据目录 " + data + "。There is no data folder.");
        if (by.isEmpty()) throw wrong("请用 --by 写明由谁作废。Say who revokes with --by.");
        try (var outbox = Outbox.open(data)) {
            for (var one : outbox.meetings()) {
                var dispatches = outbox.dispatches(one);
                var sent = dispatches.find(packageId);
                if (sent.isEmpty()) continue;
                if (!sent.get().mayBeRevokedBy(keys.stream().map(key -> Holding.print(key.certificate())).toList())) return said.refused(BuiltRevocation.others());
                var signature = PackageRoom.cryptography().signer(keys).sign(new Revocation(packageId, one, reason, Instant.now().toEpochMilli()).bytes());
                return revoked(said, outbox, dispatches, signature);
            }
            throw wrong("没有导出过数据包 " + packageId + "。请核对编号（exports 文件夹内有记录）；用 build 制作的请用 --out。"
                    + "No such package was exported: check its id; for one that was built give --out.");
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
