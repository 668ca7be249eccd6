package conclave.node;

import conclave.codec.BadJson;
import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.ledger.Broken;
import conclave.ledger.LedgerId;
import conclave.meeting.Meeting;
import conclave.meeting.event.Id.MeetingId;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;

/**
 * The paper that says a meeting exists here: written last and durably, after its key and its log. A folder without
 * it is a founding that never finished, of which nobody was told.
 */
record Founding(MeetingId meeting, LedgerId ledger, String rules, List<String> members) {

    private static final String FILE = "founding.json";
    private static final String TAKEN = "taken.json";
    private static final String FORMAT = "conclave-founding/2";

    Founding {
        members = List.copyOf(members);
    }

    static Founding of(MeetingId meeting, List<String> members) {
        return new Founding(meeting, new LedgerId(UUID.randomUUID()), Meeting.RULES, members);
    }

    /** The meeting's key was destroyed here when all was over ({@code docs/formats/reconciling.md}): nobody opens it any more. */
    static boolean erased(Path folder) {
        return Files.exists(folder.resolve("wiped.json"));
    }

    static boolean finished(Path folder) {
        return Files.exists(folder.resolve(FILE));
    }

    /** A meeting that was founded at another node, and of which this one has begun to take its part. */
    static boolean taken(Path folder) {
        return Files.exists(folder.resolve(TAKEN));
    }

    static Founding read(Path folder) throws IOException {
        var file = folder.resolve(finished(folder) ? FILE : TAKEN);
        return read(Files.readAllBytes(file), file.toString());
    }

    static Founding read(byte[] bytes, String file) {
        try {
            var json = CanonicalJson.readObject(bytes);
            var members = json.list("members").stream().map(member -> ((Json.Str) member).value()).toList();
            var founding = new Founding(new MeetingId(json.text("meeting")), new LedgerId(UUID.fromString(json.text("ledger"))), json.text("rules"), members);
            if (founding.rules.equals(Meeting.RULES) && json.text("format").equals(FORMAT)) return founding;
            throw new Broken("the meeting " + founding.meeting.value() + " was founded under other rules (" + founding.rules
                    + ") than this version of Conclave knows (" + Meeting.RULES + ")");
        } catch (BadJson | IllegalArgumentException | ClassCastException e) {
            throw new Broken("the founding record is damaged: " + file, e);
        }
    }

    byte[] bytes() {
        return CanonicalJson.bytes(Json.object().with("format", FORMAT).with("meeting", meeting.value())
                .with("ledger", ledger.toString()).with("rules", rules).with("members", Json.array(members.stream().map(Json::text).toList())));
    }

    void write(Path folder) throws IOException {
        write(folder, FILE);
        Files.deleteIfExists(folder.resolve(TAKEN));
    }

    void writeTaken(Path folder) throws IOException {
        write(folder, TAKEN);
    }

    private void write(Path folder, String name) throws IOException {
        var part = folder.resolve(name + ".part");
        Files.write(part, bytes());
        sync(part, StandardOpenOption.WRITE);
        Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        sync(folder, StandardOpenOption.READ);
    }

    private static void sync(Path path, StandardOpenOption how) throws IOException {
        try (var channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }
}
