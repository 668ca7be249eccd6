package conclave.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.document.mask.MaskPlan;
import conclave.exchange.MeetingFile;
import conclave.meeting.event.Command;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Item;
import conclave.meeting.event.Order;
import conclave.meeting.event.PrepareCommand.RecordScreening;
import conclave.meeting.event.PrepareCommand.ReleaseDocuments;
import conclave.meeting.event.Role;
import conclave.meeting.event.SeenDocument;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a leader had recorded and two persons released may still be nonsense: it shuts its own pages and holds up nothing else. */
class ReleasedDrawingTest {

    @TempDir
    private Path folder;

    @Test
    void aPlanOfAnotherDocumentIsDrawnNowhereAndTheOthersAreDrawn() throws Exception {
        try (var test = new TestHouse(folder)) {
            var hall = test.admit(1, MeetingFile.Policy.SINGLE_BLIND, file -> new MeetingFile(file.meeting().with(MeetingFile.Screening.REQUIRED),
                    file.people(), file.applicants(), file.sheet(), file.mode(), file.rules(), file.recusals(), file.files()));
            var applicants = List.copyOf(hall.register().orElseThrow().applicants().values());
            var first = applicants.get(0).documents().getFirst();
            var second = applicants.get(1).documents().getFirst();
            released(test, hall, applicants.get(0), first, MaskPlan.bare(second.sha256(), first.pages()));
            released(test, hall, applicants.get(1), second, MaskPlan.bare(second.sha256(), second.pages()));
            var before = hall.rendering().progress().total();
            var drawing = new ReleasedDrawing(hall);
            drawing.look();
            drawing.look();
            assertEquals(before + second.pages(), hall.rendering().progress().total(), "of the second one, and of nothing else");
        }
    }

    private static void released(TestHouse test, Hall hall, Item.Applicant applicant, Item.Document document, MaskPlan plan) throws Exception {
        var digest = hall.plans().keep(plan);
        var seen = List.of(new SeenDocument(applicant.id(), document.id(), Optional.of(digest)));
        done(test, hall, PersonId.HOUSE, new RecordScreening(applicant.id(), document.id(), document.sha256(), document.pages(), "b".repeat(64), digest, List.of()));
        done(test, hall, TestHouse.people(hall, Role.SECRETARY, "R01").getFirst().id(), new ReleaseDocuments(seen));
    }

    private static void done(TestHouse test, Hall hall, PersonId by, Command command) {
        var reply = hall.chamber().submit(new Order("", "", by, test.now.get(), command)).join();
        assertTrue(reply instanceof Reply.Done, reply.toString());
    }
}
