package conclave.appliance.faults;

import conclave.appliance.bench.Stand;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** One {@code conclave package} command that is typed again and again, and how long it takes when nobody disturbs it. */
final class Typed {

    private static final int SLOWEST_SECONDS = 600;

    private final Stand stand;
    private final String[] words;
    private double seconds;

    Typed(Stand stand, String... words) {
        this.stand = stand;
        this.words = new String[words.length + 1];
        this.words[0] = "package";
        System.arraycopy(words, 0, this.words, 1, words.length);
    }

    Stand stand() {
        return stand;
    }

    double seconds() {
        return seconds;
    }

    String saidLast() throws IOException {
        return stand.saidLast();
    }

    /** Undisturbed; what it ended with. */
    int run() throws IOException, InterruptedException {
        long began = System.nanoTime();
        int code = ended(stand.start(words));
        if (code == 0) seconds = (System.nanoTime() - began) / 1e9;
        return code;
    }

    /** Asked to stop, or killed, after so many seconds, unless it has ended by then. */
    int struck(boolean asked, double after) throws IOException, InterruptedException {
        return struck(asked ? "INT" : "KILL", after);
    }

    /** @param signal as {@code kill} calls it */
    int struck(String signal, double after) throws IOException, InterruptedException {
        var process = stand.start(words);
        if (process.waitFor((long) (after * 1000), TimeUnit.MILLISECONDS)) return process.exitValue();
        strike(process, signal);
        return ended(process);
    }

    /** The same, so many milliseconds after something is to be seen. */
    int struck(String signal, Patience.Sight sight, int after) throws IOException, InterruptedException {
        var process = stand.start(words);
        while (!sight.seen() && process.isAlive()) Thread.sleep(1);
        if (process.waitFor(after, TimeUnit.MILLISECONDS)) return process.exitValue();
        strike(process, signal);
        return ended(process);
    }

    private static void strike(Process process, String signal) throws IOException, InterruptedException {
        try {
            Commands.run("kill", "-" + signal, Long.toString(process.pid()));
        } catch (IOException gone) {
            if (process.isAlive()) throw gone;
        }
    }

    private int ended(Process process) throws IOException, InterruptedException {
        if (!process.waitFor(SLOWEST_SECONDS, TimeUnit.SECONDS)) throw new IOException("it takes longer than " + SLOWEST_SECONDS + " s: " + saidLast());
        return process.exitValue();
    }
}
