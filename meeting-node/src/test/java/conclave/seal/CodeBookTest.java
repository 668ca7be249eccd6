package conclave.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CodeBookTest {

    private final CodeBook book = new CodeBook(Secret.fresh());

    @Test
    void howeverATiredExpertTypesTheCodeItIsUnderstood() {
        for (var typed : new String[] {"0AB1-CDEF-GH23", "0ab1cdefgh23", " oabl cdef gh23 ", "OABI—CDEF–GH23",
            "０ＡＢ１－ＣＤＥＦ－ＧＨ２３", "ｏａｂｌ　ｃｄｅｆ　ｇｈ２３", "0AB1−CDEF−GH23", "0AB1_CDEF.GH23\n", "0AB1ーCDEFーGH23"}) {
            assertEquals(Optional.of("0AB1-CDEF-GH23"), CodeBook.normalise(typed), typed);
            assertEquals(book.hash("0AB1-CDEF-GH23"), book.hash(typed), typed);
        }
    }

    @Test
    void whatCannotBeACodeIsNotLookedUp() {
        for (var typed : new String[] {"", "0AB1-CDEF-GH2", "0AB1-CDEF-GH234", "UUUU-UUUU-UUUU", "李李李李李李李李李李李李",
            "0AB1-CDEF-GH2'", "0".repeat(10_000), "<script>aaaa"}) {
            assertEquals(Optional.empty(), book.hash(typed), typed);
        }
    }

    @Test
    void stolenHashesAreWorthNothingWithoutThePepper() {
        var code = CodeBook.fresh();
        assertNotEquals(book.hash(code), new CodeBook(Secret.fresh()).hash(code));
    }

    @Test
    void freshCodesReadBackAsThemselvesAndDiffer() {
        var seen = new HashSet<String>();
        for (int i = 0; i < 2_000; i++) {
            var code = CodeBook.fresh();
            assertEquals(Optional.of(code), CodeBook.normalise(code));
            assertTrue(seen.add(code));
        }
    }

    @Test
    void idsTellNothingAndDoNotRepeat() {
        var seen = new HashSet<String>();
        for (int i = 0; i < 2_000; i++) {
            var id = RandomIds.next();
            assertTrue(id.matches("[0-7][0-9a-hjkmnp-tv-z]{25}"), id);
            assertTrue(seen.add(id));
        }
        assertTrue(RandomIds.next("mtg").startsWith("mtg-"));
    }
}
