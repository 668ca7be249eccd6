package conclave.appliance.day;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.appliance.ChildNode;
import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two of three are lost for good: two persons decide, one goes on, the lost ones are told when they come back, and one grows to three. */
final class AloneTest {

    private static final List<String> MARKS = List.of("12.5", "13", "8.5");
    private static final List<String> OTHERS = List.of("11", "9.5", "7");

    @TempDir
    private Path folder;

    private Path data;
    private Path before;
    private String round;
    private String applicant;

    @Test
    void theLastOfThreeGoesOnByADecisionOfTwoPersonsAndBecomesThreeAgain() throws Exception {
        data = folder.resolve("data");
        before = folder.resolve("before.conf");
        Venue venue;
        List<Caller> experts;
        Caller secretary;
        long lines;
        try (var whole = Venue.openKit(data, Files.writeString(folder.resolve("settings"), ""))) {
            secretary = Caller.signedIn(whole, whole.card("secretary"));
            Room.opensHalfDay(secretary, "morning");
            experts = List.of(Caller.signedIn(whole, whole.cards("expert").get(0)), Caller.signedIn(whole, whole.cards("expert").get(1)),
                    Caller.signedIn(whole, whole.cards("expert").get(2)));
            // Only who is there may score; the rest of the panel signs in and is not heard of again.
            for (var card : whole.cards("expert").subList(3, whole.cards("expert").size())) Caller.signedIn(whole, card).close();
            Room.opensRound(secretary);
            round = Room.round(experts.getFirst());
            applicant = Room.list(experts.getFirst()).get("A-001").text("id");
            submits(experts.get(0), "sent-to-all-three", MARKS);
            Patience.until("all hold it", () -> evidence("a").length > 0 && equal("a", "b", "w"));
            lines = lines("a");
            var running = pids();
            whole.killed();
            Patience.until("all are gone", () -> running.stream().noneMatch(pid -> ProcessHandle.of(pid).isPresent()));
            venue = whole;
        }
        Files.copy(data.resolve("cluster.conf"), before, StandardCopyOption.COPY_ATTRIBUTES);
        nothingIsDecidedByOne();
        decided();
        try (var alone = venue.openedAgain(data); var chair = secretary.at(alone); var first = experts.get(0).at(alone); var second = experts.get(1).at(alone)) {
            var page = Room.page(chair);
            assertTrue(page.object("meeting").number("aloneSince") > 0, "every page of the secretary says it");
            assertEquals("paused", page.object("next").text("key"));
            Room.resumes(chair);
            assertEquals(1, first.get("/api/applicants/" + applicant + "/score").done().number("revision"), "what was acknowledged is there");
            submits(second, "sent-to-one-alone", OTHERS);
            assertTrue(line("a", lines + 1).contains("\"ContinuedAlone\""), "it is the first line that this node writes alone");
            assertEquals(List.of(Json.text("张三"), Json.text("李四")), board(alone).object("alone").list("persons"));
            theRecordNamesIt();
            theStruckEndAndDoNotComeBack();
            Patience.until("the board says that they were there", () -> board(alone).object("alone").list("returned").size() == 2);
            submits(first, "after-they-were-told", 1, OTHERS);
            itGrows(alone, chair);
            var said = alone.ended();
            assertTrue(said.startsWith("0\n"), said);
        } finally {
            experts.forEach(Caller::close);
            secretary.close();
        }
    }

    private void nothingIsDecidedByOne() throws Exception {
        assertEquals(1, alone("--reason", "进水"), "it tells what may be lost, and asks");
        assertEquals(1, alone("--reason", "进水", "--confirmed", "张三"));
        assertEquals(1, alone("--reason", "进水", "--confirmed", "张三,张三"));
        assertArrayEquals(Files.readAllBytes(before), Files.readAllBytes(data.resolve("cluster.conf")));
    }

    private void decided() throws Exception {
        assertEquals(0, alone("--reason", "进水", "--confirmed", "张三,李四"));
        assertEquals(0, alone("--reason", "进水", "--confirmed", "张三,李四"), "said again it ends what was cut short");
    }

    private int alone(String... more) throws IOException {
        var arguments = new ArrayList<>(List.of("cluster", "alone", "a", "--kit", data.toString()));
        arguments.addAll(List.of(more));
        try (var command = ChildNode.conclave(arguments.toArray(String[]::new))) {
            return command.exit();
        }
    }

    private void theRecordNamesIt() throws Exception {
        var copy = Files.createDirectories(folder.resolve("copy"));
        try (var files = Files.list(meeting("a"))) {
            for (var file : files.filter(Files::isRegularFile).filter(f -> f.toString().endsWith(".jsonl")).toList()) {
                Files.copy(file, copy.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        try (var audit = ChildNode.conclave("audit", copy.toString(), "--cluster", before.toString(), "--json")) {
            var said = audit.ready();
            var whats = said.list("findings").stream().map(one -> ((Json.Obj) one).text("what")).toList();
            assertTrue(whats.contains("continued-alone"), () -> CanonicalJson.text(said));
        }
    }

    /** Both at once: they would be a majority of the kit that was. */
    private void theStruckEndAndDoNotComeBack() throws Exception {
        try (var b = old("b"); var w = old("w")) {
            assertEquals(3, b.exit());
            assertEquals(3, w.exit());
        }
        try (var b = old("b")) {
            assertEquals(1, b.exit(), "and it says why");
        }
    }

    private ChildNode old(String name) throws IOException {
        return ChildNode.conclave("serve", "--cluster", before.toString(), "--node", name, "--data", data.resolve(name).toString(), "--json");
    }

    private void itGrows(Venue alone, Caller chair) throws Exception {
        var port = Integer.toString(alone.origin().getPort());
        join("c", "--server", "127.0.0.2", port);
        join("v", "--witness", "127.0.0.3", port);
        Patience.until("all three keep it", () -> Files.exists(data.resolve("c")) && whole(alone).equals("allThere") && equal("a", "c", "v"));
        Patience.until("nobody is alone any more", () -> Room.page(chair).object("meeting").get("aloneSince") instanceof Json.Null);
    }

    private void join(String name, String role, String address, String port) throws IOException {
        try (var command = ChildNode.conclave("cluster", "join", name, role, address, "--port", port, "--kit", data.toString())) {
            assertEquals(0, command.exit());
        }
    }

    private Json.Obj board(Venue venue) throws Exception {
        try (var technician = Caller.signedIn(venue, venue.card("technician"))) {
            return technician.get("/api/nodes").done();
        }
    }

    private String whole(Venue venue) throws Exception {
        return board(venue).text("whole");
    }

    private void submits(Caller expert, String key, List<String> marks) throws Exception {
        submits(expert, key, 0, marks);
    }

    private void submits(Caller expert, String key, int basedOn, List<String> marks) throws Exception {
        expert.send("POST", "/api/applicants/" + applicant + "/score", key, Room.sheet(round, basedOn, marks)).done();
    }

    private Path meeting(String node) throws IOException {
        try (var meetings = Files.list(data.resolve(node).resolve("meetings"))) {
            return meetings.findFirst().orElseThrow();
        }
    }

    private byte[] evidence(String node) throws IOException {
        try {
            var file = meeting(node).resolve("evidence.jsonl");
            return Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
        } catch (NoSuchFileException | NoSuchElementException notYet) {
            return new byte[0];
        }
    }

    private boolean equal(String one, String other, String third) throws IOException {
        var here = evidence(one);
        return Arrays.equals(here, evidence(other)) && Arrays.equals(here, evidence(third));
    }

    private long lines(String node) throws IOException {
        return new String(evidence(node), UTF_8).lines().count();
    }

    private String line(String node, long number) throws IOException {
        return new String(evidence(node), UTF_8).lines().skip(number - 1).findFirst().orElse("");
    }

    private List<Long> pids() throws IOException {
        var run = CanonicalJson.readObject(Files.readString(data.resolve("run.json")).strip().getBytes(UTF_8));
        return run.list("nodes").stream().map(node -> ((Json.Obj) node).number("pid")).toList();
    }
}
