package conclave.exchange.parcel;

import conclave.seal.OwnerFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Where packages arrive in a data folder; one process at a time works in it.
 *
 * <pre>
 * intake/lock            held by whoever imports
 * intake/staging/        the volumes as copied, while they are checked
 * intake/quarantine/     their contents, while they are checked
 * intake/meetings/ID/    checked folders that wait for the server
 * intake/journal.jsonl   what was taken in, and what became of it
 * intake/refusals.jsonl  what was not
 * </pre>
 */
public final class Shelf implements AutoCloseable {

    private final Path root;
    private final FileChannel channel;
    private final FileLock lock;

    private Shelf(Path root, FileChannel channel, FileLock lock) {
        this.root = root;
        this.channel = channel;
        this.lock = lock;
    }

    public static boolean isThere(Path data) {
        return Files.isDirectory(data.resolve("intake"));
    }

    /** What an interrupted import has left is thrown away: only what the journal names is there. */
    public static Shelf open(Path data) throws IOException {
        var root = data.resolve("intake");
        OwnerFiles.makeFolder(root);
        var channel = FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = lock(channel);
        if (lock == null) {
            channel.close();
            throw Stopped.by(Obstacle.BUSY);
        }
        var shelf = new Shelf(root, channel, lock);
        try {
            shelf.tidy();
            return shelf;
        } catch (IOException | RuntimeException e) {
            shelf.close();
            throw e;
        }
    }

    private static FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private void tidy() throws IOException {
        clear();
        OwnerFiles.makeFolder(meetings());
        var journal = journal();
        try (var folders = Files.list(meetings())) {
            for (var folder : folders.toList()) {
                if (journal.waiting().stream().noneMatch(taken -> taken.packageId().equals(folder.getFileName().toString()))) Folders.remove(folder);
            }
        }
    }

    /** Staging and quarantine are empty after this. */
    void clear() throws IOException {
        Folders.remove(staging());
        Folders.remove(quarantine());
    }

    public Journal journal() throws IOException {
        return Journal.read(root.resolve("journal.jsonl"));
    }

    LineLog refusals() {
        return new LineLog(root.resolve("refusals.jsonl"));
    }

    Path staging() {
        return root.resolve("staging");
    }

    Path quarantine() {
        return root.resolve("quarantine");
    }

    Path meetings() {
        return root.resolve("meetings");
    }

    public Path meeting(String packageId) {
        return meetings().resolve(packageId);
    }

    /** Persons' data in clear: gone as soon as the server holds it sealed. */
    public void discard(String packageId) throws IOException {
        Folders.remove(meeting(packageId));
        Folders.force(meetings());
    }

    @Override
    public void close() throws IOException {
        lock.release();
        channel.close();
    }
}
