package conclave.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import conclave.codec.Json;
import conclave.exchange.MeetingFile;
import conclave.meeting.event.Ground;
import conclave.meeting.event.Role;
import conclave.node.TestHouse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The package says that an expert is recused: nobody has to declare it, and every door knows. */
class RecusedBeforehandTest {

    private static final String NOTE = "申明有师生关系：硕士导师";

    @TempDir
    private Path folder;

    @Test
    void theDossierIsClosedToTheExpertAndTheRoomWaitsForTheOthersOnly() throws Exception {
        try (var site = new TestSite(folder, 1, MeetingFile.Policy.REAL_NAME, RecusedBeforehandTest::recused)) {
            var room = HeldRoom.opened(site, "R01", 4).opensRound();
            var recused = room.experts.get(1);
            var desk = HeldRoom.desk(recused);
            assertEquals(List.of("untouched", "recused", "untouched"), HeldRoom.objects(desk, "applicants").stream().map(one -> one.text("state")).toList());
            var applicant = HeldRoom.objects(desk, "applicants").get(1).text("id");
            assertEquals("RECUSED", code(recused, "/api/applicants/" + applicant));
            var round = desk.object("round").text("id");
            var refused = recused.post("/api/applicants/" + applicant + "/score", OneRoomTest.sheet(round, 0, "10"));
            assertEquals("403 RECUSED", refused.statusCode() + " " + TestSite.json(refused).text("code"));
            for (var expert : room.experts) {
                for (var id : HeldRoom.candidates(HeldRoom.desk(expert))) {
                    HeldRoom.ok(expert.post("/api/applicants/" + id + "/score", OneRoomTest.sheet(round, 0, "10")), 200);
                }
            }
            room.closes();
        }
    }

    /** The note is a person's words: it lies sealed where a note lies that was typed in the meeting. */
    @Test
    void theNoteIsSealedAndOpensWhereNotesAreRead() throws Exception {
        try (var site = new TestSite(folder, 1, MeetingFile.Policy.REAL_NAME, RecusedBeforehandTest::recused)) {
            var hall = site.hall;
            var expert = TestHouse.people(hall, Role.EXPERT, "R01").get(1).id();
            var recusal = hall.register().orElseThrow().recusals().values().getFirst().get(expert).orElseThrow();
            assertEquals(NOTE, hall.faces().note("recusal", recusal.applicant(), recusal.note().orElseThrow()));
            assertEquals("A-12", hall.register().orElseThrow().applicants().get(recusal.applicant()).orElseThrow().code());
            assertFalse(recusal.toString().contains("硕士导师"));
        }
    }

    private static String code(TestSite.Browser browser, String path) {
        Json.Obj said = TestSite.json(browser.get(path));
        return said.text("code");
    }

    private static MeetingFile recused(MeetingFile f) {
        return new MeetingFile(f.meeting(), f.people(), f.applicants(), f.sheet(), f.mode(), f.rules(),
                List.of(new MeetingFile.Recusal("E12", "A-12", Ground.TEACHER_STUDENT, Optional.of(NOTE))), f.files());
    }
}
