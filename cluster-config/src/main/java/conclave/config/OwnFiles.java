package conclave.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** Folders that only their owner enters, and small files that are there wholly or not at all, power cut or not. */
final class OwnFiles {

    private static final int LONGEST_LINE = 200;

    private OwnFiles() {
    }

    static Path makeFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) return folder;
        if (folder.toAbsolutePath().getParent() != null) Files.createDirectories(folder.toAbsolutePath().getParent());
        Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        force(folder.toAbsolutePath().getParent());
        return folder;
    }

    static boolean holdsSomething(Path folder) throws IOException {
        try (var inside = Files.list(folder)) {
            return inside.findAny().isPresent();
        }
    }

    static Optional<String> readLine(Path file) throws IOException {
        if (!Files.exists(file)) return Optional.empty();
        try (var in = Files.newInputStream(file)) {
            var text = new String(in.readNBytes(LONGEST_LINE), StandardCharsets.ISO_8859_1);
            return text.lines().findFirst().map(String::strip).filter(line -> !line.isEmpty());
        }
    }

    static void write(Path file, String text) throws IOException {
        var part = file.resolveSibling(file.getFileName() + ".part");
        try (var channel = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) channel.write(bytes);
            channel.force(true);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        force(file.toAbsolutePath().getParent());
    }

    /** Makes the names inside a folder as durable as the files: on Linux a folder can be opened and synced. */
    private static void force(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
