package conclave.exchange.parcel;

import conclave.seal.OwnerFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * Where results leave a data folder; one process at a time works in it, beside a node that runs or stands.
 *
 * <pre>
 * exports/lock             held by whoever exports
 * exports/work             what is being made; emptied at each beginning and end
 * exports/MEETING.jsonl    what left of a meeting, and what became of it
 * exports/results/ID/      the result folder that was in the package, while it counts
 * exports/revoked/ID.p7s   what is to be taken no more, signed
 * </pre>
 */
public final class Outbox implements AutoCloseable {

    private static final String ENDING = ".jsonl";

    private final Path root;
    private final FileChannel channel;
    private final FileLock lock;

    private Outbox(Path root, FileChannel channel, FileLock lock) {
        this.root = root;
        this.channel = channel;
        this.lock = lock;
    }

    public static Outbox open(Path data) throws IOException {
        var root = data.resolve("exports");
        OwnerFiles.makeFolder(root);
        var channel = FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = lock(channel);
        if (lock == null) {
            channel.close();
            throw Stopped.by(Obstacle.EXPORT_BUSY);
        }
        var outbox = new Outbox(root, channel, lock);
        try {
            outbox.clear();
            OwnerFiles.makeFolder(outbox.revoked());
            OwnerFiles.makeFolder(root.resolve("results"));
            return outbox;
        } catch (IOException | RuntimeException e) {
            outbox.close();
            throw e;
        }
    }

    /** Only looked at: what left a data folder so far, also where nothing ever did. */
    public static Dispatches dispatches(Path data, String meeting) throws IOException {
        return Dispatches.read(data.resolve("exports").resolve(meeting + ENDING));
    }

    /** The folder of the result that counts now, as it left; empty where none does. */
    public static Optional<Path> inForce(Path data, String meeting) throws IOException {
        return dispatches(data, meeting).inForce(meeting).map(sent -> data.resolve("exports").resolve("results").resolve(sent.packageId()))
                .filter(Files::isDirectory);
    }

    /** Of which meetings anything ever left. */
    public List<String> meetings() throws IOException {
        try (var all = Files.list(root)) {
            return all.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length())).sorted().toList();
        }
    }

    private static FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    public Dispatches dispatches(String meeting) throws IOException {
        return Dispatches.read(journal(meeting));
    }

    public Path journal(String meeting) {
        return root.resolve(meeting + ENDING);
    }

    /** What was in the package stays here for its reconciliation, beside what counts until this one is handed over. */
    public void keep(Path result, String packageId) throws IOException {
        Files.move(result, kept(packageId), StandardCopyOption.ATOMIC_MOVE);
        Folders.force(root.resolve("results"));
    }

    /** What counts no more, and what was kept of an export that broke off. */
    public void sweep(String meeting) throws IOException {
        for (var packageId : dispatches(meeting).notInForce(meeting)) Folders.remove(kept(packageId));
        Folders.force(root.resolve("results"));
    }

    private Path kept(String packageId) {
        return root.resolve("results").resolve(packageId);
    }

    public Path revoked() {
        return root.resolve("revoked");
    }

    /** Empty, and nobody else's. */
    public Path work() throws IOException {
        clear();
        OwnerFiles.makeFolder(root.resolve("work"));
        return root.resolve("work");
    }

    private void clear() throws IOException {
        Folders.remove(root.resolve("work"));
    }

    @Override
    public void close() throws IOException {
        try {
            clear();
        } finally {
            lock.release();
            channel.close();
        }
    }
}
