package conclave.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Papers that come in at once: so many are passed on, the others come again, and a place is free again however its paper fared. */
class BallotPlacesTest {

    private final BallotSlot.Places places = new BallotSlot.Places();
    private final List<CompletableFuture<String>> underWay = new ArrayList<>();

    private CompletableFuture<String> cast() {
        return places.with(() -> {
            underWay.add(new CompletableFuture<>());
            return underWay.getLast();
        });
    }

    @Test
    void moreThanThirtyTwoAtATimeAreToldToComeAgain() {
        for (int i = 0; i < BallotSlot.Places.AT_A_TIME; i++) assertFalse(cast().isDone());
        assertEquals("NOT_NOW", cast().getNow("passed on"));
        underWay.get(0).complete("LIES_IN_THE_BOX");
        underWay.get(1).completeExceptionally(new IllegalStateException("ours"));
        for (int i = 0; i < 2; i++) assertFalse(cast().isDone());
        assertEquals("NOT_NOW", cast().getNow("passed on"));
        assertEquals(BallotSlot.Places.AT_A_TIME + 2, underWay.size());
    }
}
