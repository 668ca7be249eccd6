package conclave.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.exchange.MeetingFile.Applicant;
import conclave.exchange.MeetingFile.Document;
import conclave.exchange.MeetingFile.DocumentKind;
import conclave.exchange.MeetingFile.Route;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 申报方式 in a meeting folder: there where somebody chose one, and nowhere else. */
class RouteTest {

    private static final String APPLICANTS = MeetingFolder.APPLICANTS;
    private static final Applicant NORMAL = SmallMeeting.value(1).applicants().getFirst();

    @TempDir
    private Path temp;

    private static List<String> said(Applicant applicant) {
        var small = SmallMeeting.value(1);
        var file = new MeetingFile(small.meeting(), small.people(), List.of(applicant), small.sheet(), small.mode(), small.rules(), small.recusals(), small.files());
        return MeetingFolder.complete(file).stream().filter(it -> it.facts().getOrDefault("path", "").endsWith(".route"))
                .map(it -> (it.isError() ? "error " : "warning ") + it.code()).toList();
    }

    private static Applicant filed(Applicant applicant, DocumentKind kind) {
        var documents = new ArrayList<>(applicant.documents());
        documents.add(new Document("data/documents/000002.pdf", "专门材料", kind, 1));
        return applicant.with(documents);
    }

    /** One folder for what is taken and one for what is not: writing them is what takes time. */
    @Test
    void aFolderThatSaysNoneMeansTheNormalOneAndAWordThatNobodyKnowsIsRefused() throws IOException {
        var small = SmallMeeting.of(temp.resolve("small"));
        assertFalse(small.text(APPLICANTS).contains("route"));
        var chosen = small.copy().replace(APPLICANTS, "\"room\":\"R01\"", "\"room\":\"R01\",\"route\":\"exceptional\"");
        var read = MeetingFolder.read(chosen.write(temp.resolve("chosen"))).meeting().orElseThrow().applicants().getFirst();
        assertEquals(Route.EXCEPTIONAL, read.route());
        var unknown = small.copy().replace(APPLICANTS, "\"room\":\"R01\"", "\"room\":\"R01\",\"route\":\"shortcut\"");
        var refused = MeetingFolder.read(unknown.write(temp.resolve("unknown")));
        assertFalse(refused.meeting().isPresent());
        assertTrue(refused.findings().stream().anyMatch(it -> it.code().equals("value-not-allowed")), refused.findings()::toString);
    }

    @Test
    void onlyAWayThatSomebodyChoseIsWritten() {
        for (var route : Route.values()) {
            var json = MeetingJson.applicant(NORMAL.by(route)).toString();
            assertEquals(route != Route.NORMAL, json.contains("route"), json);
        }
    }

    @Test
    void theOneWayAsksForADocumentThatTheOtherDoesNot() {
        assertEquals(List.of(), said(NORMAL));
        assertEquals(List.of(), said(NORMAL.by(Route.DIRECT)));
        for (var route : List.of(Route.EXCEPTIONAL, Route.TRANSFER)) {
            assertEquals(List.of("warning route-material-missing"), said(NORMAL.by(route)));
            assertEquals(List.of(), said(filed(NORMAL.by(route), route.material().orElseThrow())));
        }
        assertEquals(List.of("warning route-material-missing"), said(filed(NORMAL.by(Route.EXCEPTIONAL), DocumentKind.TRANSFER)));
        assertEquals(List.of("warning route-still-judged"), said(NORMAL.by(Route.RECOGNITION)));
    }

    /** Whatever else is changed about somebody, the way of applying stays. */
    @Test
    void aWayThatIsChangedLaterIsALineOfTheAmendment() {
        var files = new TreeMap<>(java.util.Map.of(SmallMeeting.DOCUMENT, new PayloadFile(SmallMeeting.DOCUMENT, 1, "0".repeat(64))));
        assertEquals(Route.TRANSFER, NORMAL.by(Route.TRANSFER).with(List.of()).route());
        assertFalse(MeetingDifference.face(NORMAL, files).equals(MeetingDifference.face(NORMAL.by(Route.TRANSFER), files)));
    }
}
