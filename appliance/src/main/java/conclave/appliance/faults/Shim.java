package conclave.appliance.faults;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/** What stands between a node and the system: syncs that fail and clocks that are wrong, of one node and at the moment one likes. */
final class Shim {

    /** What becomes of syncs. */
    enum Manner {
        /** They are done, and the one that is to fail says so. */
        HONEST,
        /** The one that is to fail does not say so: a canary. */
        SILENT_ABOUT_FAILURE,
        /** None is ever done: a disk that lies, and a canary. */
        NEVER_SYNCING
    }

    private static final int FAILING = 0;
    private static final int FAILED = 8;
    private static final int MANNER = 16;
    private static final int CLOCK = 24;
    private static final int SIZE = 32;

    private final Path folder;
    private final Path library;

    private Shim(Path folder, Path library) {
        this.folder = folder;
        this.library = library;
    }

    static Optional<String> missing() {
        for (var part : System.getenv("PATH").split(":")) {
            if (Files.isExecutable(Path.of(part, "cc"))) return Optional.empty();
        }
        return Optional.of("没有 C 编译器（apt-get install gcc libc6-dev）。There is no C compiler.");
    }

    static Shim built(Path work, List<String> nodes) throws IOException, InterruptedException {
        var folder = Files.createDirectories(work.resolve("orders"));
        for (var node : nodes) Files.write(folder.resolve(node), new byte[SIZE]);
        var source = work.resolve("shim.c");
        try (var in = Shim.class.getResourceAsStream("shim.c")) {
            Files.copy(in, source);
        }
        var library = work.resolve("shim.so");
        Commands.run("cc", "-O2", "-shared", "-fPIC", "-o", library.toString(), source.toString(), "-ldl");
        return new Shim(folder, library);
    }

    /** Through this a kit is started, so that all its processes are heard by the shim. */
    List<String> through() {
        return List.of("env", "LD_PRELOAD=" + library, "CONCLAVE_FAULTS=" + folder);
    }

    void failSync(String node, int number) throws IOException {
        put(node, FAILING, number);
    }

    long failures(String node) throws IOException {
        try (var file = FileChannel.open(folder.resolve(node), StandardOpenOption.READ)) {
            var number = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.nativeOrder());
            file.read(number, FAILED);
            return number.getLong(0);
        }
    }

    void treatSyncs(String node, Manner manner) throws IOException {
        put(node, MANNER, manner.ordinal());
    }

    void setClockWrongBy(String node, long millis) throws IOException {
        put(node, CLOCK, millis);
    }

    private void put(String node, int place, long number) throws IOException {
        try (var file = FileChannel.open(folder.resolve(node), StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.allocate(Long.BYTES).order(ByteOrder.nativeOrder()).putLong(0, number), place);
        }
    }
}
