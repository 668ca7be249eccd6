package conclave.web;

import conclave.document.PageImage;
import conclave.meeting.event.Id.PersonId;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * How many pictures somebody waits for that are not drawn yet. Also those count whose laptop has gone meanwhile: they are drawn all the
 * same, and whoever asked and went away hundreds of times would have everybody else wait.
 */
final class Awaited {

    /** More than a screen of thumbnails and the pages around it. */
    static final int EACH = 64;
    /** A picture that is not there by then has another fault, and nobody is shut out for it. */
    private static final long LONGEST_SECONDS = 60;

    private final Map<PersonId, Integer> waiting = new HashMap<>();

    /** Fails at once for whoever waits for so many already. */
    CompletableFuture<PageImage> ask(PersonId who, Supplier<CompletableFuture<PageImage>> picture) {
        if (!enter(who)) return CompletableFuture.failedFuture(new TimeoutException("too many pages are waited for"));
        try {
            var coming = picture.get();
            coming.copy().orTimeout(LONGEST_SECONDS, TimeUnit.SECONDS).whenComplete((_, _) -> leave(who));
            return coming;
        } catch (RuntimeException e) {
            leave(who);
            throw e;
        }
    }

    private synchronized boolean enter(PersonId who) {
        int now = waiting.getOrDefault(who, 0);
        if (now >= EACH) return false;
        waiting.put(who, now + 1);
        return true;
    }

    private synchronized void leave(PersonId who) {
        waiting.computeIfPresent(who, (_, count) -> count == 1 ? null : count - 1);
    }

    synchronized int of(PersonId who) {
        return waiting.getOrDefault(who, 0);
    }
}
