package conclave.node;

import conclave.codec.Codec;
import conclave.ledger.Ledger;
import conclave.ledger.Unsettled;
import conclave.meeting.event.Order;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Carries orders to the ledger. Those that wait travel together in the next entry, because an entry costs an fsync
 * whatever it holds: some twenty threads are woken for it on three machines. So the next one leaves when the last is through,
 * sooner only if it is full or the last one is out for long. While the nodes find a new
 * leader an entry is sent again and again: each has its number, and is read once wherever it stands twice.
 */
final class Courier {

    private static final int UNDER_WAY = 3;
    /** An entry that is out for as long as it takes to miss a leader may never come back; who comes later need not wait for it. */
    private static final long OUT_FOR_LONG_MS = 400;
    private static final int MOST_WAITING = 20_000;
    private static final long AGAIN_AFTER_MS = 40;
    private static final long ANSWER_WITHIN_MS = 2_500;
    private static final long GIVE_UP_AFTER_NS = TimeUnit.SECONDS.toNanos(20);

    /** An order on its way, and who waits for what becomes of it. */
    record Sent(Order order, byte[] bytes, CompletableFuture<Reply> reply) {
    }

    private record Parcel(long number, byte[] bytes, long since) {
    }

    private final String node;
    private final Pace pace;
    private final int mostOrders;
    private final int mostBytes;
    private final ArrayDeque<Sent> waiting = new ArrayDeque<>();
    private final Map<Long, List<Sent>> underWay = new ConcurrentHashMap<>();
    private volatile Ledger ledger;
    private int entriesUnderWay;
    private long bytesWaiting;
    private long lastEntry;
    private long lastLeft;
    private boolean looksAgain;

    Courier(String node, Pace pace, int mostOrders, int mostBytes) {
        this.node = node;
        this.pace = pace;
        this.mostOrders = mostOrders;
        this.mostBytes = mostBytes;
    }

    void start(Ledger opened) {
        ledger = opened;
    }

    CompletableFuture<Reply> send(Order order) {
        if (ledger == null) return CompletableFuture.completedFuture(new Reply.NotNow(Reply.Why.NOT_READY));
        var sent = new Sent(order, Codec.bytes(order), new CompletableFuture<>());
        synchronized (waiting) {
            if (waiting.size() >= MOST_WAITING) return CompletableFuture.completedFuture(new Reply.NotNow(Reply.Why.TOO_BUSY));
            waiting.add(sent);
            bytesWaiting += sent.bytes.length + 1;
        }
        dispatch();
        return sent.reply;
    }

    /** The orders of a committed entry that this very process sent and still waits for. */
    Optional<List<Sent>> arrived(String by, long number) {
        return by.equals(node) ? Optional.ofNullable(underWay.remove(number)) : Optional.empty();
    }

    private void dispatch() {
        while (true) {
            Parcel parcel;
            synchronized (waiting) {
                long now = pace.passed();
                if (waiting.isEmpty()) return;
                if (!mayLeave(now)) {
                    lookAgain();
                    return;
                }
                var together = next();
                long number = ++lastEntry;
                entriesUnderWay++;
                lastLeft = now;
                underWay.put(number, together);
                parcel = new Parcel(number, Codec.entry(node, number, together.stream().map(Sent::bytes).toList()), now);
            }
            carry(parcel);
        }
    }

    private boolean mayLeave(long now) {
        if (entriesUnderWay == 0) return true;
        var full = waiting.size() >= mostOrders || bytesWaiting >= mostBytes;
        return entriesUnderWay < UNDER_WAY && (full || now - lastLeft >= TimeUnit.MILLISECONDS.toNanos(OUT_FOR_LONG_MS));
    }

    /** Whoever waits behind an entry that hangs may be the only one: nobody else comes who would have it leave. */
    private void lookAgain() {
        if (looksAgain) return;
        looksAgain = true;
        pace.after(OUT_FOR_LONG_MS, () -> {
            synchronized (waiting) {
                looksAgain = false;
            }
            dispatch();
        });
    }

    private void carry(Parcel parcel) {
        pace.within(ANSWER_WITHIN_MS, ledger.append(parcel.bytes)).whenComplete((_, failure) -> returned(parcel, failure));
    }

    private List<Sent> next() {
        var together = new ArrayList<Sent>();
        var bytes = 0;
        while (!waiting.isEmpty() && together.size() < mostOrders) {
            bytes += waiting.peek().bytes.length + 1;
            if (bytes > mostBytes && !together.isEmpty()) break;
            together.add(waiting.poll());
            bytesWaiting -= together.getLast().bytes.length + 1;
        }
        return together;
    }

    /** A failed entry may have been kept all the same: nobody is told "no", everybody "unknown", and not too soon. */
    private void returned(Parcel parcel, Throwable failure) {
        if (failure != null && underWay.containsKey(parcel.number) && hopeful(failure, parcel)) {
            pace.after(AGAIN_AFTER_MS, () -> carry(parcel));
            return;
        }
        synchronized (waiting) {
            entriesUnderWay--;
        }
        if (failure != null) {
            var lost = underWay.remove(parcel.number);
            if (lost != null) lost.forEach(sent -> sent.reply.complete(new Reply.NotNow(Reply.Why.OUTCOME_UNKNOWN)));
        }
        dispatch();
    }

    private boolean hopeful(Throwable failure, Parcel parcel) {
        var cause = failure instanceof CompletionException wrapped && wrapped.getCause() != null ? wrapped.getCause() : failure;
        return (cause instanceof Unsettled || cause instanceof TimeoutException) && pace.passed() - parcel.since < GIVE_UP_AFTER_NS;
    }
}
