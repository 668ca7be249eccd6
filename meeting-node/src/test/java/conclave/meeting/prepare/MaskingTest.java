package conclave.meeting.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import conclave.meeting.event.Item.Policy;
import org.junit.jupiter.api.Test;

/** What experts see by the policy, a row at a time. */
class MaskingTest {

    @Test
    void theWayOfApplyingIsShownUnderEveryPolicyAndWhatIdentifiesUnderNone() {
        for (var policy : Policy.values()) {
            assertEquals(Masking.AS_IS, Masking.of(policy, FactKey.ROUTE), policy.name());
            assertEquals(Masking.HIDDEN, Masking.of(policy, FactKey.ID_NUMBER), policy.name());
        }
        assertEquals(Masking.HIDDEN, Masking.of(Policy.SINGLE_BLIND, FactKey.NAME));
    }
}
