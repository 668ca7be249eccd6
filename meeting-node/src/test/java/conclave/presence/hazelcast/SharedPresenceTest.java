package conclave.presence.hazelcast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstanceNotActiveException;
import com.hazelcast.instance.EndpointQualifier;
import com.hazelcast.spi.exception.PartitionMigratingException;
import com.hazelcast.spi.exception.RetryableHazelcastException;
import com.hazelcast.spi.exception.RetryableIOException;
import com.hazelcast.spi.exception.TargetNotMemberException;
import com.hazelcast.spi.exception.WrongTargetException;
import conclave.presence.LocalPresence;
import conclave.presence.LocalSignIns;
import conclave.presence.Visit;
import conclave.presence.hazelcast.SharedPresence.State;
import conclave.presence.hazelcast.Sharing.Seat;
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
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
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
    void withHazelcastStoppedAltogetherPresenceAndThrottleGoOnAndWhatTheOthersSeeIsUnknown() throws Exception {
        var two = twoNodes();
        var presence = two.getFirst();
        presence.entered("c1", new Visit("psn-1", "A", START));
        for (int i = 0; i < 11; i++) presence.signIns().failed("10.0.0.9", START);
        changes.until("both are heard", () -> two.stream().allMatch(SharedPresence::seesAll));
        Hazelcast.getAllHazelcastInstances().forEach(h -> h.getLifecycleService().terminate());
        changes.until("alone", () -> presence.state() == State.ALONE);
        presence.entered("c2", new Visit("psn-2", "A", START));
        presence.show("submitted", 4);
        assertEquals(2, presence.inRoom("A").size());
        assertFalse(presence.seesAll());
        assertEquals(OptionalLong.empty(), presence.figure("submitted"), "a part is not the sum");
        assertEquals(Duration.ofSeconds(1), presence.signIns().mustWait("10.0.0.9", START));
        presence.signIns().failed("10.0.0.9", START);
        assertEquals(Duration.ofSeconds(2), presence.signIns().mustWait("10.0.0.9", START));
    }

    @Test
    void nothingWaitsForTheBusToStart() throws Exception {
        var presence = join("n-1", seat("n-1", freePort()), List.of());
        presence.entered("c1", new Visit("psn-1", "A", START));
        assertEquals(1, presence.online().size());
    }

    @Test
    void aPortThatIsTakenLeavesTheNodeByItself() throws Exception {
        var seat = seat("n-1", freePort());
        try (var taken = new ServerSocket(seat.port(), 1, InetAddress.getByName(seat.hazelcast()))) {
            assertTrue(taken.isBound());
            var presence = join("n-1", seat, List.of());
            presence.entered("c1", new Visit("psn-1", "A", START));
            changes.until("alone", () -> presence.state() == State.ALONE);
            assertEquals(1, presence.online().size());
        }
    }

    @Test
    void twoNodesSeeTheSamePeopleAndOneGuesser() throws Exception {
        var two = twoNodes();
        var first = two.getFirst();
        var second = two.getLast();
        first.entered("c1", new Visit("psn-1", "A", START));
        second.entered("c1", new Visit("psn-2", "A", START));
        first.show("submitted", 3);
        second.show("submitted", 4);
        for (var node : joined) {
            changes.until("both people", () -> node.inRoom("A").size() == 2);
            changes.until("both figures", () -> node.figure("submitted").equals(OptionalLong.of(7)));
        }
        for (int i = 0; i < 11; i++) first.signIns().failed("10.0.0.9", START);
        changes.until("the guesser waits at the other node too",
                () -> second.signIns().mustWait("10.0.0.9", START).toSeconds() > 0);
        second.left("c1");
        changes.until("who left is gone", () -> first.inRoom("A").size() == 1);
    }

    @Test
    void aFloorThatSignsInRightlyAtOneServerMayMistypeAtTheOther() throws Exception {
        var two = twoNodes();
        changes.until("both are heard", () -> two.stream().allMatch(SharedPresence::seesAll));
        for (int i = 0; i < 5; i++) two.getFirst().signIns().succeeded("10.0.0.9", START);
        two.getFirst().entered("c1", new Visit("psn-1", "A", START));
        changes.until("what was told after it is heard", () -> two.getLast().inRoom("A").size() == 1);
        for (int i = 0; i < 15; i++) two.getLast().signIns().failed("10.0.0.9", START);
        assertEquals(Duration.ZERO, two.getLast().signIns().mustWait("10.0.0.9", START));
    }

    @Test
    void nothingOfHazelcastIsOnThatIsNotNeeded() {
        var seat = seat("n-1", 5701);
        var config = EmbeddedHazelcast.config(sharing("n-1", seat, List.of()), List.of(seat("n-2", 5702)));
        var filter = config.getSerializationConfig().getJavaSerializationFilterConfig();
        assertTrue(filter.isDefaultsDisabled());
        assertTrue(filter.getWhitelist().getClasses().stream().allMatch(name -> name.matches(".*(Exception|Throwable|StackTraceElement;?|String|EmptyList)")),
                filter.getWhitelist().getClasses().toString());
        assertEquals(Set.of(), filter.getWhitelist().getPrefixes());
        assertTrue(config.getSqlConfig().getJavaReflectionFilterConfig().isDefaultsDisabled());
        assertFalse(config.getJetConfig().isEnabled());
        assertFalse(config.getMetricsConfig().isEnabled());
        assertEquals("false", config.getProperty("hazelcast.diagnostics.enabled"));
        assertEquals("false", config.getProperty("hazelcast.phone.home.enabled"));
        var network = config.getAdvancedNetworkConfig();
        assertEquals(Set.of(EndpointQualifier.MEMBER), network.getEndpointConfigs().keySet(), "no clients, no REST, no memcache");
        assertFalse(network.getJoin().getMulticastConfig().isEnabled());
        assertFalse(network.getJoin().getAutoDetectionConfig().isEnabled());
        assertEquals(List.of("n-2" + NodeNames.ENDING + ":5702"), network.getJoin().getTcpIpConfig().getMembers());
    }

    @Test
    void anObjectThatIsNoTextIsNotReadFromAPeersBytes() throws Exception {
        var seat = seat("n-9", freePort());
        NodeNames.learnOwn(seat.host(), InetAddress.getByName(seat.hazelcast()));
        var hazelcast = EmbeddedHazelcast.start(sharing("n-9", seat, List.of()), List.of());
        try {
            var map = hazelcast.<String, Object>getMap("anything");
            map.put("text", "text");
            assertEquals("text", map.get("text"));
            // Otherwise a member that is told to ask elsewhere waits until its patience ends.
            for (var moved : List.of(new PartitionMigratingException("moved"), new RetryableHazelcastException("later"), new RetryableIOException("later", new IOException("cause")),
                    new TargetNotMemberException("left"), new HazelcastInstanceNotActiveException(), new WrongTargetException("moved"))) {
                map.put("moved", moved);
                assertInstanceOf(moved.getClass(), map.get("moved"));
            }
            map.put("object", new java.util.concurrent.atomic.AtomicReference<>("an object of Java's"));
            var refused = assertThrows(RuntimeException.class, () -> map.get("object"));
            assertTrue(refused.toString().contains("AtomicReference"), refused.toString());
        } finally {
            hazelcast.getLifecycleService().terminate();
            NodeNames.forget(seat.host(), InetAddress.getByName(seat.hazelcast()));
        }
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
        for (var notice : List.of(new Notice.Failed("n-1", "::1"), new Notice.Succeeded("n-1", "::1"))) {
            assertEquals(Optional.of(notice), Notice.read(Notice.write(notice)));
        }
        assertFalse(Notice.read(Notice.write(new Notice.Seen("n", List.of(), new TreeMap<>()))).isEmpty());
    }

    private List<SharedPresence> twoNodes() throws IOException {
        var first = seat("n-1", freePort());
        var second = seat("n-2", freePort());
        return List.of(join("n-1", first, List.of(second)), join("n-2", second, List.of(first)));
    }

    private SharedPresence join(String node, Seat self, List<Seat> others) {
        var local = new LocalPresence(new LocalSignIns(10, 200, MINUTE, MINUTE), others.isEmpty());
        var presence = SharedPresence.prepared(local, sharing(node, self, others), InstantSource.fixed(START));
        joined.add(presence);
        presence.whenChanged(changes);
        presence.joinOthers();
        return presence;
    }

    private Sharing sharing(String node, Seat self, List<Seat> others) {
        return new Sharing(cluster, node, self, () -> others, () -> others.stream().map(Seat::name).collect(Collectors.toSet()), () -> () -> { });
    }

    private static Seat seat(String name, int port) {
        return new Seat(name, port, "127.9.0.1", "127.9.1.1");
    }

    private static int freePort() throws IOException {
        try (var one = new ServerSocket(0)) {
            return one.getLocalPort();
        }
    }
}
