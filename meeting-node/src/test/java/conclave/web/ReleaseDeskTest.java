package conclave.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.codec.Json;
import conclave.document.PdfFixtures;
import conclave.exchange.MeetingFile;
import conclave.meeting.event.HitCount;
import conclave.meeting.event.HitKind;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Order;
import conclave.meeting.event.PageMark;
import conclave.meeting.event.PrepareCommand.RecordScreening;
import conclave.meeting.event.Role;
import conclave.node.Openings;
import conclave.node.OtherMeetings;
import conclave.node.Reply;
import conclave.seal.Digests;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gate as people meet it: nothing of a dossier before it is released, everything of it gone when a page is taken back. */
class ReleaseDeskTest {

    private static final String PLAN = "a".repeat(64);
    private static final List<PageMark> NAME = List.of(new PageMark(2, 2, List.of(new HitCount(HitKind.NAME, 1)), 1, false, false));

    @TempDir
    private Path folder;

    /** A page that nobody released is asked for like one that never was: the same answer, to the byte. */
    @Test
    void whatIsNotReleasedIsAnsweredLikeWhatDoesNotExist() throws Exception {
        try (var site = site(true)) {
            var room = HeldRoom.opened(site, "R01", 4).opensRound();
            var expert = room.experts.getFirst();
            var first = HeldRoom.candidates(HeldRoom.desk(expert)).getFirst();
            var dossier = TestSite.json(expert.get("/api/applicants/" + first));
            assertFalse(((Json.Bool) dossier.fields().get("open")).value());
            var document = HeldRoom.objects(dossier, "documents").getFirst();
            assertEquals(List.of(), document.list("pages"));
            assertEquals("", document.text("title"));
            var page = pages(room.secretary, first).getFirst();
            HeldRoom.ok(room.secretary.get("/api/applicants/" + first + "/pages/" + page), 200);
            var closed = expert.get("/api/applicants/" + first + "/pages/" + page);
            var unknown = expert.get("/api/applicants/" + first + "/pages/" + "x".repeat(page.length()));
            assertEquals(404, closed.statusCode());
            assertEquals(without(unknown.body()), without(closed.body()));
            assertEquals(unknown.headers().map().keySet(), closed.headers().map().keySet());
            var thumb = expert.get("/api/applicants/" + first + "/pages/" + page + "?size=thumb");
            assertEquals(without(unknown.body()), without(thumb.body()));
        }
    }

    /** What the office brings and what the venue takes out again: an expert learns that the dossier changed, and not what files are called. */
    @Test
    void whatComesIntoADossierIsNotNamedBeforeItIsReleased() throws Exception {
        try (var site = site(true)) {
            var room = HeldRoom.opened(site, "R01", 4).opensRound();
            var expert = room.experts.getFirst();
            var first = HeldRoom.candidates(HeldRoom.desk(expert)).getFirst();
            var pdf = PdfFixtures.text(1);
            HeldRoom.ok(room.secretary.send(room.secretary.request("/api/applicants/" + first + "/upload").header("Content-Type", "application/octet-stream")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(pdf))), 200);
            var held = document(site, first);
            HeldRoom.ok(room.secretary.post("/api/applicants/" + first + "/amendment", "{\"document\":\"" + held + "\",\"file\":\"" + Digests.hex(Digests.sha256(pdf))
                    + "\",\"title\":\"阿依古丽的证书\",\"kind\":\"certificate\",\"reason\":\"材料放错\"}"), 200);
            var open = HeldRoom.objects(room.page().object("amendments"), "open").getFirst().text("id");
            HeldRoom.ok(site.signedIn(Role.CHAIR, "R01", 0).post("/api/amendments/" + open + "/signature", "{}"), 200);
            var score = "/api/applicants/" + first + "/score";
            assertEquals(2, TestSite.json(expert.get(score)).object("dossier").number("version"));
            assertEquals("[] []", TestSite.json(expert.get(score)).object("dossier").list("files") + " " + TestSite.json(expert.get(score)).object("dossier").list("gone"));
            screened(site, first, List.of());
            HeldRoom.ok(room.secretary.post("/api/release", "{\"documents\":[" + seen(site, first, PLAN) + "]}"), 200);
            assertEquals("[Str[value=阿依古丽的证书]]", TestSite.json(expert.get(score)).object("dossier").list("files").toString());
        }
    }

    @Test
    void twoPersonsReleaseOnTheirPagesAndTheOthersAreToldWhy() throws Exception {
        try (var site = site(true)) {
            var room = HeldRoom.opened(site, "R01", 4).opensRound();
            var registrar = site.signedIn(Role.REGISTRAR, "", 0);
            var expert = room.experts.getFirst();
            var all = HeldRoom.candidates(HeldRoom.desk(expert));
            screened(site, all.getFirst(), NAME);
            screened(site, all.get(1), List.of());
            var body = "{\"documents\":[" + seen(site, all.getFirst(), PLAN) + "," + seen(site, all.get(1), PLAN) + "," + seen(site, all.get(2), PLAN) + "]}";
            HeldRoom.ok(expert.post("/api/release", body), 403);
            var said = TestSite.json(room.secretary.post("/api/release", body));
            assertEquals(2, said.list("released").size());
            assertEquals("NOT_SCREENED", HeldRoom.objects(said, "refused").getFirst().text("code"));
            assertEquals(1, opened(expert, all));
            HeldRoom.ok(room.secretary.post("/api/release/confirmation", body), 409);
            HeldRoom.ok(registrar.post("/api/release/confirmation", body), 200);
            assertEquals(2, opened(expert, all));
            var counts = TestSite.json(room.secretary.get("/api/rooms/" + room.id + "/release")).object("counts");
            assertEquals("[1, 2]", List.of(counts.number("unscreened"), counts.number("released")).toString());
            // Masked pictures are made by others: as long as there is none, nothing else is shown in its place.
            var page = pages(expert, all.getFirst()).getFirst();
            var answer = expert.get("/api/applicants/" + all.getFirst() + "/pages/" + page);
            assertNotEquals(200, answer.statusCode());
            assertFalse(pages(room.secretary, all.getFirst()).contains(page), "a masked page has an address of its own");
        }
    }

    /** The office has put the applicant's number into the title: the chair, who knows titles, also judges, and knows none that says whose it is. */
    @Test
    void aChairWhoJudgesReadsNoTitleThatSaysWhoseItIs() throws Exception {
        try (var site = new TestSite(folder, 1, MeetingFile.Policy.SINGLE_BLIND, file -> named(OtherMeetings.withJudgingChair(file)))) {
            var room = HeldRoom.opened(site, "R01", 4).opensRound();
            var path = "/api/applicants/" + HeldRoom.candidates(HeldRoom.desk(room.experts.getFirst())).getFirst() + "/openings";
            assertTrue(room.secretary.get(path).body().contains("的申报表"), "the secretary reads what the office wrote");
            var chair = site.signedIn(Role.CHAIR, "R01", 0).get(path);
            HeldRoom.ok(chair, 200);
            assertFalse(chair.body().contains("的申报表"), chair.body());
        }
    }

    private static MeetingFile named(MeetingFile file) {
        var applicants = file.applicants().stream().map(one -> new MeetingFile.Applicant(one.code(), one.name(), one.sex(), one.birth(), one.ethnicity(),
                one.idNumber(), one.phone(), one.unit(), one.recommender(), one.education(), one.currentTitle(), one.currentTitleDate(), one.specialty(),
                one.rank(), one.room(), one.facts(), one.names(), one.given(), one.documents().stream().map(document ->
                new MeetingFile.Document(document.file(), one.idNumber() + "的申报表", document.kind(), document.pages())).toList(), one.route())).toList();
        return new MeetingFile(file.meeting(), file.people(), applicants, file.sheet(), file.mode(), file.rules(), file.recusals(), file.files());
    }

    @Test
    void anExceptionOfTwoIsShownFromThenOn() throws Exception {
        try (var site = site(true)) {
            var room = HeldRoom.opened(site, "R01", 4).opensRound();
            var expert = room.experts.getFirst();
            var first = HeldRoom.candidates(HeldRoom.desk(expert)).getFirst();
            var path = "/api/applicants/" + first + "/override";
            HeldRoom.ok(room.secretary.post(path, "{}"), 422);
            HeldRoom.ok(expert.post(path, "{\"reason\":\"急\"}"), 403);
            HeldRoom.ok(room.secretary.post(path, "{\"reason\":\"筛查设备故障\"}"), 200);
            HeldRoom.ok(room.secretary.post(path + "/agreement", "{}"), 409);
            HeldRoom.ok(site.signedIn(Role.CHAIR, "R01", 0).post(path + "/agreement", "{}"), 200);
            HeldRoom.ok(expert.get("/api/applicants/" + first + "/pages/" + pages(expert, first).getFirst()), 200);
            var override = HeldRoom.objects(TestSite.json(room.secretary.get("/api/rooms/" + room.id + "/release")), "applicants").stream()
                    .filter(one -> one.text("id").equals(first)).findFirst().orElseThrow().object("override");
            assertEquals("秘书1 主任1 筛查设备故障", override.text("asker") + " " + override.text("agreed") + " " + override.text("reason"));
        }
    }

    /** Within five seconds: the page hears that something changed, asks, and the address is neither listed nor answered any more. */
    @Test
    void aPageThatIsTakenBackIsGoneAndWhoSawItIsKnown() throws Exception {
        try (var site = site(false)) {
            var room = HeldRoom.opened(site, "R01", 4).opensRound();
            var expert = room.experts.getFirst();
            var first = HeldRoom.candidates(HeldRoom.desk(expert)).getFirst();
            var before = pages(expert, first);
            var address = "/api/applicants/" + first + "/pages/" + before.getFirst();
            HeldRoom.ok(expert.get(address), 200);
            var state = HeldRoom.objects(HeldRoom.desk(expert), "applicants").getFirst().text("released");
            var lines = site.listen(expert);
            assertTrue(lines.poll(5, TimeUnit.SECONDS).contains("hello"));
            HeldRoom.ok(expert.post("/api/applicants/" + first + "/withdrawal", withdrawal(site, first)), 403);
            HeldRoom.ok(room.secretary.post("/api/applicants/" + first + "/withdrawal", withdrawal(site, first)), 200);
            var told = "";
            while (!told.contains("desk")) told = lines.poll(5, TimeUnit.SECONDS);
            assertFalse(state.equals(HeldRoom.objects(HeldRoom.desk(expert), "applicants").getFirst().text("released")));
            assertEquals(before.subList(1, before.size()), pages(expert, first));
            var gone = expert.get(address);
            assertEquals(404, gone.statusCode());
            assertEquals("no-store", gone.headers().firstValue("Cache-Control").orElseThrow());
            var withdrawal = HeldRoom.objects(HeldRoom.objects(TestSite.json(room.secretary.get("/api/rooms/" + room.id + "/release")), "applicants").stream()
                    .filter(one -> one.text("id").equals(first)).findFirst().orElseThrow(), "withdrawals").getFirst();
            assertEquals("[Str[value=专家11]]", withdrawal.list("saw").toString());
            var readers = HeldRoom.objects(HeldRoom.objects(TestSite.json(room.secretary.get("/api/applicants/" + first + "/openings")), "documents").getFirst(), "readers");
            assertEquals(List.of("专家11"), readers.stream().map(one -> one.text("name")).toList());
            HeldRoom.ok(expert.get("/api/applicants/" + first + "/openings"), 403);
        }
    }

    @Test
    void whoReadsTheSamePagesAllMorningIsOneLineOfTheRecord() throws Exception {
        try (var site = site(false)) {
            var room = HeldRoom.opened(site, "R01", 4).opensRound();
            var openings = new Openings(site.test.house);
            var applicant = site.hall.register().orElseThrow().applicants().values().getFirst();
            var document = applicant.documents().getFirst();
            var recorded = site.hall.meeting().recorded();
            var readers = site.hall.register().orElseThrow().expertsOf(applicant.room());
            for (int i = 0; i < 50; i++) openings.saw(site.hall, readers.get(i % 2), applicant.id(), document);
            openings.handIn(site.hall).join();
            assertEquals(recorded + 1, site.hall.meeting().recorded());
            openings.saw(site.hall, readers.getFirst(), applicant.id(), document);
            openings.handIn(site.hall).join();
            assertEquals(recorded + 1, site.hall.meeting().recorded());
            assertEquals(2, site.hall.meeting().clearance().looksAt(applicant.id(), document.id()).size());
            assertEquals(4, room.experts.size());
        }
    }

    private TestSite site(boolean required) throws IOException {
        return new TestSite(folder, 1, MeetingFile.Policy.SINGLE_BLIND, file -> required ? required(file) : file);
    }

    private static MeetingFile required(MeetingFile file) {
        return new MeetingFile(file.meeting().with(MeetingFile.Screening.REQUIRED), file.people(), file.applicants(), file.sheet(), file.mode(), file.rules(),
                file.recusals(), file.files());
    }

    private static void screened(TestSite site, String applicant, List<PageMark> marks) {
        var one = site.hall.register().orElseThrow().applicants().get(new ApplicantId(applicant)).orElseThrow();
        var document = one.documents().getFirst();
        var command = new RecordScreening(one.id(), document.id(), document.sha256(), document.pages(), "b".repeat(64), PLAN, marks);
        var reply = site.hall.chamber().submit(new Order("", "", PersonId.HOUSE, site.test.house.clock().getAsLong(), command)).join();
        assertTrue(reply instanceof Reply.Done, reply.toString());
    }

    private static String seen(TestSite site, String applicant, String plan) {
        return "{\"applicant\":\"" + applicant + "\",\"document\":\"" + document(site, applicant) + "\",\"plan\":\"" + plan + "\"}";
    }

    private static String withdrawal(TestSite site, String applicant) {
        return "{\"document\":\"" + document(site, applicant) + "\",\"page\":1,\"reason\":\"第一页有姓名\"}";
    }

    private static String document(TestSite site, String applicant) {
        return site.hall.register().orElseThrow().applicants().get(new ApplicantId(applicant)).orElseThrow().documents().getFirst().id().value();
    }

    private static List<String> pages(TestSite.Browser reader, String applicant) {
        return HeldRoom.objects(HeldRoom.objects(TestSite.json(reader.get("/api/applicants/" + applicant)), "documents").getFirst(), "pages").stream()
                .map(page -> page.text("id")).toList();
    }

    private static long opened(TestSite.Browser expert, List<String> applicants) {
        return applicants.stream().filter(one -> !pages(expert, one).isEmpty()).count();
    }

    /** All but the name of the request. */
    private static String without(String body) {
        return body.replaceAll("\"request\":\"[^\"]*\"", "");
    }
}
