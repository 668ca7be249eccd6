package conclave.ledger.ratis;

import conclave.ledger.Broken;
import conclave.ledger.LedgerId;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;

/**
 * A file for each ledger that was founded here, kept apart from its log. Ratis begins again from nothing when it
 * finds a folder empty; the mark is how we know that there was something.
 */
final class FoundingMarks {

    private static final String FORMAT = "conclave-ledger/1";

    private final Path folder;
    private final String peer;

    FoundingMarks(Path folder, String peer) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.peer = peer;
        syncFolder(folder.toAbsolutePath().getParent());
    }

    List<LedgerId> all() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> !name.contains(".")).sorted()
                    .map(name -> new LedgerId(UUID.fromString(name))).toList();
        }
    }

    boolean founded(LedgerId id) {
        return Files.exists(mark(id));
    }

    /** A founding that was cut short: nothing in it was ever acknowledged. */
    boolean begun(LedgerId id) {
        return Files.exists(beginning(id));
    }

    void begin(LedgerId id) throws IOException {
        try (var file = FileChannel.open(beginning(id), StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            file.write(StandardCharsets.US_ASCII.encode(text(id)));
            file.force(true);
        }
        syncFolder(folder);
    }

    void finish(LedgerId id) throws IOException {
        Files.move(beginning(id), mark(id), StandardCopyOption.ATOMIC_MOVE);
        syncFolder(folder);
    }

    /** Said before the first sync of the log, so before anything in it can count: from now on an empty log is a lost one. */
    void use(LedgerId id) throws IOException {
        if (used(id)) return;
        Files.createFile(use(id.toString()));
        syncFolder(folder);
    }

    /** Whether anything was ever synced; a ledger that other peers founded may wait long for its first entry. */
    boolean used(LedgerId id) {
        return Files.exists(use(id.toString()));
    }

    private Path use(String id) {
        return folder.resolve(id + ".used");
    }

    void check(LedgerId id) throws IOException {
        var found = Files.readString(mark(id), StandardCharsets.ISO_8859_1);
        if (!found.equals(text(id))) {
            throw new Broken("the founding mark " + mark(id) + " is not the one this node wrote: it is damaged, or of another node or version");
        }
    }

    private String text(LedgerId id) {
        return FORMAT + " " + id + " " + peer + "\n";
    }

    private Path mark(LedgerId id) {
        return folder.resolve(id.toString());
    }

    private Path beginning(LedgerId id) {
        return folder.resolve(id + ".begun");
    }

    /** A new name is durable only when its folder is. */
    static void syncFolder(Path folder) throws IOException {
        try (var directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }
}
