package conclave.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.codec.Json;
import conclave.exchange.MeetingFile;
import conclave.meeting.event.HitCount;
import conclave.meeting.event.HitKind;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Item;
import conclave.meeting.event.Order;
import conclave.meeting.event.PageMark;
import conclave.meeting.event.PrepareCommand.RecordScreening;
import conclave.meeting.event.Role;
import conclave.node.Reply;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A room of many dossiers on the desk: what comes at first and with each step does not grow with the room more than it must. */
class LargeDeskTest {

    private static final int DOSSIERS = Integer.getInteger("desk.dossiers", 60);
    private static final int DOCUMENTS = Integer.getInteger("desk.documents", 5);

    @TempDir
    private Path folder;

    @Test
    void aRoomOfManyDossiersComesInPieces() throws Exception {
        try (var site = new TestSite(folder, 1, MeetingFile.Policy.SINGLE_BLIND, LargeDeskTest::large)) {
            screen(site);
            var secretary = site.signedIn(Role.SECRETARY, "R01", 0);
            var room = site.hall.register().orElseThrow().rooms().values().getFirst().id().value();
            var queue = get(secretary, "/api/rooms/" + room + "/screening");
            assertEquals(DOSSIERS, queue.list("dossiers").size());
            assertTrue(bytes(queue) < 2_000 + 500 * DOSSIERS, "the queue has " + bytes(queue) + " bytes");
            var batch = get(secretary, "/api/rooms/" + room + "/screening/batch?kind=form");
            assertTrue(bytes(batch) < 64_000, "a screenful has " + bytes(batch) + " bytes");
            long shown = HeldRoom.objects(batch, "documents").stream().mapToLong(one -> one.list("leaves").size()).sum();
            assertTrue(shown <= 240, shown + " pages at once");
            var dossier = get(secretary, "/api/applicants/" + ((Json.Obj) queue.list("dossiers").getFirst()).text("id") + "/screening");
            assertTrue(bytes(dossier) < 2_000 + 1_000 * DOCUMENTS, "a dossier has " + bytes(dossier) + " bytes");
            var panel = get(secretary, "/api/rooms/" + room + "/release");
            assertTrue(bytes(panel) < 2_000 + 500 * DOSSIERS, "the room's panel has " + bytes(panel) + " bytes");
        }
    }

    private static Json.Obj get(TestSite.Browser browser, String path) {
        for (int i = 0; i < 5; i++) {
            long begun = System.nanoTime();
            var answer = browser.get(path);
            if (Boolean.getBoolean("desk.told")) System.out.println(path + " " + answer.body().getBytes(StandardCharsets.UTF_8).length + " bytes " + (System.nanoTime() - begun) / 100_000 / 10.0 + " ms");
        }
        var answer = browser.get(path);
        HeldRoom.ok(answer, 200);
        return TestSite.json(answer);
    }

    private static int bytes(Json.Obj answer) {
        return conclave.codec.CanonicalJson.bytes(answer).length;
    }

    private static MeetingFile large(MeetingFile file) {
        var one = file.applicants().getFirst();
        var document = one.documents().getFirst();
        var applicants = new ArrayList<MeetingFile.Applicant>();
        for (int i = 0; i < DOSSIERS; i++) {
            applicants.add(new MeetingFile.Applicant("A-" + (1000 + i), one.name(), one.sex(), one.birth(), one.ethnicity(), one.idNumber(), one.phone(), one.unit(), one.recommender(),
                    one.education(), one.currentTitle(), one.currentTitleDate(), one.specialty(), one.rank(), one.room(), one.facts(), one.names(), one.given(),
                    Collections.nCopies(DOCUMENTS, new MeetingFile.Document(document.file(), document.title(), document.kind(), 2)), one.route()));
        }
        return new MeetingFile(file.meeting().with(MeetingFile.Screening.REQUIRED), file.people(), applicants, file.sheet(), file.mode(), file.rules(), file.recusals(), file.files());
    }

    /** Every third has something for a person. */
    private static void screen(TestSite site) {
        var marks = List.of(new PageMark(1, 2, List.of(new HitCount(HitKind.NAME, 1)), 1, false, false));
        var sent = new ArrayList<CompletableFuture<Reply>>();
        int nth = 0;
        for (var applicant : site.hall.register().orElseThrow().applicants().values()) {
            for (Item.Document document : applicant.documents()) {
                var command = new RecordScreening(applicant.id(), document.id(), document.sha256(), document.pages(), "b".repeat(64), "a".repeat(64), nth++ % 3 == 0 ? marks : List.of());
                sent.add(site.hall.chamber().submit(new Order("", "", PersonId.HOUSE, site.test.house.clock().getAsLong(), command)));
            }
        }
        for (var one : sent) assertTrue(one.join() instanceof Reply.Done);
    }
}
