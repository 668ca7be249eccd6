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

/**
 * The file with the tables, and beside it, while nobody has it open, the digest of the whole. H2 syncs nothing when it
 * commits, and where its file ends in the middle of a write, or parts are missing, it may quietly go on with what older
 * parts say. So a file is believed only when it is, byte for byte, what was closed.
 */
final class ViewFolder {

    private static final String NAME = "tables";

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

    /** Whether there is a file that nobody closed, or that is another than was closed. */
    boolean doubtful() throws IOException {
        if (fresh()) return false;
        return !Files.exists(closed()) || !Files.readString(closed()).equals(digest());
    }

    /** Somebody writes from now on. */
    void leaveOpen() throws IOException {
        Files.deleteIfExists(closed());
    }

    /** The file is whole; it may be believed once all of it is on the disk. */
    void leaveClosed() throws IOException {
        try (var channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.writeString(closed(), digest());
    }

    void clear() throws IOException {
        try (var files = Files.newDirectoryStream(folder, NAME + ".*")) {
            for (var file : files) Files.delete(file);
        }
        Files.deleteIfExists(closed());
    }

    private Path file() {
        return folder.resolve(NAME + ".mv.db");
    }

    private Path closed() {
        return folder.resolve("closed");
    }

    private String digest() throws IOException {
        try (var in = new DigestInputStream(Files.newInputStream(file()), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest()) + "\n";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
