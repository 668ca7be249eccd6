package conclave.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.document.mask.PageMask;
import conclave.document.render.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Whoever asks for hundreds of pages waits for themselves; the others have their turn after one. */
class TakingTurnsTest {

    private static final Bearer GREEDY = new Bearer("per_greedy", "甲");
    private static final Bearer OTHER = new Bearer("per_other", "乙");

    private final MarkingQueue marking = new MarkingQueue();

    private MarkingQueue.Task task(Bearer bearer, int page) {
        return new MarkingQueue.Task(bearer.id() + page, null, bearer, new CompletableFuture<>());
    }

    private List<String> taken(int many) throws InterruptedException {
        var names = new ArrayList<String>();
        for (int i = 0; i < many; i++) marking.take(Duration.ZERO).ifPresent(one -> names.add(one.name()));
        return names;
    }

    @Test
    void readersTakeTurnsAndEachHasSoManyPlaces() throws InterruptedException {
        for (int page = 1; page <= MarkingQueue.EACH; page++) assertFalse(marking.want(task(GREEDY, page)).isDone());
        assertTrue(marking.want(task(GREEDY, MarkingQueue.EACH + 1)).isCompletedExceptionally(), "that is enough for one");
        assertFalse(marking.want(task(GREEDY, 1)).isDone(), "what is coming already takes no second place");
        assertFalse(marking.want(task(OTHER, 1)).isDone());
        assertFalse(marking.want(task(OTHER, 2)).isDone());
        assertEquals(List.of("per_greedy1", "per_other1", "per_greedy2", "per_other2", "per_greedy3"), taken(5));
        assertFalse(marking.want(task(GREEDY, MarkingQueue.EACH + 1)).isDone(), "there is room again");
    }

    @Test
    void whatIsAskedForTwiceIsMadeOnce() throws InterruptedException {
        for (int i = 0; i < 500; i++) marking.want(task(OTHER, 7));
        assertEquals(List.of("per_other7"), taken(3));
    }

    @Test
    void whatWasToBeMadeAheadAndIsWantedNowIsMadeNowAndOnce() throws InterruptedException {
        assertTrue(marking.later(task(OTHER, 1)) && marking.later(task(OTHER, 2)));
        marking.want(task(OTHER, 2));
        assertEquals(List.of("per_other2", "per_other1"), taken(3));
    }

    private static DocumentWork work(char name, int pages) {
        var document = new DocumentRef(new DocumentId(String.valueOf(name).repeat(64)), pages);
        return new DocumentWork(DocumentWork.Key.bare(document, Shelf.SCREENING), new Manifest(document), Collections.nCopies(pages, PageMask.BARE));
    }

    @Test
    void documentsTakeTurnsWhoeverLeafsThroughOneOfThem() throws InterruptedException {
        var drawing = new DrawingQueue();
        var large = work('a', 50);
        var small = work('b', 2);
        for (int page = 1; page <= 50; page++) drawing.want(large, new DocumentWork.Wanted(page, Level.READING));
        drawing.want(small, new DocumentWork.Wanted(2, Level.READING));
        var order = new ArrayList<String>();
        for (int i = 0; i < 4; i++) {
            var task = drawing.take(null, Duration.ZERO).orElseThrow();
            order.add(task.work().document().id().sha256().charAt(0) + "" + task.page());
        }
        assertEquals(List.of("a1", "b2", "a2", "a3"), order);
    }

    /** One of two applicants has listed it wrongly: the other's pages are drawn all the same. */
    @Test
    void oneFileThatIsListedWithTwoPageCountsIsTwoDrawings() {
        var drawing = new DrawingQueue();
        var two = work('c', 2);
        var three = work('c', 3);
        assertNotEquals(two.key(), three.key());
        assertTrue(drawing.add(two) && drawing.add(three));
        assertEquals(3, drawing.find(three.key(), Collections.nCopies(3, PageMask.BARE)).orElseThrow().document().pages());
    }
}
