package conclave.ballot;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * 信封. Papers that this server passed on to the other one and cannot read: their second copy. Each lies under a name that only the
 * other server can give to its token, so that what is sent again takes no second place, and nothing here keeps their order.
 *
 * <p>A covered paper is 2 ‖ digest of the announcement (32) ‖ cover; all of a ballot are of one length.
 */
public final class Covered {

    public static final byte VERSION = 2;
    private static final int HEAD = 33;

    private final TreeMap<String, byte[]> papers = new TreeMap<>();
    private final int most;
    private int waiting;

    /** @param most as many as there are voters */
    public Covered(int most) {
        this.most = most;
    }

    /** Which announcement a body of either kind names; empty for what is too short to name one. */
    public static Optional<String> digest(byte[] body) {
        return body.length < HEAD ? Optional.empty() : Optional.of(HexFormat.of().formatHex(body, 1, HEAD));
    }

    public static boolean is(byte[] body) {
        return body.length > HEAD && body[0] == VERSION;
    }

    /** What the cover is bound to. */
    public static byte[] label(byte[] body) {
        return Arrays.copyOf(body, HEAD);
    }

    public static byte[] cover(byte[] body) {
        return Arrays.copyOfRange(body, HEAD, body.length);
    }

    /** False where there is no room, which a server that names tokens honestly never sees. */
    public synchronized boolean keep(String name, byte[] body) {
        if (papers.containsKey(name)) return true;
        if (papers.size() >= most) return false;
        papers.put(name, body.clone());
        waiting++;
        return true;
    }

    /** How many lie in the other server's box alone. */
    public synchronized int waiting() {
        return waiting;
    }

    /** How many the other server has said it holds, whatever has become of their second copies. */
    public synchronized int kept() {
        return papers.size();
    }

    /** All that were not yet put into the box of this server as well. */
    public synchronized List<byte[]> papers() {
        return papers.values().stream().filter(body -> body.length > 0).toList();
    }

    /** These lie in this server's box now; their names stay, so that they are not counted again. */
    public synchronized void settle(List<byte[]> these) {
        papers.replaceAll((_, body) -> these.stream().anyMatch(one -> one == body) ? settled(body) : body);
    }

    private byte[] settled(byte[] body) {
        if (body.length > 0) waiting--;
        Arrays.fill(body, (byte) 0);
        return new byte[0];
    }

    public synchronized void forget() {
        settle(papers());
        papers.clear();
    }
}
