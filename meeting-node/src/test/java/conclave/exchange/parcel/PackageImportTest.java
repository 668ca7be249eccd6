package conclave.exchange.parcel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.exchange.SmallMeeting;
import conclave.exchange.tar.TarCaps;
import conclave.exchange.tar.TarEntry;
import conclave.exchange.tar.TarWriter;
import conclave.seal.container.PackageType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A package on its way in: taken wholly, or refused by its own code with nothing changed. */
class PackageImportTest {

    @TempDir
    private Path temp;
    private Office office;
    private Venue venue;

    @BeforeEach
    void begin() throws IOException {
        office = new Office(temp);
        venue = new Venue(temp);
    }

    @Test
    void aWholePackageIsTaken() throws IOException {
        var taken = venue.taken(office.build("P"));
        assertEquals(1, taken.counts().applicants());
        assertEquals("pkg-1", taken.signed().statement().packageId());
        assertFalse(Files.exists(venue.data.resolve("intake/staging")));
        try (var shelf = Shelf.open(venue.data)) {
            assertEquals(List.of("pkg-1"), shelf.journal().waiting().stream().map(Journal.Taken::packageId).toList());
            var held = shelf.held("pkg-1").orElseThrow();
            assertEquals(taken.signed().statement(), held.statement());
            assertEquals(taken.counts(), held.meeting(Office.suites(), Progress.SILENT).orElseThrow().meeting().expected());
        }
    }

    @Test
    void aSecondImportChangesNothing() throws IOException {
        var first = office.build("P");
        venue.taken(first);
        var before = venue.files();
        assertInstanceOf(Outcome.Known.class, venue.bring(first, Office.desk()));
        assertEquals(before, venue.files());
    }

    @Test
    void inSeveralVolumesCheckedOneByOneAndTogether() throws IOException {
        office.volumeSize = 3000;
        var first = office.build("P");
        var second = first.resolveSibling("P.mpkg.002");
        var third = first.resolveSibling("P.mpkg.003");
        var bytes = Files.readAllBytes(second);
        Files.delete(second);
        venue.refused("volume.missing", first, Office.desk());
        Files.write(second, Arrays.copyOf(bytes, bytes.length - 1));
        assertEquals("P.mpkg.002", venue.refused("volume.size", first, Office.desk()).facts().get("volume"));
        Files.copy(third, second, StandardCopyOption.REPLACE_EXISTING);
        venue.refused(Files.size(third) == bytes.length ? "volume.hash" : "volume.size", first, Office.desk());
        Files.write(second, bytes);
        venue.taken(first);
    }

    @Test
    void anotherRecipientAWrongPassphraseAndNoSignature() throws IOException {
        office.recipients = List.of("ab".repeat(32));
        var sealed = office.build("S");
        venue.refused("envelope.key-wanted", sealed, Office.desk());
        var desk = Office.desk();
        venue.refused("envelope.recipient", sealed, new Desk(desk.check(), desk.trust(), new Opening(Office.unwrapping(), Set.of("cd".repeat(32))),
                desk.suites(), desk.at(), false, Optional.empty()));
        office.recipients = List.of();
        var first = office.build("P");
        venue.refused("envelope.passphrase-wanted", first, new Desk(desk.check(), desk.trust(), new Opening(Office.unwrapping(), Set.of("cd".repeat(32))),
                desk.suites(), desk.at(), false, Optional.empty()));
        Files.delete(first.resolveSibling("P.mpkg.p7s"));
        venue.refused("signature.absent", first, Office.desk());
    }

    @Test
    void theWindowOnBothSides() throws IOException {
        var first = office.build("P");
        venue.refused("package.early", first, Office.desk(office.notBefore.minusSeconds(1), Optional.empty()));
        venue.refused("package.expired", first, Office.desk(office.notAfter.plusSeconds(1), Optional.empty()));
        venue.taken(first);
    }

    @Test
    void anotherMeeting() throws IOException {
        var first = office.build("P");
        venue.refused("import.other-meeting", first, Office.desk(Office.TODAY, Optional.of("mtg-2")));
        venue.taken(first);
        office.meeting = "mtg-2";
        venue.refused("import.other-meeting", office.next("Q", "pkg-2", 2, "pkg-1"), Office.desk());
    }

    @Test
    void replayAndRollbackAndWhatPretendsToBeAnother() throws IOException {
        var one = office.build("A");
        venue.taken(one);
        venue.refused("import.sequence-taken", office.next("B", "pkg-1b", 1, null), Office.desk());
        var three = office.next("D", "pkg-3", 3, "pkg-2");
        venue.refused("import.predecessor-missing", three, Office.desk());
        var two = office.next("C", "pkg-2", 2, "pkg-1");
        venue.taken(two);
        venue.taken(three);
        venue.refused("import.replay", one, Office.desk());
        venue.refused("import.rollback", office.next("E", "pkg-2b", 2, "pkg-1"), Office.desk());
        venue.refused("import.predecessor-missing", office.next("F", "pkg-4", 4, "pkg-2"), Office.desk());
        venue.refused("import.predecessor-unnamed", office.next("G", "pkg-4b", 4, null), Office.desk());
        venue.refused("import.id-taken", office.next("H", "pkg-3", 4, "pkg-3"), Office.desk());
        assertEquals(List.of("intake/meetings/pkg-3"), venue.files().keySet().stream().filter(name -> name.matches("intake/meetings/[^/]+")).toList());
    }

    @Test
    void whatTheServerAlreadyWorksWithIsNotReplaced() throws IOException {
        venue.taken(office.build("A"));
        try (var shelf = Shelf.open(venue.data)) {
            shelf.journal().begun("pkg-1", "mtg-x", Office.TODAY);
        }
        venue.refused("import.already-open", office.next("B", "pkg-2", 2, "pkg-1"), Office.desk());
    }

    @Test
    void onlyMeetingsAreImportedAsMeetings() throws IOException {
        office.type = PackageType.RECEIPT;
        venue.refused("import.other-type", office.build("P"), Office.desk());
    }

    @Test
    void contentThatDoesNotPassIsNamedByItsFindings() throws IOException {
        var folder = SmallMeeting.of(temp.resolve("w2")).put("data/people.json", "[]").write(temp.resolve("f2"));
        var bad = new Office(temp.resolve("o2"), folder);
        bad.type = PackageType.RESULT;
        venue.refused("signer.role", bad.build("R"), Office.desk());
        bad.type = PackageType.MEETING;
        assertThrows(IOException.class, () -> bad.build("P"));
        var complaint = venue.refused("import.content", bad.buildOf("Q", tarOf(folder)), Office.desk());
        assertTrue(complaint.findings().stream().anyMatch(finding -> finding.code().equals("count-differs")), complaint.toString());
    }

    private static byte[] tarOf(Path folder) throws IOException {
        var out = new ByteArrayOutputStream();
        var tar = new TarWriter(out, TarCaps.PACKAGE);
        try (var all = Files.walk(folder)) {
            for (var name : new TreeSet<>(all.filter(Files::isRegularFile).map(file -> folder.relativize(file).toString()).toList())) {
                var bytes = Files.readAllBytes(folder.resolve(name));
                tar.put(new TarEntry(name, bytes.length), new ByteArrayInputStream(bytes));
            }
        }
        tar.finish();
        return out.toByteArray();
    }

    @Test
    void anInsideThatIsNone() throws IOException {
        assertEquals("0", venue.refused("tar.not-ustar", office.buildOf("Z", "PK and more of it. ".repeat(60).getBytes(StandardCharsets.US_ASCII)), Office.desk())
                .facts().get("offset"));
        venue.refused("tar.cut", office.buildOf("E", new byte[0]), Office.desk());
        assertEquals("file-missing", venue.refused("import.content", office.buildOf("N", new byte[1024]), Office.desk()).findings().getFirst().code());
    }

    @Test
    void twoAtOnceAreOne() throws IOException {
        var first = office.build("P");
        try (var _ = Shelf.open(venue.data)) {
            assertThrows(IOException.class, () -> venue.bring(first, Office.desk()));
        }
        venue.taken(first);
    }

    @Test
    void aTornLineOfTheJournalWasNeverToldAndADamagedOneStops() throws IOException {
        venue.taken(office.build("A"));
        var journal = venue.data.resolve("intake/journal.jsonl");
        Files.writeString(journal, "{\"what\":\"tak", StandardOpenOption.APPEND);
        venue.taken(office.next("B", "pkg-2", 2, "pkg-1"));
        assertEquals(2, Files.readAllLines(journal).size());
        Files.writeString(journal, "{]\n" + Files.readString(journal));
        assertThrows(IOException.class, () -> Shelf.open(venue.data));
    }

    @Test
    void nobodyBuildsAPackageOfAFolderThatDoesNotHold() throws IOException {
        var folder = SmallMeeting.of(temp.resolve("w3")).write(temp.resolve("f3"));
        Files.writeString(folder.resolve("data/people.json"), "[]");
        var other = new Office(temp.resolve("o3"), folder);
        var reason = assertThrows(IOException.class, () -> other.build("P"));
        assertEquals("hash-differs", Packing.complaint(reason).findings().getFirst().code());
        try (var left = Files.list(other.out)) {
            assertEquals(0, left.count());
        }
    }
}
