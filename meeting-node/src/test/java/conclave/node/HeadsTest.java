package conclave.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.config.DataFolder;
import conclave.config.Kit;
import conclave.config.Limits;
import conclave.config.Member;
import conclave.config.Place;
import conclave.config.Roster;
import conclave.ledger.Broken;
import conclave.ledger.Fork;
import conclave.ledger.MemoryLedgers;
import conclave.link.MemoryLink;
import conclave.meeting.Meeting;
import conclave.meeting.event.Id.MeetingId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.IntakeCommand.FoundMeeting;
import conclave.meeting.event.Order;
import conclave.seal.NodeKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes beside each other, each with its own ledger: what they record may be the same, or be made to differ. */
class HeadsTest {

    private static final String A = "peer-of-a";
    private static final String B = "peer-of-b";
    private static final int PATIENCE_SECONDS = 60;

    @TempDir
    Path folder;
    final Map<String, MemoryLink> wires = new ConcurrentHashMap<>();
    final BlockingQueue<Broken> alarms = new LinkedBlockingQueue<>();
    NodeKeys keysOfA;
    NodeKeys keysOfB;

    @BeforeEach
    void laidOut() throws IOException {
        keysOfA = keys("a");
        keysOfB = keys("b");
    }

    private NodeKeys keys(String name) throws IOException {
        try (var data = DataFolder.open(folder.resolve(name).resolve("data")).value().orElseThrow()) {
            return NodeKeys.at(data.node(), true);
        }
    }

    private TestHouse house(String name, String self) throws IOException {
        var members = List.of(member("a", A, keysOfA, 7000), member("b", B, keysOfB, 7010));
        var file = folder.resolve("cluster.conf");
        var kit = new Kit("kit-test", Optional.empty(), "0".repeat(64), members);
        Files.writeString(file, kit.text());
        var roster = new Roster(new Place(file, kit, kit.member(name).orElseThrow()));
        var company = Company.of(roster, new MemoryLink(wires, self));
        var ledgers = new MemoryLedgers((_, reason) -> alarms.add(reason));
        return new TestHouse(folder.resolve(name), ledgers, Limits.DEFAULT, _ -> company, alarms::add);
    }

    private static Member member(String name, String peer, NodeKeys keys, int port) {
        return new Member(name, Member.Role.SERVER, peer, "127.0.0.1", new Member.Ports(port, port + 1, port + 2, port + 3),
                Base64.getUrlEncoder().withoutPadding().encodeToString(keys.signing().publicKey()));
    }

    @Test
    void recordsThatAreEqualAreCosigned() throws Exception {
        try (var a = house("a", A); var b = house("b", B)) {
            var meeting = a.house.found(true).id();
            until(() -> b.house.hall(meeting).isPresent());
            found(a, meeting, 0);
            found(b, meeting, 0);
            until(() -> a.house.heads().signed(meeting).equals(Map.of(keysOfA.signing().id(), 1L, keysOfB.signing().id(), 1L)));
            until(() -> b.house.heads().signed(meeting).equals(Map.of(keysOfA.signing().id(), 1L, keysOfB.signing().id(), 1L)));
            assertTrue(alarms.isEmpty(), alarms::toString);
        }
    }

    @Test
    void recordsThatDifferAtOneSizeStopTheNodeAndLeaveAProof() throws Exception {
        MeetingId meeting;
        try (var a = house("a", A); var b = house("b", B)) {
            meeting = a.house.found(true).id();
            until(() -> b.house.hall(meeting).isPresent());
            found(a, meeting, 0);
            found(b, meeting, 1);
            var alarm = alarms.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertTrue(alarm != null && alarm.getMessage().contains("differ at line 1"), () -> "the alarm: " + alarm);
        }
        var keys = List.of(keysOfA.signing().publicKey(), keysOfB.signing().publicKey());
        var proofs = 0;
        for (var name : List.of("a", "b")) {
            var file = folder.resolve(name).resolve("data/meetings").resolve(meeting.value()).resolve("forks.jsonl");
            if (!Files.exists(file)) continue;
            proofs++;
            for (var line : Files.readAllLines(file)) {
                assertEquals(Fork.Verdict.TWO_SIGNERS, Fork.read(line.getBytes(StandardCharsets.UTF_8)).verify(keys));
            }
            assertThrows(Broken.class, () -> house(name, "peer-again"), "it does not begin again by itself");
        }
        assertTrue(proofs > 0, "whoever found it has the proof");
    }

    @Test
    void aNodeThatStandsAloneSignsItsOwnHeads() throws Exception {
        try (var alone = new TestHouse(folder.resolve("alone"))) {
            var meeting = alone.house.found(true).id();
            found(alone, meeting, 0);
            until(() -> alone.house.heads().signed(meeting).equals(Map.of(alone.signer.id(), 1L)));
            assertFalse(Files.exists(alone.data.meeting(meeting.value()).resolve("forks.jsonl")));
        }
    }

    private static void found(TestHouse at, MeetingId meeting, long later) throws Exception {
        var order = new Order("", "", PersonId.HOUSE, at.now.get() + later, new FoundMeeting(meeting, Meeting.RULES));
        var chamber = at.house.hall(meeting).orElseThrow().chamber();
        chamber.ready().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertTrue(chamber.submit(order).join() instanceof Reply.Done);
    }

    private static void until(BooleanSupplier done) throws InterruptedException {
        var moments = new LinkedBlockingQueue<Integer>();
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS); !done.getAsBoolean(); ) {
            assertTrue(System.nanoTime() < end, "it did not come about");
            moments.poll(20, TimeUnit.MILLISECONDS);
        }
    }
}
