package conclave.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.ballot.BallotBox.Answer;
import conclave.ballot.Elector;
import conclave.exchange.MeetingFile.Policy;
import conclave.meeting.event.Command;
import conclave.meeting.event.Id.MeetingId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoundId;
import conclave.meeting.event.Order;
import conclave.meeting.event.Role;
import conclave.meeting.event.SittingCommand.CloseIssuing;
import conclave.meeting.event.SittingCommand.IssueToken;
import conclave.meeting.sitting.Round;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A secret ballot in a whole kit with its real log: experts at both servers, the box opened at the one that did not announce. */
class BallotInAKitTest {

    private static final int VOTERS = 9;

    @TempDir
    Path folder;

    private TestKit kit;
    private MeetingId meeting;
    private RoundId round;

    @Test
    void expertsVoteAtBothServersAndNoDiskHasAPaper() throws Exception {
        try (var three = new TestKit(folder)) {
            kit = three;
            var secretary = ballotBegins();
            done("a", secretary, hall("a").ballots().prepare(hall("a").meeting(), round("a")).orElseThrow());
            var electors = issued();
            done("b", secretary, new CloseIssuing(round, false));
            for (var at : TestKit.SERVERS) TestKit.until(() -> round(at).casting().orElseThrow().issue().orElseThrow().closed());
            for (int v = 0; v < VOTERS; v++) assertEquals(Answer.LIES_IN_THE_BOX, cast(electors.get(v).paper(1, v % 3, 0), at(v)), "voter " + v);
            assertTrue(hall("a").ballots().complete(round("a")) && hall("b").ballots().complete(round("b")));
            assertEquals(List.of(), written(electors), "papers lie in memory only");
            done("b", secretary, assertInstanceOf(Opened.Said.class, hall("b").ballots().open(round("b"), false)).order());
            TestKit.until(() -> hall("a").ballots().record(round).isPresent());
            var record = hall("a").ballots().record(round).orElseThrow();
            assertEquals(VOTERS, record.tokens().size());
            assertEquals(List.of(List.of(0, 9, 0), List.of(3, 3, 3), List.of(9, 0, 0)), record.columns().stream().map(one -> one.times()).toList());
            assertFalse(written(electors).isEmpty(), "what was looked for is found once it is there");
        }
    }

    private PersonId ballotBegins() throws Exception {
        for (var name : TestKit.ALL) kit.start(name);
        var first = kit.house("a");
        first.house.found(true).chamber().ready().get(120, TimeUnit.SECONDS);
        var hall = first.admit(1, Policy.REAL_NAME, plain -> SecretMeeting.of(plain, VOTERS));
        meeting = hall.id();
        round = ChamberTest.scoringBegins(first, hall, "R01");
        TestKit.until(() -> kit.house("b").house.hall(meeting).map(there -> there.meeting().floor().rounds().get(round).isPresent()).orElse(false));
        TestKit.until(() -> kit.house("w").house.chamber(meeting).isPresent());
        return TestHouse.people(hall, Role.SECRETARY, "R01").getFirst().id();
    }

    private List<Elector> issued() throws Exception {
        var electors = new ArrayList<Elector>();
        var people = TestHouse.people(hall("a"), Role.EXPERT, "R01");
        for (int v = 0; v < VOTERS; v++) {
            var at = at(v);
            TestKit.until(() -> round(at).casting().orElseThrow().issue().isPresent());
            var ballots = hall(at).ballots();
            var elector = new Elector(ballots.announcement(hall(at).meeting(), round(at)).orElseThrow());
            done(at, people.get(v).id(), new IssueToken(round, ballots.mark(round(at), elector.asked()).orElseThrow()));
            elector.signed(ballots.sign(round(at), people.get(v).id(), elector.asked()).join().orElseThrow());
            electors.add(elector);
        }
        return electors;
    }

    private Answer cast(byte[] paper, String at) {
        var ballots = hall(at).ballots();
        return ballots.cast(Elector.covered(paper, ballots.cover(round(at)).orElseThrow())).orElseThrow().join();
    }

    private static String at(int voter) {
        return TestKit.SERVERS.get(voter % 2);
    }

    private Hall hall(String at) {
        return kit.house(at).house.hall(meeting).orElseThrow();
    }

    private Round round(String at) {
        return hall(at).meeting().floor().rounds().get(round).orElseThrow();
    }

    private void done(String at, PersonId by, Command command) {
        var order = new Order("", "", by, kit.house(at).now.incrementAndGet(), command);
        assertInstanceOf(Reply.Done.class, hall(at).chamber().submit(order).join(), command::toString);
    }

    /** Files of any node in which a token stands, as it is or in hex. */
    private List<Path> written(List<Elector> electors) throws IOException {
        var found = new ArrayList<Path>();
        try (var walk = Files.walk(folder)) {
            for (var file : walk.filter(Files::isRegularFile).toList()) {
                if (!file.endsWith("evidence.jsonl") && !file.toString().contains("log")) continue;
                var content = Files.readString(file, StandardCharsets.ISO_8859_1);
                var told = electors.stream().map(elector -> elector.secrets().getFirst()).anyMatch(token ->
                        content.contains(HexFormat.of().formatHex(token)) || content.contains(new String(token, StandardCharsets.ISO_8859_1)));
                if (told) found.add(file);
            }
        }
        return found;
    }
}
