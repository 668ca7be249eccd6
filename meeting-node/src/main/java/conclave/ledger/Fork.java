package conclave.ledger;

import conclave.codec.BadJson;
import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.codec.JsonFields;
import java.util.Collection;

/**
 * Two heads of one meeting and one size that differ. One record cannot have both, so whoever signed both kept two
 * histories; where two nodes signed one each, one of them did not keep the record. Anybody who has the nodes' public
 * keys can check it, and needs nothing else.
 */
public record Fork(Head one, Head other) {

    private static final String FORMAT = "conclave-fork/1";

    /** What it proves. */
    public enum Verdict {
        /** Nothing: not the same meeting and size, or the same head, or not signed by these keys. */
        NO_PROOF,
        /** One node signed for two histories. */
        ONE_SIGNER,
        /** Two nodes signed for different histories; which of them is wrong, a third one's head shows. */
        TWO_SIGNERS
    }

    /** @param keys public keys of those who sign (X.509 SubjectPublicKeyInfo, DER) */
    public Verdict verify(Collection<byte[]> keys) {
        if (!contradicts() || !signed(one, keys) || !signed(other, keys)) return Verdict.NO_PROOF;
        return one.by().equals(other.by()) ? Verdict.ONE_SIGNER : Verdict.TWO_SIGNERS;
    }

    private boolean contradicts() {
        return one.meeting().equals(other.meeting()) && one.size() == other.size() && !one.hash().equals(other.hash());
    }

    private static boolean signed(Head head, Collection<byte[]> keys) {
        return keys.stream().anyMatch(head::verify);
    }

    /** One line of the file of forks. */
    public byte[] bytes() {
        return CanonicalJson.bytes(new JsonFields().put("format", FORMAT).put("one", one.json()).put("other", other.json()).end());
    }

    /** Throws {@link BadJson} for what is not a fork at all; whether it proves something, {@link #verify} says. */
    public static Fork read(byte[] line) {
        Json.Obj json = CanonicalJson.readObject(line);
        if (!json.text("format").equals(FORMAT) || json.fields().size() != 3) throw new BadJson("not a fork of a known format");
        return new Fork(Head.of(json.object("one")), Head.of(json.object("other")));
    }
}
