package conclave.ballot;

import conclave.seal.BlindSigner;
import conclave.seal.Digests;
import conclave.seal.TokenKey;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Where somebody who is present has a token signed unread. In two steps, because the ledger must know of it first: the
 * {@link #mark} goes into the log under the person's name, and only what the log then holds for that person is signed. So a
 * retry is answered alike, and nobody gets a second token by asking in another way. With several signers each has a desk of its own,
 * and all sign for one mark.
 */
public final class IssueDesk {

    private final BlindSigner signer;
    private final int place;

    /** @param place of this signer among those of the announcement */
    public IssueDesk(BlindSigner signer, int place) {
        this.signer = signer;
        this.place = place;
    }

    public int place() {
        return place;
    }

    /**
     * What the log keeps of a request, one number for each signer; empty where no browser of ours can have made it. The numbers are as
     * long as the keys, so that nothing is gained by shifting bytes from one to the next.
     */
    public static Optional<String> mark(List<String> signers, List<byte[]> blinded) {
        if (blinded.size() != signers.size()) return Optional.empty();
        for (int i = 0; i < signers.size(); i++) {
            if (!TokenKey.of(Announcement.read(signers.get(i))).accepts(blinded.get(i))) return Optional.empty();
        }
        return Optional.of(Digests.hex(digest(blinded)));
    }

    /** Signs its own part of what is recorded for the person who asks; empty for anything else. */
    public Optional<byte[]> sign(List<byte[]> blinded, String recorded) {
        if (place >= blinded.size() || !recorded.matches("[0-9a-f]{64}")) return Optional.empty();
        boolean same = MessageDigest.isEqual(digest(blinded), HexFormat.of().parseHex(recorded));
        return same ? signer.sign(blinded.get(place)) : Optional.empty();
    }

    private static byte[] digest(List<byte[]> blinded) {
        var all = new byte[blinded.stream().mapToInt(each -> each.length).sum()];
        int at = 0;
        for (var each : blinded) {
            System.arraycopy(each, 0, all, at, each.length);
            at += each.length;
        }
        return Digests.sha256(all);
    }

    /**
     * When the ballot closes. Not at the barrier: whose answer was lost in the Wi-Fi may still fetch what is recorded, and the
     * ledger records nothing new by then.
     */
    public void close() {
        signer.close();
    }
}
