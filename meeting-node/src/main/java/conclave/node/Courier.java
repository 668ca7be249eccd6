package conclave.node;

import conclave.codec.Codec;
import conclave.ledger.Ledger;
import conclave.meeting.event.Order;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Carries orders to the ledger. Those that wait travel together in the next entry, because an entry costs an fsync
 * whatever it holds; few entries are under way at once, so that many orders share each.
 */
final class Courier {

    private static final int UNDER_WAY = 3;
    private static final int MOST_WAITING = 20_000;

    /** An order on its way, and who waits for what becomes of it. */
    record Sent(Order order, byte[] bytes, CompletableFuture<Reply> reply) {
    }

    private final String node;
    private final int mostOrders;
    private final int mostBytes;
    private final ArrayDeque<Sent> waiting = new ArrayDeque<>();
    private final Map<Long, List<Sent>> underWay = new ConcurrentHashMap<>();
    private volatile Ledger ledger;
    private int entriesUnderWay;
    private long lastEntry;

    Courier(String node, int mostOrders, int mostBytes) {
        this.node = node;
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
            List<Sent> together;
            long number;
            synchronized (waiting) {
                if (waiting.isEmpty() || entriesUnderWay >= UNDER_WAY) return;
                together = next();
                number = ++lastEntry;
                entriesUnderWay++;
                underWay.put(number, together);
            }
            ledger.append(Codec.entry(node, number, together.stream().map(Sent::bytes).toList()))
                    .whenComplete((_, failure) -> returned(number, failure));
        }
    }

    private List<Sent> next() {
        var together = new ArrayList<Sent>();
        var bytes = 0;
        while (!waiting.isEmpty() && together.size() < mostOrders) {
            bytes += waiting.peek().bytes.length + 1;
            if (bytes > mostBytes && !together.isEmpty()) break;
            together.add(waiting.poll());
        }
        return together;
    }

    /** A failed entry may have been kept all the same: nobody is told "no", everybody "unknown". */
    private void returned(long number, Throwable failure) {
        synchronized (waiting) {
            entriesUnderWay--;
        }
        if (failure != null) {
            var lost = underWay.remove(number);
            if (lost != null) lost.forEach(sent -> sent.reply.complete(new Reply.NotNow(Reply.Why.OUTCOME_UNKNOWN)));
        }
        dispatch();
    }
}
