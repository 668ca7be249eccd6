package conclave.appliance.pack;

import conclave.exchange.parcel.Packing;
import conclave.main.PackageRoom;
import conclave.seal.container.Reason;
import conclave.seal.container.Refused;
import conclave.seal.container.Revocation;
import conclave.seal.container.SignatureCheck;
import conclave.seal.container.Trust;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Whose packages are believed here. */
public final class Trusting {

    private static final Pattern REVOKES = Pattern.compile("(?:revoked-)?([A-Za-z0-9][A-Za-z0-9_-]{0,63})(?:\\.revoked)?\\.p7s");

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--trust", paramLabel = "CERT", description = "可信任的证书或其签发机构的证书，可多次使用；不给出时用数据目录 trust 文件夹内的证书。"
            + "A certificate that is believed, or its authority's; may be repeated. Without it, those in the folder trust of the data folder.")
    private List<Path> files = List.of();

    @Option(names = "--revoked", paramLabel = "FILE", description = "数据包作废声明（.p7s），可多次使用；数据目录 revoked 文件夹内的也算。"
            + "A revocation of a package; may be repeated. Those in the folder revoked of the data folder count as well.")
    private List<Path> revoked = List.of();

    public Trust trust() throws IOException {
        return trust(Path.of(""));
    }

    public Trust trust(Path data) throws IOException {
        return trust(data, Instant.now());
    }

    /** @param at the time that certificates are held against, where the clock is not trusted the one that somebody confirmed */
    public Trust trust(Path data, Instant at) throws IOException {
        var anchors = certificates(files.isEmpty() ? in(data, "trust") : files);
        var trust = Trust.in(anchors.toArray(byte[][]::new));
        var torn = new TreeSet<String>();
        var withdrawn = given(trust, at);
        for (var file : in(data, "revoked")) lying(file, trust, at, withdrawn, torn);
        return trust.without(withdrawn, torn);
    }

    /** Who is called what, of the certificates that are believed here; one that cannot be read is told when it is needed. */
    public Known known(Path data) throws IOException {
        return Known.NOBODY.and(certificates(files.isEmpty() ? in(data, "trust") : files));
    }

    /** Of those who revoke what they themselves have made: nobody need be enrolled for it. */
    Trust trustOr(List<byte[]> own) throws IOException {
        var trust = Trust.in((files.isEmpty() ? own : certificates(files)).toArray(byte[][]::new));
        return trust.without(given(trust, Instant.now()), Set.of());
    }

    /** A revocation that was given and does not hold is no reason to believe the package it names: it is said, and nothing is done. */
    private List<Revocation.Signed> given(Trust trust, Instant at) throws IOException {
        var withdrawn = new ArrayList<Revocation.Signed>();
        for (var file : revoked) withdrawn.add(read(file, trust, at));
        return withdrawn;
    }

    /** What lies in the folder since long and does not hold is said; it stops only the package whose name it bears, and a stranger's not even that. */
    private void lying(Path file, Trust trust, Instant at, List<Revocation.Signed> withdrawn, Set<String> torn) {
        try {
            withdrawn.add(read(file, trust, at));
        } catch (IOException reason) {
            var complaint = Packing.complaint(reason);
            var name = String.valueOf(file.getFileName());
            spec.commandLine().getErr().println("! revoked 文件夹内的 " + name.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?") + " 不是有效的作废声明，没有采用，请重新复制或移走。"
                    + "It is no revocation that holds and was passed over: copy it again or take it away. (" + complaint.code() + ")");
            var named = REVOKES.matcher(name);
            boolean strangers = reason instanceof Refused refused && refused.reason() == Reason.SIGNER_UNTRUSTED;
            if (named.matches() && !strangers) torn.add(named.group(1));
        }
    }

    private static Revocation.Signed read(Path file, Trust trust, Instant at) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return Revocation.read(in.readNBytes(SignatureCheck.LARGEST + 1), PackageRoom.cryptography().check(), trust, at);
        }
    }

    private static List<byte[]> certificates(List<Path> files) throws IOException {
        var certificates = new ArrayList<byte[]>();
        for (var file : files) certificates.addAll(PackageRoom.papers().certificates(file));
        return certificates;
    }

    private static List<Path> in(Path data, String name) throws IOException {
        var folder = data.resolve(name);
        if (data.toString().isEmpty() || !Files.isDirectory(folder)) return List.of();
        try (var all = Files.list(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
