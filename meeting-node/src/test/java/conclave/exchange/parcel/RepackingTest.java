package conclave.exchange.parcel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.exchange.MeetingFolder;
import conclave.exchange.PayloadFile;
import conclave.exchange.parcel.Repacking.Added;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A package with prepared pages in it is the package that it was, and one that a venue takes. */
class RepackingTest {

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
    void fromAPackageToAPackage() throws IOException {
        var opened = MeetingAtHand.inPackage(office.build("P"), Office.desk(), Progress.SILENT);
        assertEquals("pkg-1", opened.signed().orElseThrow().statement().packageId());
        var taken = repacked(opened, "Q", "pkg-2", files("11", "aa", "22", "bb"));
        assertEquals(opened.meeting().meeting().expected(), taken.meeting().meeting().expected(), "prepared pages are no documents");
        assertEquals(List.of(2L, 2L), prepared(taken).stream().map(PayloadFile::bytes).toList());
        var again = repacked(taken, "R", "pkg-3", files("11", "longer"));
        assertEquals(List.of(6L), prepared(again).stream().map(PayloadFile::bytes).toList(), "what was prepared before is replaced");
        var others = new TreeMap<>(again.meeting().files());
        others.keySet().removeIf(MeetingFolder::isPrepared);
        assertEquals(opened.meeting().files(), others);
        assertEquals("pkg-3", venue.taken(office.out.resolve("R.mpkg")).signed().statement().packageId());
    }

    @Test
    void fromAFolderToAPackageWithoutAnyToo() throws IOException {
        var opened = MeetingAtHand.inFolder(temp.resolve("folder"));
        assertEquals(Optional.empty(), opened.signed());
        assertEquals(opened.meeting().files(), repacked(opened, "Q", "pkg-2", files()).meeting().files());
    }

    /** Between the check and the packing somebody changed a scan: no package of it is made, and none of its volumes stays. */
    @Test
    void whatChangedMeanwhileIsNoPackage() throws IOException {
        var folder = temp.resolve("folder");
        var opened = MeetingAtHand.inFolder(folder);
        var file = folder.resolve("data/documents/000001.pdf");
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);
        assertThrows(IOException.class, () -> repacked(opened, "Q", "pkg-2", files("11", "aa")));
        try (var left = Files.list(office.out)) {
            assertEquals(List.of(), left.toList());
        }
    }

    /** A name that is none of a file of prepared pages is a file without an owner, as it was before. */
    @Test
    void onlyPreparedPagesComeIn() throws IOException {
        var opened = MeetingAtHand.inFolder(temp.resolve("folder"));
        var strange = new TreeMap<String, Added>();
        strange.put("data/prepared/readme.txt", new Added(1, () -> new ByteArrayInputStream(new byte[1])));
        assertThrows(IllegalArgumentException.class, () -> new Repacking(opened.meeting(), opened.files(), strange, office.order(), Progress.SILENT));
        assertTrue(MeetingFolder.isPrepared(MeetingFolder.prepared("0".repeat(64))));
        for (var other : List.of("data/prepared/" + "0".repeat(63) + ".pages", "data/prepared/" + "A".repeat(64) + ".pages", "prepared/" + "0".repeat(64) + ".pages")) {
            assertEquals(false, MeetingFolder.isPrepared(other), other);
        }
    }

    private MeetingAtHand repacked(MeetingAtHand opened, String name, String id, SortedMap<String, Added> files) throws IOException {
        office.id = id;
        new Repacking(opened.meeting(), opened.files(), files, office.order(), Progress.SILENT).into(office.out, name);
        return MeetingAtHand.inPackage(office.out.resolve(name + ".mpkg"), Office.desk(), Progress.SILENT);
    }

    private static List<PayloadFile> prepared(MeetingAtHand opened) {
        return opened.meeting().files().values().stream().filter(file -> MeetingFolder.isPrepared(file.path())).toList();
    }

    private static SortedMap<String, Added> files(String... namesAndTexts) {
        var files = new TreeMap<String, Added>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            var text = namesAndTexts[i + 1].getBytes(StandardCharsets.US_ASCII);
            files.put(MeetingFolder.prepared(namesAndTexts[i].repeat(32)), new Added(text.length, () -> new ByteArrayInputStream(text)));
        }
        return files;
    }
}
