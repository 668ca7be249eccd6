package conclave.document;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;

/** Pictures to be marked: those somebody waits for first, in the order they were asked for; then what may be wanted soon. Bounded. */
final class MarkingQueue {

    /** @param name of the picture that comes of it */
    record Task(String name, Leaf leaf, Bearer bearer, CompletableFuture<PageImage> answer) {
    }

    private static final int MOST_ASKED = 4_000;
    private static final int MOST_AHEAD = 4_000;

    private final Map<String, Task> coming = new HashMap<>();
    private final Set<String> begun = new HashSet<>();
    private final Deque<Task> asked = new ArrayDeque<>();
    private final Deque<Task> ahead = new ArrayDeque<>();
    private boolean closed;

    /** Several who wait for one picture wait for one marking. What was to be made ahead and is wanted now is made now. */
    synchronized CompletableFuture<PageImage> want(Task task) {
        if (closed || asked.size() >= MOST_ASKED) return CompletableFuture.failedFuture(new TimeoutException("too many wait for marked pages"));
        var first = coming.putIfAbsent(task.name(), task);
        var one = first == null ? task : first;
        if (!begun.contains(one.name())) asked.add(one);
        notifyAll();
        return one.answer().copy();
    }

    /** @return whether there was room */
    synchronized boolean later(Task task) {
        if (closed || ahead.size() >= MOST_AHEAD) return false;
        if (coming.putIfAbsent(task.name(), task) == null) ahead.add(task);
        notifyAll();
        return true;
    }

    /** Empty when nothing came up for so long, or when closed. */
    synchronized Optional<Task> take(Duration patience) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        while (!closed) {
            var next = next(asked).or(() -> next(ahead));
            if (next.isPresent()) return next;
            long left = (until - System.nanoTime()) / 1_000_000;
            if (left <= 0) return Optional.empty();
            wait(left);
        }
        return Optional.empty();
    }

    /** Each is handed out once, whichever list it stands on. */
    private Optional<Task> next(Deque<Task> list) {
        while (!list.isEmpty()) {
            var task = list.poll();
            if (coming.get(task.name()) == task && begun.add(task.name())) return Optional.of(task);
        }
        return Optional.empty();
    }

    /** Its answer is there, whatever it is. */
    synchronized void done(Task task) {
        coming.remove(task.name(), task);
        begun.remove(task.name());
    }

    synchronized void close() {
        closed = true;
        coming.values().forEach(task -> task.answer().completeExceptionally(new TimeoutException("the node is stopping")));
        notifyAll();
    }

    synchronized void forgetAhead() {
        ahead.forEach(task -> {
            if (!asked.contains(task) && !begun.contains(task.name())) coming.remove(task.name(), task);
        });
        ahead.clear();
    }
}
