package conclave.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.config.Kit;
import conclave.config.Member;
import conclave.config.Place;
import conclave.config.Roster;
import conclave.ledger.Broken;
import conclave.link.MemoryLink;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node was out of reach when another one was put in its place, and comes back with what it knew. */
class PutOutTest {

    private static final Condition SAID = new Condition("life", 1, "rules", Optional.empty(), 0, 1, 1, Condition.Sharing.NOT_MEANT, List.of());

    @TempDir
    Path folder;

    private final Map<String, MemoryLink> wires = new ConcurrentHashMap<>();
    private final List<Broken> alarms = new ArrayList<>();
    private final Kit before = kit("peer-of-a", "peer-of-b", "peer-of-w");
    private final Kit now = kit("peer-of-a", "peer-of-b2", "peer-of-w");

    private static Kit kit(String... peers) {
        var members = new ArrayList<Member>();
        for (int i = 0; i < peers.length; i++) {
            members.add(new Member("abw".substring(i, i + 1), i == 2 ? Member.Role.WITNESS : Member.Role.SERVER, peers[i], "127.0.0.1",
                    new Member.Ports(7000 + 10 * i, 7001 + 10 * i, 7002 + 10 * i, 7003 + 10 * i), Base64.getUrlEncoder().withoutPadding().encodeToString(("key of " + peers[i]).repeat(5).getBytes(StandardCharsets.US_ASCII))));
        }
        return new Kit("kit-test", Optional.empty(), "0".repeat(64), members);
    }

    private Roster roster(String name, Kit kit, String self) throws IOException {
        var file = Files.createDirectories(folder.resolve(name)).resolve("cluster.conf");
        Files.writeString(file, kit.text());
        return new Roster(new Place(file, kit, kit.peer(self).orElseThrow()));
    }

    private PutOut node(Roster roster, Collection<Sighting> heard) {
        var node = new PutOut(Company.of(roster, new MemoryLink(wires, roster.self().peer())), () -> heard, alarms::add);
        node.begin();
        return node;
    }

    private static Sighting heard(String peer, long silent) {
        return new Sighting(peer, peer, true, false, silent, Optional.of(SAID), false, 0, new TreeMap<>(), 0, false, false);
    }

    private static void look(PutOut... nodes) {
        for (int i = 0; i < 6; i++) {
            for (var node : nodes) node.look();
        }
    }

    @Test
    void whoeverStandsTellsItAndItEnds() throws IOException {
        var standing = roster("a", before, "peer-of-a");
        Files.writeString(standing.file(), now.text());
        Files.setLastModifiedTime(standing.file(), FileTime.fromMillis(1_000));
        assertEquals(Roster.Look.CHANGED, standing.look());
        assertEquals(List.of("peer-of-b"), standing.former().stream().map(Member::peer).toList());
        try (var back = node(roster("b", before, "peer-of-b"), List.of()); var tells = node(standing, List.of())) {
            look(tells, back);
            assertEquals(1, alarms.size());
            assertTrue(alarms.getFirst().getMessage().contains("put in its place"), alarms.getFirst().getMessage());
        }
    }

    @Test
    void itIsStillToldByWhoeverWasStartedAgainSince() throws IOException {
        Files.createDirectories(folder.resolve("a"));
        Files.writeString(folder.resolve("a/cluster-before-b2.conf"), before.text());
        Files.writeString(folder.resolve("a/cluster-before-alone-1.conf"), kit("peer-of-a", "peer-of-struck", "peer-of-w").text());
        Files.writeString(folder.resolve("a/cluster-before-x.conf"), "rubbish");
        assertEquals(List.of("peer-of-b"), roster("a", now, "peer-of-a").former().stream().map(Member::peer).toList());
    }

    @Test
    void aWrongFileAtOneNodePutsNobodyOut() throws IOException {
        Files.createDirectories(folder.resolve("a"));
        Files.writeString(folder.resolve("a/cluster-before-b2.conf"), before.text());
        try (var sound = node(roster("b", before, "peer-of-b"), List.of(heard("peer-of-w", 900))); var wrong = node(roster("a", now, "peer-of-a"), List.of())) {
            look(wrong, sound);
            assertEquals(List.of(), alarms);
        }
    }

    @Test
    void aNodeThatHearsNobodyAndIsToldNothingGoesOn() throws IOException {
        try (var cut = node(roster("b", before, "peer-of-b"), List.of(heard("peer-of-w", 60_000)))) {
            look(cut);
            assertEquals(List.of(), alarms);
        }
    }

    @Test
    void nobodyIsPutOutByWhoDoesNotStandInBothFilesOrSpeaksOfAnotherKit() throws IOException {
        try (var back = node(roster("b", before, "peer-of-b"), List.of())) {
            var words = List.of(said("kit-test", "peer-of-a", "peer-of-b2"), said("other", "peer-of-a", "peer-of-w"), said("kit-test", "peer-of-a", "peer-of-b", "peer-of-w"), "rubbish".getBytes());
            for (var peer : List.of("peer-of-b2", "peer-of-a")) {
                for (var word : words) {
                    if (peer.equals("peer-of-a") && word == words.getFirst()) continue;
                    assertTrue(refused(new MemoryLink(wires, peer).ask("peer-of-b", "put-out", word)), peer);
                }
            }
            look(back);
            assertEquals(List.of(), alarms);
        }
    }

    private static boolean refused(CompletableFuture<byte[]> asked) {
        return asked.handle((_, no) -> no != null).join();
    }

    private static byte[] said(String kit, String... peers) {
        var fields = new JsonFields().put("kit", kit).put("authority", "0".repeat(64)).list("peers", List.of(peers), Json::text);
        return CanonicalJson.bytes(fields.end());
    }
}
