package conclave.ledger;

import conclave.codec.BadJson;
import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.seal.Signatures;
import conclave.seal.Signer;
import java.util.Base64;
import java.util.Set;
import java.util.TreeMap;

/** A statement and the signature under its canonical bytes: the form of all that a node signs about a record. */
record Signed(Json.Obj statement, String sig) {

    static Signed by(Signer signer, Json.Obj statement) {
        return new Signed(statement, base64(signer.sign(CanonicalJson.bytes(statement))));
    }

    /** One object: the statement's fields and the signature. */
    Json.Obj json() {
        return statement.with("sig", sig);
    }

    /** Throws {@link BadJson} for what has other fields. */
    static Signed read(Json.Obj all, Set<String> expected) {
        var fields = new TreeMap<>(all.fields());
        fields.remove("sig");
        if (!fields.keySet().equals(expected)) throw new BadJson("not the fields of what is signed here");
        return new Signed(new Json.Obj(fields), all.text("sig"));
    }

    /** Whether it is a statement of this form, signed by the holder of this key (X.509 SubjectPublicKeyInfo, DER). */
    boolean verify(byte[] publicKey, String format, Set<String> expected) {
        try {
            return statement.text("format").equals(format)
                    && statement.fields().keySet().equals(expected)
                    && statement.text("by").equals(Signatures.id(publicKey))
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
}
