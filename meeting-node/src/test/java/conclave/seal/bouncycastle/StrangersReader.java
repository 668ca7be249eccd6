package conclave.seal.bouncycastle;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** A reader of international containers by {@code docs/formats/package.md} and the JDK alone: it knows none of our code. */
final class StrangersReader {

    private StrangersReader() {
    }

    static byte[] payload(byte[] container, byte[] contentKey) throws GeneralSecurityException {
        var fields = ByteBuffer.wrap(container);
        int chunkSize = fields.getInt(12);
        int n = fields.getInt(16);
        var head = Arrays.copyOf(container, 52 + n);
        var headDigest = MessageDigest.getInstance("SHA-256").digest(head);
        var extracted = hmac(Arrays.copyOfRange(container, 20 + n, 52 + n), contentKey);
        var commitment = hmac(extracted, text("conclave package 1 commitment"), new byte[1], headDigest, new byte[] {1});
        if (!Arrays.equals(commitment, Arrays.copyOfRange(container, 52 + n, 84 + n))) throw new GeneralSecurityException("commitment");
        var key = new SecretKeySpec(hmac(extracted, text("conclave package 1 chunks"), new byte[1], headDigest, new byte[] {1}), "AES");
        var payload = new ByteArrayOutputStream();
        for (int from = 84 + n, chunk = 0; from < container.length; chunk++) {
            int to = Math.min(container.length, from + chunkSize + 16);
            var nonce = ByteBuffer.allocate(12).put(new byte[3]).putLong(chunk).put((byte) (to == container.length ? 1 : 0)).array();
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(128, nonce));
            payload.writeBytes(cipher.doFinal(container, from, to - from));
            from = to;
        }
        return payload.toByteArray();
    }

    private static byte[] hmac(byte[] key, byte[]... parts) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        for (var part : parts) mac.update(part);
        return mac.doFinal();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
