package conclave.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import conclave.exchange.Deadline.Grade;
import conclave.exchange.Deadline.Way;
import conclave.exchange.Deadlines;
import conclave.exchange.MeetingFile.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The clocks of a meeting as its page has them, after a restart as before. */
class CountdownTest {

    @TempDir
    Path folder;

    @Test
    void whatTheFolderRemembersIsShown() throws IOException {
        try (var test = new TestHouse(folder)) {
            var hall = test.admit(1, Policy.REAL_NAME);
            assertEquals(List.of(), Countdown.of(test.house, hall));
            var now = Instant.ofEpochMilli(test.house.clock().getAsLong());
            var place = test.house.folder(hall.id());
            Deadlines.in(place).arrived(now.minus(Duration.ofHours(30)), now.minus(Duration.ofHours(3))).write(place);
            var late = Countdown.of(test.house, hall).getFirst();
            assertEquals(Way.IN, late.way());
            assertEquals(Grade.MISSED, late.grade());
            assertEquals(Duration.ofHours(3).toMillis(), late.left());
            Deadlines.in(place).arrived(now.plusSeconds(60), now).write(place);
            assertEquals(Grade.UNTRUSTED, Countdown.of(test.house, hall).getFirst().grade());
            Files.writeString(place.resolve("clocks.json"), "{\"format\":");
            assertEquals(List.of(), Countdown.of(test.house, hall), "no page fails for it");
        }
    }
}
