package conclave.appliance.pack;

import conclave.main.PackageRoom;
import conclave.seal.container.Revocation;
import conclave.seal.container.SignatureCheck;
import conclave.seal.container.SignerRole;
import conclave.seal.container.Trust;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** Whose packages are believed here. */
public final class Trusting {

    @Option(names = "--trust", paramLabel = "CERT", description = "可信任的证书或其签发机构的证书，可多次使用；不给出时用数据目录 trust 文件夹内的证书。"
            + "A certificate that is believed, or its authority's; may be repeated. Without it, those in the folder trust of the data folder.")
    private List<Path> files = List.of();

    @Option(names = "--revoked", paramLabel = "FILE", description = "数据包作废声明（.p7s），可多次使用；数据目录 revoked 文件夹内的也算。"
            + "A revocation of a package; may be repeated. Those in the folder revoked of the data folder count as well.")
    private List<Path> revoked = List.of();

    public Trust trust(Path data) throws IOException {
        var anchors = new ArrayList<byte[]>();
        for (var file : files.isEmpty() ? enrolled(data) : files) anchors.addAll(PackageRoom.papers().certificates(file));
        var trust = Trust.in(anchors.toArray(byte[][]::new));
        return trust.without(withdrawn(trust, data));
    }

    /** A revocation that does not hold is no reason to believe the package it names: it is said, and nothing is done. */
    private Map<String, Set<SignerRole>> withdrawn(Trust trust, Path data) throws IOException {
        var packages = new TreeMap<String, Set<SignerRole>>();
        var files = new ArrayList<>(revoked);
        files.addAll(in(data, "revoked"));
        for (var file : files) {
            try (var in = Files.newInputStream(file)) {
                var signed = Revocation.read(in.readNBytes(SignatureCheck.LARGEST + 1), PackageRoom.cryptography().check(), trust, Instant.now());
                packages.merge(signed.revocation().packageId(), signed.roles(), Trusting::both);
            }
        }
        return packages;
    }

    private static Set<SignerRole> both(Set<SignerRole> one, Set<SignerRole> other) {
        var both = EnumSet.noneOf(SignerRole.class);
        both.addAll(one);
        both.addAll(other);
        return both;
    }

    public Trust trust() throws IOException {
        return trust(Path.of(""));
    }

    private static List<Path> enrolled(Path data) throws IOException {
        return in(data, "trust");
    }

    private static List<Path> in(Path data, String name) throws IOException {
        var folder = data.resolve(name);
        if (data.toString().isEmpty() || !Files.isDirectory(folder)) return List.of();
        try (var all = Files.list(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
