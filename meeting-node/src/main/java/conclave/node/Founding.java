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
import java.util.UUID;

/**
 * The paper that says a meeting exists here: written last and durably, after its key and its log. A folder without
 * it is a founding that never finished, of which nobody was told.
 */
record Founding(MeetingId meeting, LedgerId ledger, String rules) {

    private static final String FILE = "founding.json";
    private static final String FORMAT = "conclave-founding/1";

    static Founding of(MeetingId meeting) {
        return new Founding(meeting, new LedgerId(UUID.randomUUID()), Meeting.RULES);
    }

    static boolean finished(Path folder) {
        return Files.exists(folder.resolve(FILE));
    }

    static Founding read(Path folder) throws IOException {
        var file = folder.resolve(FILE);
        try {
            var json = CanonicalJson.readObject(Files.readAllBytes(file));
            var founding = new Founding(new MeetingId(json.text("meeting")), new LedgerId(UUID.fromString(json.text("ledger"))), json.text("rules"));
            if (founding.rules.equals(Meeting.RULES) && json.text("format").equals(FORMAT)) return founding;
            throw new Broken("the meeting " + founding.meeting.value() + " was founded under other rules (" + founding.rules
                    + ") than this version of Conclave knows (" + Meeting.RULES + ")");
        } catch (BadJson | IllegalArgumentException e) {
            throw new Broken("the founding record is damaged: " + file, e);
        }
    }

    void write(Path folder) throws IOException {
        var part = folder.resolve(FILE + ".part");
        Files.write(part, CanonicalJson.bytes(Json.object().with("format", FORMAT).with("meeting", meeting.value())
                .with("ledger", ledger.toString()).with("rules", rules)));
        sync(part, StandardOpenOption.WRITE);
        Files.move(part, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
        sync(folder, StandardOpenOption.READ);
    }

    private static void sync(Path path, StandardOpenOption how) throws IOException {
        try (var channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }
}
