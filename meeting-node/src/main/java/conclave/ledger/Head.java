package conclave.ledger;

import conclave.codec.BadJson;
import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.seal.Digests;
import conclave.seal.Signer;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a node states about the whole record it holds: so many lines, and this is the hash of the last. As each line
 * names the one before, it stands for all of them. A peer cosigns a head by stating the same of its own record.
 *
 * @param statement format, meeting, size, head, at, by
 */
public record Head(Json.Obj statement, String sig) {

    static final String FORMAT = "conclave-head/1";
    private static final Set<String> FIELDS = Set.of("format", "meeting", "size", "head", "at", "by");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    static Head sign(String meeting, long size, byte[] head, long at, Signer signer) {
        var signed = Signed.by(signer, new JsonFields()
                .put("format", FORMAT)
                .put("meeting", meeting)
                .put("size", size)
                .put("head", Digests.hex(head))
                .put("at", at)
                .put("by", signer.id())
                .end());
        return new Head(signed.statement(), signed.sig());
    }

    /** Throws {@link BadJson} for what is not a head in its one form; whether it is truly signed, {@link #verify} says. */
    public static Head read(byte[] line) {
        var head = of(CanonicalJson.readObject(line));
        if (!Arrays.equals(head.bytes(), line)) throw new BadJson("not the one form of a head");
        return head;
    }

    public static Head of(Json.Obj json) {
        var signed = Signed.read(json, FIELDS);
        var head = new Head(signed.statement(), signed.sig());
        var wellFormed = head.statement.text("format").equals(FORMAT) && head.size() >= 1 && HASH.matcher(head.hash()).matches()
                && !head.meeting().isEmpty() && !head.by().isEmpty() && head.statement.number("at") >= 0;
        if (wellFormed) return head;
        throw new BadJson("not a head of a known format");
    }

    public Json.Obj json() {
        return new Signed(statement, sig).json();
    }

    /** One line of the sidecar. */
    public byte[] bytes() {
        return CanonicalJson.bytes(json());
    }

    public String meeting() {
        return statement.text("meeting");
    }

    /** Number of lines, and of the last of them. */
    public long size() {
        return statement.number("size");
    }

    /** Of the last line, hex. */
    public String hash() {
        return statement.text("head");
    }

    public String by() {
        return statement.text("by");
    }

    /** Whether the line of this number is the one it means. */
    public boolean endsWith(byte[] lineHash) {
        return Digests.hex(lineHash).equals(hash());
    }

    /** Whether the holder of this key signed it (X.509 SubjectPublicKeyInfo, DER). */
    public boolean verify(byte[] publicKey) {
        return new Signed(statement, sig).verify(publicKey, FORMAT, FIELDS);
    }
}
