package conclave.appliance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import conclave.config.Kit;
import conclave.config.Member;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another house, other addresses: what the technician types, and what is not changed. */
final class MovedKitTest {

    @TempDir
    private Path folder;

    private int cluster(String... arguments) {
        var all = new String[arguments.length + 1];
        all[0] = "cluster";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Conclave.line().execute(all);
    }

    @Test
    void theAddressesOfStoppedNodesAreChangedAndNothingElse() throws Exception {
        var kit = folder.resolve("kit");
        var file = kit.resolve("cluster.conf");
        var ports = KitPorts.from(0, List.of("127.0.0.1", "127.0.0.2", "127.0.0.3"));
        assertEquals(0, cluster("found", "--out", kit.toString(), "--server", "a=127.0.0.1", "--server", "b=127.0.0.2", "--witness", "w=127.0.0.3",
                "--port", Integer.toString(ports.web()), "--origin", "https://127.0.0.1:" + ports.web()));
        var before = Kit.read(file).value().orElseThrow();
        var bytes = Files.readAllBytes(file);
        assertEquals(1, cluster("move", "c=127.0.0.9", "--kit", kit.toString()), "nobody of that name");
        assertEquals(1, cluster("move", "b=127.0.0.1", "--kit", kit.toString()), "where another one is");
        try (var there = new ServerSocket(before.member("b").orElseThrow().ports().ledger(), 1, InetAddress.getByName("127.0.0.2"))) {
            assertEquals(1, cluster("move", "a=127.0.0.7", "--kit", kit.toString()), "b runs at " + there.getLocalPort());
        }
        assertArrayEquals(bytes, Files.readAllBytes(file));
        assertEquals(0, cluster("move", "a=127.0.0.7", "w=127.0.0.8", "--kit", kit.toString()));
        var after = Kit.read(file).value().orElseThrow();
        assertEquals("127.0.0.7", after.origin().orElseThrow().host());
        for (Member one : before.members()) {
            var now = after.member(one.name()).orElseThrow();
            var address = one.name().equals("a") ? "127.0.0.7" : one.name().equals("w") ? "127.0.0.8" : one.address();
            assertEquals(new Member(one.name(), one.role(), one.peer(), address, one.ports(), one.key()), now);
        }
    }
}
