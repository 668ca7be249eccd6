package conclave.seal.bouncycastle;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.function.Predicate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/** Whether somebody who knocks is one of the kit's nodes: signed by its authority, and for a peer that is in its file. */
final class PeerTrust extends X509ExtendedTrustManager {

    private final X509Certificate authority;
    private final Predicate<String> peers;
    private final PeerPapers.Expected expected;

    PeerTrust(X509Certificate authority, Predicate<String> peers, PeerPapers.Expected expected) {
        this.authority = authority;
        this.peers = peers;
        this.expected = expected;
    }

    private String check(X509Certificate[] chain) throws CertificateException {
        if (chain == null || chain.length == 0) throw new CertificateException("no certificate was shown");
        var shown = chain[0];
        if (!Certificates.signedBy(shown, authority)) throw new CertificateException("a certificate of another authority was shown");
        var peer = Authority.peerOf(shown).orElseThrow(() -> new CertificateException("a certificate that is no peer's was shown"));
        if (!peers.test(peer)) throw new CertificateException("a peer that is not in the cluster file: " + peer);
        return peer;
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
        if (meant.isPresent() && !meant.get().equals(peer)) throw new CertificateException("peer " + peer + " answers in the place of " + meant.get());
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[] {authority};
    }
}
