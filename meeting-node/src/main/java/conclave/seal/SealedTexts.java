package conclave.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * Names, units and remarks of one meeting, as they travel and rest in the log: AES-256-GCM under the meeting's key.
 * The text is filled up to whole blocks of 32 bytes, so that its length does not give a short name away.
 * Form, in base64url: 1 ‖ nonce (12) ‖ ciphertext ‖ tag (16).
 */
public final class SealedTexts {

    private static final byte VERSION = 1;
    private static final int BLOCK = 32;
    private static final byte END_OF_TEXT = (byte) 0x80;
    private static final int HEAD = 1 + Aes.NONCE_BYTES;

    private volatile byte[] key;
    private final String meeting;

    SealedTexts(byte[] key, String meeting) {
        this.key = key;
        this.meeting = meeting;
    }

    /** The field names the place wholly (for example person, id and attribute): sealed here, it opens nowhere else. */
    public String seal(String field, String text) {
        var padded = padded(text.getBytes(StandardCharsets.UTF_8));
        var nonce = RandomIds.bytes(Aes.NONCE_BYTES);
        var sealed = new byte[HEAD + padded.length + Aes.TAG_BYTES];
        sealed[0] = VERSION;
        System.arraycopy(nonce, 0, sealed, 1, nonce.length);
        new Aes(key()).seal(nonce, context(field), padded, 0, padded.length, sealed, HEAD);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    public String open(String field, String sealed) {
        var bytes = decoded(field, sealed);
        int length = bytes.length - HEAD - Aes.TAG_BYTES;
        if (length < BLOCK || bytes[0] != VERSION) throw Damaged.text(field);
        var padded = new byte[length];
        var nonce = Arrays.copyOfRange(bytes, 1, HEAD);
        if (!new Aes(key()).open(nonce, context(field), bytes, HEAD, length + Aes.TAG_BYTES, padded, 0)) {
            throw Damaged.text(field);
        }
        return new String(padded, 0, endOf(padded, field), StandardCharsets.UTF_8);
    }

    /** Only the one spelling that was written is read: base64 has several for the same bytes. */
    private static byte[] decoded(String field, String sealed) {
        try {
            var bytes = Base64.getUrlDecoder().decode(sealed);
            if (Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(sealed)) return bytes;
        } catch (IllegalArgumentException notBase64) {
            throw Damaged.text(field);
        }
        throw Damaged.text(field);
    }

    private byte[] context(String field) {
        var m = meeting.getBytes(StandardCharsets.UTF_8);
        var f = field.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + m.length + f.length).putInt(m.length).put(m).putInt(f.length).put(f).array();
    }

    private static byte[] padded(byte[] text) {
        var padded = Arrays.copyOf(text, (text.length / BLOCK + 1) * BLOCK);
        padded[text.length] = END_OF_TEXT;
        return padded;
    }

    private static int endOf(byte[] padded, String field) {
        int end = padded.length - 1;
        while (end > 0 && padded[end] == 0) end--;
        if (padded[end] != END_OF_TEXT) throw Damaged.text(field);
        return end;
    }

    /** From here on nothing is sealed or opened; least of all under a key of zeros. */
    void forget() {
        key = null;
    }

    private byte[] key() {
        var present = key;
        if (present == null) throw new IllegalStateException("the key of " + meeting + " was forgotten");
        return present;
    }
}
