package conclave.presence.hazelcast;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for something to become true, looking again each time something changed. */
final class Changes implements Runnable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Override
    public synchronized void run() {
        notifyAll();
    }

    synchronized void until(String what, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) throw new AssertionError("waited in vain: " + what);
            wait(left);
        }
    }
}
