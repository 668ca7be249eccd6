package conclave.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.codec.Codec;
import conclave.codec.Json;
import conclave.document.Hint;
import conclave.document.NotAPortfolio;
import conclave.document.Spot;
import conclave.document.mask.MaskPlan;
import conclave.document.render.Trouble;
import conclave.exchange.MeetingFile;
import conclave.meeting.event.HitCount;
import conclave.meeting.event.HitKind;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Item;
import conclave.meeting.event.Order;
import conclave.meeting.event.PageMark;
import conclave.meeting.event.PrepareCommand.RecordScreening;
import conclave.meeting.event.Role;
import conclave.node.Admission;
import conclave.node.Reply;
import conclave.node.ScreeningProgress;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The screener's desk: what waits for whom, and for nobody else's eyes. */
class ScreeningDeskTest {

    private static final String PLAN = "a".repeat(64);
    private static final List<PageMark> NAME = List.of(new PageMark(2, 2, List.of(new HitCount(HitKind.NAME, 1)), 1, false, false));

    @TempDir
    private Path folder;

    @Test
    void eachDocumentLiesWhereSomebodyLooksForIt() throws Exception {
        try (var site = site()) {
            var room = HeldRoom.opened(site, "R01", 4).opensRound();
            var registrar = site.signedIn(Role.REGISTRAR, "", 0);
            var all = HeldRoom.candidates(HeldRoom.desk(room.experts.getFirst()));
            assertEquals("unscreened=3", lanes(room.secretary, room));
            screened(site, all.getFirst(), NAME);
            screened(site, all.get(1), List.of());
            assertEquals("clean=1 look=1 unscreened=1", lanes(room.secretary, room));
            var signs = desk(room.secretary, room).object("signs");
            assertEquals("1 1 0 0", signs.number("hits") + " " + signs.number("near") + " " + signs.number("doubtful") + " " + signs.number("byHand"));
            HeldRoom.ok(registrar.post("/api/release", "{\"documents\":[" + seen(site, all.getFirst()) + "]}"), 200);
            assertEquals("clean=1 mine=1 unscreened=1", lanes(registrar, room));
            assertEquals("clean=1 confirm=1 unscreened=1", lanes(room.secretary, room));
            HeldRoom.ok(room.secretary.post("/api/release/confirmation", "{\"documents\":[" + seen(site, all.getFirst()) + "]}"), 200);
            assertEquals("clean=1 released=1 unscreened=1", lanes(room.secretary, room));
            var before = HeldRoom.objects(desk(room.secretary, room), "dossiers");
            assertEquals(all, before.stream().map(one -> one.text("id")).toList());
            assertTrue(((Json.Bool) before.getFirst().fields().get("open")).value());
        }
    }

    @Test
    void whatNothingWasFoundInIsAGridOfItsPages() throws Exception {
        try (var site = site()) {
            var room = HeldRoom.opened(site, "R01", 4).opensRound();
            var all = HeldRoom.candidates(HeldRoom.desk(room.experts.getFirst()));
            screened(site, all.getFirst(), NAME);
            screened(site, all.get(1), List.of());
            var kind = HeldRoom.objects(desk(room.secretary, room), "kinds").getFirst().text("kind");
            var path = "/api/rooms/" + room.id + "/screening/batch?kind=" + kind;
            var batch = TestSite.json(room.secretary.get(path));
            var one = HeldRoom.objects(batch, "documents").getFirst();
            assertEquals("1 " + all.get(1), batch.number("total") + " " + one.text("applicant"));
            HeldRoom.ok(patiently(room.secretary, "/api/applicants/" + all.get(1) + "/pages/" + ((Json.Str) one.list("leaves").getFirst()).value() + "?size=thumb"), 200);
            assertEquals(Json.Null.NULL, one.fields().get("covered"), "a plan that is not here is not shown as none");
            assertEquals(0, TestSite.json(room.secretary.get(path + "&from=1")).list("documents").size());
            assertEquals(0, TestSite.json(room.secretary.get("/api/rooms/" + room.id + "/screening/batch?kind=other")).number("total"));
            for (var wrong : List.of("-1", "x", "99999999999", "")) HeldRoom.ok(room.secretary.get(path + "&from=" + wrong), 400);
            assertEquals(0, TestSite.json(room.secretary.get("/api/rooms/" + room.id + "/screening/troubles")).list("troubles").size());
        }
    }

    /** The second person has to see what the first has seen: whoever may answer for pages is shown them, and what to look for on them. */
    @Test
    void whoAnswersForPagesSeesThemAndNobodyElseDoes() throws Exception {
        try (var site = site()) {
            var room = HeldRoom.opened(site, "R01", 4).opensRound();
            var expert = room.experts.getFirst();
            var first = HeldRoom.candidates(HeldRoom.desk(expert)).getFirst();
            for (var screener : List.of(room.secretary, site.signedIn(Role.REGISTRAR, "", 0))) {
                var dossier = TestSite.json(screener.get("/api/applicants/" + first + "/screening"));
                var hidden = HeldRoom.objects(dossier, "hidden").stream().map(one -> one.text("label")).toList();
                assertTrue(hidden.contains("姓名"), hidden.toString());
                var leaf = ((Json.Str) HeldRoom.objects(dossier, "documents").getFirst().list("leaves").getFirst()).value();
                HeldRoom.ok(patiently(screener, "/api/applicants/" + first + "/pages/" + leaf), 200);
                assertEquals(404, expert.get("/api/applicants/" + first + "/pages/" + leaf).statusCode());
            }
            var paths = List.of("/api/rooms/" + room.id + "/screening", "/api/rooms/" + room.id + "/screening/batch?kind=form",
                    "/api/rooms/" + room.id + "/screening/troubles", "/api/applicants/" + first + "/screening");
            for (var path : paths) {
                for (var other : List.of(expert, site.signedIn(Role.CHAIR, "R01", 0), site.signedIn(Role.SUPERVISOR, "", 0), site.signedIn(Role.SECRETARY, "R02", 0))) {
                    assertEquals(403, other.get(path).statusCode(), path);
                }
                assertEquals(401, site.browser().get(path).statusCode());
            }
            assertFalse(room.secretary.get(paths.getFirst()).body().contains("hidden"), "names are for whoever looks at the pages, one dossier at a time");
        }
    }

    /** How sure the machine was, and what it nearly found: for whoever looks at the page, where it stands. */
    @Test
    void aPlanComesWithWhatTheMachineWasNotSureOf() throws Exception {
        try (var site = site()) {
            var room = HeldRoom.opened(site, "R01", 4).opensRound();
            var applicant = HeldRoom.candidates(HeldRoom.desk(room.experts.getFirst())).getFirst();
            var document = document(site, applicant);
            var hints = List.of(new Hint(2, Hint.Sort.FOUND, 97, new Spot("NAME", 1000, 1000, 2000, 1200)), new Hint(2, Hint.Sort.UNCLEAR, 41, new Spot("", 1000, 2000, 2000, 2200)));
            site.hall.plans().keepHints(Admission.ref(document), "b".repeat(64), hints);
            var command = new RecordScreening(new ApplicantId(applicant), document.id(), document.sha256(), document.pages(), "b".repeat(64),
                    site.hall.plans().keep(MaskPlan.bare(document.sha256(), document.pages())), NAME);
            assertTrue(site.hall.chamber().submit(new Order("", "", PersonId.HOUSE, site.test.house.clock().getAsLong(), command)).join() instanceof Reply.Done);
            var pages = HeldRoom.objects(TestSite.json(room.secretary.get("/api/applicants/" + applicant + "/documents/" + document.id().value() + "/plan")), "pages");
            assertEquals(0, pages.getFirst().list("hints").size());
            var said = HeldRoom.objects(pages.get(1), "hints");
            assertEquals("found 97 name", said.getFirst().text("sort") + " " + said.getFirst().number("confidence") + " " + said.getFirst().text("kind"));
            assertEquals("unclear", said.get(1).text("sort"));
            assertEquals(Json.Null.NULL, said.get(1).fields().get("kind"));
        }
    }

    /** What the pages say by its code is there for every code, and says what to do next. */
    @Test
    void whateverIsWrongWithAFileHasItsSentence() {
        for (var language : List.of("zh-CN", "en")) {
            var words = Words.of(language);
            for (var trouble : Trouble.values()) said(words, "trouble." + trouble);
            for (var fault : ScreeningProgress.Fault.values()) said(words, "fault." + fault);
            for (var kind : HitKind.values()) said(words, "kind." + Codec.name(kind));
            for (var aside : NotAPortfolio.Aside.values()) assertTrue(words.find("prepared.aside." + Codec.name(aside)).isPresent(), aside.name());
        }
    }

    private static void said(Words words, String what) {
        var key = "screening." + what;
        assertNotEquals(key, words.say(key, Map.of()), words.language());
    }

    private TestSite site() throws IOException {
        return new TestSite(folder, 2, MeetingFile.Policy.SINGLE_BLIND, file -> new MeetingFile(file.meeting().with(MeetingFile.Screening.REQUIRED),
                file.people(), file.applicants(), file.sheet(), file.mode(), file.rules(), file.recusals(), file.files()));
    }

    /** A page may still be in the making. */
    private static HttpResponse<String> patiently(TestSite.Browser screener, String path) {
        var answer = screener.get(path);
        for (int i = 0; i < 10 && answer.statusCode() == 503; i++) answer = screener.get(path);
        return answer;
    }

    private static Json.Obj desk(TestSite.Browser screener, HeldRoom room) {
        var answer = screener.get("/api/rooms/" + room.id + "/screening");
        HeldRoom.ok(answer, 200);
        return TestSite.json(answer);
    }

    /** Those in which something lies. */
    private static String lanes(TestSite.Browser screener, HeldRoom room) {
        var lanes = desk(screener, room).object("lanes");
        return String.join(" ", lanes.fields().keySet().stream().filter(lane -> lanes.number(lane) > 0).map(lane -> lane + "=" + lanes.number(lane)).toList());
    }

    private static void screened(TestSite site, String applicant, List<PageMark> marks) {
        var document = document(site, applicant);
        var command = new RecordScreening(new ApplicantId(applicant), document.id(), document.sha256(), document.pages(), "b".repeat(64), PLAN, marks);
        var reply = site.hall.chamber().submit(new Order("", "", PersonId.HOUSE, site.test.house.clock().getAsLong(), command)).join();
        assertTrue(reply instanceof Reply.Done, reply.toString());
    }

    private static String seen(TestSite site, String applicant) {
        return "{\"applicant\":\"" + applicant + "\",\"document\":\"" + document(site, applicant).id().value() + "\",\"plan\":\"" + PLAN + "\"}";
    }

    private static Item.Document document(TestSite site, String applicant) {
        return site.hall.register().orElseThrow().applicants().get(new ApplicantId(applicant)).orElseThrow().documents().getFirst();
    }
}
