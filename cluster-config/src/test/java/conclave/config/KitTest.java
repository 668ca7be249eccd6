package conclave.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cluster file: what it says is taken as it is, and what is wrong with it is said in words before a node starts. */
class KitTest {

    @TempDir
    Path temp;

    private static final Member A = member("a", Member.Role.SERVER, 1);
    private static final Member B = member("b", Member.Role.SERVER, 2);
    private static final Member W = member("w", Member.Role.WITNESS, 3);

    private static Member member(String name, Member.Role role, int number) {
        var web = role == Member.Role.SERVER ? 8443 : 0;
        return new Member(name, role, "peer-" + name + "-0000", "192.168.7.1" + number, new Member.Ports(web, 8444, 8445, 8446), ("key" + name + "_").repeat(16));
    }

    private static Kit kit(Member... members) {
        return new Kit("kit-test", Origin.parse("https://conclave.local:8443"), "0a".repeat(32), List.of(members));
    }

    private Checked<Kit> read(String text) throws IOException {
        return Kit.read(Files.writeString(temp.resolve("cluster.conf"), text));
    }

    private static List<String> codes(Checked<?> checked) {
        return checked.findings().stream().map(Finding::what).distinct().sorted().toList();
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        assertEquals(Optional.of(kit(A, B, W)), read(kit(A, B, W).text()).value());
    }

    @Test
    void twoNodesWithOneIdAreNotAKit() throws IOException {
        var clone = new Member("b", B.role(), A.peer(), B.address(), B.ports(), B.key());
        assertEquals(List.of("cluster.peer-twice"), codes(read(kit(A, clone, W).text())));
    }

    @Test
    void twoNodesAtOnePortOrWithOneKeyAreNotAKit() throws IOException {
        var neighbour = new Member("b", B.role(), B.peer(), A.address(), B.ports(), A.key());
        assertEquals(List.of("cluster.key-twice", "cluster.port-twice"), codes(read(kit(A, neighbour, W).text())));
    }

    @Test
    void aKitNeedsAServerAndOneWitnessAtMost() throws IOException {
        assertTrue(codes(read(kit(W).text())).contains("cluster.no-server"));
        assertTrue(codes(read(kit(A, W, member("v", Member.Role.WITNESS, 4)).text())).contains("cluster.witnesses"));
        assertEquals(List.of("cluster.even"), codes(read(kit(A, B).text())), "two nodes stand no more than one, and may");
    }

    @Test
    void aLineThatIsMissingOrOfAnotherFormIsNamed() throws IOException {
        var text = kit(A, B, W).text();
        assertEquals(List.of("cluster.absent"), codes(read(text.replaceFirst("(?m)^b\\.peer.*\\n", ""))));
        assertEquals(List.of("cluster.role"), codes(read(text.replace("w.role = witness", "w.role = 见证"))));
        assertEquals(List.of("config.number"), codes(read(text.replace("a.link = 8445", "a.link = 84455"))));
        assertEquals(List.of("config.name.unknown"), codes(read(text + "c.role = server\n")));
        assertEquals(List.of("config.file.absent"), codes(Kit.read(temp.resolve("nowhere"))));
    }

    @Test
    void aNodeFindsItsPlaceInTheKit() throws IOException {
        var file = Files.writeString(temp.resolve("cluster.conf"), kit(A, B, W).text()).toString();
        var config = NodeConfig.read(Optional.empty(), Map.of("data", temp.toString(), "cluster", file, "node", "b")).value().orElseThrow();
        assertEquals("192.168.7.12", config.host());
        assertEquals("https://conclave.local:8443", config.origin(1).toString());
        assertEquals(List.of("192.168.7.11:8446", "192.168.7.13:8446"), config.place().orElseThrow().others().stream().map(o -> o.address() + ":" + o.ports().presence()).toList());
        assertEquals(List.of("cluster.node-unknown"),
                codes(NodeConfig.read(Optional.empty(), Map.of("data", temp.toString(), "cluster", file, "node", "c"))));
        assertEquals(List.of("cluster.node-absent"), codes(NodeConfig.read(Optional.empty(), Map.of("data", temp.toString(), "cluster", file))));
        assertEquals(List.of("cluster.node-alone"), codes(NodeConfig.read(Optional.empty(), Map.of("data", temp.toString(), "node", "a"))));
    }

    @Test
    void aChangedFileIsTakenOnlyFromTheSameKit() throws IOException {
        var file = Files.writeString(temp.resolve("cluster.conf"), kit(A, B, W).text());
        var roster = new Roster(new Place(file, kit(A, B, W), A));
        assertEquals(Roster.Look.SAME, roster.look());
        var fresh = member("b", Member.Role.SERVER, 5);
        write(file, kit(A, new Member("b", fresh.role(), "peer-b-1111", fresh.address(), fresh.ports(), "other".repeat(16)), W).text(), 1);
        assertEquals(Roster.Look.CHANGED, roster.look());
        assertEquals("peer-b-1111", roster.kit().member("b").orElseThrow().peer());
        write(file, kit(A, B, W).text().replace("kit = kit-test", "kit = kit-other"), 2);
        assertEquals(Roster.Look.REFUSED, roster.look());
        write(file, "half a fi", 3);
        assertEquals(Roster.Look.REFUSED, roster.look());
        assertEquals("peer-b-1111", roster.kit().member("b").orElseThrow().peer(), "the one before stays in force");
        write(file, kit(new Member("a", A.role(), "peer-a-1111", A.address(), A.ports(), A.key()), B, W).text(), 4);
        assertEquals(Roster.Look.REPLACED, roster.look());
    }

    private static void write(Path file, String text, int second) throws IOException {
        Files.setLastModifiedTime(Files.writeString(file, text), FileTime.fromMillis(second * 1_000L));
    }
}
