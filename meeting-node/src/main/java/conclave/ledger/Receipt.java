package conclave.ledger;

import conclave.codec.BadJson;
import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.seal.Digests;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * What proves to one person that one line was kept: the line, its neighbours up to the root, and the signed root.
 * It shows nobody else's line.
 *
 * @param line the evidence line as text
 * @param path hashes in hex, from the leaf upwards
 */
public record Receipt(String meeting, long seq, String line, List<String> path, Root root) {

    private static final String FORMAT = "conclave-receipt/1";
    private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int SHORT_DIGITS = 10;

    public Receipt {
        path = List.copyOf(path);
    }

    static Receipt of(String meeting, Line line, MerkleTree tree, Root root) {
        var path = tree.path((int) (line.seq() - root.first())).stream().map(Digests::hex).toList();
        return new Receipt(meeting, line.seq(), new String(line.bytes(), StandardCharsets.UTF_8), path, root);
    }

    public Json.Obj toJson() {
        return fields().end();
    }

    /** For whoever shows it together with something that is not part of the proof. */
    public JsonFields fields() {
        return new JsonFields()
                .put("format", FORMAT)
                .put("meeting", meeting)
                .put("seq", seq)
                .put("line", line)
                .list("path", path, Json::text)
                .put("root", root.statement())
                .put("sig", root.sig());
    }

    /** Throws {@link BadJson} for what is not a receipt at all; whether it is a true one, {@link #verify} says. */
    public static Receipt fromJson(Json.Obj json) {
        if (!json.text("format").equals(FORMAT)) throw new BadJson("not a receipt of a known format");
        var path = new ArrayList<String>();
        for (var hash : json.list("path")) {
            if (!(hash instanceof Json.Str text)) throw new BadJson("not a hash");
            path.add(text.value());
        }
        return new Receipt(json.text("meeting"), json.number("seq"), json.text("line"), path,
                new Root(json.object("root"), json.text("sig")));
    }

    /** True only if the line, its number and its meeting are what the holder of this key signed for. */
    public boolean verify(byte[] publicKey) {
        try {
            var body = CanonicalJson.readObject(line.getBytes(StandardCharsets.UTF_8));
            return body.number("seq") == seq
                    && root.statement().text("meeting").equals(meeting)
                    && root.covers(seq)
                    && root.leadsTo(MerkleTree.climb(leaf(), seq - root.first(), root.size(), path.stream().map(HexFormat.of()::parseHex).toList()))
                    && root.verify(publicKey);
        } catch (BadJson | IllegalArgumentException | ArithmeticException malformed) {
            return false;
        }
    }

    /** Ten digits for the slip of paper, from the leaf's hash: enough to find and compare, not to prove. */
    public String shortForm() {
        return shortForm(Digests.sha256(line.getBytes(StandardCharsets.UTF_8)));
    }

    /** The same of any line, by its hash. */
    public static String shortForm(byte[] lineHash) {
        var leaf = MerkleTree.leaf(lineHash);
        long bits = 0;
        for (int i = 0; i < 7; i++) bits = bits << 8 | leaf[i] & 0xff;
        var digits = new StringBuilder();
        for (int i = 0; i < SHORT_DIGITS; i++) {
            if (i == SHORT_DIGITS / 2) digits.append('-');
            digits.append(CROCKFORD.charAt((int) (bits >>> 51 - 5 * i) & 31));
        }
        return digits.toString();
    }

    /** As somebody typed it off a slip: O for 0, I or L for 1, in small letters, with or without its dash. */
    public static String readShortForm(String typed) {
        var digits = typed.toUpperCase(Locale.ROOT).replace('O', '0').replace('I', '1').replace('L', '1').replaceAll("[^0-9A-Z]", "");
        return digits.length() == SHORT_DIGITS ? digits.substring(0, SHORT_DIGITS / 2) + "-" + digits.substring(SHORT_DIGITS / 2) : digits;
    }

    private byte[] leaf() {
        return MerkleTree.leaf(Digests.sha256(line.getBytes(StandardCharsets.UTF_8)));
    }
}
