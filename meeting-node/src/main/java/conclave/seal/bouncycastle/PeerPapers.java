package conclave.seal.bouncycastle;

import conclave.seal.Unusable;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509TrustManager;

/**
 * What a node shows to the other nodes, and how it looks at what they show: a certificate of the kit's authority that
 * names a peer of the cluster file. Dates do not matter among nodes, because a kit's clocks may be wrong; addresses
 * neither, because the peer's id is what the certificate is for.
 */
public record PeerPapers(TlsIdentity own, X509Certificate authority) {

    /** What was given out into this folder; a witness has it from the kit's founding and cannot make it itself. */
    public static PeerPapers open(Path folder) throws IOException {
        var own = IdentityFiles.read(folder, "peer");
        if (own.isEmpty()) throw Unusable.absent(IdentityFiles.certificate(folder, "peer"));
        return new PeerPapers(own.get(), IdentityFiles.readCertificate(folder, "authority"));
    }

    /** What browsers were shown last; it lies open even where the other keys are sealed. */
    public static Optional<TlsIdentity> web(Path folder) throws IOException {
        return IdentityFiles.read(folder, "server");
    }

    public Optional<String> peer() {
        return Authority.peerOf(own.leaf());
    }

    public X509ExtendedKeyManager shown() {
        return new OneKey(own);
    }

    /** Lets in the holders of papers for these peers, and nobody else. */
    public X509TrustManager trusted(Predicate<String> peers) {
        return trusted(peers, (_, _) -> Optional.empty());
    }

    /** @param expected who has to answer at an address, where that is known */
    public X509TrustManager trusted(Predicate<String> peers, Expected expected) {
        return trusted(peers, expected, _ -> { });
    }

    /** @param refused told of whoever is not let in */
    public X509TrustManager trusted(Predicate<String> peers, Expected expected, Consumer<Misfit> refused) {
        return new PeerTrust(authority, peers, expected, refused);
    }

    /** Why somebody is not let in; the peer its papers name, where there is one of ours. */
    public record Misfit(Kind kind, Optional<String> peer) {

        public enum Kind { NOT_OURS, NOT_IN_FILE, IN_ANOTHERS_PLACE }
    }

    /** Which peer lives at an address. */
    @FunctionalInterface
    public interface Expected {
        Optional<String> at(String host, int port);
    }
}
