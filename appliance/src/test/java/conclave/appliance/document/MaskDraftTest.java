package conclave.appliance.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import conclave.document.ocr.Doubt;
import conclave.document.screen.Sieve;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MaskDraftTest {

    private static final Set<Doubt> READ = EnumSet.of(Doubt.UNCLEAR, Doubt.NOT_ALL_READ, Doubt.SEALED, Doubt.CODE);

    private static MaskDraft draft() {
        return new MaskDraft("0".repeat(64), 2, Sieve.of(List.of()), Sieve.forPictures(List.of()));
    }

    @Test
    void aScanThatWasReadWithoutCertaintyIsMadeOnlyWhenAPersonHasLooked() {
        for (var doubt : READ) {
            var draft = draft();
            draft.unsure(2, doubt);
            assertEquals(Map.of(2, Unmasked.UNSURE_READING), draft.withheld(false), doubt::name);
            assertEquals(Map.of(), draft.withheld(true), doubt::name);
        }
    }

    @Test
    void aScanThatNobodyReadIsNeverMade() {
        for (var doubt : EnumSet.complementOf(EnumSet.copyOf(READ))) {
            var draft = draft();
            draft.unsure(2, doubt);
            // A code is read without the program, and does not make good for it.
            draft.unsure(2, Doubt.CODE);
            for (boolean looked : new boolean[] {false, true}) assertEquals(Map.of(2, Unmasked.NEEDS_READING), draft.withheld(looked), doubt::name);
        }
    }
}
