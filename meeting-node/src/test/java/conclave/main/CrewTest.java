package conclave.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.hazelcast.core.Hazelcast;
import conclave.presence.SharedTasks;
import conclave.workshop.CrewList;
import conclave.workshop.Workshop;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two machines that share a folder, with the real tunnel between them. */
class CrewTest {

    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(90);

    @TempDir
    private Path folder;

    @Test
    void whoeverHasTheFolderIsOneOfThemAndNobodyElseIs() throws Exception {
        int port = freePort();
        try (var workshop = Workshop.open(folder.resolve("work"))) {
            try (var one = Crew.join(workshop, "127.0.0.1", port); var two = Crew.join(workshop, "127.0.0.1", freePort())) {
                until("they see each other", () -> one.machines() == 2 && two.machines() == 2);
                assertTrue(one.claim("a"));
                assertFalse(two.claim("a"));
                one.release("a");
                assertTrue(two.claim("a"));
                assertAStrangerIsShut(port);
            }
            assertEquals(List.of(), CrewList.in(folder.resolve("work/crew")).others(), "whoever leaves is not listed any more");
        }
        assertTrue(Hazelcast.getAllHazelcastInstances().isEmpty());
    }

    @Test
    void whatAKilledMachineLeftIsNobody() throws Exception {
        var list = CrewList.in(folder.resolve("crew"));
        Files.writeString(folder.resolve("crew/machines/gone0gone0"), "10.0.0.9 7300\n");
        Files.writeString(folder.resolve("crew/machines/not an id"), "10.0.0.9 7300\n");
        assertEquals(List.of(), list.others());
        assertFalse(Files.exists(folder.resolve("crew/machines/gone0gone0")));
        assertTrue(SharedTasks.ALONE.claim("a"));
    }

    /** Fourteen bytes to Hazelcast's port once took two gigabytes (decision 0018): here they reach a door that wants papers. */
    private static void assertAStrangerIsShut(int port) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write("HZC\0\0\0\0\u007f\u007f\u007f\u007f\0\0\0".getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            int first = socket.getInputStream().read();
            assertTrue(first == -1 || first == 0x15, "nothing but the end, or TLS's alert: " + first);
        }
    }

    private static void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE_NS;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) throw new AssertionError("waited in vain: " + what);
            LockSupport.parkNanos(20_000_000);
        }
    }

    private static int freePort() throws IOException {
        try (var one = new ServerSocket(0)) {
            return one.getLocalPort();
        }
    }
}
