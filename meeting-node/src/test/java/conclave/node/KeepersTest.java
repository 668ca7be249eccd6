package conclave.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who keeps a ledger changes one step at a time, and the lost one goes before the new one comes. */
class KeepersTest {

    @Test
    void nothingIsDoneWhereTheRightOnesKeepIt() {
        assertEquals(Optional.empty(), Keepers.step(List.of("a", "b", "w"), List.of("a", "b", "w"), Set.of("b", "w")));
    }

    @Test
    void theLostOneGoesFirst() {
        assertEquals(Optional.of(List.of("a", "w")), Keepers.step(List.of("a", "b", "w"), List.of("a", "b2", "w"), Set.of("b2", "w")));
    }

    @Test
    void theNewOneComesOnceItWaits() {
        assertEquals(Optional.empty(), Keepers.step(List.of("a", "w"), List.of("a", "b2", "w"), Set.of("w")));
        assertEquals(Optional.of(List.of("a", "w", "b2")), Keepers.step(List.of("a", "w"), List.of("a", "b2", "w"), Set.of("b2", "w")));
    }

    @Test
    void twoNewOnesComeOneAfterTheOther() {
        assertEquals(Optional.of(List.of("a", "b")), Keepers.step(List.of("a"), List.of("a", "b", "w"), Set.of("b", "w")));
    }

    @Test
    void neverIsNobodyLeft() {
        assertEquals(Optional.empty(), Keepers.step(List.of("a"), List.of("b"), Set.of("b")));
    }
}
