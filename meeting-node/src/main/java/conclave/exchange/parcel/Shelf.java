package conclave.exchange.parcel;

import conclave.seal.OwnerFiles;
import conclave.seal.container.Refused;
import conclave.seal.container.Statement;
import conclave.seal.container.Volume;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Where packages arrive in a data folder; one process at a time works in it.
 *
 * <pre>
 * intake/lock            held by whoever imports
 * intake/staging/        the volumes as copied, while they are checked
 * intake/meetings/ID/    checked packages that wait for the server, sealed as they came, with the key that opens them
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

    /** Staging is empty after this; so is the quarantine in clear that an earlier version had. */
    void clear() throws IOException {
        Folders.remove(staging());
        Folders.remove(root.resolve("quarantine"));
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

    Path meetings() {
        return root.resolve("meetings");
    }

    private Path place(String packageId) {
        return meetings().resolve(packageId);
    }

    /** What was copied becomes a held package; where that fails, nothing is there. */
    void put(Statement statement, byte[] key, Progress progress) throws IOException {
        progress.begin(Progress.Step.SYNC, statement.volumes().stream().mapToLong(Volume::size).sum());
        Folders.force(staging(), progress);
        discard(statement.packageId());
        var place = place(statement.packageId());
        Files.move(staging(), place, StandardCopyOption.ATOMIC_MOVE);
        try {
            Held.keep(place, statement, key);
            Folders.force(meetings());
        } catch (IOException | RuntimeException e) {
            discard(statement.packageId());
            throw e;
        }
    }

    /** Empty where the disk has lost it, or changed it so that it is none. */
    public Optional<Held> held(String packageId) throws IOException {
        try {
            return Optional.of(Held.in(place(packageId)));
        } catch (Refused | NoSuchFileException damaged) {
            return Optional.empty();
        }
    }

    /** Gone as soon as the server has it, sealed under the meeting's own key. */
    public void discard(String packageId) throws IOException {
        Held.forget(place(packageId));
        Folders.remove(place(packageId));
        Folders.force(meetings());
    }

    /** What the journal says at this moment, whoever works in it; nothing is tidied. */
    public static Journal glance(Path data) throws IOException {
        return Journal.read(data.resolve("intake/journal.jsonl"));
    }

    @Override
    public void close() throws IOException {
        lock.release();
        channel.close();
    }
}
