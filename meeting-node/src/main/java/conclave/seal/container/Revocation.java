package conclave.seal.container;

import conclave.codec.BadJson;
import conclave.codec.CanonicalJson;
import conclave.codec.JsonFields;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * 作废声明: whoever signed a package says that it is to be taken no more, because the stick was lost. One file, signed as packages
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

    /** A revocation that holds, and whose. */
    public record Signed(Revocation revocation, List<Signatory> signatories) {

        public Signed {
            signatories = List.copyOf(signatories);
        }

        /** One of those who signed the package is enough, and nobody else is: not even who may sign such packages too. */
        public boolean withdraws(Statement statement, List<Signatory> senders) {
            return withdraws(statement.packageId(), statement.type()) && signatories.stream().filter(one -> one.maySign(statement.type()))
                    .anyMatch(one -> senders.stream().anyMatch(one::isSameAs));
        }

        /** As far as one can say without the package itself. */
        public boolean withdraws(String packageId, PackageType type) {
            return revocation.packageId().equals(packageId) && signatories.stream().anyMatch(one -> one.maySign(type));
        }
    }

    public Revocation {
        if (!isId(packageId) || !isId(meeting) || reason.isBlank() || reason.length() > LONGEST_REASON
                || reason.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a revocation that nobody takes");
        }
    }

    public static boolean isId(String text) {
        return text.matches(ID);
    }

    public byte[] bytes() {
        return CanonicalJson.bytes(new JsonFields().put("format", FORMAT).put("package", packageId).put("meeting", meeting).put("reason", reason)
                .put("at", at).end());
    }

    public static Signed read(byte[] signature, SignatureCheck check, Trust trust, Instant now) throws Refused {
        if (signature.length > SignatureCheck.LARGEST) throw Refused.because(Reason.SIGNATURE_SIZE, "most", Integer.toString(SignatureCheck.LARGEST));
        var checked = check.check(signature, trust, now);
        return new Signed(of(checked.statement()), checked.signatories());
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
