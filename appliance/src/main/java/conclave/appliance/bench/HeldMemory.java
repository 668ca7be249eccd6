package conclave.appliance.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * How much memory the commands hold that make a package, look it through, take it in and send a result away: each in a process of its own,
 * whose heap may not grow above what is promised for 300 GB. Said is what was left after a collection, at most: as much as is really held, or
 * a little more.
 */
final class HeldMemory {

    /** What is promised, whatever a package weighs; collected early, so that what is left is held. */
    private static final List<String> PROMISED = List.of("-Xms64m", "-Xmx256m", "-XX:-G1UseAdaptiveIHOP", "-XX:InitiatingHeapOccupancyPercent=10");
    private static final int LONGEST_HOURS = 3;
    private static final Duration TAKING_IN = Duration.ofHours(2);
    private static final long OFTEN = Duration.ofMillis(100).toNanos();

    private final Stand stand;
    private final Load load;
    private final Report report;

    /** @param gigabytes of 10^9 bytes */
    record Load(double gigabytes, int files) {

        static Load of(String text) throws IOException {
            var parts = text.split(":");
            try {
                return new Load(Double.parseDouble(parts[0]), Integer.parseInt(parts[1]));
            } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
                throw new IOException("it is written GB:FILES, and not " + text, e);
            }
        }

        String said() {
            return String.format(Locale.ROOT, gigabytes < 10 ? "%.1f GB, %d files" : "%.0f GB, %d files", gigabytes, files);
        }
    }

    HeldMemory(Stand stand, Load load, Report report) {
        this.stand = stand;
        this.load = load;
        this.report = report;
    }

    void measure() throws IOException, InterruptedException {
        var shell = new Shell(stand.folder());
        for (var who : List.of("office", "node", "platform")) typed("keys", "package", "keys", "make", at(who), "--name", who, "--role", who);
        HeavyMeeting.make(stand.folder(), load.files(), (long) (load.gigabytes() * 1e9));
        Files.createDirectories(Path.of(at("stick")));
        held("build", "package", "build", at("heavy"), "--name", "P", "--out", at("stick"), "--key", at("office.key"), "--recipient", at("node.crt"));
        shell.fresh(Path.of(at("heavy")));
        held("verify", "package", "verify", at("stick/P.mpkg"), "--key", at("node.key"), "--trust", at("office.crt"));
        held("import", "package", "import", at("stick/P.mpkg"), "--data", at("data"), "--key", at("node.key"), "--trust", at("office.crt"), "--wait", "0");
        shell.fresh(Path.of(at("stick")));
        takeIn();
        held("export", "package", "export", "--data", at("data"), "--out", at("stick"), "--by", "bench", "--unfinished", "--key", at("node.key"),
                "--recipient", at("platform.crt"));
    }

    private String at(String file) {
        return stand.folder().resolve(file).toString();
    }

    private void typed(String what, String... words) throws IOException, InterruptedException {
        await(what, stand.start(words));
    }

    private void held(String what, String... words) throws IOException, InterruptedException {
        var log = stand.folder().resolve(what + ".gc");
        // Quoted, because a folder may have blanks in its name.
        var process = stand.start(List.of("env", "JDK_JAVA_OPTIONS=-Xlog:gc:file=\"" + log + "\""), PROMISED, words);
        double resident = await(what, process);
        report.add(Figure.of(load.said(), what + ", heap held", "MB", mostLeft(log)));
        report.add(Figure.of(load.said(), what + ", resident", "MB", resident));
    }

    /** What it had at most of memory, before it ended as it should. */
    private double await(String what, Process process) throws IOException, InterruptedException {
        double most = 0;
        for (long began = System.nanoTime(); !process.waitFor(100, TimeUnit.MILLISECONDS); ) {
            if (System.nanoTime() - began > TimeUnit.HOURS.toNanos(LONGEST_HOURS)) throw new IOException(what + " takes too long");
            most = Math.max(most, resident(process));
        }
        if (process.exitValue() != 0) throw new IOException(what + " ended with " + process.exitValue() + ": " + stand.saidLast());
        return most;
    }

    /** One that is just ending holds nothing any more. */
    private static double resident(Process process) {
        try {
            return ProcessFigures.mostResidentMegabytes(process.pid());
        } catch (IOException ending) {
            return 0;
        }
    }

    /** Megabytes of heap after a collection, at most. */
    static double mostLeft(Path log) throws IOException {
        try (var lines = Files.lines(log)) {
            return lines.filter(line -> line.contains("Pause Young") || line.contains("Pause Full"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceFirst(".*->([0-9]+)M\\(.*", "$1"))).max().orElse(0);
        }
    }

    /** A node takes it over from the shelf, as it is; its memory is measured elsewhere. */
    private void takeIn() throws IOException, InterruptedException {
        var shelf = Path.of(at("data"), "intake", "meetings");
        var node = stand.start("serve", "--data", at("data"), "--port", "0");
        for (long began = System.nanoTime(); !isEmpty(shelf); LockSupport.parkNanos(OFTEN)) {
            if (!node.isAlive() || System.nanoTime() - began > TAKING_IN.toNanos()) throw new IOException("the node did not take it in: " + stand.saidLast());
        }
        stand.stop(node);
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var all = Files.list(folder)) {
            return all.findAny().isEmpty();
        }
    }
}
