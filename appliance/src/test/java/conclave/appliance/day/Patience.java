package conclave.appliance.day;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waits for what takes as long as it takes: the machine that tests may have much else to do. */
final class Patience {

    private static final long MOMENT_NS = 100_000_000;
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(400);

    private Patience() {
    }

    interface Met {
        boolean now() throws Exception;
    }

    static void until(String what, Met met) throws Exception {
        for (long begun = System.nanoTime(); System.nanoTime() - begun < PATIENCE_NS; LockSupport.parkNanos(MOMENT_NS)) {
            if (met.now()) return;
        }
        throw new AssertionError("waited in vain: " + what);
    }
}
