package conclave.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.codec.Json;
import conclave.exchange.MeetingFile;
import conclave.ledger.Receipt;
import conclave.meeting.event.Role;
import conclave.node.SmallMeeting;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One room from its first sign-in to the seal, over HTTPS. */
class OneRoomTest {

    @TempDir
    Path folder;

    @Test
    void aMeetingIsLivedThroughOverHttps() throws Exception {
        try (var site = new TestSite(folder, 1, MeetingFile.Policy.REAL_NAME)) {
            var secretary = site.signedIn(Role.SECRETARY, "R01", 0);
            var room = TestSite.json(secretary.get("/api/me")).object("person").object("room").text("id");
            ok(secretary.post("/api/rooms/" + room + "/sitting", "{\"half\":\"morning\"}"));
            ok(secretary.post("/api/rooms/" + room + "/rounds", "{}"), 409);
            var experts = IntStream.range(0, 4).mapToObj(e -> site.signedIn(Role.EXPERT, "R01", e)).toList();
            ok(secretary.post("/api/rooms/" + room + "/rounds", "{}"));
            for (int e = 0; e < 4; e++) scoreAll(site, experts.get(e), 10 + e);
            var page = TestSite.json(secretary.get("/api/rooms/" + room));
            assertEquals("closeRound", page.object("next").text("key"));
            var round = page.object("round").text("id");
            ok(secretary.post("/api/rounds/" + round + "/close", "{}"));
            ok(secretary.post("/api/rounds/" + round + "/tally", "{}"));
            var rows = TestSite.json(secretary.get("/api/rounds/" + round + "/tally")).list("rows");
            assertEquals(3, rows.size());
            // (30 + 31 + 32 + 33) / 4 = 31.50; with 13 automatic, 2 bonus and 1 deducted: 45.50
            for (var row : rows) assertEquals("45.50", ((Json.Obj) row).text("total"));
            var chair = site.signedIn(Role.CHAIR, "R01", 0);
            ok(chair.post("/api/rounds/" + round + "/sign-off", "{}"));
            ok(secretary.post("/api/meeting/seal", "{}"));
            var sealed = TestSite.json(secretary.get("/api/rooms/" + room));
            assertEquals("sealed", sealed.object("next").text("key"));
            assertEquals(4, sealed.object("quorum").number("present"), "those who decided have not been absent because they went home");
        }
    }

    private void scoreAll(TestSite site, TestSite.Browser expert, int ability) {
        var desk = TestSite.json(expert.get("/api/desk"));
        var round = desk.object("round").text("id");
        for (var line : desk.list("applicants")) {
            var id = ((Json.Obj) line).text("id");
            var dossier = expert.get("/api/applicants/" + id);
            ok(dossier);
            assertFalse(dossier.body().contains(SmallMeeting.HIDDEN_ID));
            var answer = expert.post("/api/applicants/" + id + "/score", sheet(round, 0, Integer.toString(ability)));
            ok(answer);
            var json = TestSite.json(answer);
            var fields = new TreeMap<>(json.object("receipt").fields());
            fields.remove("short");
            assertTrue(Receipt.fromJson(new Json.Obj(fields)).verify(site.test.signer.publicKey()));
        }
    }

    static String sheet(String round, int basedOn, String ability) {
        return "{\"round\":\"" + round + "\",\"basedOn\":" + basedOn + ",\"marks\":{\"A5.1\":\"" + ability
                + "\",\"A5.2\":\"10\",\"A5.3\":\"10\"},\"opinion\":\"同意\"}";
    }

    private static void ok(HttpResponse<String> response) {
        ok(response, 200);
    }

    private static void ok(HttpResponse<String> response, int status) {
        assertEquals(status, response.statusCode(), response.body());
    }
}
