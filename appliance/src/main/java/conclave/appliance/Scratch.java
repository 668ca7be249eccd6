package conclave.appliance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A folder for what is only in the making, readable for its owner alone. What lies there may be in clear, so it is gone when the work is done,
 * when it fails, and when somebody ends the command.
 */
public final class Scratch implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 20;
    private static final Path MEMORY = Path.of("/dev/shm");

    private final Path folder;
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread hook = Thread.ofPlatform().name("tidying").unstarted(() -> ended(PATIENCE_SECONDS));

    private Scratch(Path folder) {
        this.folder = folder;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Where temporary files lie on this machine, and never on a stick. */
    public static Scratch named(String name) throws IOException {
        return new Scratch(Files.createTempDirectory("conclave-" + name));
    }

    /** In memory, where this machine has a folder for that: what lies there touches no disk. */
    public static Scratch inMemory(String name) throws IOException {
        boolean here = Files.isDirectory(MEMORY) && Files.isWritable(MEMORY);
        return here ? new Scratch(Files.createTempDirectory(MEMORY, "conclave-" + name)) : named(name);
    }

    /** On the disk where something else lies, because it is as large as that. */
    public static Scratch beside(Path other, String name) throws IOException {
        return new Scratch(Files.createTempDirectory(other.toAbsolutePath().normalize().getParent(), "." + name));
    }

    public Path folder() {
        return folder;
    }

    /** Whoever works here is given the time to notice; after that it is gone all the same. */
    void ended(long seconds) {
        try {
            if (!over.await(seconds, TimeUnit.SECONDS)) remove(folder);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            System.err.println("临时文件夹没有清除干净，请手工删除：" + folder + "。Delete this folder by hand.");
        }
    }

    /** What cannot be removed is said: it may hold names. */
    @Override
    public void close() {
        try {
            remove(folder);
        } catch (IOException e) {
            System.err.println("临时文件夹没有清除干净，请手工删除：" + folder + "。Delete this folder by hand.");
        } finally {
            over.countDown();
            forget();
        }
    }

    private void forget() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // The hook runs already, and finds that all is done.
            return;
        }
    }

    private static void remove(Path folder) throws IOException {
        if (Files.notExists(folder)) return;
        try (var all = Files.walk(folder)) {
            for (var path : new TreeSet<>(all.toList()).descendingSet()) Files.deleteIfExists(path);
        }
    }
}
