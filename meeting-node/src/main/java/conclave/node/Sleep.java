package conclave.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Notices that the machine slept or the process was stopped, by a clock that goes on meanwhile. The monotonic clock of
 * Linux stands still under a closed lid, and the wall clock is moved by hand; the uptime does neither.
 */
final class Sleep {

    private static final Path UPTIME = Path.of("/proc/uptime");

    private final LongSupplier clock;
    private long last;

    Sleep(LongSupplier clock) {
        this.clock = clock;
        this.last = clock.getAsLong();
    }

    /** Milliseconds since this was asked last. */
    long sinceLastLook() {
        var now = clock.getAsLong();
        var passed = now - last;
        last = now;
        return passed;
    }

    /** Milliseconds since the machine was switched on, its sleep included; where the system does not say, without it. */
    static long uptime() {
        try {
            var seconds = Files.readString(UPTIME).split(" ")[0];
            return new java.math.BigDecimal(seconds).movePointRight(3).longValue();
        } catch (IOException | NumberFormatException unknown) {
            return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
        }
    }
}
