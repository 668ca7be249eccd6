package conclave.exchange.parcel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.seal.KeyBox;
import conclave.seal.KeyStick;
import conclave.seal.Unusable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What waits on the shelf: the volumes as they came, and a key that is kept like the node's own. */
class HeldTest {

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
    void theVolumesLieThereAsTheyCameAndNobodyElseReadsThem() throws IOException {
        var first = office.build("P");
        venue.taken(first);
        var place = venue.data.resolve("intake/meetings/pkg-1");
        assertEquals(-1, Files.mismatch(first, place.resolve("P.mpkg")));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(place)));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(place.resolve("key"))));
        try (var shelf = Shelf.open(venue.data)) {
            shelf.discard("pkg-1");
        }
        assertFalse(Files.exists(place));
    }

    /** Whoever imported asks afterwards; journals of before say nothing of it. */
    @Test
    void whatBecameOfPreparedPagesStandsInTheJournal() throws IOException {
        venue.taken(office.build("P"));
        try (var shelf = Shelf.open(venue.data)) {
            var told = new Journal.Prepared(3, 120, new TreeMap<>(Map.of("DAMAGED", 2)));
            shelf.journal().done("pkg-1", Optional.of(told), Office.TODAY);
            assertEquals(Optional.of(told), shelf.journal().prepared("pkg-1"));
            assertEquals(Journal.State.IN, shelf.journal().state("pkg-1"));
            shelf.journal().done("pkg-0", Office.TODAY);
            assertEquals(Optional.empty(), shelf.journal().prepared("pkg-0"));
        }
    }

    /** A folder whose keys are sealed has no other way either: without its stick nothing is brought in. */
    @Test
    void whereTheNodesKeysAreSealedThePackagesKeyIsToo() throws IOException {
        var first = office.build("P");
        var content = KeyStick.Content.fresh();
        var box = KeyBox.begin(venue.data, content).wholeNow();
        venue.taken(first);
        var key = Files.readAllBytes(venue.data.resolve("intake/meetings/pkg-1/key"));
        assertTrue(new String(key, StandardCharsets.ISO_8859_1).startsWith("CONCLAVE SEALED 1\n"));
        try (var shelf = Shelf.open(venue.data)) {
            assertTrue(shelf.held("pkg-1").orElseThrow().meeting(Office.suites(), Progress.SILENT).isPresent());
            box.close();
            assertThrows(Unusable.class, () -> shelf.held("pkg-1"));
        }
        assertThrows(Unusable.class, () -> venue.bring(office.next("Q", "pkg-2", 2, "pkg-1"), Office.desk()));
        assertFalse(Files.exists(venue.data.resolve("intake/meetings/pkg-2")));
    }
}
