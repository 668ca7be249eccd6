package conclave.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.codec.CanonicalJson;
import conclave.exchange.MeetingFile;
import conclave.meeting.event.Role;
import conclave.meeting.event.Stage.Body;
import conclave.meeting.event.Stage.Form;
import conclave.meeting.event.Stage.Secrecy;
import conclave.node.OtherMeetings;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** While a ballot is open nobody learns anything of another's paper, and nobody any count but how many are out and back. */
class BallotSecrecyTest {

    @TempDir
    private Path folder;
    private TestSite site;
    private HeldRoom room;
    private String round;
    private List<String> all;

    @BeforeEach
    void aBallotIsOpen() throws IOException {
        site = new TestSite(folder, 1, MeetingFile.Policy.REAL_NAME,
                OtherMeetings.through(OtherMeetings.ballot(Body.PANEL, Form.APPROVE, Secrecy.NAMED)));
        room = HeldRoom.opened(site, "R01", 4).opensRound();
        round = room.round();
        all = HeldRoom.candidates(HeldRoom.desk(room.experts.get(0)));
    }

    @AfterEach
    void closed() throws IOException {
        site.close();
    }

    private void casts(int expert, String first, String others) {
        HeldRoom.ok(room.experts.get(expert).post("/api/rounds/" + round + "/paper", HeldRoom.paper(all, first, others)), 200);
    }

    @Test
    void whatAnExpertCanAskIsTheSameBeforeAndAfterAnotherCasts() {
        var before = everythingFor(room.experts.get(1));
        casts(0, "against", "yes");
        same(before, everythingFor(room.experts.get(1)));
        casts(2, "yes", "abstain");
        same(before, everythingFor(room.experts.get(1)));
        casts(1, "yes", "yes");
        assertNotEquals(before, everythingFor(room.experts.get(1)), "the voter's own page says that it is cast");
    }

    private static void same(List<String> before, List<String> after) {
        for (int i = 0; i < before.size(); i++) assertEquals(before.get(i), after.get(i));
    }

    @Test
    void evenTheMomentOfAnothersCastReachesNoExpert() throws InterruptedException {
        var colleague = site.listen(room.experts.get(1));
        var voter = site.listen(room.experts.get(0));
        var desk = site.listen(room.secretary);
        for (var line : List.of(colleague, voter, desk)) waitFor(line, "hello");
        drain(List.of(colleague, voter, desk));
        casts(0, "against", "yes");
        waitFor(voter, "\"what\":\"desk\"");
        waitFor(desk, "\"what\":\"room\"");
        // A signal that the colleague must hear as well: what came before it, if anything, has arrived by then.
        HeldRoom.ok(room.secretary.post("/api/rooms/" + room.id + "/sitting/close", "{}"), 200);
        var first = heard(colleague);
        assertTrue(first.contains("signedOut"), "a colleague's page was told of a cast: " + first);
    }

    @Test
    void thoseInChargeLearnHowManyPapersAreBackAndNothingElse() {
        casts(0, "against", "yes");
        casts(1, "abstain", "against");
        var watchers = List.of(room.secretary, site.signedIn(Role.CHAIR, "R01", 0), site.signedIn(Role.SUPERVISOR, "", 0), site.signedIn(Role.REGISTRAR, "", 0));
        for (var watcher : watchers) {
            var page = TestSite.json(watcher.get("/api/rooms/" + room.id));
            assertEquals("{\"counting\":null,\"issued\":4,\"returned\":2,\"secrecy\":\"named\"}", CanonicalJson.text(page.object("ballot")));
            for (var said : everythingFor(watcher)) {
                assertFalse(said.contains("\"against\"") || said.contains("\"yes\"") || said.contains("\"abstain"), said);
            }
        }
    }

    @Test
    void theVotersOwnPageDoesNotShowThePaperAgain() {
        casts(0, "against", "abstain");
        for (var said : everythingFor(room.experts.get(0))) assertFalse(said.contains("against") || said.contains("abstain"), said);
    }

    /** Every answer that the router has for a question, about everything that is there. */
    private List<String> everythingFor(TestSite.Browser who) {
        var said = new ArrayList<String>();
        var paths = new TreeSet<String>();
        for (var route : site.server.routes()) {
            if (route.method() != HttpMethod.GET || !route.path().startsWith("/api/") || route.operation().equals("events")) continue;
            for (var applicant : all) {
                paths.add(route.path().replace("{applicant}", applicant).replace("{room}", room.id).replace("{round}", round)
                        .replace("{page}", "pg_none").replace("{sheet}", "A").replace("{document}", "doc_none"));
            }
        }
        for (var path : paths) said.add(path + " " + withoutTimes(who.get(path).body()));
        return said;
    }

    /** The clock runs, and every refusal has a number of its own. */
    private static String withoutTimes(String body) {
        return body.replaceAll("\"(now|request|lastChangeAt)\":(\"[^\"]*\"|\\d+)", "");
    }

    private static void waitFor(BlockingQueue<String> lines, String what) throws InterruptedException {
        for (var line = heard(lines); !line.contains(what); line = heard(lines)) assertTrue(line.length() < 10_000, line);
    }

    private static String heard(BlockingQueue<String> lines) throws InterruptedException {
        while (true) {
            var line = lines.poll(10, TimeUnit.SECONDS);
            if (line == null) throw new AssertionError("nothing was heard for ten seconds");
            if (!line.isBlank() && !line.startsWith(":")) return line;
        }
    }

    private static void drain(List<BlockingQueue<String>> all) throws InterruptedException {
        for (var lines : all) {
            while (lines.poll(3 * LiveLines.MOMENT, TimeUnit.MILLISECONDS) != null) assertTrue(lines.size() < 1000);
        }
    }
}
