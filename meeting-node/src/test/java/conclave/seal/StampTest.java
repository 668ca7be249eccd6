package conclave.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StampTest {

    private static final byte[] MESSAGE = "psn-7 until 17:00".getBytes(StandardCharsets.UTF_8);
    private final Secret secret = Secret.fresh();
    private final Stamp stamp = new Stamp(secret, "session");

    @Test
    void aForgedSignAnywhereInACookieIsRefused() {
        var token = stamp.token(MESSAGE);
        assertArrayEquals(MESSAGE, stamp.read(token).orElseThrow());
        for (int i = 0; i < token.length(); i++) {
            char other = token.charAt(i) == 'A' ? 'B' : 'A';
            assertEquals(Optional.empty(), stamp.read(token.substring(0, i) + other + token.substring(i + 1)), "at " + i);
            assertEquals(Optional.empty(), stamp.read(token.substring(0, i)), "cut at " + i);
        }
        for (var odd : new String[] {"", ".", "..", token + ".", token + "=", " " + token, "é." + token}) {
            assertEquals(Optional.empty(), stamp.read(odd), odd);
        }
    }

    @Test
    void aRequestTokenDoesNotPassForASession() {
        var other = new Stamp(secret, "request");
        assertEquals(Optional.empty(), other.read(stamp.token(MESSAGE)));
        assertFalse(other.holds(MESSAGE, stamp.of(MESSAGE)));
    }

    @Test
    void everyNodeWithTheSecretAgrees() {
        assertTrue(new Stamp(secret, "session").holds(MESSAGE, stamp.of(MESSAGE)));
    }

    @Test
    void manyThreadsDoNotMixTheirStamps() {
        assertTrue(IntStream.range(0, 20_000).parallel().allMatch(i -> {
            var message = Integer.toString(i).getBytes(StandardCharsets.UTF_8);
            return stamp.read(stamp.token(message)).map(String::new).equals(Optional.of(Integer.toString(i)));
        }));
    }
}
