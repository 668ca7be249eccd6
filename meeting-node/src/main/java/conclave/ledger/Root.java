package conclave.ledger;

import conclave.codec.BadJson;
import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.seal.Digests;
import conclave.seal.Signatures;
import conclave.seal.Signer;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a node states about a run of lines, and its signature under the statement's canonical bytes.
 *
 * @param statement format, meeting, first, size, root, head, at, by
 */
public record Root(Json.Obj statement, String sig) {

    static final String FORMAT = "conclave-root/1";
    private static final Set<String> FIELDS = Set.of("format", "meeting", "first", "size", "root", "head", "at", "by");

    static Root sign(String meeting, List<Line> lines, MerkleTree tree, long at, Signer signer) {
        var statement = new JsonFields()
                .put("format", FORMAT)
                .put("meeting", meeting)
                .put("first", lines.getFirst().seq())
                .put("size", lines.size())
                .put("root", Digests.hex(tree.root()))
                .put("head", Digests.hex(lines.getLast().hash()))
                .put("at", at)
                .put("by", signer.id())
                .end();
        var sig = signer.sign(CanonicalJson.bytes(statement));
        return new Root(statement, base64(sig));
    }

    /** One line of the sidecar: the statement's fields and the signature in one object. */
    byte[] bytes() {
        return CanonicalJson.bytes(statement.with("sig", sig));
    }

    static Root read(byte[] line) {
        var all = CanonicalJson.readObject(line);
        var fields = new TreeMap<>(all.fields());
        fields.remove("sig");
        if (!fields.keySet().equals(FIELDS)) throw new BadJson("not the fields of a root");
        return new Root(new Json.Obj(fields), all.text("sig"));
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
            return statement.text("format").equals(FORMAT)
                    && statement.fields().keySet().equals(FIELDS)
                    && statement.text("by").equals(Signatures.id(publicKey))
                    && statement.number("first") >= 1 && statement.number("size") >= 1
                    && Signatures.verify(publicKey, CanonicalJson.bytes(statement), signature());
        } catch (BadJson | IllegalArgumentException malformed) {
            return false;
        }
    }

    /** Base64 leaves bits unused in its last digit; only one writing of a signature is taken. */
    private byte[] signature() {
        var bytes = Base64.getUrlDecoder().decode(sig);
        if (!base64(bytes).equals(sig)) throw new BadJson("not the one form of base64");
        return bytes;
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    boolean leadsTo(byte[] rootHash) {
        return rootHash != null && Digests.hex(rootHash).equals(statement.text("root"));
    }
}
