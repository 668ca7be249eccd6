package conclave.presence.hazelcast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.hazelcast.core.Hazelcast;
import conclave.presence.LocalPresence;
import conclave.presence.LocalSignIns;
import conclave.presence.Visit;
import conclave.presence.hazelcast.SharedPresence.State;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SharedPresenceTest {

    private static final Instant START = Instant.parse("2026-09-17T08:00:00Z");
    private static final Duration MINUTE = Duration.ofSeconds(60);

    private final String cluster = UUID.randomUUID().toString();
    private final Changes changes = new Changes();
    private final List<SharedPresence> joined = new ArrayList<>();

    @AfterEach
    void close() {
        joined.forEach(SharedPresence::close);
        assertTrue(Hazelcast.getAllHazelcastInstances().isEmpty(), "no Hazelcast outlives its node");
    }

    @Test
    void withHazelcastStoppedAltogetherPresenceAndThrottleGoOn() throws Exception {
        var presence = join("n-1", 0, List.of());
        presence.entered("c1", new Visit("psn-1", "A", START));
        for (int i = 0; i < 11; i++) presence.signIns().failed("10.0.0.9", START);
        changes.until("shared", () -> presence.state() == State.SHARED);
        Hazelcast.getAllHazelcastInstances().forEach(h -> h.getLifecycleService().terminate());
        changes.until("alone", () -> presence.state() == State.ALONE);
        presence.entered("c2", new Visit("psn-2", "A", START));
        presence.show("submitted", 4);
        assertEquals(2, presence.inRoom("A").size());
        assertEquals(4, presence.figure("submitted"));
        assertEquals(Duration.ofSeconds(1), presence.signIns().mustWait("10.0.0.9", START));
        presence.signIns().failed("10.0.0.9", START);
        assertEquals(Duration.ofSeconds(2), presence.signIns().mustWait("10.0.0.9", START));
    }

    @Test
    void nothingWaitsForHazelcastToStart() {
        var presence = join("n-1", 0, List.of());
        presence.entered("c1", new Visit("psn-1", "A", START));
        assertEquals(1, presence.online().size());
    }

    @Test
    void aPortThatIsTakenLeavesTheNodeByItself() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var presence = join("n-1", taken.getLocalPort(), List.of());
            presence.entered("c1", new Visit("psn-1", "A", START));
            changes.until("alone", () -> presence.state() == State.ALONE);
            assertEquals(1, presence.online().size());
        }
    }

    @Test
    void twoNodesSeeTheSamePeopleAndOneGuesser() throws Exception {
        int[] ports = freePorts();
        var members = List.of("127.0.0.1:" + ports[0], "127.0.0.1:" + ports[1]);
        var first = join("n-1", ports[0], members);
        var second = join("n-2", ports[1], members);
        first.entered("c1", new Visit("psn-1", "A", START));
        second.entered("c1", new Visit("psn-2", "A", START));
        first.show("submitted", 3);
        second.show("submitted", 4);
        for (var node : joined) {
            changes.until("both people", () -> node.inRoom("A").size() == 2);
            changes.until("both figures", () -> node.figure("submitted") == 7);
        }
        for (int i = 0; i < 11; i++) first.signIns().failed("10.0.0.9", START);
        changes.until("the guesser waits at the other node too",
                () -> second.signIns().mustWait("10.0.0.9", START).toSeconds() > 0);
        second.left("c1");
        changes.until("who left is gone", () -> first.inRoom("A").size() == 1);
    }

    @Test
    void aPeersNonsenseChangesNothing() {
        for (var text : List.of("", "\n", "seen", "seen\tn\nx", "seen\tn\nv\tp\tr\tlater", "seen\tn\nv\tp\tr\t9e9", "failed\tn",
                "seen\tn\nf\tname\t", "failed\tn\ta\n", "rubbish\t\t\t", "seen\tn\nv\tp\tr\t" + "9".repeat(40))) {
            assertEquals(Optional.empty(), Notice.read(text), text);
        }
        var random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder("seen\tn\n");
            for (int k = random.nextInt(20); k > 0; k--) text.append("vf\t\n1-\0é".charAt(random.nextInt(8)));
            Notice.read(text.toString());
        }
    }

    @Test
    void newsReadsBackAsItWasWritten() {
        var figures = new TreeMap<>(Map.of("a", -1L, "b", Long.MAX_VALUE));
        var seen = new Notice.Seen("n-1", List.of(new Visit("psn-1", "A", START), new Visit("psn-2", "B", START)), figures);
        assertEquals(Optional.of(seen), Notice.read(Notice.write(seen)));
        var failed = new Notice.Failed("n-1", "::1");
        assertEquals(Optional.of(failed), Notice.read(Notice.write(failed)));
        assertFalse(Notice.read(Notice.write(new Notice.Seen("n", List.of(), new TreeMap<>()))).isEmpty());
    }

    private SharedPresence join(String node, int port, List<String> members) {
        var local = new LocalPresence(new LocalSignIns(10, 200, MINUTE, MINUTE));
        var sharing = new Sharing(cluster, node, "127.0.0.1", port, members);
        var presence = SharedPresence.join(local, sharing, InstantSource.fixed(START), changes);
        joined.add(presence);
        return presence;
    }

    private static int[] freePorts() throws IOException {
        try (var one = new ServerSocket(0); var two = new ServerSocket(0)) {
            return new int[] {one.getLocalPort(), two.getLocalPort()};
        }
    }
}
