package conclave.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import conclave.codec.Json;
import conclave.codec.RuleBookFiles;
import conclave.exchange.MeetingFile;
import conclave.meeting.event.Role;
import conclave.meeting.event.Sheet.Indicator;
import conclave.meeting.event.Sheet;
import conclave.meeting.event.Stage.Body;
import conclave.meeting.event.Stage.Form;
import conclave.meeting.event.Stage.Secrecy;
import conclave.node.OtherMeetings;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stages other than a plain score, over HTTPS. */
class StagesTest {

    @TempDir
    private Path folder;

    @Test
    void anOpinionIsASheetWithoutMarksAndMustSaySomething() throws Exception {
        try (var site = new TestSite(folder, 1, MeetingFile.Policy.REAL_NAME, OtherMeetings.through(OtherMeetings.opinions(), OtherMeetings.scoring()))) {
            var room = HeldRoom.opened(site, "R01", 4).opensRound();
            var desk = HeldRoom.desk(room.experts.get(0));
            assertEquals("opinion", desk.object("stage").text("kind"));
            assertFalse(desk.object("sheet").toString().contains("A5.1"), "marks are not asked for yet");
            var round = desk.object("round").text("id");
            for (var id : HeldRoom.candidates(desk)) {
                var path = "/api/applicants/" + id + "/score";
                HeldRoom.ok(room.experts.get(0).post(path, "{\"round\":\"" + round + "\",\"basedOn\":0,\"marks\":{}}"), 422);
                for (var expert : room.experts) HeldRoom.ok(expert.post(path, "{\"round\":\"" + round + "\",\"basedOn\":0,\"marks\":{},\"opinion\":\"同意推荐\"}"), 200);
            }
            room.closes();
            room.counts();
            assertEquals(12, room.parts().getFirst().object("opinions").number("given"));
            assertEquals("专业组打分", room.page().object("upcoming").object("stage").text("name"));
            room.opensRound();
            assertEquals("score", HeldRoom.desk(room.experts.get(0)).object("stage").text("kind"));
        }
    }

    @Test
    void twoPanelsScoreAndTheHallVotesOnBoth() throws Exception {
        var stages = OtherMeetings.through(OtherMeetings.scoring(), OtherMeetings.ballot(Body.PLENARY, Form.APPROVE, Secrecy.NAMED));
        try (var site = new TestSite(folder, 2, MeetingFile.Policy.REAL_NAME, file -> OtherMeetings.withHall(stages.apply(file)))) {
            var first = HeldRoom.opened(site, "R01", 4);
            var second = HeldRoom.opened(site, "R02", 4);
            for (var panel : new HeldRoom[] {first, second}) scored(panel);
            var hall = HeldRoom.opened(site, "H01", 0);
            // Whoever is signed in already sits in the hall as soon as its doors open.
            hall.experts.addAll(first.experts);
            hall.experts.addAll(second.experts);
            assertEquals(6, hall.page().object("upcoming").number("candidates"));
            hall.opensRound();
            for (var expert : hall.experts) {
                var desk = HeldRoom.desk(expert);
                assertEquals(hall.id, desk.object("room").text("id"));
                HeldRoom.ok(expert.get("/api/applicants/" + HeldRoom.candidates(desk).getLast()), 200);
                HeldRoom.ok(expert.post("/api/rounds/" + desk.object("round").text("id") + "/paper", HeldRoom.paper(HeldRoom.candidates(desk), "yes", "yes")), 200);
            }
            hall.closes();
            hall.counts();
            assertEquals("pass", HeldRoom.objects(hall.results(), "standings").stream().map(one -> one.text("standing")).distinct().collect(Collectors.joining()));
            assertEquals("pass", HeldRoom.objects(first.results(), "standings").getFirst().text("standing"), "what the hall decided stands in the panel as well");
            assertEquals("signOff", TestSite.json(site.signedIn(Role.CHAIR, "H01", 0).get("/api/rooms/" + hall.id)).object("next").text("key"));
        }
    }

    private static void scored(HeldRoom panel) {
        panel.opensRound();
        for (var expert : panel.experts) {
            var desk = HeldRoom.desk(expert);
            for (var id : HeldRoom.candidates(desk)) {
                HeldRoom.ok(expert.post("/api/applicants/" + id + "/score", OneRoomTest.sheet(desk.object("round").text("id"), 0, "10")), 200);
            }
        }
        panel.closes();
        panel.counts();
        panel.signs();
    }

    @Test
    void applicantsAreCalledInDrawnOrder() throws Exception {
        try (var site = new TestSite(folder, 1, MeetingFile.Policy.REAL_NAME, OtherMeetings.through(OtherMeetings.defence()))) {
            var room = HeldRoom.opened(site, "R01", 4).opensRound();
            var order = HeldRoom.objects(room.page().object("defence"), "order");
            assertEquals(HeldRoom.candidates(HeldRoom.desk(room.experts.get(0))), order.stream().map(one -> one.text("applicant")).toList());
            var next = order.getFirst().text("applicant");
            HeldRoom.ok(room.experts.get(0).post("/api/rounds/" + room.round() + "/call", "{\"applicant\":\"" + next + "\"}"), 403);
            HeldRoom.ok(room.secretary.post("/api/rounds/" + room.round() + "/call", "{\"applicant\":\"" + next + "\"}"), 200);
            assertEquals(next, HeldRoom.desk(room.experts.get(1)).object("called").text("applicant"));
            assertEquals(site.test.now.get(), HeldRoom.objects(room.page().object("defence"), "order").getFirst().number("calledAt"));
            assertEquals(5, HeldRoom.desk(room.experts.get(1)).object("stage").object("defence").number("minutesToSpeak"));
        }
    }

    @Test
    void theNextAlternateTakesTheSeatOfWhoCannotGoOn() throws Exception {
        try (var site = new TestSite(folder, 1, MeetingFile.Policy.REAL_NAME, file -> OtherMeetings.withAlternate(file))) {
            var room = HeldRoom.opened(site, "R01", 4).opensRound();
            var leaving = HeldRoom.objects(room.page(), "experts").getFirst().text("id");
            var coming = HeldRoom.objects(room.page(), "alternates").getFirst().text("id");
            var path = "/api/rooms/" + room.id + "/swap";
            HeldRoom.ok(room.secretary.post(path, "{\"leaving\":\"" + leaving + "\",\"coming\":\"" + coming + "\"}"), 422);
            HeldRoom.ok(room.secretary.post(path, "{\"leaving\":\"" + leaving + "\",\"coming\":\"" + leaving + "\",\"reason\":\"突发疾病\"}"), 409);
            HeldRoom.ok(room.secretary.post(path, "{\"leaving\":\"" + leaving + "\",\"coming\":\"" + coming + "\",\"reason\":\"突发疾病\"}"), 200);
            assertEquals(coming, HeldRoom.objects(room.page(), "experts").getFirst().text("id"));
            HeldRoom.ok(room.experts.get(0).get("/api/desk"), 401);
        }
    }

    @Test
    void aSheetIsProposedTriedAndReplacedByTwoOthers() throws Exception {
        try (var site = new TestSite(folder, 1, MeetingFile.Policy.REAL_NAME)) {
            var room = HeldRoom.opened(site, "R01", 4).opensRound();
            var desk = HeldRoom.desk(room.experts.get(0));
            var first = HeldRoom.candidates(desk).getFirst();
            HeldRoom.ok(room.experts.get(0).post("/api/applicants/" + first + "/score", OneRoomTest.sheet(desk.object("round").text("id"), 0, "15")), 200);
            var registrar = site.signedIn(Role.REGISTRAR, "", 0);
            var chair = site.signedIn(Role.CHAIR, "R01", 0);
            var supervisor = site.signedIn(Role.SUPERVISOR, "", 0);
            HeldRoom.ok(room.experts.get(0).get("/api/sheets"), 403);
            var before = RuleBookFiles.sheet(registrar.get("/api/sheets/A/file").body().getBytes(StandardCharsets.UTF_8));
            HeldRoom.ok(registrar.post("/api/sheets/proposal", proposal("{}")), 422);
            HeldRoom.ok(registrar.post("/api/sheets/proposal", proposal(text(narrower(before)))), 200);
            var preview = TestSite.json(chair.get("/api/sheets/preview"));
            assertEquals(1, preview.number("returning"), "15 is no mark any more");
            assertEquals("A-11", HeldRoom.objects(preview, "returned").getFirst().text("code"));
            assertEquals("13 13", HeldRoom.objects(preview, "applicants").stream().map(one -> one.object("before").text("automatic") + " "
                    + one.object("after").text("automatic")).distinct().collect(Collectors.joining()));
            var approval = "{\"code\":\"A\",\"version\":2}";
            HeldRoom.ok(registrar.post("/api/sheets/approval", approval), 409);
            HeldRoom.ok(chair.post("/api/sheets/approval", approval), 200);
            assertEquals(1, TestSite.json(chair.get("/api/sheets")).object("proposal").list("approvals").size());
            HeldRoom.ok(supervisor.post("/api/sheets/approval", approval), 200);
            assertEquals(2, HeldRoom.objects(TestSite.json(chair.get("/api/sheets")), "sheets").getFirst().number("version"));
            var mine = TestSite.json(room.experts.get(0).get("/api/applicants/" + first + "/score"));
            assertEquals(Json.Null.NULL, mine.fields().get("submittedAt"));
            assertEquals("10", mine.object("draft").object("marks").text("A5.2"), "what still fits lies there as a draft");
        }
    }

    private static String proposal(String sheet) {
        return "{\"sheet\":\"" + sheet.replace("\\", "\\\\").replace("\"", "\\\"") + "\",\"reason\":\"上限写错\"}";
    }

    private static String text(Sheet sheet) {
        return new String(RuleBookFiles.bytes(sheet), StandardCharsets.UTF_8);
    }

    /** Ability counts up to 12 only. */
    private static Sheet narrower(Sheet s) {
        return new Sheet(s.code(), 2, s.title(), s.titleEn(), s.cutoff(), s.total(), s.finalMax(), s.scale(), s.fields(), s.charts(),
                s.indicators().stream().map(StagesTest::narrower).toList());
    }

    private static Indicator narrower(Indicator i) {
        var max = i.code().equals("A5.1") ? new BigDecimal("12") : i.max();
        return new Indicator(i.code(), i.name(), i.nameEn(), i.kind(), i.min(), max, i.step(), i.weight(), i.gathering(), i.best(), i.source(),
                i.ceiling(), i.adjustment(), i.stage(), i.children().stream().map(StagesTest::narrower).toList());
    }
}
