package conclave.seal.bouncycastle;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;

/** Certificates and private keys as the text blocks that every tool reads and writes. */
final class Pem {

    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private Pem() {
    }

    static String certificates(List<X509Certificate> chain) {
        var text = new StringBuilder();
        for (var certificate : chain) text.append(block("CERTIFICATE", encoded(certificate)));
        return text.toString();
    }

    static String key(PrivateKey key) {
        return block("PRIVATE KEY", key.getEncoded());
    }

    static List<X509Certificate> readCertificates(String text) throws IOException {
        var found = new ArrayList<X509Certificate>();
        for (var object : objects(text)) {
            if (object instanceof X509CertificateHolder holder) found.add(certificate(holder));
        }
        return found;
    }

    /** PKCS#8, or the older forms of OpenSSL; empty where there is none, or it asks for a passphrase. */
    static Optional<PrivateKey> readKey(String text) throws IOException {
        for (var object : objects(text)) {
            var converter = new JcaPEMKeyConverter();
            if (object instanceof PrivateKeyInfo info) return Optional.of(converter.getPrivateKey(info));
            if (object instanceof PEMKeyPair pair) return Optional.of(converter.getPrivateKey(pair.getPrivateKeyInfo()));
        }
        return Optional.empty();
    }

    static X509Certificate certificate(X509CertificateHolder holder) throws IOException {
        try {
            return new JcaX509CertificateConverter().getCertificate(holder);
        } catch (CertificateException e) {
            throw new IOException("not a certificate that Java reads", e);
        }
    }

    private static List<Object> objects(String text) throws IOException {
        var found = new ArrayList<>();
        try (var parser = new PEMParser(new StringReader(text))) {
            for (Object next = parser.readObject(); next != null; next = parser.readObject()) found.add(next);
        } catch (RuntimeException malformed) {
            throw new IOException("not PEM", malformed);
        }
        return found;
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateException e) {
            throw new UncheckedIOException(new IOException("a certificate lost its own bytes", e));
        }
    }

    private static String block(String kind, byte[] der) {
        return "-----BEGIN " + kind + "-----\n" + LINES.encodeToString(der) + "\n-----END " + kind + "-----\n";
    }
}
