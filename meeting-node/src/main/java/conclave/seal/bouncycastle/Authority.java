package conclave.seal.bouncycastle;

import conclave.seal.RandomIds;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.KeyPurposeId;

/**
 * This installation's own certificate authority, made on the first start: laptops that trust it reach the server
 * without a warning, and nodes know each other by it. Certificates are dated back, because a kit's clock may be wrong.
 */
public final class Authority {

    private static final Duration TEN_YEARS = Duration.ofDays(3_653);
    private static final Duration AUTHORITY_BACKDATE = Duration.ofDays(366);
    private static final Duration LEAF_LIFE = Duration.ofDays(397);
    private static final Duration LEAF_BACKDATE = Duration.ofDays(1);
    private static final Duration RENEW_BEFORE = Duration.ofDays(30);
    private static final String PEER_SCHEME = "conclave:peer:";
    private static final int NAME_DIGITS = 6;

    private final Path folder;
    private final TlsIdentity self;

    private Authority(Path folder, TlsIdentity self) {
        this.folder = folder;
        this.self = self;
    }

    /** Opens the authority kept in this folder, or makes it where the folder has none. */
    public static Authority at(Path folder, Instant now) throws IOException {
        var kept = IdentityFiles.read(folder, "authority");
        if (kept.isPresent()) return new Authority(folder, kept.get());
        var name = "Conclave local authority " + RandomIds.next().substring(0, NAME_DIGITS);
        var made = Issuing.authority(name, now.minus(AUTHORITY_BACKDATE), now.plus(TEN_YEARS));
        IdentityFiles.write(folder, "authority", made);
        return new Authority(folder, made);
    }

    /** The same authority, giving out into another node's folder; only a server's holds the authority's key as well. */
    public Authority into(Path other, boolean withKey) throws IOException {
        if (withKey) IdentityFiles.write(other, "authority", self);
        else IdentityFiles.writeCertificate(other, "authority", self);
        return new Authority(other, self);
    }

    /** What laptops are asked to trust, PEM. */
    public Path certificateFile() {
        return IdentityFiles.certificate(folder, "authority");
    }

    public X509Certificate certificate() {
        return self.leaf();
    }

    /** For the web: speaks for loopback and these names. Made anew when the names change or it nears its end. */
    public TlsIdentity server(Collection<String> hosts, Instant now) throws IOException {
        var names = Names.withLoopback(hosts);
        var first = hosts.stream().findFirst().orElse("localhost");
        var purposes = List.of(KeyPurposeId.id_kp_serverAuth);
        return current("server", now, names, List.of(),
                new Issuing.Leaf(shortName(first), Names.general(names), purposes, from(now), until(now)));
    }

    /** For the nodes among each other: both sides show one, and it says which peer they are. */
    public TlsIdentity peer(String peerId, Collection<String> hosts, Instant now) throws IOException {
        var names = Names.withLoopback(hosts);
        var uri = PEER_SCHEME + peerId;
        var general = new ArrayList<>(Names.general(names));
        general.add(new GeneralName(GeneralName.uniformResourceIdentifier, uri));
        var purposes = List.of(KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth);
        return current("peer", now, names, List.of(uri),
                new Issuing.Leaf(shortName(peerId), general, purposes, from(now), until(now)));
    }

    /** Which peer a certificate was made for; empty for any other certificate, the web's included. */
    public static Optional<String> peerOf(X509Certificate certificate) {
        return Names.urisOf(certificate).stream().filter(uri -> uri.startsWith(PEER_SCHEME))
                .map(uri -> uri.substring(PEER_SCHEME.length())).findFirst();
    }

    private TlsIdentity current(String file, Instant now, Collection<String> names, List<String> uris,
                                Issuing.Leaf wanted) throws IOException {
        var kept = IdentityFiles.read(folder, file);
        if (kept.isPresent() && stillGood(kept.get().leaf(), now, names, uris)) return kept.get();
        var made = Issuing.leaf(wanted, self);
        IdentityFiles.write(folder, file, made);
        return made;
    }

    private boolean stillGood(X509Certificate kept, Instant now, Collection<String> names, List<String> uris) {
        boolean inTime = !now.isBefore(kept.getNotBefore().toInstant())
                && now.plus(RENEW_BEFORE).isBefore(kept.getNotAfter().toInstant());
        return inTime && Names.of(kept).equals(new TreeSet<>(names)) && Names.urisOf(kept).equals(new TreeSet<>(uris))
                && Certificates.signedBy(kept, self.leaf());
    }

    private static String shortName(String name) {
        return name.length() <= 64 ? name : name.substring(0, 64);
    }

    private static Instant from(Instant now) {
        return now.minus(LEAF_BACKDATE);
    }

    private static Instant until(Instant now) {
        return now.minus(LEAF_BACKDATE).plus(LEAF_LIFE);
    }
}
