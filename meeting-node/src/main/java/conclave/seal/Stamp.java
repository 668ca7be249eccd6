package conclave.seal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;

/** Marks bytes as this installation's own, for one purpose: cookies, request tokens. Every node with the secret checks it. */
public final class Stamp {

    private static final int LONGEST = 4_096;

    private final Keyed keyed;

    /** What is stamped for one purpose does not pass for another. */
    public Stamp(Secret secret, String purpose) {
        keyed = new Keyed(secret.derive("conclave stamp 1\0" + purpose));
    }

    /** Under a key that was already derived for one purpose. */
    public Stamp(byte[] key) {
        keyed = new Keyed(key);
    }

    /** 32 bytes that only a holder of the secret makes. */
    public byte[] of(byte[] message) {
        return keyed.of(message);
    }

    public boolean holds(byte[] message, byte[] stamp) {
        return MessageDigest.isEqual(of(message), stamp);
    }

    /** The message and its stamp as one text that is safe in a cookie. The message can be read by everyone. */
    public String token(byte[] message) {
        var base64 = Base64.getUrlEncoder().withoutPadding();
        return base64.encodeToString(message) + "." + base64.encodeToString(of(message));
    }

    /** The message of a token; empty where a single sign of it is not ours. */
    public Optional<byte[]> read(String token) {
        int dot = token.indexOf('.');
        if (dot < 0 || token.length() > LONGEST) return Optional.empty();
        try {
            var message = Base64.getUrlDecoder().decode(token.substring(0, dot));
            boolean ours = MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8),
                    token(message).getBytes(StandardCharsets.UTF_8));
            return ours ? Optional.of(message) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
