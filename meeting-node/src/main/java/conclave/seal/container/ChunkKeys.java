package conclave.seal.container;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * From a content key and a head: the commitment, which is compared before anything is opened (GCM by itself would open one text under
 * several keys), and the key of the chunks. HKDF (RFC 5869) over the profile's digest, one block each.
 */
record ChunkKeys(byte[] commitment, byte[] chunkKey) {

    static final int COMMITMENT_BYTES = 32;

    static ChunkKeys of(Suite suite, byte[] contentKey, Head head) {
        var extracted = suite.mac(head.salt(), contentKey);
        var headDigest = suite.digest().digest(head.bytes());
        var chunkKey = expand(suite, extracted, "conclave package 1 chunks\0", headDigest);
        return new ChunkKeys(expand(suite, extracted, "conclave package 1 commitment\0", headDigest), Arrays.copyOf(chunkKey, suite.chunkKeyBytes()));
    }

    /** Chunk number and whether it is the last: a chunk that moved, or an end that is none, does not open. */
    static byte[] nonce(long chunk, boolean last) {
        return ByteBuffer.allocate(ChunkCipher.NONCE_BYTES).put(11, (byte) (last ? 1 : 0)).putLong(3, chunk).array();
    }

    private static byte[] expand(Suite suite, byte[] extracted, String purpose, byte[] headDigest) {
        return suite.mac(extracted, purpose.getBytes(StandardCharsets.US_ASCII), headDigest, new byte[] {1});
    }

    @Override
    public String toString() {
        return "ChunkKeys(not shown)";
    }
}
