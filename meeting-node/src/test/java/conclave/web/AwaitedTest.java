package conclave.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.document.PageImage;
import conclave.meeting.event.Id.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Pages that somebody waits for: whoever asks and goes away again and again waits for themselves. */
class AwaitedTest {

    private static final PersonId ONE = new PersonId("per_awaiting00001");
    private static final PersonId OTHER = new PersonId("per_awaiting00002");

    private final Awaited awaited = new Awaited();
    private final List<CompletableFuture<PageImage>> drawn = new ArrayList<>();

    private CompletableFuture<PageImage> ask(PersonId who) {
        return awaited.ask(who, () -> {
            drawn.add(new CompletableFuture<>());
            return drawn.getLast();
        });
    }

    @Test
    void whoeverWaitsForSoManyIsRefusedAndNobodyElseIs() {
        for (int i = 0; i < Awaited.EACH; i++) assertFalse(ask(ONE).isDone());
        assertTrue(ask(ONE).isCompletedExceptionally());
        assertFalse(ask(OTHER).isDone());
        assertEquals(Awaited.EACH + 1, drawn.size(), "nothing was begun for the one that was refused");
        drawn.get(0).complete(new PageImage("image/webp", 1, 1, new byte[] {1}));
        drawn.get(1).completeExceptionally(new IllegalStateException("not drawn"));
        for (int i = 0; i < 2; i++) assertFalse(ask(ONE).isDone());
        assertTrue(ask(ONE).isCompletedExceptionally());
    }

    /** An asker that gives up waiting leaves the drawing behind, and that is what is counted. */
    @Test
    void whoeverGoesAwayStillHasWhatIsDrawnForThem() {
        for (int i = 0; i < Awaited.EACH; i++) ask(ONE).cancel(true);
        assertEquals(0, awaited.of(ONE), "cancelling the drawing itself ends it");
        assertThrows(IllegalStateException.class, () -> awaited.ask(ONE, () -> {
            throw new IllegalStateException("no such page");
        }));
        assertEquals(0, awaited.of(ONE));
    }
}
