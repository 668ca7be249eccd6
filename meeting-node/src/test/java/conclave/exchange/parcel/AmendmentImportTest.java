package conclave.exchange.parcel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import conclave.exchange.AmendmentFolder;
import conclave.exchange.BagWriter;
import conclave.exchange.MeetingDifference;
import conclave.exchange.MeetingFolder;
import conclave.exchange.SmallMeeting;
import conclave.seal.container.PackageType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An amendment on its way in: behind the package that it amends, seen before it is kept, kept once. */
class AmendmentImportTest {

    @TempDir
    private Path temp;
    private Office office;
    private Office amends;
    private Venue venue;
    private Path first;

    @BeforeEach
    void begin() throws IOException {
        office = new Office(temp);
        venue = new Venue(temp);
        first = office.build("P");
        venue.taken(first);
        amends = new Office(temp, amendment("pkg-1"));
        amends.type = PackageType.AMENDMENT;
    }

    @Test
    void itIsShownAndNothingIsKeptBeforeSomebodySaysYes() throws IOException {
        opened();
        var amendment = amends.next("Q", "pkg-2", 2, "pkg-1");
        var before = venue.files();
        var shown = assertInstanceOf(Outcome.Shown.class, bring(amendment, false));
        assertEquals(1, shown.amendment().changes().size());
        assertEquals(before, venue.files());
        assertInstanceOf(Outcome.Amending.class, bring(amendment, true));
        try (var shelf = Shelf.open(venue.data)) {
            assertEquals(List.of("pkg-2"), shelf.journal().waiting().stream().map(Journal.Taken::packageId).toList());
            assertEquals("pkg-1", shelf.journal().founding("mtg-1").orElseThrow().packageId());
            assertEquals(true, shelf.journal().signed("pkg-2"));
        }
        assertInstanceOf(Outcome.Known.class, bring(amendment, true));
        venue.refused("import.already-open", office.next("R", "pkg-3", 3, "pkg-2"), Office.desk());
    }

    @Test
    void itFollowsThePackageThatItAmends() throws IOException {
        venue.refused("import.basis-missing", amends.next("A", "pkg-2", 2, "pkg-1"), Office.desk());
        opened();
        venue.refused("import.predecessor-missing", amends.next("B", "pkg-2", 2, "pkg-0"), Office.desk());
        amends.meeting = "mtg-2";
        venue.refused("import.other-meeting", amends.next("C", "pkg-2", 2, "pkg-1"), Office.desk());
        amends.meeting = "mtg-1";
        var another = new Office(temp, amendment("pkg-7"));
        another.type = PackageType.AMENDMENT;
        venue.refused("import.predecessor-unnamed", another.next("D", "pkg-2", 2, "pkg-1"), Office.desk());
    }

    /** What the meeting did not take is as if it had never come: the next one follows the package before. */
    @Test
    void whatTheMeetingDeclinedIsInNobodysWay() throws IOException {
        opened();
        bring(amends.next("Q", "pkg-2", 2, "pkg-1"), true);
        try (var shelf = Shelf.open(venue.data)) {
            shelf.journal().declined("pkg-2", "AMENDMENT_TOO_LATE", Office.TODAY);
            shelf.discard("pkg-2");
        }
        assertInstanceOf(Outcome.Amending.class, bring(amends.next("R", "pkg-3", 2, "pkg-1"), true));
    }

    @Test
    void whatIsNoAmendmentInsideIsRefused() throws IOException {
        opened();
        office.type = PackageType.AMENDMENT;
        assertEquals("file-missing", venue.refused("import.content", office.next("Q", "pkg-2", 2, "pkg-1"), Office.desk()).findings().getFirst().code());
    }

    private void opened() throws IOException {
        try (var shelf = Shelf.open(venue.data)) {
            var journal = shelf.journal();
            journal.begun("pkg-1", "mtg_00000001", Office.TODAY);
            journal.done("pkg-1", Office.TODAY);
            shelf.discard("pkg-1");
        }
    }

    private Outcome bring(Path file, boolean yes) throws IOException {
        try (var shelf = Shelf.open(venue.data)) {
            return new Import(file, shelf, Office.desk(), Progress.SILENT).confirmedBy(_ -> yes).run();
        }
    }

    private Path amendment(String basis) throws IOException {
        var base = MeetingFolder.read(temp.resolve("folder")).meeting().orElseThrow();
        var changed = temp.resolve("changed-" + basis);
        try (var bag = new BagWriter(changed)) {
            var pdf = "%PDF-1.4 another page".getBytes(StandardCharsets.US_ASCII);
            bag.put("data/documents/000001.pdf", pdf);
            MeetingFolder.describe(SmallMeeting.value(pdf.length), bag);
            bag.finish(LocalDate.of(2026, 3, 3), Map.of());
        }
        var now = MeetingFolder.read(changed).meeting().orElseThrow();
        var folder = temp.resolve("amendment-" + basis);
        AmendmentFolder.write(MeetingDifference.between(base, now, basis).amendment(), now, changed, folder);
        return folder;
    }
}
