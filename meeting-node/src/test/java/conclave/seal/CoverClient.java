package conclave.seal;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The laptop's part of a cover, written a second time, with HKDF by hand. */
public final class CoverClient {

    private CoverClient() {
    }

    public static byte[] cover(byte[] paper, byte[] key, byte[] label) {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            var own = generator.generateKeyPair();
            var point = Arrays.copyOfRange(own.getPublic().getEncoded(), 26, 91);
            var agreement = KeyAgreement.getInstance("ECDH");
            agreement.init(own.getPrivate());
            agreement.doPhase(KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(key)), true);
            var extracted = mac(joined(point, Arrays.copyOfRange(key, 26, 91)), agreement.generateSecret());
            var once = mac(extracted, joined("conclave ballot 1 cover".getBytes(java.nio.charset.StandardCharsets.US_ASCII), new byte[] {1}));
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(once, "AES"), new GCMParameterSpec(128, new byte[12]));
            cipher.updateAAD(label);
            return joined(point, cipher.doFinal(paper));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] mac(byte[] key, byte[] message) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(message);
    }

    private static byte[] joined(byte[] one, byte[] other) {
        var both = new ByteArrayOutputStream();
        both.writeBytes(one);
        both.writeBytes(other);
        return both.toByteArray();
    }
}
