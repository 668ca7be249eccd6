package conclave.simulation;

import java.util.Comparator;
import java.util.PriorityQueue;

/** Time that passes only when it is told to: what is due next is done next, all of it on one thread. */
final class Agenda {

    private record Due(long at, long number, Runnable what) {
    }

    private final PriorityQueue<Due> due = new PriorityQueue<>(Comparator.comparingLong(Due::at).thenComparingLong(Due::number));
    private long now;
    private long numbers;
    private long steps;

    long now() {
        return now;
    }

    long steps() {
        return steps;
    }

    void after(long millis, Runnable what) {
        due.add(new Due(now + millis, ++numbers, what));
    }

    /** False when nothing is left to do. */
    boolean step() {
        var next = due.poll();
        if (next == null) return false;
        now = next.at;
        steps++;
        next.what.run();
        return true;
    }
}
