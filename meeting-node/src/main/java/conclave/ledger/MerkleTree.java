package conclave.ledger;

import conclave.seal.Digests;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/** The hash tree of RFC 6962 (section 2.1) over the hashes of lines: leaves and nodes are hashed with different first bytes. */
final class MerkleTree {

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final List<byte[][]> levels = new ArrayList<>();

    MerkleTree(List<Line> lines) {
        var digest = Digests.sha256();
        var level = new byte[lines.size()][];
        for (int i = 0; i < level.length; i++) level[i] = leaf(digest, lines.get(i).hash());
        levels.add(level);
        while (level.length > 1) {
            var above = new byte[(level.length + 1) / 2][];
            for (int i = 0; i < level.length / 2; i++) above[i] = node(digest, level[2 * i], level[2 * i + 1]);
            // An odd one out rises as it is: the same tree as splitting at the largest power of two.
            if (level.length % 2 == 1) above[above.length - 1] = level[level.length - 1];
            levels.add(above);
            level = above;
        }
    }

    byte[] root() {
        return levels.getLast()[0];
    }

    /** The neighbours from the leaf upwards. */
    List<byte[]> path(int leaf) {
        var path = new ArrayList<byte[]>();
        for (var level : levels) {
            int neighbour = leaf ^ 1;
            if (neighbour < level.length) path.add(level[neighbour]);
            leaf >>= 1;
        }
        return path;
    }

    static byte[] leaf(byte[] lineHash) {
        return leaf(Digests.sha256(), lineHash);
    }

    /** The root that a leaf and its path lead to (RFC 9162, section 2.1.3.2); null where the path has the wrong length. */
    static byte[] climb(byte[] leaf, long index, long size, List<byte[]> path) {
        if (index < 0 || index >= size) return null;
        var digest = Digests.sha256();
        var hash = leaf;
        long at = index;
        long last = size - 1;
        for (var neighbour : path) {
            if (last == 0) return null;
            if ((at & 1) == 1 || at == last) {
                hash = node(digest, neighbour, hash);
                while ((at & 1) == 0 && at != 0) {
                    at >>= 1;
                    last >>= 1;
                }
            } else {
                hash = node(digest, hash, neighbour);
            }
            at >>= 1;
            last >>= 1;
        }
        return last == 0 ? hash : null;
    }

    private static byte[] leaf(MessageDigest digest, byte[] lineHash) {
        digest.update(LEAF);
        return digest.digest(lineHash);
    }

    private static byte[] node(MessageDigest digest, byte[] left, byte[] right) {
        digest.update(NODE);
        digest.update(left);
        return digest.digest(right);
    }
}
