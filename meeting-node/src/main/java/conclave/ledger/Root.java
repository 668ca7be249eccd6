package conclave.ledger;

import conclave.codec.BadJson;
import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.seal.Digests;
import conclave.seal.Signer;
import java.util.List;
import java.util.Set;

/**
 * What a node states about a run of lines, and its signature under the statement's canonical bytes.
 *
 * @param statement format, meeting, first, size, root, head, at, by
 */
public record Root(Json.Obj statement, String sig) {

    static final String FORMAT = "conclave-root/1";
    private static final Set<String> FIELDS = Set.of("format", "meeting", "first", "size", "root", "head", "at", "by");

    static Root sign(String meeting, List<Line> lines, MerkleTree tree, long at, Signer signer) {
        var signed = Signed.by(signer, new JsonFields()
                .put("format", FORMAT)
                .put("meeting", meeting)
                .put("first", lines.getFirst().seq())
                .put("size", lines.size())
                .put("root", Digests.hex(tree.root()))
                .put("head", Digests.hex(lines.getLast().hash()))
                .put("at", at)
                .put("by", signer.id())
                .end());
        return new Root(signed.statement(), signed.sig());
    }

    /** One line of the sidecar: the statement's fields and the signature in one object. */
    byte[] bytes() {
        return CanonicalJson.bytes(new Signed(statement, sig).json());
    }

    /** Throws {@link BadJson} for what is not a root in its one form. */
    public static Root read(byte[] line) {
        var signed = Signed.read(CanonicalJson.readObject(line), FIELDS);
        return new Root(signed.statement(), signed.sig());
    }

    public String meeting() {
        return statement.text("meeting");
    }

    public String by() {
        return statement.text("by");
    }

    public long first() {
        return statement.number("first");
    }

    public int size() {
        return Math.toIntExact(statement.number("size"));
    }

    public long last() {
        return first() + size() - 1;
    }

    boolean covers(long seq) {
        return seq >= first() && seq <= last();
    }

    /** Whether it is a root of this format, signed by the holder of this key (X.509 SubjectPublicKeyInfo, DER). */
    public boolean verify(byte[] publicKey) {
        try {
            return statement.number("first") >= 1 && statement.number("size") >= 1
                    && new Signed(statement, sig).verify(publicKey, FORMAT, FIELDS);
        } catch (BadJson malformed) {
            return false;
        }
    }

    /** Whether these lines, the ones it names, are what was signed for. */
    public boolean standsOver(List<Line> lines) {
        return lines.size() == size() && leadsTo(new MerkleTree(lines).root())
                && Digests.hex(lines.getLast().hash()).equals(statement.text("head"));
    }

    boolean leadsTo(byte[] rootHash) {
        return rootHash != null && Digests.hex(rootHash).equals(statement.text("root"));
    }
}
