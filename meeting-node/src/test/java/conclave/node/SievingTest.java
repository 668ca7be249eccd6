package conclave.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.document.mask.MaskBox;
import conclave.document.mask.MaskPlan;
import conclave.document.mask.PageMask;
import conclave.document.screen.Kind;
import conclave.exchange.MeetingFile;
import conclave.meeting.event.Item;
import conclave.meeting.event.Order;
import conclave.meeting.event.PrepareCommand.ChangePlan;
import conclave.meeting.event.Role;
import conclave.meeting.prepare.Cleared;
import conclave.node.ScreeningProgress.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The screening of one meeting, step by step: what is done is done once, and nothing is in the record whose plan is not on the disk. */
class SievingTest {

    @TempDir
    private Path folder;
    private TestHouse test;
    private Hall hall;

    @BeforeEach
    void open() throws IOException {
        test = new TestHouse(folder);
        var admitted = test.admit(1, MeetingFile.Policy.SINGLE_BLIND, file -> new MeetingFile(file.meeting().with(MeetingFile.Screening.REQUIRED),
                file.people(), file.applicants(), file.sheet(), file.mode(), file.rules(), file.recusals(), file.files()));
        var drawing = new TestDrawing(true, folder.resolve("scratch"));
        hall = new Hall(admitted.chamber(), admitted.key(), admitted.requests(), admitted.faces(), admitted.originals(), admitted.rendering(),
                admitted.plans(), admitted.pages(), drawing.screener(admitted.key(), admitted.rendering().printing()), admitted.titles(), admitted.ballots(),
                admitted.marking());
    }

    @AfterEach
    void close() throws IOException {
        hall.screener().orElseThrow().close();
        test.close();
    }

    @Test
    void everyDocumentIsScreenedOnceAndWhoeverTakesOverGoesOnThere() throws Exception {
        var first = sieving(0);
        assertTrue(first.goOn());
        var recorded = hall.meeting().recorded();
        assertEquals(1, screened().size());
        var second = sieving(0);
        while (second.goOn()) assertTrue(second.progress().done() <= 3);
        assertEquals(recorded + 2, hall.meeting().recorded());
        assertEquals(3, screened().size());
        for (var one : screened()) assertTrue(hall.plans().holds(one.plan().orElseThrow()));
        assertEquals("3/3", second.progress().done() + "/" + second.progress().documents());
        assertFalse(sieving(0).goOn());
        assertEquals(recorded + 2, hall.meeting().recorded());
    }

    @Test
    void onAFullDiskNothingIsBegunAndItIsSaid() throws Exception {
        var recorded = hall.meeting().recorded();
        var sieving = sieving(Long.MAX_VALUE);
        assertFalse(sieving.goOn());
        assertEquals(Optional.of(Fault.DISK_FULL), sieving.progress().fault());
        assertEquals(recorded, hall.meeting().recorded());
        assertEquals(List.of(), screened());
    }

    @Test
    void aPlanThatIsNowhereAnyMoreIsMadeAgainWithoutALineInTheRecord() throws Exception {
        finish();
        var recorded = hall.meeting().recorded();
        var plan = screened().getFirst().plan().orElseThrow();
        lose(plan);
        assertFalse(hall.plans().holds(plan));
        finish();
        assertTrue(hall.plans().holds(plan));
        assertEquals(recorded, hall.meeting().recorded());
    }

    @Test
    void whatPeopleChangedIsNotMadeOver() throws Exception {
        finish();
        var applicant = hall.register().orElseThrow().applicants().values().getFirst();
        var document = applicant.documents().getFirst();
        var changed = hall.plans().keep(new MaskPlan(document.sha256(), hall.plans().find(screened().getFirst().plan().orElseThrow()).orElseThrow().pages())
                .with(1, PageMask.BARE.with(MaskBox.of(Kind.NAME, 100, 100, 900, 900))));
        var secretary = TestHouse.people(hall, Role.SECRETARY, "R01").getFirst().id();
        var reply = hall.chamber().submit(new Order("k", "", secretary, test.now.get(), new ChangePlan(applicant.id(), document.id(),
                screened().getFirst().plan().orElseThrow(), changed))).join();
        assertTrue(reply instanceof Reply.Done, reply.toString());
        finish();
        assertEquals(Optional.of(changed), hall.meeting().clearance().of(applicant.id(), document).plan());
    }

    /** What one server was given with the package every server lays over its pages; what comes to the same stays as it was. */
    @Test
    void otherFormTemplatesAreAnotherWayOfScreening() throws Exception {
        finish();
        var before = screened();
        hall.plans().keepForms("conclave form template 1\nkind form\n1 PHOTO 7800 900 9300 2600\n".getBytes(StandardCharsets.UTF_8));
        finish();
        var forms = hall.register().orElseThrow().applicants().values().stream().flatMap(one -> one.documents().stream()).filter(one -> one.kind().equals("form")).count();
        assertEquals(before.size() - forms, screened().stream().filter(before::contains).count());
        for (var one : screened()) {
            boolean covered = hall.plans().find(one.plan().orElseThrow()).orElseThrow().page(1).covers(Kind.PHOTO);
            assertEquals(!before.contains(one), covered);
        }
    }

    private void finish() throws Exception {
        var sieving = sieving(0);
        for (int i = 0; i < 10 && sieving.goOn(); i++) assertEquals(Optional.empty(), sieving.progress().fault());
    }

    private Sieving sieving(long floor) {
        return new Sieving(hall, new DiskSpace(folder, floor, test.now::get), test.now::get);
    }

    private List<Cleared> screened() {
        return hall.register().orElseThrow().applicants().values().stream().flatMap(this::cleared).filter(one -> one.plan().isPresent()).toList();
    }

    private Stream<Cleared> cleared(Item.Applicant applicant) {
        return applicant.documents().stream().map(document -> hall.meeting().clearance().of(applicant.id(), document));
    }

    private void lose(String plan) throws IOException {
        try (var files = Files.walk(test.data.store())) {
            for (var file : files.filter(each -> each.getFileName().toString().equals(plan.substring(2))).toList()) Files.delete(file);
        }
    }
}
