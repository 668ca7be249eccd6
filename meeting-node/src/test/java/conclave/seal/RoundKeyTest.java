package conclave.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RoundKeyTest {

    private final RoundKey round = RoundKey.fresh();

    @Test
    void everyChoiceIsEquallyLongAndOpensOnlyWhereItBelongs() {
        for (int length : new int[] {1, 7, 100, RoundKey.LONGEST}) {
            var choice = RandomIds.bytes(length);
            var sealed = BlindClient.seal(round.publicKey(), choice, new byte[] {1});
            assertEquals(384, sealed.length);
            assertArrayEquals(choice, round.open(sealed, new byte[] {1}).orElseThrow());
            assertTrue(round.open(sealed, new byte[] {2}).isEmpty(), "moved to another token");
            assertTrue(RoundKey.fresh(3072).open(sealed, new byte[] {1}).isEmpty(), "another ballot's key");
        }
    }

    @Test
    void garbageDoesNotOpenAndNeverThrows() {
        var random = new Random(384);
        for (int i = 0; i < 200; i++) {
            var garbage = new byte[i % 4 == 0 ? random.nextInt(800) : 384];
            random.nextBytes(garbage);
            assertTrue(round.open(garbage, new byte[0]).isEmpty(), "seed 384, " + i);
        }
    }

    @Test
    void aForgottenKeyOpensNothing() {
        var sealed = BlindClient.seal(round.publicKey(), new byte[1], new byte[0]);
        round.close();
        assertThrows(IllegalStateException.class, () -> round.open(sealed, new byte[0]));
    }
}
