package conclave.seal.bouncycastle;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;

/** Questions to certificates and keys that are answered with yes or no. */
final class Certificates {

    private Certificates() {
    }

    static boolean signedBy(X509Certificate certificate, X509Certificate authority) {
        try {
            certificate.verify(authority.getPublicKey());
            return true;
        } catch (GeneralSecurityException notByThisOne) {
            return false;
        }
    }

    /** Asked by signing and verifying: the only answer that does not depend on how a key is written down. */
    static boolean belongTogether(PublicKey publicKey, PrivateKey privateKey) {
        var algorithm = switch (privateKey.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> privateKey.getAlgorithm();
        };
        try {
            var signature = Signature.getInstance(algorithm);
            signature.initSign(privateKey);
            signature.update((byte) 1);
            var signed = signature.sign();
            signature.initVerify(publicKey);
            signature.update((byte) 1);
            return signature.verify(signed);
        } catch (GeneralSecurityException notAPair) {
            return false;
        }
    }
}
