package conclave.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * The first 56 bytes of a sealed blob: "CVB1", the chunk size, a random salt (32) and 16 bytes that bind these,
 * and the name that the blob was sealed under, to the key. Each blob has a key of its own, made from the salt, so
 * that chunk numbers can be the nonces.
 */
record BlobHeader(int chunkSize, byte[] bytes, byte[] blobKey) {

    static final int SIZE = 56;
    static final int LEAST_CHUNK = 4 << 10;
    static final int LARGEST_CHUNK = 1 << 20;
    private static final int MAGIC = 0x43564231;
    private static final int SALT = 32;
    private static final int BOUND = 8 + SALT;

    static BlobHeader fresh(byte[] key, String name, int chunkSize) {
        var bytes = ByteBuffer.allocate(SIZE).putInt(MAGIC).putInt(chunkSize).put(RandomIds.bytes(SALT)).array();
        System.arraycopy(check(key, name, bytes), 0, bytes, BOUND, SIZE - BOUND);
        return new BlobHeader(chunkSize, bytes, blobKey(key, name, bytes));
    }

    static BlobHeader read(byte[] key, String name, byte[] bytes) {
        if (bytes.length < SIZE) throw Damaged.header();
        var head = Arrays.copyOf(bytes, SIZE);
        var found = Arrays.copyOfRange(head, BOUND, SIZE);
        if (!MessageDigest.isEqual(found, check(key, name, head))) throw Damaged.header();
        var fields = ByteBuffer.wrap(head);
        int magic = fields.getInt();
        int chunkSize = fields.getInt();
        if (magic != MAGIC || chunkSize < LEAST_CHUNK || chunkSize > LARGEST_CHUNK) throw Damaged.header();
        return new BlobHeader(chunkSize, head, blobKey(key, name, head));
    }

    /** Chunk number and whether it is the last: a chunk that moved, or an end that is none, does not open. */
    static byte[] nonce(long chunk, boolean last) {
        return ByteBuffer.allocate(Aes.NONCE_BYTES).put(11, (byte) (last ? 1 : 0)).putLong(3, chunk).array();
    }

    private static byte[] check(byte[] key, String name, byte[] head) {
        var derived = Secret.expand(key, info("head", name, head));
        return Arrays.copyOf(derived, SIZE - BOUND);
    }

    private static byte[] blobKey(byte[] key, String name, byte[] head) {
        return Secret.expand(key, info("body", name, head));
    }

    private static byte[] info(String use, String name, byte[] head) {
        var n = name.getBytes(StandardCharsets.UTF_8);
        var u = use.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(4 + BOUND + n.length).put(u).put(head, 0, BOUND).put(n).array();
    }

    @Override
    public String toString() {
        return "BlobHeader(chunks of " + chunkSize + ")";
    }
}
