package conclave.seal.container;

import java.security.MessageDigest;
import java.util.Optional;

/** The algorithms of one profile. */
public interface Suite {

    Profile profile();

    int chunkKeyBytes();

    /** SHA-256, or SM3. */
    MessageDigest digest();

    /** HMAC over that digest. */
    byte[] mac(byte[] key, byte[]... parts);

    /** The digest that volumes get besides SHA-256. */
    Optional<MessageDigest> secondDigest();

    /** For one thread at a time. */
    ChunkCipher cipher(byte[] key);
}
