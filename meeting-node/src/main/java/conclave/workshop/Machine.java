package conclave.workshop;

import conclave.seal.RandomIds;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;

/** The place of one process in a workshop; held by a lock, so that what a killed one left is known for it and thrown away. */
public final class Machine implements AutoCloseable {

    private final Path folder;
    private final FileChannel channel;
    private final FileLock lock;

    private Machine(Path folder, FileChannel channel, FileLock lock) {
        this.folder = folder;
        this.channel = channel;
        this.lock = lock;
    }

    /** A place for this process among others. */
    public static Machine in(Path machines) throws IOException {
        Files.createDirectories(machines);
        var folder = Files.createDirectory(machines.resolve(RandomIds.next()));
        var channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        return new Machine(folder, channel, channel.lock());
    }

    /** Those at work are left alone. */
    public static void sweep(Path machines) throws IOException {
        if (!Files.isDirectory(machines)) return;
        try (var folders = Files.newDirectoryStream(machines)) {
            for (var folder : folders) {
                if (gone(folder)) remove(folder);
            }
        }
    }

    private static boolean gone(Path folder) throws IOException {
        var file = folder.resolve("lock");
        if (!Files.exists(file)) return false;
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE); var lock = channel.tryLock()) {
            return lock != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        }
    }

    public Path folder() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        lock.release();
        channel.close();
        remove(folder);
    }
}
