package conclave.node;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.config.Kit;
import conclave.config.Limits;
import conclave.config.Member;
import conclave.config.Place;
import conclave.config.Roster;
import conclave.exchange.MeetingFile.Policy;
import conclave.ledger.MemoryLedgers;
import conclave.link.Link;
import conclave.link.NoAnswer;
import conclave.meeting.event.PauseReason;
import conclave.meeting.sitting.Pause;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One of three nodes comes back: what the others say decides whether the rooms were left alone. */
class OutageTest {

    private static final byte[] YES = {1};
    private static final byte[] NO = {0};

    @TempDir
    Path folder;

    /** What the other two say; who is not among them does not answer. */
    private static final class Others implements Link {
        final Map<String, byte[]> said = new ConcurrentHashMap<>();
        final Map<String, Answering> here = new ConcurrentHashMap<>();
        final List<String> asked = new ArrayList<>();

        @Override
        public CompletableFuture<byte[]> ask(String peer, String about, byte[] question) {
            if (!about.equals("at-work") || !said.containsKey(peer)) return CompletableFuture.failedFuture(new NoAnswer("not there", false, null));
            synchronized (asked) {
                asked.add(peer);
            }
            return CompletableFuture.completedFuture(said.get(peer));
        }

        @Override
        public void answer(String about, Answering answering) {
            here.put(about, answering);
        }

        @Override
        public void close() {
            said.clear();
        }
    }

    @Test
    void whereAnotherNodeWasAtWorkNoRoomIsPaused() throws Exception {
        assertEquals(Optional.empty(), pauseAfter(Map.of("peer-b", YES, "peer-w", NO)));
    }

    @Test
    void aNodeAtWorkIsBelievedThoughTheThirdDoesNotAnswer() throws Exception {
        assertEquals(Optional.empty(), pauseAfter(Map.of("peer-w", YES)));
    }

    @Test
    void whereNoneWasAtWorkAllRoomsArePaused() throws Exception {
        assertEquals(PauseReason.AFTER_OUTAGE, pauseAfter(Map.of("peer-b", NO, "peer-w", NO)).orElseThrow().reason());
    }

    @Test
    void whereOneIsStillAwayTheOthersDoNotWaitForIt() throws Exception {
        assertEquals(PauseReason.AFTER_OUTAGE, pauseAfter(Map.of("peer-b", NO)).orElseThrow().reason());
    }

    /** The room's pause in a meeting that was in session when its node went and came back among these. */
    private Optional<Pause> pauseAfter(Map<String, byte[]> others) throws Exception {
        var first = memory();
        try (var test = new TestHouse(folder, first, Limits.DEFAULT)) {
            ChamberTest.scoringBegins(test, test.admit(1, Policy.REAL_NAME), "R01");
        }
        var link = new Others();
        link.said.putAll(others);
        try (var test = new TestHouse(folder, first.restarted((id, reason) -> {
            throw reason;
        }), Limits.DEFAULT, company(link))) {
            var chamber = test.house.chambers().iterator().next();
            chamber.ready().get(60, TimeUnit.SECONDS);
            var here = link.here.get("at-work").answer("peer-b", chamber.id().value().getBytes(StandardCharsets.US_ASCII));
            assertArrayEquals(YES, here.join(), "whoever comes back later hears that it was seen to");
            assertTrue(link.asked.containsAll(others.keySet()));
            var room = chamber.meeting().intake().register().orElseThrow().rooms().values().getFirst().id();
            return chamber.meeting().floor().pause(room);
        }
    }

    private Company company(Link link) {
        var members = List.of(member("a", Member.Role.SERVER), member("b", Member.Role.SERVER), member("w", Member.Role.WITNESS));
        var kit = new Kit("kit", Optional.empty(), "", members);
        return Company.of(new Roster(new Place(folder.resolve("cluster.conf"), kit, members.getFirst())), link);
    }

    private static Member member(String name, Member.Role role) {
        return new Member(name, role, "peer-" + name, "127.0.0.1", new Member.Ports(0, 0, 0, 0), "");
    }

    private static MemoryLedgers memory() throws IOException {
        return new MemoryLedgers((id, reason) -> {
            throw reason;
        });
    }
}
