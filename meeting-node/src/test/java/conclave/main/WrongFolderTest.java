package conclave.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.config.Finding;
import conclave.config.FindingWords;
import conclave.config.Member;
import conclave.config.Member.Ports;
import conclave.config.Member.Role;
import conclave.config.NodeConfig;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node that finds itself in a folder that is not its own does not start, says why in one sentence, and changes nothing. */
final class WrongFolderTest {

    @TempDir
    Path temp;
    private Path kit;

    @BeforeEach
    void found() throws IOException {
        kit = kit("kit");
    }

    @Test
    void theFolderOfAnotherNode() {
        assertEquals("cluster.other-peer", refused(kit.resolve("b"), "a"));
    }

    @Test
    void theFolderOfAnotherKit() throws IOException {
        assertEquals("cluster.other-peer", refused(kit("other").resolve("a"), "a"));
    }

    @Test
    void theRightIdUnderAnotherAuthority() throws IOException {
        var other = kit("other");
        Files.copy(kit.resolve("a/node/id"), other.resolve("a/node/id"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertEquals("cluster.other-authority", refused(other.resolve("a"), "a"));
    }

    @Test
    void aBlankFolderIsNoNodeOfAKit() {
        assertEquals("cluster.blank", refused(temp.resolve("blank"), "a"));
    }

    @Test
    void dataOfANewerFormat() throws IOException {
        Files.writeString(kit.resolve("a/format"), "conclave-data 2\n");
        assertEquals("data.format.newer", refused(kit.resolve("a"), "a"));
        assertEquals("conclave-data 2\n", Files.readString(kit.resolve("a/format")));
    }

    @Test
    void anIdThatStandsTwiceInTheClusterFile() throws IOException {
        var file = kit.resolve("cluster.conf");
        var text = Files.readString(file);
        var a = text.lines().filter(line -> line.startsWith("a.peer")).findFirst().orElseThrow();
        Files.writeString(file, text.replaceFirst("(?m)^b\\.peer.*$", a.replace("a.peer", "b.peer")));
        var read = NodeConfig.read(Optional.empty(), settings(kit.resolve("a"), "a"));
        assertTrue(read.value().isEmpty());
        assertEquals(List.of("cluster.peer-twice"), read.findings().stream().map(Finding::what).toList());
    }

    private Path kit(String name) throws IOException {
        var folder = temp.resolve(name);
        KitFounding.found(folder, Optional.empty(), List.of(wish("a", Role.SERVER, "127.0.0.1"), wish("b", Role.SERVER, "127.0.0.2"),
                wish("w", Role.WITNESS, "127.0.0.3"))).value().orElseThrow();
        return folder;
    }

    private String refused(Path data, String node) {
        var config = NodeConfig.read(Optional.empty(), settings(data, node)).value().orElseThrow();
        var started = ConclaveNode.start(config, _ -> { }, _ -> { });
        assertTrue(started.value().isEmpty(), "it started");
        assertEquals(1, started.findings().size());
        var sentence = FindingWords.in(Locale.SIMPLIFIED_CHINESE).what(started.findings().getFirst());
        assertFalse(sentence.contains("{") || sentence.lines().count() != 1, sentence);
        return started.findings().getFirst().what();
    }

    private Map<String, String> settings(Path data, String node) {
        return Map.of("data", data.toString(), "cluster", kit.resolve("cluster.conf").toString(), "node", node);
    }

    private static KitFounding.Wish wish(String name, Member.Role role, String address) throws IOException {
        return new KitFounding.Wish(name, role, address, new Ports(freePort(), freePort(), freePort(), freePort()));
    }

    private static int freePort() throws IOException {
        try (var probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        }
    }
}
