package conclave.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.exchange.MeetingFile;
import conclave.ledger.Receipt;
import conclave.meeting.event.Role;
import conclave.meeting.event.Stage.Body;
import conclave.meeting.event.Stage.Form;
import conclave.meeting.event.Stage.Secrecy;
import conclave.node.OtherMeetings;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ballots over HTTPS: cast by name, or filled in on paper and told by two. */
class BallotTest {

    @TempDir
    private Path folder;

    private TestSite site(Form form, Secrecy secrecy) throws Exception {
        return new TestSite(folder, 1, MeetingFile.Policy.REAL_NAME, OtherMeetings.through(OtherMeetings.ballot(Body.PANEL, form, secrecy)));
    }

    @Test
    void aNamedBallotIsCastOnceByEachAndCountedAfterTheClose() throws Exception {
        try (var site = site(Form.APPROVE, Secrecy.NAMED)) {
            var room = HeldRoom.opened(site, "R01", 4);
            assertEquals("评委会票决", room.page().object("upcoming").object("stage").text("name"));
            room.opensRound();
            var desk = HeldRoom.desk(room.experts.get(0));
            assertEquals("ballot", desk.object("stage").text("kind"));
            assertEquals("named", desk.object("stage").text("secrecy"));
            var round = desk.object("round").text("id");
            var all = HeldRoom.candidates(desk);
            for (int e = 0; e < 4; e++) {
                var answer = room.experts.get(e).post("/api/rounds/" + round + "/paper", HeldRoom.paper(all, e == 0 ? "against" : "yes", e < 2 ? "abstain" : "yes"));
                HeldRoom.ok(answer, 200);
                provesThePaper(site, answer.body(), round, all);
                var again = room.experts.get(e).get("/api/rounds/" + round + "/paper");
                var first = TestSite.json(answer).object("receipt");
                assertEquals("{\"seq\":" + first.number("seq") + ",\"short\":\"" + first.text("short") + "\"}",
                        CanonicalJson.text(TestSite.json(again).object("receipt")), "after a reload the receipt's number is there again, and no choice");
                assertEquals(e + 1, room.page().object("ballot").number("returned"));
            }
            HeldRoom.ok(room.experts.get(0).post("/api/rounds/" + round + "/paper", HeldRoom.paper(all, "yes", "yes")), 409);
            HeldRoom.ok(room.secretary.get("/api/rounds/" + round + "/paper"), 403);
            room.closes();
            room.counts();
            var ballot = room.parts().getFirst().object("ballot");
            assertEquals(4, ballot.number("valid"));
            var votes = HeldRoom.objects(ballot, "votes");
            // 3 of 4 are enough of two thirds, 2 are not.
            assertEquals("3 1 0 3/4 pass", said(votes.get(0)));
            assertEquals("2 0 2 3/4 fail", said(votes.get(1)));
            assertEquals("pass,fail,fail", HeldRoom.objects(room.results(), "standings").stream().map(one -> one.text("standing")).collect(Collectors.joining(",")));
        }
    }

    private static String said(Json.Obj vote) {
        return vote.number("yes") + " " + vote.number("against") + " " + vote.number("abstained") + " " + vote.number("needed") + "/" + vote.number("denominator")
                + " " + vote.text("effect");
    }

    private static void provesThePaper(TestSite site, String body, String round, List<String> candidates) {
        var json = CanonicalJson.readObject(body.getBytes(StandardCharsets.UTF_8)).object("receipt");
        var fields = new TreeMap<>(json.fields());
        fields.remove("short");
        assertTrue(Receipt.fromJson(new Json.Obj(fields)).verify(site.test.signer.publicKey()));
        var event = CanonicalJson.readObject(json.text("line").getBytes(StandardCharsets.UTF_8)).object("event");
        assertEquals("PaperCast", event.text("type"));
        assertEquals(round, event.text("round"));
        assertEquals(candidates.size(), event.object("paper").fields().size());
    }

    @Test
    void anAnswerLostOnTheWayIsGivenAgainForTheSameKey() throws Exception {
        try (var site = site(Form.APPROVE, Secrecy.NAMED)) {
            var room = HeldRoom.opened(site, "R01", 4).opensRound();
            var desk = HeldRoom.desk(room.experts.get(0));
            var path = "/api/rounds/" + desk.object("round").text("id") + "/paper";
            var first = cast(room.experts.get(0), path, "the-same-key", HeldRoom.paper(HeldRoom.candidates(desk), "yes", "yes"));
            var again = cast(room.experts.get(0), path, "the-same-key", HeldRoom.paper(HeldRoom.candidates(desk), "yes", "yes"));
            assertEquals(TestSite.json(first).object("receipt").text("line"), TestSite.json(again).object("receipt").text("line"));
            HeldRoom.ok(cast(room.experts.get(0), path, "the-same-key", HeldRoom.paper(HeldRoom.candidates(desk), "against", "yes")), 409);
            assertEquals(1, room.page().object("ballot").number("returned"));
        }
    }

    private static HttpResponse<String> cast(TestSite.Browser voter, String path, String key, String paper) {
        return voter.send(voter.request(path).header("Content-Type", "application/json").header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(paper)));
    }

    @Test
    void whoIsRecusedFromACandidateHasNoLineForThem() throws Exception {
        try (var site = site(Form.APPROVE, Secrecy.NAMED)) {
            var room = HeldRoom.opened(site, "R01", 4);
            var expert = room.experts.get(0);
            var before = HeldRoom.candidates(HeldRoom.desk(expert));
            HeldRoom.ok(expert.post("/api/applicants/" + before.getFirst() + "/recusal", "{\"ground\":\"kinship\"}"), 200);
            room.opensRound();
            var desk = HeldRoom.desk(expert);
            assertEquals(before.subList(1, 3), HeldRoom.candidates(desk));
            var path = "/api/rounds/" + desk.object("round").text("id") + "/paper";
            HeldRoom.ok(expert.post(path, HeldRoom.paper(before, "yes", "yes")), 422);
            HeldRoom.ok(expert.post(path, HeldRoom.paper(before.subList(1, 3), "yes", "yes")), 200);
        }
    }

    @Test
    void whoComesLateGetsNoPaper() throws Exception {
        try (var site = site(Form.CHOOSE, Secrecy.NAMED)) {
            var room = HeldRoom.opened(site, "R01", 3).opensRound();
            var late = site.signedIn(Role.EXPERT, "R01", 3);
            var desk = HeldRoom.desk(late);
            assertEquals(Json.Bool.class, desk.object("ballot").fields().get("elector").getClass());
            assertFalse(((Json.Bool) desk.object("ballot").fields().get("elector")).value());
            var path = "/api/rounds/" + desk.object("round").text("id") + "/paper";
            HeldRoom.ok(late.post(path, HeldRoom.paper(HeldRoom.candidates(desk).subList(0, 1), "yes", "yes")), 403);
            HeldRoom.ok(late.get(path), 403);
            assertEquals(Json.Null.NULL, TestSite.json(room.experts.get(1).get(path)).fields().get("receipt"), "nothing is cast yet");
            HeldRoom.ok(room.experts.get(0).post(path, HeldRoom.paper(HeldRoom.candidates(desk), "yes", "yes")), 422);
            HeldRoom.ok(room.experts.get(0).post(path, HeldRoom.paper(HeldRoom.candidates(desk).subList(0, 2), "yes", "yes")), 200);
        }
    }

    @Test
    void papersAreToldByTwoWhoSeeNothingOfEachOther() throws Exception {
        try (var site = site(Form.APPROVE, Secrecy.PAPER)) {
            var room = HeldRoom.opened(site, "R01", 4).opensRound();
            var supervisor = site.signedIn(Role.SUPERVISOR, "", 0);
            var all = HeldRoom.candidates(HeldRoom.desk(room.experts.get(0)));
            var path = "/api/rounds/" + room.round() + "/count";
            HeldRoom.ok(room.secretary.post(path, told(4, 0, all, 3)), 200);
            var seen = TestSite.json(supervisor.get("/api/rooms/" + room.id)).object("ballot");
            assertEquals("{\"agreed\":false,\"differ\":false,\"mayTell\":true,\"mine\":null,\"tellers\":1}", CanonicalJson.text(seen.object("counting")));
            assertEquals(0, seen.number("returned"));
            HeldRoom.ok(supervisor.post(path, told(4, 0, all, 2)), 200);
            assertTrue(((Json.Bool) room.page().object("ballot").object("counting").fields().get("differ")).value());
            HeldRoom.ok(room.secretary.post("/api/rounds/" + room.round() + "/close", "{}"), 409);
            HeldRoom.ok(supervisor.post(path, told(4, 0, all, 3)), 200);
            HeldRoom.ok(room.experts.get(0).post(path, told(4, 0, all, 3)), 403);
            room.closes();
            room.counts();
            assertEquals("3 0 1 3/4 pass", said(HeldRoom.objects(room.parts().getFirst().object("ballot"), "votes").getFirst()));
        }
    }

    @Test
    void aBallotWithMorePapersThanWereIssuedIsVoidAndSaysWhy() throws Exception {
        try (var site = site(Form.APPROVE, Secrecy.PAPER)) {
            var room = HeldRoom.opened(site, "R01", 4).opensRound();
            var all = HeldRoom.candidates(HeldRoom.desk(room.experts.get(0)));
            var path = "/api/rounds/" + room.round() + "/count";
            HeldRoom.ok(room.secretary.post(path, told(5, 0, all, 3)), 200);
            HeldRoom.ok(site.signedIn(Role.SUPERVISOR, "", 0).post(path, told(5, 0, all, 3)), 200);
            room.closes();
            room.counts();
            var part = room.parts().getFirst();
            assertEquals("moreReturnedThanIssued", part.object("voided").text("reason"));
            assertEquals(Json.Null.NULL, part.fields().get("ballot"));
            assertEquals("openRound", room.page().object("next").text("key"));
        }
    }

    static String told(int returned, int invalid, List<String> candidates, int yes) {
        var lines = candidates.stream().map(id -> "{\"applicant\":\"" + id + "\",\"yes\":" + yes + ",\"against\":0,\"abstained\":" + (4 - yes) + "}");
        return "{\"returned\":" + returned + ",\"invalid\":" + invalid + ",\"lines\":[" + lines.collect(Collectors.joining(",")) + "]}";
    }
}
