package conclave.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CoverKeyTest {

    private static final byte[] LABEL = {2, 7};

    private final CoverKey key = CoverKey.fresh();

    @Test
    void whatIsCoveredForOneOpensThereAndNowhereElse() {
        var paper = RandomIds.bytes(1_217);
        var covered = CoverClient.cover(paper, key.publicKey(), LABEL);
        assertEquals(paper.length + CoverKey.ADDS, covered.length);
        assertArrayEquals(paper, key.open(covered, LABEL).orElseThrow());
        assertTrue(key.open(covered, new byte[] {2, 8}).isEmpty(), "another ballot");
        assertTrue(CoverKey.fresh().open(covered, LABEL).isEmpty(), "another server");
    }

    @Test
    void aSpareOpensTheSame() {
        var spare = CoverKey.of(key.publicKey(), key.handedOver());
        var covered = CoverClient.cover(new byte[] {5}, key.publicKey(), LABEL);
        key.close();
        assertArrayEquals(new byte[] {5}, spare.open(covered, LABEL).orElseThrow());
        assertThrows(IllegalStateException.class, () -> key.open(covered, LABEL));
        assertThrows(IllegalStateException.class, key::handedOver);
        assertThrows(IllegalArgumentException.class, () -> CoverKey.of(new byte[91], new byte[40]));
    }

    /** A point that lies on no curve would draw the key out bit by bit. */
    @Test
    void garbageAndPointsOffTheCurveDoNotOpenAndNeverThrow() {
        var random = new Random(256);
        var good = CoverClient.cover(RandomIds.bytes(100), key.publicKey(), LABEL);
        for (int i = 0; i < 400; i++) {
            var bytes = i % 4 == 0 ? RandomIds.bytes(random.nextInt(300)) : Arrays.copyOf(good, i % 4 == 1 ? random.nextInt(good.length) : good.length);
            if (i % 4 > 1) bytes[random.nextInt(i % 4 == 2 ? 65 : bytes.length)] ^= (byte) (1 + random.nextInt(255));
            assertTrue(key.open(bytes, LABEL).isEmpty(), "seed 256, " + i);
        }
    }
}
