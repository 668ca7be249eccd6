package conclave.view;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * The file with the tables, and beside it a line that says how it was left: closed, with the digest of the whole, or open,
 * in which run of the machine. H2 syncs nothing when it commits, and where parts of a file are missing it may quietly go
 * on with what older parts say. So a file is believed only when it is byte for byte what was closed, or when nothing but
 * the process was stopped since: what a process has written, the kernel still has.
 */
final class ViewFolder {

    private static final String NAME = "tables";
    private static final Path RUN_OF_THE_MACHINE = Path.of("/proc/sys/kernel/random/boot_id");

    private final Path folder;

    ViewFolder(Path folder) {
        this.folder = folder;
    }

    String url() {
        return "jdbc:h2:file:" + folder.resolve(NAME).toAbsolutePath();
    }

    boolean fresh() {
        return !Files.exists(file());
    }

    /** Whether there is a file that was not left like this. */
    boolean doubtful() throws IOException {
        if (fresh()) return false;
        if (!Files.exists(left())) return true;
        var words = Files.readString(left());
        return !words.equals(open()) && !words.equals(closed());
    }

    /** Somebody writes from now on. */
    void leaveOpen() throws IOException {
        Files.writeString(left(), open());
    }

    /** The file is whole; it may be believed once all of it is on the disk. */
    void leaveClosed() throws IOException {
        try (var channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.writeString(left(), closed());
    }

    void clear() throws IOException {
        try (var files = Files.newDirectoryStream(folder, NAME + ".*")) {
            for (var file : files) Files.delete(file);
        }
        Files.deleteIfExists(left());
    }

    private Path file() {
        return folder.resolve(NAME + ".mv.db");
    }

    private Path left() {
        return folder.resolve("left");
    }

    /** Where the machine does not name its runs, no two are the same. */
    private static String open() throws IOException {
        return "open in " + (Files.isReadable(RUN_OF_THE_MACHINE) ? Files.readString(RUN_OF_THE_MACHINE) : UUID.randomUUID() + "\n");
    }

    private String closed() throws IOException {
        try (var in = new DigestInputStream(Files.newInputStream(file()), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return "closed as " + HexFormat.of().formatHex(in.getMessageDigest().digest()) + "\n";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
