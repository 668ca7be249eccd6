package conclave.exchange;

import conclave.codec.BadJson;
import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.seal.OwnerFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a meeting's folder remembers of its two clocks ({@code clocks.json}); when the meeting was closed stands in its record.
 *
 * @param frozen when the list was closed at the sender's
 * @param arrived when its counts agreed here
 * @param accepted when the platform had accepted everything
 */
public record Deadlines(Optional<Instant> frozen, Optional<Instant> arrived, Optional<Instant> accepted) {

    private static final String FILE = "clocks.json";
    private static final String FORMAT = "conclave-clocks/1";
    private static final Deadlines NONE = new Deadlines(Optional.empty(), Optional.empty(), Optional.empty());

    /** Nothing where nothing is remembered; a file that is none says nothing either, for no decision hangs on it. */
    public static Deadlines in(Path folder) throws IOException {
        if (!Files.exists(folder.resolve(FILE))) return NONE;
        try {
            var json = CanonicalJson.readObject(Files.readAllBytes(folder.resolve(FILE)));
            return new Deadlines(time(json, "frozen"), time(json, "arrived"), time(json, "accepted"));
        } catch (BadJson | DateTimeException damaged) {
            return NONE;
        }
    }

    /** A package came whose list was closed then. */
    public Deadlines arrived(Instant listFrozen, Instant at) {
        return new Deadlines(Optional.of(listFrozen), Optional.of(at), accepted);
    }

    /** The platform has accepted all; the first time counts. */
    public Deadlines accepted(Instant at) {
        return accepted.isPresent() ? this : new Deadlines(frozen, arrived, Optional.of(at));
    }

    public void write(Path folder) throws IOException {
        var fields = new JsonFields().put("format", FORMAT);
        OwnerFiles.write(folder.resolve(FILE), CanonicalJson.bytes(fields.maybe("frozen", frozen.map(Instant::toString))
                .maybe("arrived", arrived.map(Instant::toString)).maybe("accepted", accepted.map(Instant::toString)).end()));
    }

    /** @param closed when the meeting was sealed, where it was */
    public List<Deadline> all(Optional<Instant> closed) {
        var all = new ArrayList<Deadline>();
        frozen.ifPresent(begun -> all.add(Deadline.in(begun, arrived)));
        closed.ifPresent(begun -> all.add(Deadline.out(begun, accepted)));
        return all;
    }

    private static Optional<Instant> time(Json.Obj json, String field) {
        return json.get(field) instanceof Json.Str(var text) ? Optional.of(Instant.parse(text)) : Optional.empty();
    }
}
