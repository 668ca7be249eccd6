package conclave.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.meeting.event.Command;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Order;
import conclave.meeting.event.PauseReason;
import conclave.meeting.event.Refusal;
import conclave.meeting.event.Role;
import conclave.meeting.event.SittingCommand.ResumeRoom;
import conclave.meeting.sitting.Round;
import conclave.seal.RandomIds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both servers and the witness are killed in one moment, while experts score, and come back by themselves. */
class AllAtOnceTest {

    private static final int ACKNOWLEDGED = 60;
    private static final long LONGEST_MINUTES = 5;

    @TempDir
    Path folder;

    @Test
    void roomsComeBackPausedWithEverythingThatWasAcknowledged() throws Exception {
        var said = killed();
        var acknowledged = said.stream().filter(line -> line.startsWith("ack ")).toList();
        assertTrue(acknowledged.size() >= ACKNOWLEDGED, () -> "only " + acknowledged.size() + " acknowledgements: " + said);
        assertEquals(List.of(), said.stream().filter(line -> line.startsWith("refused")).toList(), "nobody was refused anything");
        long began = System.nanoTime();
        try (var kit = new TestKit(folder)) {
            for (var name : TestKit.ALL) kit.start(name);
            for (var name : TestKit.ALL) kit.house(name).house.chambers().iterator().next().ready().get(120, TimeUnit.SECONDS);
            System.out.println("> all at once: " + acknowledged.size() + " acknowledged, at work again after " + (System.nanoTime() - began) / 1_000_000 + " ms");
            for (var name : TestKit.ALL) TestKit.until(() -> paused(kit.house(name)));
            for (var name : TestKit.SERVERS) for (var line : acknowledged) stands(kit.house(name), line.split(" "));
            goOn(kit);
            sameEverywhere(kit);
            assertTrue(kit.alarms.isEmpty(), kit.alarms::toString);
        }
    }

    /** What the child had said when it was taken away in the midst of it. */
    private List<String> killed() throws IOException, InterruptedException {
        var command = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "-Xmx512m", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", KitChild.class.getName(), folder.toString());
        var child = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        CompletableFuture.delayedExecutor(LONGEST_MINUTES, TimeUnit.MINUTES).execute(child::destroyForcibly);
        try (var voice = child.inputReader(StandardCharsets.UTF_8)) {
            var said = new ArrayList<String>();
            int acknowledged = 0;
            for (String line; (line = voice.readLine()) != null; ) {
                said.add(line);
                // By its handle: the Process object would close the pipe, and with it the words still in it.
                if (line.startsWith("ack ") && ++acknowledged == ACKNOWLEDGED) child.toHandle().destroyForcibly();
            }
            child.waitFor();
            return said;
        } finally {
            child.destroyForcibly();
        }
    }

    private static boolean paused(TestHouse house) {
        var meeting = house.house.chambers().iterator().next().meeting();
        return meeting.floor().pause(room(house)).filter(pause -> pause.reason() == PauseReason.AFTER_OUTAGE).isPresent();
    }

    private static void stands(TestHouse house, String[] line) {
        var revision = round(house).revision(new ApplicantId(line[1]), new PersonId(line[2]));
        assertTrue(revision >= Integer.parseInt(line[3]), () -> String.join(" ", line) + " was acknowledged, and revision " + revision + " stands");
    }

    private static void goOn(TestKit kit) {
        var a = kit.house("a");
        var hall = a.house.halls().iterator().next();
        var expert = TestHouse.people(hall, Role.EXPERT, "R01").getFirst().id();
        var applicant = hall.register().orElseThrow().applicantsOf(room(a)).getFirst();
        var round = round(a);
        // Under a key of its own: the line that the kill overtook would only be told again.
        var score = KitChild.score(a, round.id(), applicant, expert, round.revision(applicant, expert)).command();
        assertEquals(Refusal.Code.ROOM_PAUSED, assertInstanceOf(Reply.Refused.class, asks(a, expert, score)).refusal().code());
        var secretary = TestHouse.people(hall, Role.SECRETARY, "R01").getFirst().id();
        // At the other server: what this one has not read yet is no reason to refuse what follows from it.
        assertInstanceOf(Reply.Done.class, asks(kit.house("b"), secretary, new ResumeRoom(room(a))));
        assertInstanceOf(Reply.Done.class, asks(a, expert, score));
    }

    private static Reply asks(TestHouse at, PersonId by, Command command) {
        var order = new Order(RandomIds.next(), "request", by, at.now.incrementAndGet(), command);
        return at.house.halls().iterator().next().chamber().submit(order).join();
    }

    private static void sameEverywhere(TestKit kit) throws InterruptedException {
        var all = TestKit.ALL.stream().map(name -> kit.house(name).house.chambers().iterator().next()).toList();
        TestKit.until(() -> all.stream().mapToLong(Chamber::lines).distinct().count() == 1);
        var records = new HashSet<List<String>>();
        for (var chamber : all) {
            var evidence = chamber.evidence();
            records.add(evidence.lines(1, (int) evidence.size()).stream().map(line -> new String(line.bytes(), StandardCharsets.UTF_8)).toList());
        }
        assertEquals(1, records.size(), "one record at all three");
    }

    private static Round round(TestHouse house) {
        return house.house.chambers().iterator().next().meeting().floor().round(room(house)).orElseThrow();
    }

    private static RoomId room(TestHouse house) {
        return house.house.chambers().iterator().next().meeting().intake().register().orElseThrow().rooms().values().getFirst().id();
    }
}
