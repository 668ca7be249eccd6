package conclave.appliance.faults;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Everything that experts were told is saved, in the order in which they were told; on no disk that is made to fail. */
final class AcknowledgementLog implements AutoCloseable {

    /** What laptops asked is written down beside it; what is longer ago than any silence is not kept in memory. */
    private static final long ATTEMPTS_KEPT_NS = 200_000_000_000L;

    private final PrintWriter file;
    private final PrintWriter attempts;
    private final List<Acknowledgement> all = new ArrayList<>();
    private final List<Attempt> lately = new ArrayList<>();
    private final long origin = System.nanoTime();
    private long last = origin;
    private Silence longest = new Silence(origin, origin);

    AcknowledgementLog(Path folder) throws IOException {
        this.file = new PrintWriter(Files.newBufferedWriter(folder.resolve("acknowledged.log")), true);
        this.attempts = new PrintWriter(Files.newBufferedWriter(folder.resolve("attempts.log")), true);
        attempts.println("# ms since " + java.time.Instant.now() + ": began, ended, expert, server, answer");
    }

    /** A time without any acknowledgement. */
    record Silence(long from, long to) {

        double seconds() {
            return (to - from) / 1e9;
        }
    }

    synchronized void add(Acknowledgement one) {
        long now = System.nanoTime();
        longest = longer(longest, new Silence(last, now));
        last = now;
        all.add(one);
        file.println(one.line());
    }

    synchronized void note(Attempt attempt) {
        attempts.println(attempt.line(origin));
        lately.add(attempt);
        if (lately.getFirst().ended() < attempt.ended() - 2 * ATTEMPTS_KEPT_NS) lately.removeIf(old -> old.ended() < attempt.ended() - ATTEMPTS_KEPT_NS);
    }

    /** What was asked meanwhile, and how often it was answered how by whom. */
    synchronized String during(Silence silence) {
        var answers = new TreeMap<String, Integer>();
        lately.stream().filter(attempt -> attempt.during(silence.from(), silence.to()))
                .forEach(attempt -> answers.merge(attempt.server() + " " + attempt.code(), 1, Integer::sum));
        return "from " + (silence.from() - origin) / 1_000_000 + " to " + (silence.to() - origin) / 1_000_000 + " ms: " + answers;
    }

    synchronized int count() {
        return all.size();
    }

    synchronized List<Acknowledgement> all() {
        return List.copyOf(all);
    }

    /** The longest one since this was asked before. */
    synchronized Silence longestSilence() {
        long now = System.nanoTime();
        var found = longer(longest, new Silence(last, now));
        last = now;
        longest = new Silence(now, now);
        return found;
    }

    private static Silence longer(Silence one, Silence other) {
        return other.seconds() > one.seconds() ? other : one;
    }

    @Override
    public synchronized void close() {
        file.close();
        attempts.close();
    }
}
