package conclave.seal.bouncycastle;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** BouncyCastle's algorithms for whoever asks for them here; nowhere registered, so that the JDK's faster ones stay what everybody else gets. */
final class Bouncy {

    static final Provider PROVIDER = new BouncyCastleProvider();

    private Bouncy() {
    }

    /** Keys that the JDK does not know (SM2) included. */
    static X509Certificate certificate(X509CertificateHolder holder) throws CertificateException {
        return new JcaX509CertificateConverter().setProvider(PROVIDER).getCertificate(holder);
    }

    static X509CertificateHolder holder(byte[] certificate) throws IOException {
        try {
            return new X509CertificateHolder(certificate);
        } catch (RuntimeException malformed) {
            throw new IOException("not a certificate", malformed);
        }
    }

    static PrivateKey privateKey(byte[] pkcs8) throws GeneralSecurityException {
        var algorithm = PrivateKeyInfo.getInstance(pkcs8).getPrivateKeyAlgorithm().getAlgorithm();
        return KeyFactory.getInstance(algorithm.getId(), PROVIDER).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    }

    /** Asked by signing once and verifying. */
    static boolean belongTogether(X509CertificateHolder certificate, PrivateKey key) throws GeneralSecurityException {
        var algorithm = isSm2(certificate.getSubjectPublicKeyInfo()) ? "SM3withSM2" : key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
        var probe = Signature.getInstance(algorithm, PROVIDER);
        probe.initSign(key);
        probe.update((byte) 1);
        var signed = probe.sign();
        probe.initVerify(certificate(certificate).getPublicKey());
        probe.update((byte) 1);
        return probe.verify(signed);
    }

    static boolean isSm2(SubjectPublicKeyInfo key) {
        return GMObjectIdentifiers.sm2p256v1.equals(key.getAlgorithm().getParameters());
    }
}
