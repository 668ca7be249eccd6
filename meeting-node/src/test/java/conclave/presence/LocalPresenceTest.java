package conclave.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class LocalPresenceTest {

    private static final Instant START = Instant.parse("2026-09-17T08:00:00Z");
    private static final Duration MINUTE = Duration.ofSeconds(60);

    private final LocalPresence presence = new LocalPresence(new LocalSignIns(10, 200, MINUTE, MINUTE), true);

    @Test
    void aSecondTabDoesNotMakeASecondExpert() {
        presence.entered("c1", new Visit("psn-1", "A", START.plusSeconds(5)));
        presence.entered("c2", new Visit("psn-1", "A", START));
        presence.entered("c3", new Visit("psn-2", "B", START));
        assertEquals(List.of(new Visit("psn-1", "A", START), new Visit("psn-2", "B", START)), presence.online());
        presence.left("c2");
        assertEquals(List.of(new Visit("psn-1", "A", START.plusSeconds(5))), presence.inRoom("A"));
        presence.left("c1");
        presence.left("never heard of");
        assertEquals(List.of(), presence.inRoom("A"));
    }

    @Test
    void aFigureNobodyShowedIsZero() {
        assertEquals(OptionalLong.of(0), presence.figure("submitted"));
        presence.show("submitted", 3);
        assertEquals(OptionalLong.of(3), presence.figure("submitted"));
    }
}
