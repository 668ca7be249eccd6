package conclave.seal.container;

import conclave.seal.Digests;
import java.security.MessageDigest;
import java.util.Optional;

/** Counts and hashes the bytes of one volume as they go by. */
public final class VolumeDigest {

    private final MessageDigest sha256 = Digests.sha256();
    private final Optional<MessageDigest> second;
    private long size;

    public VolumeDigest(Suite suite) {
        second = suite.secondDigest();
    }

    public void update(byte[] bytes, int from, int length) {
        sha256.update(bytes, from, length);
        if (second.isPresent()) second.get().update(bytes, from, length);
        size += length;
    }

    public long size() {
        return size;
    }

    /** Ends the count. */
    public Volume volume(String name) {
        return new Volume(name, size, Digests.hex(sha256.digest()), second.map(digest -> Digests.hex(digest.digest())));
    }
}
