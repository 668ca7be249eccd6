package conclave.seal.bouncycastle;

import conclave.seal.container.ChunkCipher;
import conclave.seal.container.Profile;
import conclave.seal.container.Suite;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Optional;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/** SM4-GCM and SM3. Much slower than what processors have instructions for: 16 to 38 MB/s a core. */
final class GmSuite implements Suite {

    @Override
    public Profile profile() {
        return Profile.GM;
    }

    @Override
    public int chunkKeyBytes() {
        return 16;
    }

    @Override
    public MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SM3", Bouncy.PROVIDER);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("BouncyCastle has SM3", e);
        }
    }

    @Override
    public Optional<MessageDigest> secondDigest() {
        return Optional.of(digest());
    }

    @Override
    public byte[] mac(byte[] key, byte[]... parts) {
        var mac = new HMac(new SM3Digest());
        mac.init(new KeyParameter(key));
        for (var part : parts) mac.update(part, 0, part.length);
        var out = new byte[mac.getMacSize()];
        mac.doFinal(out, 0);
        return out;
    }

    @Override
    public ChunkCipher cipher(byte[] key) {
        return new Gcm(new KeyParameter(key), GCMBlockCipher.newInstance(new SM4Engine()));
    }

    private record Gcm(KeyParameter key, GCMModeCipher cipher) implements ChunkCipher {

        @Override
        public void seal(byte[] nonce, byte[] in, int length, byte[] out) {
            try {
                run(true, nonce, in, length, out);
            } catch (InvalidCipherTextException e) {
                throw new IllegalStateException("SM4-GCM refused to seal", e);
            }
        }

        @Override
        public boolean open(byte[] nonce, byte[] in, int length, byte[] out) {
            try {
                run(false, nonce, in, length, out);
                return true;
            } catch (InvalidCipherTextException changed) {
                return false;
            }
        }

        private void run(boolean seal, byte[] nonce, byte[] in, int length, byte[] out) throws InvalidCipherTextException {
            cipher.init(seal, new AEADParameters(key, TAG_BYTES * 8, nonce));
            int written = cipher.processBytes(in, 0, length, out, 0);
            cipher.doFinal(out, written);
        }

        @Override
        public String toString() {
            return "Gcm(not shown)";
        }
    }
}
