package conclave.seal.container;

import conclave.seal.Digests;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM and SHA-256 by the JDK, which has the processor's own instructions for both. */
public final class InternationalSuite implements Suite {

    @Override
    public Profile profile() {
        return Profile.INTERNATIONAL;
    }

    @Override
    public int chunkKeyBytes() {
        return 32;
    }

    @Override
    public MessageDigest digest() {
        return Digests.sha256();
    }

    @Override
    public Optional<MessageDigest> secondDigest() {
        return Optional.empty();
    }

    @Override
    public byte[] mac(byte[] key, byte[]... parts) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            for (var part : parts) mac.update(part);
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }

    @Override
    public ChunkCipher cipher(byte[] key) {
        try {
            return new Gcm(new SecretKeySpec(key, "AES"), Cipher.getInstance("AES/GCM/NoPadding"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    private record Gcm(SecretKeySpec key, Cipher cipher) implements ChunkCipher {

        @Override
        public void seal(byte[] nonce, byte[] in, int length, byte[] out) {
            try {
                cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BYTES * 8, nonce));
                cipher.doFinal(in, 0, length, out, 0);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("AES-GCM refused to seal", e);
            }
        }

        @Override
        public boolean open(byte[] nonce, byte[] in, int length, byte[] out) {
            try {
                cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BYTES * 8, nonce));
                cipher.doFinal(in, 0, length, out, 0);
                return true;
            } catch (AEADBadTagException changed) {
                return false;
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("AES-GCM could not run", e);
            }
        }

        @Override
        public String toString() {
            return "Gcm(not shown)";
        }
    }
}
