package conclave.appliance.document;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Says on stderr how far a long run is. Whoever waits no longer than for a few pages hears nothing. */
final class Pace {

    private static final long PAUSE = Duration.ofSeconds(10).toNanos();

    private final PrintWriter err;
    private final LongSupplier clock;
    private long said;

    Pace(PrintWriter err, LongSupplier clock) {
        this.err = err;
        this.clock = clock;
        this.said = clock.getAsLong();
    }

    /** @param number of the pages of this file that are read by OCR */
    void at(Path file, int number, int of) {
        long now = clock.getAsLong();
        if (now - said < PAUSE) return;
        said = now;
        err.println("正在识别扫描页：" + file.getFileName() + "，第 " + number + " 页，共 " + of + " 页。 Reading scans: " + number + " of " + of + ".");
        err.flush();
    }
}
