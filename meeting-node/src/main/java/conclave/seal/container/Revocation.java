package conclave.seal.container;

import conclave.codec.BadJson;
import conclave.codec.CanonicalJson;
import conclave.codec.JsonFields;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * 作废声明: whoever may make such a package says that it is to be taken no more, because the stick was lost. One file, signed as packages
 * are: the statement stands inside of its signature.
 *
 * @param reason for people; it names nobody
 * @param at     milliseconds by the clock of who revoked
 */
public record Revocation(String packageId, String meeting, String reason, long at) {

    public static final String FORMAT = "conclave-revocation/1";
    private static final String ID = "[A-Za-z0-9][A-Za-z0-9_-]{0,63}";
    private static final int LARGEST = 4096;
    private static final int LONGEST_REASON = 500;
    private static final Set<String> FIELDS = new TreeSet<>(List.of("at", "format", "meeting", "package", "reason"));

    /** A revocation that holds, and for whom its signers sign. */
    public record Signed(Revocation revocation, Set<SignerRole> roles) {

        public Signed {
            roles = Set.copyOf(roles);
        }
    }

    public Revocation {
        if (!packageId.matches(ID) || !meeting.matches(ID) || reason.isBlank() || reason.length() > LONGEST_REASON
                || reason.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a revocation that nobody takes");
        }
    }

    public byte[] bytes() {
        return CanonicalJson.bytes(new JsonFields().put("format", FORMAT).put("package", packageId).put("meeting", meeting).put("reason", reason)
                .put("at", at).end());
    }

    public static Signed read(byte[] signature, SignatureCheck check, Trust trust, Instant now) throws Refused {
        if (signature.length > SignatureCheck.LARGEST) throw Refused.because(Reason.SIGNATURE_SIZE, "most", Integer.toString(SignatureCheck.LARGEST));
        var checked = check.check(signature, trust, now);
        var roles = checked.signatories().stream().flatMap(one -> one.roles().stream()).collect(Collectors.toSet());
        return new Signed(of(checked.statement()), roles);
    }

    private static Revocation of(byte[] bytes) throws Refused {
        try {
            if (bytes.length > LARGEST) throw new BadJson("too long");
            var json = CanonicalJson.readObject(bytes);
            if (!json.fields().keySet().equals(FIELDS) || !json.text("format").equals(FORMAT)) throw new BadJson("other fields");
            var read = new Revocation(json.text("package"), json.text("meeting"), json.text("reason"), json.number("at"));
            if (!Arrays.equals(read.bytes(), bytes)) throw new BadJson("not canonical");
            return read;
        } catch (BadJson | IllegalArgumentException malformed) {
            throw Refused.because(Reason.REVOCATION_FORM);
        }
    }
}
