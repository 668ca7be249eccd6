package conclave.appliance.day;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.codec.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node that merely looks alive is worse than one that is gone: three processes, one of which is stopped as by a closed lid. */
final class NoZombiesTest {

    private static final long MOMENT_NS = 100_000_000;
    /** Well beyond what the setting below allows; that is long enough for a machine that has much else to do. */
    private static final long LID_CLOSED_NS = TimeUnit.SECONDS.toNanos(25);

    @TempDir
    private Path folder;

    @Test
    void aWitnessThatSleptIsMissedOnTheBoardEndsByItselfAndIsStartedAgain() throws Exception {
        var data = folder.resolve("data");
        var settings = Files.writeString(folder.resolve("settings"), "limits.longest-sleep-seconds = 15\n");
        try (var venue = Venue.openKit(data, settings); var technician = Caller.signedIn(venue, venue.card("technician"))) {
            Patience.until("all are well", () -> whole(technician).equals("allThere") && grades(technician).equals(List.of("fine", "fine", "fine")));
            assertEquals(List.of("a", "b", "w"), nodes(technician).stream().map(node -> node.text("name")).toList());
            var before = Venue.pid(data, "w").orElseThrow();
            Venue.signal("STOP", before);
            var stopped = System.nanoTime();
            Patience.until("the witness is missed", () -> whole(technician).equals("noSpare") && matters(technician, 2).equals(List.of("quiet")));
            while (System.nanoTime() - stopped < LID_CLOSED_NS) LockSupport.parkNanos(MOMENT_NS);
            Venue.signal("CONT", before);
            Patience.until("another process stands in its place", () -> Venue.pid(data, "w").filter(now -> now.longValue() != before.longValue()).isPresent());
            Patience.until("all are well again", () -> whole(technician).equals("allThere") && matters(technician, 2).contains("level"));
            var said = venue.ended();
            assertTrue(said.startsWith("0\n"), said);
            assertTrue(said.contains("w 已停止（4）"), said);
        }
    }

    private static String whole(Caller technician) throws Exception {
        return technician.get("/api/nodes").done().text("whole");
    }

    private static List<Json.Obj> nodes(Caller technician) throws Exception {
        return technician.get("/api/nodes").done().list("nodes").stream().map(Json.Obj.class::cast).toList();
    }

    private static List<String> grades(Caller technician) throws Exception {
        return nodes(technician).stream().map(node -> node.text("grade")).toList();
    }

    private static List<String> matters(Caller technician, int which) throws Exception {
        return nodes(technician).get(which).list("verdicts").stream().map(verdict -> ((Json.Obj) verdict).text("matter")).toList();
    }
}
