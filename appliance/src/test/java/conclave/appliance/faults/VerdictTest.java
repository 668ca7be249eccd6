package conclave.appliance.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A suite that fails because the machine was busy has not shown that it can see what it is there for. */
class VerdictTest {

    private static final String MISSING = "b: 45 acknowledged submissions are missing";
    private static final String SLOW = "a did not catch up";

    @Test
    void aCanaryFailsOnlyByWhatItsProtectionIsFor() {
        var without = Optional.of(Canary.MAJORITY);
        assertEquals(Verdict.HOLDS, Verdict.of(List.of(), without));
        assertEquals(Verdict.FAILS, Verdict.of(List.of(SLOW, MISSING), without));
        for (var other : List.of(SLOW, "the kit did not start; it said last: ", "experts were shown errors: {NOT_READY=1}",
                "the evidence of a and b differs at byte 7: one has not come as far", "a: time turns back at line 9")) {
            assertEquals(Verdict.NONE, Verdict.of(List.of(other), without), other);
        }
        assertEquals(Verdict.NONE, Verdict.of(List.of(MISSING), Optional.of(Canary.TIME)));
        assertEquals(Verdict.FAILS, Verdict.of(List.of("a: time turns back at line 9"), Optional.of(Canary.TIME)));
    }

    @Test
    void withEverythingOnWhateverGoesWrongIsAFailure() {
        assertEquals(Verdict.FAILS, Verdict.of(List.of(SLOW), Optional.empty()));
        assertEquals(Verdict.HOLDS, Verdict.of(List.of(), Optional.empty()));
    }

    @Test
    void theNumbersAreToldApart() {
        assertEquals(List.of(0, 1, 5), List.of(Verdict.values()).stream().map(Verdict::exit).toList());
    }
}
