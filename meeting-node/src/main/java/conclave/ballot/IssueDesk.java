package conclave.ballot;

import conclave.seal.BlindSigner;
import conclave.seal.Digests;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Where somebody who is present has a token signed unread. In two steps, because the ledger must know of it first: the
 * {@link #mark} goes into the log under the person's name, and only what the log then holds for that person is signed. So a
 * retry is answered alike, and nobody gets a second token by asking in another way.
 */
public final class IssueDesk {

    private final BlindSigner signer;

    public IssueDesk(BlindSigner signer) {
        this.signer = signer;
    }

    /** What the log keeps of a request; empty where no browser of ours can have made it. */
    public Optional<String> mark(byte[] blinded) {
        return signer.accepts(blinded) ? Optional.of(Digests.hex(Digests.sha256(blinded))) : Optional.empty();
    }

    /** Signs what is recorded for the person who asks; empty for anything else. */
    public Optional<byte[]> sign(byte[] blinded, String recorded) {
        if (!recorded.matches("[0-9a-f]{64}")) return Optional.empty();
        boolean same = MessageDigest.isEqual(Digests.sha256(blinded), HexFormat.of().parseHex(recorded));
        return same ? signer.sign(blinded) : Optional.empty();
    }

    /**
     * When the ballot closes. Not at the barrier: whose answer was lost in the Wi-Fi may still fetch what is recorded, and the
     * ledger records nothing new by then.
     */
    public void close() {
        signer.close();
    }
}
