package conclave.node;

import conclave.codec.CanonicalJson;
import conclave.codec.Codec;
import conclave.meeting.event.Id.ImportId;
import conclave.meeting.event.IntakeEvent.ImportCompleted;
import conclave.seal.Digests;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What was taken in already. An import bears its package's name in the record, so that the same package does not become a second meeting:
 * neither here after a cut, nor at another server of the kit where somebody imports it once more.
 */
public final class Imported {

    private static final int SOME_LINES = 500;

    private Imported() {
    }

    /** A package is always imported under the same id. */
    public static ImportId idOf(String packageId) {
        var digest = Digests.hex(Digests.sha256(("conclave import\0" + packageId).getBytes(StandardCharsets.UTF_8)));
        return new ImportId("imp_" + digest.substring(0, 40));
    }

    /** The meeting that this import has become, by whichever node. */
    public static Optional<Hall> into(House house, ImportId id) {
        return house.halls().stream().filter(hall -> hall.chamber().ready().isDone() && hall.register().isPresent() && completed(hall, id)).findFirst();
    }

    /** Its lines stand together at the beginning of the record: the first stretch without any ends the search. */
    private static boolean completed(Hall hall, ImportId id) {
        var evidence = hall.chamber().evidence();
        for (long first = 1; first <= evidence.size(); first += SOME_LINES) {
            boolean any = false;
            for (var line : evidence.lines(first, (int) Math.min(SOME_LINES, evidence.size() - first + 1))) {
                var text = new String(line.bytes(), StandardCharsets.UTF_8);
                any |= text.contains("\"imp_");
                if (text.contains("\"" + id.value() + "\"") && Codec.fact(CanonicalJson.readObject(line.bytes())).event() instanceof ImportCompleted) return true;
            }
            if (!any) return false;
        }
        return false;
    }
}
