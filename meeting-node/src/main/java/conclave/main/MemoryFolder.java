package conclave.main;

import conclave.seal.Digests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/** A folder that touches no disk, this data folder's own; what a crash left in it is taken away when the node starts. */
final class MemoryFolder {

    private static final Path MEMORY = Path.of("/dev/shm");
    private static final int NAME = 16;
    private static final Set<PosixFilePermission> OURS = PosixFilePermissions.fromString("rwx------");

    private MemoryFolder() {
    }

    /** @param scratch of this node: two nodes on one machine have two */
    static Optional<Path> of(Path scratch) throws IOException {
        if (!Files.isDirectory(MEMORY) || !Files.isWritable(MEMORY)) return Optional.empty();
        var name = Digests.hex(Digests.sha256(scratch.toAbsolutePath().toString().getBytes(StandardCharsets.UTF_8))).substring(0, NAME);
        var folder = MEMORY.resolve("conclave-office-" + name);
        clear(folder);
        // Fails where somebody else has made it meanwhile: what lies in another's folder is not private.
        return Optional.of(Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OURS)));
    }

    /**
     * One for all processes of this user, in which each has a place of its own. Empty where somebody else has made it or may look in.
     *
     * @param ours a file that this user has made
     */
    static Optional<Path> shared(Path ours) throws IOException {
        if (!Files.isDirectory(MEMORY) || !Files.isWritable(MEMORY)) return Optional.empty();
        var owner = Files.getOwner(ours);
        var name = Digests.hex(Digests.sha256(owner.getName().getBytes(StandardCharsets.UTF_8))).substring(0, NAME);
        var folder = MEMORY.resolve("conclave-prepare-" + name);
        Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(OURS));
        boolean own = Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(owner)
                && Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS).equals(OURS);
        return own ? Optional.of(folder) : Optional.empty();
    }

    private static void clear(Path folder) throws IOException {
        if (Files.notExists(folder)) return;
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }
}
