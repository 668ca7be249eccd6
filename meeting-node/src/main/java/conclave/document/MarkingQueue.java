package conclave.document;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;

/**
 * Pictures to be marked: those somebody waits for first, then what may be wanted soon. Each reader's stand in the order they were asked
 * for, and readers take turns: whoever asks for hundreds waits for themselves. Bounded, also for each of them.
 */
final class MarkingQueue {

    /** @param name of the picture that comes of it */
    record Task(String name, Leaf leaf, Bearer bearer, CompletableFuture<PageImage> answer) {
    }

    /** More than a screen of thumbnails and the pages around it. */
    static final int EACH = 64;
    private static final int MOST_ASKED = 4_000;
    private static final int MOST_AHEAD = 4_000;

    private final Map<String, Task> coming = new HashMap<>();
    private final Set<String> begun = new HashSet<>();
    /** By reader, whose turn it is first; each picture once. */
    private final LinkedHashMap<String, LinkedHashMap<String, Task>> asked = new LinkedHashMap<>();
    private final Deque<Task> ahead = new ArrayDeque<>();
    private boolean closed;

    /** Several who wait for one picture wait for one marking. What was to be made ahead and is wanted now is made now. */
    synchronized CompletableFuture<PageImage> want(Task task) {
        var known = coming.get(task.name());
        var one = known == null ? task : known;
        if (!begun.contains(one.name()) && !stands(one)) return CompletableFuture.failedFuture(new TimeoutException("too many wait for marked pages"));
        coming.put(one.name(), one);
        notifyAll();
        return one.answer().copy();
    }

    /** @return whether it has a place among those who wait */
    private boolean stands(Task task) {
        var own = asked.getOrDefault(task.bearer().id(), new LinkedHashMap<>());
        if (own.containsKey(task.name())) return true;
        if (closed || own.size() >= EACH || asked.values().stream().mapToInt(Map::size).sum() >= MOST_ASKED) return false;
        own.put(task.name(), task);
        asked.put(task.bearer().id(), own);
        return true;
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
            var next = nextAsked().or(this::nextAhead);
            if (next.isPresent()) return next;
            long left = (until - System.nanoTime()) / 1_000_000;
            if (left <= 0) return Optional.empty();
            wait(left);
        }
        return Optional.empty();
    }

    /** Each is handed out once, whichever list it stands on. */
    private Optional<Task> nextAsked() {
        while (!asked.isEmpty()) {
            var reader = asked.pollFirstEntry();
            var task = reader.getValue().pollFirstEntry().getValue();
            // Behind everybody else who waits.
            if (!reader.getValue().isEmpty()) asked.put(reader.getKey(), reader.getValue());
            if (begins(task)) return Optional.of(task);
        }
        return Optional.empty();
    }

    private Optional<Task> nextAhead() {
        while (!ahead.isEmpty()) {
            var task = ahead.poll();
            if (begins(task)) return Optional.of(task);
        }
        return Optional.empty();
    }

    private boolean begins(Task task) {
        return coming.get(task.name()) == task && begun.add(task.name());
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
            var own = asked.get(task.bearer().id());
            if ((own == null || !own.containsKey(task.name())) && !begun.contains(task.name())) coming.remove(task.name(), task);
        });
        ahead.clear();
    }
}
