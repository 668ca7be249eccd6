package conclave.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.codec.Json;
import conclave.exchange.MeetingFile;
import conclave.meeting.event.Role;
import conclave.meeting.event.Sheet;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A room of which nobody is left when it begins, over HTTPS: said, signed for, sealed, and reopened for a reason that whoever agrees has read. */
class RoomWithoutRoundTest {

    @TempDir
    Path folder;

    @Test
    void aRoomWithoutAnybodyToReviewIsSignedForSealedAndReopenedByTwo() throws Exception {
        try (var site = new TestSite(folder, 1, MeetingFile.Policy.REAL_NAME, RoomWithoutRoundTest::vetoed)) {
            var secretary = site.signedIn(Role.SECRETARY, "R01", 0);
            var room = TestSite.json(secretary.get("/api/me")).object("person").object("room").text("id");
            var page = TestSite.json(secretary.get("/api/rooms/" + room));
            assertEquals("awaitSignWithoutRound", page.object("next").text("key"));
            assertEquals("3", page.object("next").object("facts").text("failed"));
            for (var applicant : page.list("applicants")) assertEquals("fail", ((Json.Obj) applicant).text("standing"));
            var early = secretary.post("/api/meeting/seal", "{}");
            assertEquals(409, early.statusCode());
            assertTrue(early.body().contains("第1评审室"), early.body());
            assertEquals(403, secretary.post("/api/rooms/" + room + "/sign-off", "{}").statusCode());
            var chair = site.signedIn(Role.CHAIR, "R01", 0);
            assertEquals("signWithoutRound", TestSite.json(chair.get("/api/rooms/" + room)).object("next").text("action"));
            ok(chair.post("/api/rooms/" + room + "/sign-off", "{}"));
            var signed = TestSite.json(secretary.get("/api/rooms/" + room));
            assertEquals("seal", signed.object("next").text("key"));
            assertEquals("signedOff", signed.object("room").text("stage"));
            assertTrue(TestSite.json(secretary.get("/api/rooms/" + room + "/results")).number("signedWithoutRoundAt") > 0);
            ok(secretary.post("/api/meeting/seal", "{}"));
            ok(secretary.post("/api/rooms/" + room + "/reopening", "{\"reason\":\"一票否决项录入有误\"}"));
            var wanted = TestSite.json(chair.get("/api/rooms/" + room));
            assertEquals("agree", wanted.text("reopening"));
            assertEquals("一票否决项录入有误", wanted.object("reopeningAsked").text("reason"));
            assertEquals(TestSite.json(secretary.get("/api/me")).object("person").text("name"), wanted.object("reopeningAsked").text("name"));
            assertEquals(Json.Null.NULL, TestSite.json(site.signedIn(Role.SUPERVISOR, "", 0).get("/api/rooms/" + room)).get("reopeningAsked"));
            ok(chair.post("/api/rooms/" + room + "/reopen", "{}"));
        }
    }

    private static MeetingFile vetoed(MeetingFile file) {
        var s = file.sheet();
        var indicators = new ArrayList<>(s.indicators());
        indicators.add(new Sheet.Indicator("V", "弄虚作假", "Fraud", Sheet.Kind.VETO, BigDecimal.ZERO, BigDecimal.ZERO, Optional.empty(), Optional.empty(),
                Sheet.Gathering.SUM, 0, Optional.of(new Sheet.Given()), Optional.empty(), Optional.empty(), Optional.empty(), java.util.List.of()));
        var sheet = new Sheet(s.code(), s.version(), s.title(), s.titleEn(), s.cutoff(), s.total(), s.finalMax(), s.scale(), s.fields(), s.charts(), indicators);
        return new MeetingFile(file.meeting(), file.people(), file.applicants().stream().map(RoomWithoutRoundTest::out).toList(), sheet, file.mode(), file.rules(),
                file.recusals(), file.files());
    }

    private static MeetingFile.Applicant out(MeetingFile.Applicant a) {
        var given = new TreeMap<>(a.given());
        given.put("V", BigDecimal.ONE);
        return new MeetingFile.Applicant(a.code(), a.name(), a.sex(), a.birth(), a.ethnicity(), a.idNumber(), a.phone(), a.unit(), a.recommender(), a.education(),
                a.currentTitle(), a.currentTitleDate(), a.specialty(), a.rank(), a.room(), a.facts(), a.names(), given, a.documents(), a.route());
    }

    private static void ok(HttpResponse<String> response) {
        assertEquals(200, response.statusCode(), response.body());
    }
}
