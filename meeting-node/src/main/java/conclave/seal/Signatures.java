package conclave.seal;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;

/** Checks what a {@link Signer} signed. */
public final class Signatures {

    static final String ALGORITHM = "SHA256withECDSAinP1363Format";
    public static final int BYTES = 64;
    private static final int ID_DIGITS = 16;

    private Signatures() {
    }

    /** False for a wrong signature, and as well for a key or a signature that is none. */
    public static boolean verify(byte[] publicKeyDer, byte[] message, byte[] signature) {
        if (signature.length != BYTES) return false;
        try {
            var key = KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(publicKeyDer));
            var check = Signature.getInstance(ALGORITHM);
            check.initVerify(key);
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException notAKeyOrSignature) {
            return false;
        }
    }

    /** The short name of a public key: the first 64 bits of its SHA-256, in hex. */
    public static String id(byte[] publicKeyDer) {
        return Digests.hex(Digests.sha256(publicKeyDer)).substring(0, ID_DIGITS);
    }
}
