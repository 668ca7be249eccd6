package conclave.seal.bouncycastle;

import conclave.seal.bouncycastle.PeerPapers.Misfit;
import conclave.seal.bouncycastle.PeerPapers.Misfit.Kind;
import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/** Whether somebody who knocks is one of the kit's nodes: signed by its authority, and for a peer that is in its file. */
final class PeerTrust extends X509ExtendedTrustManager {

    private final X509Certificate authority;
    private final Predicate<String> peers;
    private final PeerPapers.Expected expected;
    private final Consumer<Misfit> refused;

    PeerTrust(X509Certificate authority, Predicate<String> peers, PeerPapers.Expected expected, Consumer<Misfit> refused) {
        this.refused = refused;
        this.authority = authority;
        this.peers = peers;
        this.expected = expected;
    }

    private String check(X509Certificate[] chain) throws CertificateException {
        if (chain == null || chain.length == 0) throw misfit(Kind.NOT_OURS, Optional.empty(), "no certificate was shown");
        var shown = chain[0];
        if (!Certificates.signedBy(shown, authority)) throw misfit(Kind.NOT_OURS, Optional.empty(), "a certificate of another authority was shown");
        var peer = Authority.peerOf(shown).orElseThrow(() -> misfit(Kind.NOT_OURS, Optional.empty(), "a certificate that is no peer's was shown"));
        if (!peers.test(peer)) throw misfit(Kind.NOT_IN_FILE, Optional.of(peer), "a peer that is not in the cluster file: " + peer);
        return peer;
    }

    private CertificateException misfit(Kind kind, Optional<String> peer, String sentence) {
        refused.accept(new Misfit(kind, peer));
        return new CertificateException(sentence);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) throws CertificateException {
        var peer = check(chain);
        var meant = engine == null || engine.getPeerHost() == null ? Optional.<String>empty() : expected.at(engine.getPeerHost(), engine.getPeerPort());
        if (meant.isPresent() && !meant.get().equals(peer)) {
            throw misfit(Kind.IN_ANOTHERS_PLACE, Optional.of(peer), "peer " + peer + " answers in the place of " + meant.get());
        }
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[] {authority};
    }
}
