package conclave.presence.hazelcast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.hazelcast.core.Hazelcast;
import conclave.presence.hazelcast.Sharing.Seat;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two real members on the loopback. */
class HazelcastTasksTest {

    private final String cluster = UUID.randomUUID().toString();
    private final List<HazelcastTasks> joined = new ArrayList<>();

    @AfterEach
    void close() {
        joined.forEach(HazelcastTasks::close);
        assertTrue(Hazelcast.getAllHazelcastInstances().isEmpty(), "no Hazelcast outlives its work");
    }

    @Test
    void nothingIsDoneTwiceAndWhatSomebodyLeavesIsFree() throws Exception {
        var first = seat("m-1");
        var second = seat("m-2");
        var one = join(first, List.of(second));
        var two = join(second, List.of(first));
        assertEquals(2, two.machines());
        assertTrue(one.claim("a"));
        assertTrue(one.claim("a"), "whoever has it may ask again");
        assertFalse(two.claim("a"));
        two.release("a");
        assertFalse(two.claim("a"), "nobody lets go what another has");
        one.release("a");
        assertTrue(two.claim("a"));
        assertTrue(one.claim("b"));
        assertTrue(one.claim("c"));
        one.close();
        joined.remove(one);
        var changes = new Changes();
        var waker = Thread.ofVirtual().start(() -> wake(changes));
        changes.until("what the one had is free", () -> two.claim("b") && two.claim("c"));
        waker.interrupt();
    }

    /** The list is a convenience: without it each does what comes to it. */
    @Test
    void whereTheListIsLostEverybodyGoesOn() throws Exception {
        var one = join(seat("m-1"), List.of());
        assertTrue(one.claim("a"));
        Hazelcast.getAllHazelcastInstances().forEach(instance -> instance.getLifecycleService().terminate());
        assertTrue(one.claim("a"));
        assertTrue(one.claim("b"));
        one.release("a");
        assertEquals(1, one.machines());
    }

    private static void wake(Changes changes) {
        while (!Thread.interrupted()) {
            changes.run();
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
        }
    }

    private HazelcastTasks join(Seat self, List<Seat> others) throws Exception {
        var tasks = HazelcastTasks.join(new Sharing(cluster, self.name(), self, () -> others, Set::of, () -> () -> { }));
        joined.add(tasks);
        return tasks;
    }

    private static Seat seat(String name) throws IOException {
        try (var one = new ServerSocket(0)) {
            return new Seat(name, one.getLocalPort(), "127.9.0.1", "127.9.1.1");
        }
    }
}
