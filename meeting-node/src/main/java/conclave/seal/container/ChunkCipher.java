package conclave.seal.container;

/** An AEAD with nonces of 12 bytes and tags of 16. */
public interface ChunkCipher {

    int NONCE_BYTES = 12;
    int TAG_BYTES = 16;

    /** Writes length + 16 bytes to the start of out. */
    void seal(byte[] nonce, byte[] in, int length, byte[] out);

    /** Writes length - 16 bytes to the start of out and says true, or says false where the tag does not hold. */
    boolean open(byte[] nonce, byte[] in, int length, byte[] out);
}
