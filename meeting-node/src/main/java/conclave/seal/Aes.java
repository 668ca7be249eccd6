package conclave.seal;

import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM, one message at a time. */
final class Aes {

    static final int NONCE_BYTES = 12;
    static final int TAG_BYTES = 16;

    private final SecretKeySpec key;
    private final Cipher cipher;

    /** Not for several threads at once: it keeps the cipher between messages. */
    Aes(byte[] key) {
        try {
            this.key = new SecretKeySpec(key, "AES");
            this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    /** Writes length + 16 bytes. */
    int seal(byte[] nonce, byte[] context, byte[] in, int from, int length, byte[] out, int to) {
        try {
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BYTES * 8, nonce));
            cipher.updateAAD(context);
            return cipher.doFinal(in, from, length, out, to);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM refused to seal", e);
        }
    }

    /** Writes length - 16 bytes and says true, or says false where the seal does not hold. */
    boolean open(byte[] nonce, byte[] context, byte[] in, int from, int length, byte[] out, int to) {
        try {
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BYTES * 8, nonce));
            cipher.updateAAD(context);
            cipher.doFinal(in, from, length, out, to);
            return true;
        } catch (AEADBadTagException changed) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM could not run", e);
        }
    }
}
