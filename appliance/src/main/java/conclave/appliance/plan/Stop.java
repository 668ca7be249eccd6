package conclave.appliance.plan;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ctrl-C while something is written: whoever writes is told at the next file, and has the time to take back what was begun. */
public final class Stop implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 60;

    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread hook = Thread.ofPlatform().name("stopping").unstarted(this::stop);
    private volatile boolean asked;

    public Stop() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    public void check() throws IOException {
        if (asked) throw new InterruptedIOException("stopped");
    }

    /** Asks, and waits until nobody writes any more. */
    void stop() {
        asked = true;
        try {
            if (!over.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) System.err.println("写入未能及时停止。The writing did not stop in time.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        over.countDown();
        if (!asked) forget();
    }

    private void forget() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyStopping) {
            asked = true;
        }
    }
}
