package conclave.web;

import conclave.document.PageSize;
import conclave.meeting.event.Id.PersonId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/**
 * How many pictures are on their way to laptops at a time. A picture stays in memory until the laptop has taken the last of it, and a
 * laptop may take its time: so everybody has so much under way and the server so much, and whoever asks for more waits for a turn. Whoever
 * waits for their own earlier pictures holds up nobody else.
 */
final class Outflow {

    /** In steps of 32 KB, which is a thumbnail and more. */
    private static final int PAGE = 16;
    private static final int ZOOM = 40;
    /** Sixteen pages, or all thumbnails that a screen shows. */
    static final int EACH = 16 * PAGE;
    /** A page for every expert of twenty rooms, and some. */
    static final int ALL = 512 * PAGE;
    /** More questions than any page of ours asks before an answer. */
    private static final int MOST_WAITING = 512;

    private final int each;
    private final int all;
    private final Map<PersonId, Under> people = new HashMap<>();
    private final Queue<Turn> waiting = new ArrayDeque<>();
    private int lent;

    Outflow() {
        this(EACH, ALL);
    }

    Outflow(int each, int all) {
        this.each = each;
        this.all = all;
    }

    private static final class Under {
        private int lent;
        private int waiting;
    }

    /** One picture's place. It is given back once, whether it ever came to be taken or not. */
    final class Turn {
        private final PersonId who;
        private final int weight;
        private final CompletableFuture<Void> come = new CompletableFuture<>();
        private boolean taken;
        private boolean over;

        private Turn(PersonId who, int weight) {
            this.who = who;
            this.weight = weight;
        }

        /** Completes when it is this one's turn; on the thread of whoever gave a place back. */
        CompletableFuture<Void> come() {
            return come;
        }

        void giveBack() {
            Outflow.this.giveBack(this);
        }
    }

    /** A place for a picture of that size, now or later; it is refused to whoever has asked for hundreds already. */
    Turn ask(PersonId who, PageSize size) {
        var turn = new Turn(who, weight(size));
        List<Turn> next;
        synchronized (this) {
            var under = people.computeIfAbsent(who, _ -> new Under());
            if (under.waiting >= MOST_WAITING) throw Problem.of(503, "PAGE_NOT_READY");
            under.waiting++;
            waiting.add(turn);
            next = next();
        }
        next.forEach(one -> one.come.complete(null));
        return turn;
    }

    private void giveBack(Turn turn) {
        List<Turn> next;
        synchronized (this) {
            if (turn.over) return;
            turn.over = true;
            var under = people.get(turn.who);
            if (turn.taken) {
                under.lent -= turn.weight;
                lent -= turn.weight;
            } else {
                waiting.remove(turn);
                under.waiting--;
            }
            if (under.lent == 0 && under.waiting == 0) people.remove(turn.who);
            next = next();
        }
        next.forEach(one -> one.come.complete(null));
    }

    /** Those whose turn it is, in the order they asked: but for whoever has to wait for themselves. */
    private List<Turn> next() {
        var next = new ArrayList<Turn>();
        var asked = waiting.iterator();
        while (asked.hasNext()) {
            var turn = asked.next();
            var under = people.get(turn.who);
            if (under.lent > 0 && under.lent + turn.weight > each) continue;
            if (lent > 0 && lent + turn.weight > all) break;
            asked.remove();
            under.waiting--;
            under.lent += turn.weight;
            lent += turn.weight;
            turn.taken = true;
            next.add(turn);
        }
        return next;
    }

    /** How much is under way, in steps of 32 KB. */
    synchronized int lent() {
        return lent;
    }

    /** About what it takes; nobody knows how large a picture is before it is read, and then it is in memory. */
    private static int weight(PageSize size) {
        return switch (size) {
            case THUMBNAIL -> 1;
            case PAGE -> PAGE;
            case ZOOM -> ZOOM;
        };
    }
}
