package conclave.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.codec.Json;
import conclave.document.PdfFixtures;
import conclave.exchange.AmendmentFile;
import conclave.exchange.MeetingDifference;
import conclave.exchange.MeetingFile;
import conclave.exchange.MeetingFile.Applicant;
import conclave.exchange.MeetingFile.Document;
import conclave.exchange.PayloadFile;
import conclave.meeting.event.Role;
import conclave.node.Corrections;
import conclave.seal.Digests;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dossier is corrected while people score: from the package to the pages of everybody whom it concerns. */
class AmendmentsTest {

    @TempDir
    private Path folder;
    private MeetingFile base;
    private byte[] pdf;

    /** The package says what the meeting holds, and what is to be: it changes that, once, and asks whoever had scored. */
    @Test
    void aPackageReplacesAFileAndBringsSomebodyLate() throws Exception {
        try (var site = site()) {
            var room = HeldRoom.opened(site, "R01", 4).opensRound();
            var expert = room.experts.getFirst();
            var first = scored(room, expert);
            var corrections = new Corrections(site.hall, site.test.house.clock(), amendment());
            keep(corrections);
            assertTrue(corrections.take("pkg_2", 2, true).done());
            var recorded = site.hall.meeting().recorded();
            assertTrue(corrections.take("pkg_2", 2, true).done());
            assertEquals(recorded, site.hall.meeting().recorded(), "taken twice, it changes once");
            assertEquals("AMENDMENT_OUTDATED", corrections.take("pkg_3", 3, true).why());

            var mine = TestSite.json(expert.get("/api/applicants/" + first + "/score"));
            assertEquals(Json.Null.NULL, mine.fields().get("submittedAt"));
            assertEquals("15", mine.object("draft").object("marks").text("A5.1"));
            assertEquals(2, mine.object("dossier").number("version"));
            assertEquals("[Str[value=申报表]]", mine.object("dossier").list("files").toString());
            assertEquals("[Str[value=申报表]]", mine.object("dossier").list("gone").toString());
            assertEquals(4, HeldRoom.desk(expert).list("applicants").size());
            assertEquals(3, ((Json.Obj) TestSite.json(expert.get("/api/applicants/" + first)).list("documents").getFirst()).list("pages").size());
            var waiting = HeldRoom.objects(room.page().object("amendments"), "waiting");
            assertEquals(List.of("A-11"), waiting.stream().map(one -> one.text("code")).toList());

            var path = "/api/applicants/" + first + "/score";
            var refused = expert.post(path, OneRoomTest.sheet(room.round(), 1, "15"));
            HeldRoom.ok(refused, 409);
            assertEquals("DOSSIER_CHANGED", TestSite.json(refused).text("code"));
            HeldRoom.ok(expert.post(path, OneRoomTest.sheet(room.round(), 1, "15").replace("{\"round\"", "{\"dossier\":2,\"round\"")), 200);
            assertEquals(List.of(), room.page().object("amendments").list("waiting"));
        }
    }

    /** Made at the venue, it waits for two who sign; whoever scores is not asked, and does not see it. */
    @Test
    void whatTheVenueMadeIsSignedByTwoPersonsOnTheirPages() throws Exception {
        try (var site = site()) {
            var room = HeldRoom.opened(site, "R01", 4).opensRound();
            var corrections = new Corrections(site.hall, site.test.house.clock(), amendment());
            keep(corrections);
            assertTrue(corrections.take("pkg_2", 2, false).done());
            var open = HeldRoom.objects(room.page().object("amendments"), "open").getFirst();
            assertEquals("[A-11, A-99]", HeldRoom.objects(open, "changes").stream().map(one -> one.text("code")).toList().toString());
            var path = "/api/amendments/" + open.text("id") + "/signature";
            HeldRoom.ok(room.experts.getFirst().post(path, "{}"), 403);
            HeldRoom.ok(room.secretary.post(path, "{}"), 200);
            HeldRoom.ok(room.secretary.post(path, "{}"), 409);
            assertEquals(3, HeldRoom.desk(room.experts.getFirst()).list("applicants").size());
            HeldRoom.ok(site.signedIn(Role.CHAIR, "R01", 0).post(path, "{}"), 200);
            assertEquals(4, HeldRoom.desk(room.experts.getFirst()).list("applicants").size());
            assertEquals("[Str[value=秘书1], Str[value=主任1]]",
                    HeldRoom.objects(room.page().object("amendments"), "inForce").getFirst().list("signed").toString());
        }
    }

    @Test
    void aDocumentThatIsSomebodyElsesIsTakenOut() throws Exception {
        try (var site = site()) {
            var room = HeldRoom.opened(site, "R01", 4).opensRound();
            var first = scored(room, room.experts.getFirst());
            var document = ((Json.Obj) TestSite.json(room.secretary.get("/api/applicants/" + first)).list("documents").getFirst()).text("id");
            var path = "/api/applicants/" + first + "/amendment";
            HeldRoom.ok(room.secretary.post(path, "{\"document\":\"" + document + "\"}"), 422);
            HeldRoom.ok(room.secretary.post(path, "{\"document\":\"doc_00000000\",\"reason\":\"放错\"}"), 404);
            // It is the only one, and a dossier is never empty.
            HeldRoom.ok(room.secretary.post(path, "{\"document\":\"" + document + "\",\"reason\":\"放错\"}"), 422);
            HeldRoom.ok(room.experts.getFirst().post(path, "{\"document\":\"" + document + "\",\"reason\":\"放错\"}"), 403);
            assertEquals(List.of(), room.page().object("amendments").list("open"));
        }
    }

    private TestSite site() throws IOException {
        return new TestSite(folder, 1, MeetingFile.Policy.REAL_NAME, file -> {
            base = file;
            return file;
        });
    }

    private static String scored(HeldRoom room, TestSite.Browser expert) {
        var desk = HeldRoom.desk(expert);
        var first = HeldRoom.candidates(desk).getFirst();
        HeldRoom.ok(expert.post("/api/applicants/" + first + "/score", OneRoomTest.sheet(desk.object("round").text("id"), 0, "15")), 200);
        return first;
    }

    private AmendmentFile amendment() throws IOException {
        pdf = PdfFixtures.text(3);
        var file = new PayloadFile("data/documents/000002.pdf", pdf.length, Digests.hex(Digests.sha256(pdf)));
        var files = new TreeMap<>(base.files());
        files.put(file.path(), file);
        var all = new ArrayList<Applicant>();
        for (var a : base.applicants()) all.add(a.code().equals("A-11") ? as(a, a.code(), file) : a);
        all.add(as(base.applicants().getFirst(), "A-99", file));
        var now = new MeetingFile(base.meeting(), base.people(), all, base.sheet(), base.mode(), base.rules(), base.recusals(), files);
        return MeetingDifference.between(base, now, "pkg_1").amendment();
    }

    private void keep(Corrections corrections) throws IOException {
        corrections.keep("data/documents/" + Digests.hex(Digests.sha256(pdf)) + ".pdf", new ByteArrayInputStream(pdf));
    }

    private static Applicant as(Applicant a, String code, PayloadFile file) {
        return new Applicant(code, a.name(), a.sex(), a.birth(), a.ethnicity(), a.idNumber(), a.phone(), a.unit(), a.recommender(), a.education(),
                a.currentTitle(), a.currentTitleDate(), a.specialty(), a.rank(), a.room(), a.facts(), a.names(), a.given(),
                List.of(new Document(file.path(), "申报表", MeetingFile.DocumentKind.FORM, 3)));
    }
}
