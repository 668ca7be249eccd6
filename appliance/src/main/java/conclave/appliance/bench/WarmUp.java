package conclave.appliance.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Presses a side until its compilers have little left to do: before that, half of two cores is theirs, and a figure says how
 * they are getting on. First gently, which leaves them room; then as hard as it will be measured, for what only that shows.
 */
final class WarmUp {

    private static final int STEP_SECONDS = 10;
    private static final int GENTLY = 1_000;
    /** Cores that compilers may still take. */
    private static final double DONE = 0.15;
    /** Whoever names the time wants to wait no longer; this is for whoever does not. */
    private static final int LONGEST = 300;

    private final Side side;
    private final int longest;
    private int seconds;
    private double compilers;

    /** @param asked seconds in all, or null: until it is done */
    WarmUp(Side side, Integer asked) {
        this.side = side;
        this.longest = asked == null ? LONGEST : asked;
    }

    WarmUp press() throws IOException {
        press(Pace.aSecond(GENTLY), longest / 2);
        press(Pace.atOnce(side.senders().size()), longest);
        System.err.printf(Locale.ROOT, "%s%n", said());
        return this;
    }

    private void press(Pace pace, int until) throws IOException {
        do {
            int step = Math.max(1, Math.min(STEP_SECONDS, until - seconds));
            double before = compiling();
            pace.press(side, Duration.ofSeconds(step));
            compilers = Math.max(0, compiling() - before) / step;
            seconds += step;
        } while (compilers > DONE && seconds < until);
    }

    private double compiling() throws IOException {
        double sum = 0;
        for (long pid : side.processes().values().stream().flatMap(List::stream).toList()) sum += ProcessFigures.compilerSeconds(pid);
        return sum;
    }

    String said() {
        return String.format(Locale.ROOT, "warmed up for %d s; in the last step of it compilers took %.2f cores", seconds, compilers);
    }
}
