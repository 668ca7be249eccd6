package conclave.node;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Whether this node was abreast a moment ago. A server cut off from the others does not hear that a page was taken back: what it was
 * sure of holds for five seconds, and then it says nothing until it has asked again. Asked by everybody who wants a page, so that who is
 * in touch is not kept waiting: the question goes out ahead of time and they go on with the last answer.
 */
final class InTouch {

    static final long HOLDS_NS = TimeUnit.SECONDS.toNanos(5);
    private static final long AHEAD_NS = TimeUnit.SECONDS.toNanos(2);

    private final Abreast abreast;
    private final Pace pace;
    private boolean known;
    private long sureAt;
    private CompletableFuture<Boolean> asking = CompletableFuture.completedFuture(false);

    InTouch(Abreast abreast, Pace pace) {
        this.abreast = abreast;
        this.pace = pace;
    }

    /** True where this node had read all that counted at some moment of the last five seconds; false where it cannot find out within two. */
    CompletableFuture<Boolean> lately() {
        if (abreast.always()) return CompletableFuture.completedFuture(true);
        synchronized (this) {
            var now = pace.passed();
            if (known && now - sureAt < AHEAD_NS) return CompletableFuture.completedFuture(true);
            if (asking.isDone()) ask(now);
            return known && now - sureAt < HOLDS_NS ? CompletableFuture.completedFuture(true) : asking;
        }
    }

    /** What was so when it was asked, and not when the answer came, is what is known. */
    private void ask(long asked) {
        var answer = abreast.now();
        asking = answer;
        answer.thenAccept(sure -> {
            if (sure) sureOf(asked);
        });
    }

    private synchronized void sureOf(long asked) {
        if (known && asked - sureAt <= 0) return;
        known = true;
        sureAt = asked;
    }
}
