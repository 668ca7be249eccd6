package conclave.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void noTwoBytesReadTheSame() {
        for (var words : List.of(Words.CHINESE, Words.ENGLISH)) {
            var seen = new HashSet<String>();
            for (int i = 0; i < 256; i++) assertTrue(seen.add(words.of(new byte[] {(byte) i}, 1).getFirst()), "word " + i);
        }
    }

    @Test
    void everyChineseWordHasTwoCharactersAndEveryEnglishOneIsPlain() {
        for (int i = 0; i < 256; i++) {
            var one = new byte[] {(byte) i};
            assertTrue(Words.CHINESE.of(one, 1).getFirst().matches("\\p{IsHan}{2}"));
            assertTrue(Words.ENGLISH.of(one, 1).getFirst().matches("[a-z]{3,8}"));
        }
    }

    /** A changed list would tell an expert that the right page is the wrong one. */
    @Test
    void theWordsOnAPrintedCardNeverChange() {
        assertEquals(List.of("春天", "时钟", "夏天", "相机"), Words.CHINESE.of(new byte[] {0, -1, 1, -2}, 4));
        assertEquals(List.of("acorn", "winter", "actor", "window"), Words.ENGLISH.of(new byte[] {0, -1, 1, -2}, 4));
        assertNotEquals(Words.CHINESE.fourFor("psn-1"), Words.CHINESE.fourFor("psn-2"));
        assertEquals(4, Words.ENGLISH.fourFor("psn-1").size());
    }
}
