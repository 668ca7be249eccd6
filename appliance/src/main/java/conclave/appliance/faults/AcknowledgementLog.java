package conclave.appliance.faults;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Everything that experts were told is saved, in the order in which they were told; on no disk that is made to fail. */
final class AcknowledgementLog implements AutoCloseable {

    private final PrintWriter file;
    private final List<Acknowledgement> all = new ArrayList<>();
    private long last = System.nanoTime();
    private long longestSilence;

    AcknowledgementLog(Path file) throws IOException {
        this.file = new PrintWriter(Files.newBufferedWriter(file), true);
    }

    synchronized void add(Acknowledgement one) {
        long now = System.nanoTime();
        longestSilence = Math.max(longestSilence, now - last);
        last = now;
        all.add(one);
        file.println(one.line());
    }

    synchronized int count() {
        return all.size();
    }

    synchronized List<Acknowledgement> all() {
        return List.copyOf(all);
    }

    /** The longest time without any acknowledgement since this was asked before. */
    synchronized double longestSilence() {
        var longest = Math.max(longestSilence, System.nanoTime() - last);
        longestSilence = 0;
        last = System.nanoTime();
        return longest / 1e9;
    }

    @Override
    public synchronized void close() {
        file.close();
    }
}
