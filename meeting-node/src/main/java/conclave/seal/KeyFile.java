package conclave.seal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * Secret bytes in a file of their own that only the owner reads. Eight check bytes follow, bound to the purpose,
 * so that a damaged file, or one that was put in another's place, is noticed before it is used.
 */
final class KeyFile {

    private static final int CHECK_BYTES = 8;

    private KeyFile() {
    }

    /** Writes a key that has never been; refuses to overwrite one. */
    static void create(Path file, String purpose, byte[] secret) throws IOException {
        if (Files.exists(file)) throw new FileAlreadyExistsException(file.toString());
        var whole = Arrays.copyOf(secret, secret.length + CHECK_BYTES);
        System.arraycopy(check(purpose, secret), 0, whole, secret.length, CHECK_BYTES);
        SecretFiles.write(file, whole);
        Arrays.fill(whole, (byte) 0);
    }

    static byte[] read(Path file, String purpose, int length) throws IOException {
        if (!Files.exists(file)) throw Unusable.absent(file);
        var whole = SecretFiles.read(file);
        if (whole.length != length + CHECK_BYTES) throw Unusable.wrongSize(file, whole.length, length + CHECK_BYTES);
        var secret = Arrays.copyOf(whole, length);
        var found = Arrays.copyOfRange(whole, length, whole.length);
        Arrays.fill(whole, (byte) 0);
        if (!MessageDigest.isEqual(found, check(purpose, secret))) throw Unusable.changed(file);
        return secret;
    }

    /** Overwrites and deletes, each made durable. What the disk itself kept aside is beyond a program's reach. */
    static void destroy(Path file) throws IOException {
        if (!Files.exists(file)) return;
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            var noise = ByteBuffer.wrap(RandomIds.bytes((int) channel.size()));
            while (noise.hasRemaining()) channel.write(noise);
            channel.force(true);
        }
        Files.delete(file);
        OwnerFiles.force(OwnerFiles.folderOf(file));
    }

    private static byte[] check(String purpose, byte[] secret) {
        var label = ("conclave key file\0" + purpose + "\0").getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(Digests.sha256(label, secret), CHECK_BYTES);
    }
}
