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
import conclave.ledger.LoneDecision;
import conclave.ledger.LoneDecision.Grounds;
import conclave.ledger.LoneDecision.Lost;
import conclave.ledger.LoneDecision.Survivor;
import conclave.ledger.LoneDecisions;
import conclave.ledger.MemoryLedgers;
import conclave.link.MemoryLink;
import conclave.seal.NodeKeys;
import conclave.seal.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node that was struck hears of it from the one that goes on, and from nobody else. */
class GoneAloneTest {

    /** As {@link TestHouse} calls its node. */
    private static final String SELF = "node-test";

    @TempDir
    Path folder;
    final BlockingQueue<Broken> alarms = new LinkedBlockingQueue<>();
    final Map<String, MemoryLink> wires = new ConcurrentHashMap<>();
    final SigningKey survivor = SigningKey.fresh();
    NodeKeys own;

    @BeforeEach
    void keys() throws IOException {
        try (var data = DataFolder.open(folder.resolve("data")).value().orElseThrow()) {
            own = NodeKeys.at(data.node(), true);
        }
    }

    private TestHouse house(boolean whole) throws IOException {
        var members = new ArrayList<>(List.of(member("b", SELF, own.signing(), 7010)));
        if (whole) members.add(member("a", "peer-of-a", survivor, 7000));
        var kit = new Kit("kit-test", Optional.empty(), "0".repeat(64), members);
        var file = folder.resolve("cluster.conf");
        Files.writeString(file, kit.text());
        var company = Company.of(new Roster(new Place(file, kit, members.getFirst())), new MemoryLink(wires, SELF));
        return new TestHouse(folder, new MemoryLedgers((_, reason) -> alarms.add(reason)), Limits.DEFAULT, _ -> company, alarms::add);
    }

    private static Member member(String name, String peer, SigningKey key, int port) {
        return new Member(name, Member.Role.SERVER, peer, "127.0.0.1", new Member.Ports(port, port + 1, port + 2, port + 3),
                Base64.getUrlEncoder().withoutPadding().encodeToString(key.publicKey()));
    }

    private static LoneDecision decision(String peer, String struck, SigningKey by) {
        return LoneDecision.sign(new Survivor("kit-test", "a", peer), new Grounds(List.of("张三", "李四"), "进水", 1, "salt"),
                List.of(new Lost("b", struck, "127.0.0.1", 7012)), List.of(), by.signer());
    }

    private void told(LoneDecision decision) throws Exception {
        new MemoryLink(wires, "peer-of-a").ask(SELF, "struck", decision.bytes()).get(20, TimeUnit.SECONDS);
    }

    @Test
    void aStruckNodeKeepsTheDecisionAndEnds() throws Exception {
        try (var struck = house(true)) {
            told(decision("peer-of-a", SELF, survivor));
            var alarm = alarms.poll(60, TimeUnit.SECONDS);
            assertTrue(alarm != null && alarm.getMessage().contains("struck"), () -> "the alarm: " + alarm);
            assertEquals("a", GoneAlone.struck(struck.data.node()).orElseThrow().node());
        }
    }

    @Test
    void nobodyIsStruckByAWordThatIsNotSignedForItByWhoeverSpeaks() throws Exception {
        try (var there = house(true)) {
            for (var wrong : List.of(decision("peer-of-a", "peer-of-w", survivor), decision("peer-of-a", SELF, SigningKey.fresh()),
                    decision("peer-of-w", SELF, survivor))) {
                assertThrows(ExecutionException.class, () -> told(wrong));
            }
            assertEquals(Optional.empty(), GoneAlone.struck(there.data.node()));
            assertTrue(alarms.isEmpty(), alarms::toString);
        }
    }

    /** The canary of its other half: a decision that was never carried out says nothing to anybody. */
    @Test
    void aDecisionCountsOnlyOnceTheClusterFileNamesTheLostNoMore() throws Exception {
        try (var data = DataFolder.open(folder.resolve("data")).value().orElseThrow()) {
            LoneDecisions.add(data.node(), decision(SELF, "peer-of-a", own.signing()));
        }
        var told = new LinkedBlockingQueue<byte[]>();
        new MemoryLink(wires, "peer-of-a").answer("struck", (_, shown) -> {
            told.add(shown);
            return CompletableFuture.completedFuture(shown);
        });
        try (var whole = house(true)) {
            assertFalse(whole.house.goneAlone().now().isPresent());
        }
        assertTrue(told.isEmpty());
        try (var alone = house(false)) {
            assertTrue(alone.house.goneAlone().now().isPresent());
            assertTrue(told.poll(60, TimeUnit.SECONDS) != null, "whoever was struck is told where it was");
        }
    }
}
