package conclave.main;

import conclave.seal.Digests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Optional;

/** A folder that touches no disk, this data folder's own; what a crash left in it is taken away when the node starts. */
final class MemoryFolder {

    private static final Path MEMORY = Path.of("/dev/shm");
    private static final int NAME = 16;

    private MemoryFolder() {
    }

    /** @param scratch of this node: two nodes on one machine have two */
    static Optional<Path> of(Path scratch) throws IOException {
        if (!Files.isDirectory(MEMORY) || !Files.isWritable(MEMORY)) return Optional.empty();
        var name = Digests.hex(Digests.sha256(scratch.toAbsolutePath().toString().getBytes(StandardCharsets.UTF_8))).substring(0, NAME);
        var folder = MEMORY.resolve("conclave-office-" + name);
        clear(folder);
        // Fails where somebody else has made it meanwhile: what lies in another's folder is not private.
        return Optional.of(Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))));
    }

    private static void clear(Path folder) throws IOException {
        if (Files.notExists(folder)) return;
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }
}
