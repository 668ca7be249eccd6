package conclave.node;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.config.Kit;
import conclave.config.Member;
import conclave.config.Place;
import conclave.config.Roster;
import conclave.ledger.Broken;
import conclave.ledger.Spent;
import conclave.link.MemoryLink;
import conclave.meeting.event.Id.MeetingId;
import conclave.seal.RandomIds;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A node that was copied, or put back to an earlier day, does not join; one that was only away does. */
class ArrivalTest {

    private static final MeetingId MEETING = new MeetingId("mtg_" + RandomIds.next());
    private static final List<Member> MEMBERS = List.of(member("a", "peer-a", Member.Role.SERVER), member("b", "peer-b", Member.Role.SERVER),
            member("w", "peer-w", Member.Role.WITNESS));

    private final Map<String, MemoryLink> wires = new ConcurrentHashMap<>();
    private final AtomicLong now = new AtomicLong(1_000_000);
    private final Map<String, Doorkeeper> doorkeepers = new ConcurrentHashMap<>();

    @Test
    void whoFindsNobodyThereBegins() {
        var b = arrival("peer-b", "life-1", Map.of());
        assertDoesNotThrow(b::ask);
        assertDoesNotThrow(() -> b.check(MEETING, () -> 0));
    }

    @Test
    void aFolderThatIsOlderThanWhatWasAcknowledgedDoesNotJoinAndTheOthersSayWhy() {
        arrival("peer-a", "life-a", Map.of(MEETING.value(), 41L)).begin();
        arrival("peer-w", "life-w", Map.of(MEETING.value(), 42L)).begin();
        var b = arrival("peer-b", "life-2", Map.of());
        b.begin();
        b.ask();
        assertDoesNotThrow(() -> b.check(MEETING, () -> 42), "all that it had is there");
        assertDoesNotThrow(() -> b.check(MEETING, () -> 50), "more than was known of it");
        var refused = assertThrows(Outlived.class, () -> b.check(MEETING, () -> 41));
        assertEquals("cluster.went-back", refused.code());
        assertEquals(Map.of("meeting", MEETING.value(), "remembered", "42", "found", "41"), refused.facts());
        for (var other : List.of("peer-a", "peer-w")) {
            var said = doorkeepers.get(other).worst().orElseThrow();
            assertEquals(Doorkeeper.Why.OLD_COPY, said.why());
            assertEquals("b", said.where());
        }
        assertDoesNotThrow(() -> b.check(new MeetingId("mtg_" + RandomIds.next()), () -> 0));
    }

    @Test
    void aCopyBesideItsOriginalDoesNotJoin() {
        arrival("peer-a", "life-a", Map.of()).begin();
        arrival("peer-b", "life-of-the-original", Map.of()).begin();
        // Its link leads out under the same papers; what comes in goes to the original.
        var copy = new Arrival(company("peer-b", new MemoryLink(new ConcurrentHashMap<>(wires), "peer-b")), "life-of-the-copy", new Doorkeeper(), (_, _) -> Map.of());
        assertEquals("cluster.twice", assertThrows(Outlived.class, copy::ask).code());
        assertEquals(Doorkeeper.Why.CLONE, doorkeepers.get("peer-a").worst().orElseThrow().why());
    }

    @Test
    void whoComesBackQuicklyIsNotTakenForACopy() {
        arrival("peer-a", "life-a", Map.of()).begin();
        arrival("peer-b", "life-1", Map.of()).begin();
        var again = arrival("peer-b", "life-2", Map.of());
        again.begin();
        assertDoesNotThrow(again::ask);
        assertEquals(Optional.empty(), doorkeepers.get("peer-a").worst());
    }

    @Test
    void whoseOthersCameLaterIsComparedThen() {
        var b = arrival("peer-b", "life-2", Map.of());
        b.begin();
        b.ask();
        var alarms = new ArrayList<Broken>();
        b.lookAgain(List.of(), alarms::add);
        assertEquals(List.of(), alarms);
        wires.get("peer-b").answer("life", (_, _) -> CompletableFuture.completedFuture("somebody else".getBytes()));
        arrival("peer-a", "life-a", Map.of()).begin();
        b.lookAgain(List.of(), alarms::add);
        assertEquals(1, alarms.size());
        assertInstanceOf(Spent.class, alarms.getFirst());
    }

    @Test
    void oneSentenceInTheLogHoweverOftenSomebodyKnocksAndAFindingForTenMinutes() {
        var doorkeeper = new Doorkeeper(now::get);
        for (int i = 0; i < 10_000; i++) doorkeeper.turnedAway(Doorkeeper.Why.STRANGER, "8445");
        doorkeeper.turnedAway(Doorkeeper.Why.BABBLE, "8444");
        assertEquals(new Doorkeeper.Refusal(Doorkeeper.Why.BABBLE, "8444", 1, now.get()), doorkeeper.worst().orElseThrow());
        now.addAndGet(300_000);
        doorkeeper.turnedAway(Doorkeeper.Why.STRANGER, "8445");
        now.addAndGet(300_000);
        assertEquals(10_001, doorkeeper.worst().orElseThrow().times());
        now.addAndGet(300_000);
        assertEquals(Optional.empty(), doorkeeper.worst());
        for (int i = 0; i < 100_000; i++) doorkeeper.turnedAway(Doorkeeper.Why.STRUCK_OFF, "named by a stranger " + i);
        assertTrue(doorkeeper.worst().isPresent());
    }

    private Arrival arrival(String peer, String life, Map<String, Long> remembered) {
        var doorkeeper = new Doorkeeper(now::get);
        doorkeepers.put(peer, doorkeeper);
        return new Arrival(company(peer, new MemoryLink(wires, peer)), life, doorkeeper, (_, _) -> remembered);
    }

    private static Company company(String self, MemoryLink link) {
        var kit = new Kit("kit-x", Optional.empty(), "", MEMBERS);
        return Company.of(new Roster(new Place(Path.of("cluster.conf"), kit, kit.peer(self).orElseThrow())), link);
    }

    private static Member member(String name, String peer, Member.Role role) {
        return new Member(name, role, peer, "127.0.0.1", new Member.Ports(1, 2, 3, 4), "");
    }
}
