package conclave.seal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Secret bytes in files: sealed, where the data folder has a key box, and as they are where it has none. */
public final class SecretFiles {

    private static final byte[] MARK = "CONCLAVE SEALED 1\n".getBytes(StandardCharsets.US_ASCII);

    private SecretFiles() {
    }

    /** After a power cut the file is there wholly, or as it was before. */
    public static void write(Path file, byte[] secret) throws IOException {
        var box = KeyBox.around(file);
        if (box.isEmpty()) OwnerFiles.write(file, secret);
        else OwnerFiles.write(file, sealed(box.get(), file, secret));
    }

    public static byte[] read(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        var box = KeyBox.around(file);
        if (!isSealed(bytes)) {
            if (box.isPresent() && box.get().whole()) throw Unusable.unsealed(file);
            return bytes;
        }
        if (box.isEmpty()) throw Unusable.changed(file);
        return opened(box.get(), file, bytes);
    }

    /** What lies there unsealed is sealed from now on; doing it twice is doing it once. */
    public static void seal(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        if (!isSealed(bytes)) write(file, bytes);
    }

    /** The other way; the box is still there, and open. */
    public static void unseal(Path file) throws IOException {
        if (isSealed(Files.readAllBytes(file))) OwnerFiles.write(file, read(file));
    }

    private static boolean isSealed(byte[] bytes) {
        return bytes.length >= MARK.length && Arrays.equals(bytes, 0, MARK.length, MARK, 0, MARK.length);
    }

    private static byte[] sealed(KeyBox box, Path file, byte[] secret) {
        var nonce = RandomIds.bytes(Aes.NONCE_BYTES);
        var out = Arrays.copyOf(MARK, MARK.length + Aes.NONCE_BYTES + secret.length + Aes.TAG_BYTES);
        System.arraycopy(nonce, 0, out, MARK.length, nonce.length);
        new Aes(fileKey(box)).seal(nonce, context(box, file), secret, 0, secret.length, out, MARK.length + Aes.NONCE_BYTES);
        return out;
    }

    private static byte[] opened(KeyBox box, Path file, byte[] bytes) {
        int from = MARK.length + Aes.NONCE_BYTES;
        if (bytes.length < from + Aes.TAG_BYTES) throw Unusable.changed(file);
        var nonce = Arrays.copyOfRange(bytes, MARK.length, from);
        var secret = new byte[bytes.length - from - Aes.TAG_BYTES];
        if (!new Aes(fileKey(box)).open(nonce, context(box, file), bytes, from, bytes.length - from, secret, 0)) throw Unusable.changed(file);
        return secret;
    }

    private static byte[] fileKey(KeyBox box) {
        return Secret.expand(box.key(), "conclave key box files 1".getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] context(KeyBox box, Path file) {
        return (box.id() + "\0" + box.nameOf(file)).getBytes(StandardCharsets.UTF_8);
    }
}
