package conclave.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.codec.Codec;
import conclave.meeting.Meeting;
import conclave.meeting.RandomOrders;
import conclave.meeting.RandomRules;
import conclave.meeting.TestPackage;
import conclave.meeting.event.Decision;
import conclave.meeting.event.Order;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One log, two machines that have nothing in common but the program: they come to the same head. */
class TwoJvmsTest {

    /** One of each kind. */
    private static final int MEETINGS = 10;
    private static final int ORDERS = 400;
    private static final List<String> TURKISH = List.of("-Duser.language=tr", "-Duser.country=TR", "-Duser.timezone=Asia/Urumqi",
            "-Dfile.encoding=GBK", "-XX:+UnlockExperimentalVMOptions", "-XX:hashCode=2", "-XX:TieredStopAtLevel=1");
    private static final List<String> ARABIC = List.of("-Duser.language=ar", "-Duser.country=SA", "-Duser.timezone=Pacific/Apia",
            "-Dfile.encoding=UTF-8", "-XX:+UnlockExperimentalVMOptions", "-XX:hashCode=0", "-XX:+UseSerialGC");

    @TempDir
    private Path folder;

    private final long seed = Long.getLong("conclave.seed", System.nanoTime());

    @Test
    void twoMachinesComeToOneHead() throws IOException, InterruptedException {
        var log = log();
        var first = head(TURKISH, log.toString());
        assertEquals(first, head(ARABIC, log.toString()), "seed " + seed);
        System.out.println("> seed " + seed + ": " + first);
        assertTrue(Long.parseLong(first.split(" ")[1]) > 1000, "hardly anything happened: " + first);
    }

    @Test
    void aNodeThatTrustsTheOrderOfASetIsFound() throws IOException, InterruptedException {
        var log = log();
        assertNotEquals(head(TURKISH, log.toString(), "careless"), head(ARABIC, log.toString(), "careless"), "seed " + seed);
    }

    private Path log() throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeInt(MEETINGS);
        for (int meeting = 0; meeting < MEETINGS; meeting++) write(out, lived(seed + meeting));
        var log = folder.resolve("log");
        Files.write(log, bytes.toByteArray());
        return log;
    }

    private static List<Order> lived(long seed) {
        var stream = new RandomOrders(seed, RandomRules.of(seed, TestPackage.rooms(3, 5, 4)));
        var orders = new ArrayList<>(stream.beginning());
        var meeting = Meeting.NOT_FOUNDED;
        for (var order : orders) meeting = after(meeting, order);
        while (orders.size() < ORDERS) {
            var order = stream.next(meeting);
            orders.add(order);
            meeting = after(meeting, order);
        }
        return orders;
    }

    private static Meeting after(Meeting meeting, Order order) {
        if (Meeting.decide(meeting, order) instanceof Decision.Accepted yes) {
            for (var fact : yes.facts()) meeting = Meeting.evolve(meeting, fact);
        }
        return meeting;
    }

    /** Entries as the ledger would hold them: a few orders each, as they happened to travel together. */
    private void write(DataOutputStream out, List<Order> orders) throws IOException {
        var chance = new Random(seed);
        var entries = new ArrayList<byte[]>();
        for (int from = 0; from < orders.size(); ) {
            var to = Math.min(orders.size(), from + 1 + chance.nextInt(20));
            entries.add(Codec.entry("peer", entries.size() + 1, orders.subList(from, to).stream().map(Codec::bytes).toList()));
            from = to;
        }
        out.writeInt(entries.size());
        for (var entry : entries) {
            out.writeInt(entry.length);
            out.write(entry);
        }
    }

    private static String head(List<String> options, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx256m", "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))));
        command.addAll(options);
        command.add(FoldedHead.class.getName());
        command.addAll(List.of(arguments));
        var child = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertEquals(0, child.waitFor(), said);
        return said;
    }
}
