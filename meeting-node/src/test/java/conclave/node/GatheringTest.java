package conclave.node;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.ledger.MemoryLedgers;
import conclave.link.MemoryLink;
import conclave.link.NoAnswer;
import conclave.meeting.event.Id.MeetingId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who comes later keeps what the others keep, and makes nothing of its own out of not knowing. */
class GatheringTest {

    @TempDir
    Path folder;
    private TestKit kit;

    @BeforeEach
    void layOut() throws IOException {
        kit = new TestKit(folder);
    }

    @AfterEach
    void close() throws IOException {
        kit.close();
        assertTrue(kit.alarms.isEmpty(), kit.alarms::toString);
    }

    @Test
    void aBlankServerTakesTheMeetingAndItsKey() throws Exception {
        var a = start("a");
        var meeting = a.house.found(true).id();
        var b = start("b");
        taken(b, meeting);
        assertEquals(1, b.house.chambers().size(), "it makes none of its own");
        assertTrue(b.house.hall(meeting).isPresent());
        assertArrayEquals(key(a, meeting), key(b, meeting));
        TestKit.until(() -> b.house.unready().isEmpty());
    }

    /** Whoever brings a meeting in asks {@link House#unready} first: a second sample meeting was founded where it did not say so. */
    @Test
    void aBlankServerThatHasHeardNobodyDoesNotThinkThatThereIsNothing() throws Exception {
        var b = start("b");
        assertEquals(Optional.of("gathering"), b.house.unready());
        var a = start("a");
        TestKit.until(() -> a.house.unready().isEmpty());
        TestKit.until(() -> b.house.unready().isEmpty());
        var meeting = a.house.found(true).id();
        taken(b, meeting);
    }

    @Test
    void aBlankServerIsNotReadyBeforeItHasTakenWhatItHeardOf() throws Exception {
        var a = start("a");
        var meeting = a.house.found(true).id();
        // It hears of the meeting, and is not given the key yet.
        var wire = kit.wires.get(TestKit.peer("a"));
        wire.answer("meeting-key", (_, _) -> {
            throw new NoAnswer("not now", true, null);
        });
        var b = start("b");
        kit.wires.get(TestKit.peer("a")).ask(TestKit.peer("b"), "look", new byte[0]).get(60, TimeUnit.SECONDS);
        assertEquals(Optional.of("gathering"), b.house.unready());
        assertTrue(b.house.chambers().isEmpty());
        wire.answer("meeting-key", (_, _) -> java.util.concurrent.CompletableFuture.completedFuture(key(a, meeting)));
        TestKit.until(() -> b.house.unready().isEmpty());
        taken(b, meeting);
        assertTrue(b.house.hall(meeting).isPresent());
    }

    @Test
    void aServerThatWasAwayWhenAMeetingWasFoundedTakesItWhenItIsBack() throws Exception {
        var a = start("a");
        var first = a.house.found(true).id();
        var log = memory();
        var b = kit.start("b", log);
        taken(b, first);
        kit.stop("b");
        var second = a.house.found(true).id();
        var back = kit.start("b", log.restarted((_, reason) -> kit.alarms.add(reason)));
        assertTrue(back.house.hall(first).isPresent(), "what it kept it has by itself");
        taken(back, second);
        assertEquals(2, back.house.chambers().size());
        assertArrayEquals(key(a, second), key(back, second));
    }

    @Test
    void aServerThatFellBetweenTheRecordAndTheKeyTakesTheMeetingAnew() throws Exception {
        var a = start("a");
        var meeting = a.house.found(true).id();
        var begun = folder.resolve("b/data/meetings").resolve(meeting.value());
        var founding = Founding.read(a.house.folder(meeting));
        founding.writeTaken(Files.createDirectories(begun));
        var b = start("b");
        taken(b, meeting);
        assertArrayEquals(key(a, meeting), key(b, meeting));
    }

    @Test
    void theWitnessKeepsTheRecordAndIsRefusedTheKey() throws Exception {
        var a = start("a");
        var meeting = a.house.found(true).id();
        var w = start("w");
        taken(w, meeting);
        assertTrue(w.house.hall(meeting).isEmpty());
        assertFalse(Files.exists(folder.resolve("w/data/meetings").resolve(meeting.value()).resolve("key")));
        refusedTheKey(kit.wires.get(TestKit.peer("w")), meeting);
    }

    @Test
    void whoIsNoServerOfThisKitIsRefusedTheKey() throws Exception {
        var meeting = start("a").house.found(true).id();
        refusedTheKey(new MemoryLink(kit.wires, "peer-of-somebody"), meeting);
    }

    /** All of it, to the record that says so. */
    private static void taken(TestHouse at, MeetingId meeting) throws InterruptedException {
        var record = at.data.meetings().resolve(meeting.value());
        TestKit.until(() -> at.house.chamber(meeting).isPresent() && Founding.finished(record) && !Founding.taken(record));
    }

    private void refusedTheKey(MemoryLink wire, MeetingId meeting) {
        var asked = wire.ask(TestKit.peer("a"), "meeting-key", meeting.value().getBytes(StandardCharsets.US_ASCII));
        var failure = assertThrows(ExecutionException.class, () -> asked.get(60, TimeUnit.SECONDS));
        assertTrue(assertInstanceOf(NoAnswer.class, failure.getCause()).refused());
    }

    private TestHouse start(String name) throws IOException {
        return kit.start(name, memory());
    }

    private MemoryLedgers memory() {
        return new MemoryLedgers((_, reason) -> kit.alarms.add(reason));
    }

    private static byte[] key(TestHouse at, MeetingId meeting) {
        return at.house.hall(meeting).orElseThrow().key().shared();
    }
}
