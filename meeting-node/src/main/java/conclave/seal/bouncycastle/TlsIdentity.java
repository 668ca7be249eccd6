package conclave.seal.bouncycastle;

import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/** A certificate with its chain, leaf first, and the private key that belongs to it. */
public record TlsIdentity(List<X509Certificate> chain, PrivateKey key) {

    public TlsIdentity {
        chain = List.copyOf(chain);
    }

    public X509Certificate leaf() {
        return chain.getFirst();
    }

    /** The whole chain, PEM. */
    public byte[] certificatePem() {
        return Pem.certificates(chain).getBytes(StandardCharsets.US_ASCII);
    }

    /** The private key, PEM, PKCS#8: the form that every TLS library reads. */
    public byte[] keyPem() {
        return Pem.key(key).getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public String toString() {
        return "TlsIdentity(" + leaf().getSubjectX500Principal() + ", key not shown)";
    }
}
