package conclave.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.document.DocumentRef;
import conclave.document.DrawnElsewhere;
import conclave.document.Screener;
import conclave.document.mask.MaskPlan;
import conclave.document.ocr.Doubt;
import conclave.document.ocr.ScanReader;
import conclave.document.render.Launch;
import conclave.document.render.Limits;
import conclave.exchange.MeetingFile;
import conclave.exchange.MeetingFile.Policy;
import conclave.exchange.MeetingFolder;
import conclave.exchange.Passage;
import conclave.exchange.PayloadFile;
import conclave.meeting.event.AmendmentCommand.ProposeAmendment;
import conclave.meeting.event.Change.ChangedDossier;
import conclave.meeting.event.Ciphertext;
import conclave.meeting.event.Id.AmendmentId;
import conclave.meeting.event.Id.MeetingId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id;
import conclave.meeting.event.Item;
import conclave.meeting.event.Order;
import conclave.meeting.event.PrepareCommand.RecordScreening;
import conclave.presence.SharedTasks;
import conclave.seal.Digests;
import conclave.workshop.Job;
import conclave.workshop.Preparing;
import conclave.workshop.Progress;
import conclave.workshop.Workshop;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A package is imported at one server of a kit; the others have of it what is theirs. */
class ImportedInAKitTest {

    @TempDir
    Path folder;

    @Test
    void importedAtOneServerItIsWholeAtTheOtherAndARecordAtTheWitness() throws Exception {
        try (var kit = new TestKit(folder)) {
            for (var name : TestKit.ALL) kit.start(name);
            for (var name : TestKit.ALL) TestKit.until(() -> kit.house(name).house.unready().isEmpty());
            var source = Files.createDirectories(folder.resolve("source"));
            var meeting = prepared(SmallMeeting.in(source, 1, Policy.REAL_NAME), source);
            var id = Imported.idOf("pkg-1");
            var there = new Admission(kit.house("a").house).admit(meeting, Passage.of(source, meeting.files().keySet()), id, _ -> { }).id();
            var other = kit.house("b").house;
            TestKit.until(() -> Imported.into(other, id).isPresent());
            assertEquals(there, Imported.into(other, id).orElseThrow().id(), "so that server would not take it in once more");
            assertTrue(Imported.into(other, Imported.idOf("pkg-2")).isEmpty());
            TestKit.until(() -> other.supply().holdings().containsKey(there) && other.supply().holdings().get(there).whole());
            TestKit.until(() -> other.hall(there).orElseThrow().plans().holdsForms());
            var document = Admission.ref(other.hall(there).orElseThrow().register().orElseThrow().applicants().values().getFirst().documents().getFirst());
            var pictures = other.hall(there).orElseThrow().rendering().drawnElsewhere();
            TestKit.until(() -> brought(pictures, document));
            var witness = kit.house("w").house;
            TestKit.until(() -> witness.chamber(there).isPresent() && witness.chamber(there).orElseThrow().meeting().intake().register().isPresent());
            assertTrue(witness.halls().isEmpty(), "no key, no papers");
            whatIsMaskedIsKnownToEveryServer(kit, there);
            whatIsOnlyProposedIsOnEveryServerBeforeItCounts(kit, there);
            aPlanThatPeopleMadeIsOnEveryServerThatIsThereBeforeTheRecordSpeaksOfIt(kit, there);
        }
    }

    /** As an office has drawn its pages; the other server draws none of them a second time. */
    private MeetingFile prepared(MeetingFile meeting, Path source) throws Exception {
        var launch = Launch.likeThisProcess(Files.createDirectories(Path.of("target", "drawing-scratch").toAbsolutePath()));
        var tools = new Screener.Tools(launch, Limits.usual(), () -> ScanReader.without(Doubt.PROGRAM_MISSING), Map.of());
        var files = new TreeMap<>(meeting.files());
        try (var workshop = Workshop.open(folder.resolve("work"))) {
            var work = new Preparing(workshop, tools, false, SharedTasks.ALONE, new Progress() { });
            for (var id : work.run(Job.of(meeting), Passage.of(source, List.of("data/documents/000001.pdf")), 1).ids()) {
                var path = MeetingFolder.prepared(id);
                Files.createDirectories(source.resolve(path).getParent());
                try (var in = workshop.read(id)) {
                    var bytes = in.readAllBytes();
                    Files.write(source.resolve(path), bytes);
                    files.put(path, new PayloadFile(path, bytes.length, Digests.hex(Digests.sha256(bytes))));
                }
            }
        }
        return new MeetingFile(meeting.meeting(), meeting.people(), meeting.applicants(), meeting.sheet(), meeting.mode(), meeting.rules(), meeting.recusals(), files);
    }

    private static boolean brought(DrawnElsewhere pictures, DocumentRef document) {
        try {
            return pictures.whole(document, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void whatIsMaskedIsKnownToEveryServer(TestKit kit, MeetingId there) throws Exception {
        var house = kit.house("a").house;
        var hall = house.hall(there).orElseThrow();
        var held = hall.register().orElseThrow().applicants().values().getFirst();
        var document = held.documents().getFirst();
        var plan = hall.plans().keep(MaskPlan.bare(document.sha256(), document.pages()));
        var command = new RecordScreening(held.id(), document.id(), document.sha256(), document.pages(), "b".repeat(64), plan, List.of());
        assertInstanceOf(Reply.Done.class, hall.chamber().submit(new Order("", "", PersonId.HOUSE, house.clock().getAsLong(), command)).join());
        TestKit.until(() -> kit.house("b").house.hall(there).orElseThrow().plans().holds(plan));
    }

    private static void aPlanThatPeopleMadeIsOnEveryServerThatIsThereBeforeTheRecordSpeaksOfIt(TestKit kit, MeetingId there) throws Exception {
        var house = kit.house("a").house;
        var hall = house.hall(there).orElseThrow();
        var plans = house.supply().plans();
        var other = kit.house("b").house.hall(there).orElseThrow().plans();
        assertFalse(plans.everywhere(hall, List.of("e".repeat(64))).join(), "a plan that nobody has");
        var changed = MaskPlan.bare("f".repeat(64), 3);
        assertTrue(plans.everywhere(hall, List.of(hall.plans().keep(changed))).join());
        assertTrue(other.holds(changed.digest()), "though no line of the record names it");
        var later = MaskPlan.bare("f".repeat(64), 4);
        kit.stop("b");
        assertTrue(plans.everywhere(hall, List.of(hall.plans().keep(later))).join(), "whoever is not there is not waited for");
    }

    private static void whatIsOnlyProposedIsOnEveryServerBeforeItCounts(TestKit kit, MeetingId there) throws Exception {
        var house = kit.house("a").house;
        var hall = house.hall(there).orElseThrow();
        var file = hall.originals().keep(new ByteArrayInputStream(new byte[] {1, 2, 3}), 3);
        assertFalse(house.supply().everywhere(hall, List.of(file)).join());
        var held = hall.register().orElseThrow().applicants().values().getFirst();
        var documents = new ArrayList<>(held.documents());
        documents.add(new Item.Document(new Id.DocumentId("doc_late0001"), file.sha256(), 3, 1, "paper", new Ciphertext("sealed")));
        var after = new Item.Applicant(held.id(), held.code(), held.room(), held.order(), held.specialty(), held.identity(), held.facts(), held.given(), documents);
        var proposal = new ProposeAmendment(new AmendmentId("amd_late0001"), Optional.of("pkg_v"), List.of(new ChangedDossier(1, after)), new Ciphertext("why"));
        assertInstanceOf(Reply.Done.class, hall.chamber().submit(new Order("", "", PersonId.HOUSE, house.clock().getAsLong(), proposal)).join());
        TestKit.until(() -> house.supply().everywhere(hall, List.of(file)).join());
        assertTrue(kit.house("b").house.hall(there).orElseThrow().originals().holds(file));
    }
}
