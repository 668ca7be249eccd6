package conclave.seal.container;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is signed for a package: what it is, for whom, when, and which bytes it consists of.
 *
 * @param sequence counted by the sender for each meeting, from 1
 * @param predecessor the package that this one follows
 * @param recipients SHA-256 of the certificates that may open it, in hex; none where it is under a passphrase
 * @param frozen when the list in it was closed at the sender's: from then on 24 hours are counted; not every package says it
 */
public record Statement(PackageType type, String packageId, long sequence, Optional<String> predecessor, String meeting, String purpose,
                        Instant notBefore, Instant notAfter, Profile profile, List<Volume> volumes, List<String> recipients, String tool, Optional<Instant> frozen) {

    public Statement {
        volumes = List.copyOf(volumes);
        recipients = List.copyOf(recipients);
    }

    public Statement(PackageType type, String packageId, long sequence, Optional<String> predecessor, String meeting, String purpose,
                     Instant notBefore, Instant notAfter, Profile profile, List<Volume> volumes, List<String> recipients, String tool) {
        this(type, packageId, sequence, predecessor, meeting, purpose, notBefore, notAfter, profile, volumes, recipients, tool, Optional.empty());
    }

    /** Canonical JSON (RFC 8785). {@link IllegalArgumentException} for a statement that no reader would take. */
    public byte[] bytes() {
        var bytes = StatementJson.bytes(this);
        try {
            if (!StatementJson.read(bytes).equals(this)) throw new IllegalArgumentException("the statement does not read as it was written");
        } catch (Refused wrong) {
            throw new IllegalArgumentException("a statement that nobody takes: " + wrong.getMessage(), wrong);
        }
        return bytes;
    }

    public static Statement read(byte[] bytes) throws Refused {
        return StatementJson.read(bytes);
    }

    /** At the end of a purpose: made in place of a package that was lost on its way, so that nobody waits for that one. */
    public static String replacing(String packageId) {
        return " (replaces " + packageId + ")";
    }

    public boolean replaces() {
        return predecessor.filter(before -> purpose.endsWith(replacing(before))).isPresent();
    }

    /** The name that the volumes share. */
    public String name() {
        var first = volumes.getFirst().name();
        return first.substring(0, first.lastIndexOf(".mpkg"));
    }

    /** Where the clock is not trusted, a person confirms the date that is asked here. */
    public void requireValidAt(Instant time) throws Refused {
        if (time.isBefore(notBefore)) throw Refused.because(Reason.EARLY, "from", notBefore.toString(), "today", time.toString());
        if (time.isAfter(notAfter)) throw Refused.because(Reason.EXPIRED, "until", notAfter.toString(), "today", time.toString());
    }

    public void requireProfile(Profile found) throws Refused {
        if (found != profile) throw Refused.because(Reason.STATEMENT_PROFILE, "stated", profile.word(), "found", found.word());
    }

    /** Whether what was found are the volumes that were signed for: names, then sizes, then hashes, of all and no others. */
    public void requireVolumes(List<Volume> found) throws Refused {
        for (int i = 0; i < Math.min(found.size(), volumes.size()); i++) {
            var stated = volumes.get(i);
            var here = found.get(i);
            if (!here.name().equals(stated.name())) throw Refused.because(Reason.VOLUME_NAME, "volume", here.name(), "expected", stated.name());
            if (here.size() != stated.size()) {
                throw Refused.because(Reason.VOLUME_SIZE, "volume", here.name(), "size", Long.toString(here.size()), "expected", Long.toString(stated.size()));
            }
            if (!here.equals(stated)) throw Refused.because(Reason.VOLUME_HASH, "volume", here.name());
        }
        if (found.size() < volumes.size()) throw Refused.because(Reason.VOLUME_MISSING, "volume", volumes.get(found.size()).name());
        if (found.size() > volumes.size()) throw Refused.because(Reason.VOLUME_SURPLUS, "volume", found.get(volumes.size()).name());
    }
}
