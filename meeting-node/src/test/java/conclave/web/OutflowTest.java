package conclave.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.document.PageSize;
import conclave.meeting.event.Id.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How many pictures are on their way at a time: bounded for each and for all, and nobody waits for somebody else's slow laptop. */
class OutflowTest {

    private static final PersonId ONE = new PersonId("per_aaaaaaaa");
    private static final PersonId OTHER = new PersonId("per_bbbbbbbb");
    private static final int PAGE = 16;

    private static List<Outflow.Turn> ask(Outflow outflow, PersonId who, int times) {
        return IntStream.range(0, times).mapToObj(_ -> outflow.ask(who, PageSize.PAGE)).toList();
    }

    private static long come(List<Outflow.Turn> turns) {
        return turns.stream().filter(turn -> turn.come().isDone()).count();
    }

    @Test
    void whoeverTakesNothingWaitsForThemselvesAndHoldsUpNobodyElse() {
        var outflow = new Outflow(3 * PAGE, 10 * PAGE);
        var slow = ask(outflow, ONE, 8);
        assertEquals(3, come(slow));
        var other = ask(outflow, OTHER, 3);
        assertEquals(3, come(other));
        slow.getFirst().giveBack();
        assertTrue(slow.get(3).come().isDone(), "the next of their own");
        assertFalse(slow.get(4).come().isDone());
        assertEquals(6 * PAGE, outflow.lent());
    }

    @Test
    void theServerHasABoundOfItsOwnAndServesInTheOrderOfAsking() {
        var outflow = new Outflow(3 * PAGE, 4 * PAGE);
        var first = ask(outflow, ONE, 3);
        var second = ask(outflow, OTHER, 3);
        assertEquals(1, come(second));
        var third = outflow.ask(new PersonId("per_cccccccc"), PageSize.THUMBNAIL);
        assertFalse(third.come().isDone(), "a small one does not slip past those who came before");
        first.getFirst().giveBack();
        assertEquals(2, come(second));
        assertFalse(third.come().isDone());
        first.get(1).giveBack();
        first.get(2).giveBack();
        assertEquals(3, come(second));
        assertTrue(third.come().isDone());
    }

    @Test
    void aPlaceIsGivenBackOnceAndWhoWentAwayDoesNotGetOne() {
        var outflow = new Outflow(PAGE, 10 * PAGE);
        var turns = ask(outflow, ONE, 3);
        turns.get(1).giveBack();
        turns.getFirst().giveBack();
        turns.getFirst().giveBack();
        assertFalse(turns.get(1).come().isDone(), "nobody is there to take it any more");
        assertTrue(turns.get(2).come().isDone());
        assertEquals(PAGE, outflow.lent());
        turns.get(2).giveBack();
        assertEquals(0, outflow.lent());
    }

    @Test
    void whatIsLargerThanTheBoundComesAlone() {
        var outflow = new Outflow(PAGE, PAGE);
        var zoom = outflow.ask(ONE, PageSize.ZOOM);
        assertTrue(zoom.come().isDone());
        var page = outflow.ask(OTHER, PageSize.PAGE);
        assertFalse(page.come().isDone());
        zoom.giveBack();
        assertTrue(page.come().isDone());
    }

    @Test
    void whoeverAsksForHundredsAtOnceIsToldToComeAgain() {
        var outflow = new Outflow(PAGE, 10 * PAGE);
        var problem = assertThrows(Problem.class, () -> ask(outflow, ONE, 10_000));
        assertEquals(503, problem.status());
        assertTrue(outflow.ask(OTHER, PageSize.PAGE).come().isDone());
    }

    /** Whatever order things happen in, the bounds hold, and in the end everybody was served and nothing is left. */
    @Test
    void inWhateverOrderTheBoundsHoldAndNothingIsLeftOver() {
        for (long seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            var outflow = new Outflow(64, 200);
            var under = new ArrayList<Outflow.Turn>();
            for (int step = 0; step < 300; step++) {
                if (under.isEmpty() || random.nextInt(3) > 0) {
                    var size = random.nextBoolean() ? PageSize.PAGE : PageSize.THUMBNAIL;
                    under.add(outflow.ask(new PersonId("per_0000000" + random.nextInt(5)), size));
                } else {
                    under.remove(random.nextInt(under.size())).giveBack();
                }
                assertTrue(outflow.lent() <= 200, "seed " + seed);
            }
            while (!under.isEmpty()) {
                assertTrue(under.stream().anyMatch(turn -> turn.come().isDone()), "all wait for nobody, seed " + seed);
                under.removeIf(turn -> {
                    if (turn.come().isDone()) turn.giveBack();
                    return turn.come().isDone();
                });
            }
            assertEquals(0, outflow.lent(), "seed " + seed);
        }
    }
}
