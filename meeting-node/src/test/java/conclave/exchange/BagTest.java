package conclave.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.seal.Digests;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder before anything in it is believed. */
class BagTest {

    @TempDir
    private Path temp;
    private Path folder;

    @BeforeEach
    void begin() throws IOException {
        folder = SmallMeeting.of(temp).write(temp.resolve("m"));
    }

    @Test
    void aChangedByteAnywhereIsRefused() throws IOException {
        assertTrue(MeetingFolder.read(folder).meeting().isPresent());
        try (var all = Files.walk(folder)) {
            for (var file : all.filter(Files::isRegularFile).toList()) refuseFlips(file);
        }
        assertTrue(MeetingFolder.read(folder).meeting().isPresent());
    }

    /** Every 29th byte, and three ways to change it: a bit, a letter's case, everything. */
    private void refuseFlips(Path file) throws IOException {
        var whole = Files.readAllBytes(file);
        for (int at = 0; at < whole.length; at += 29) {
            for (int mask : new int[] {1, 0x20, 0xff}) {
                var changed = whole.clone();
                changed[at] ^= (byte) mask;
                Files.write(file, changed);
                assertTrue(MeetingFolder.read(folder).meeting().isEmpty(), file + " at " + at + " mask " + mask);
            }
        }
        Files.write(file, whole);
    }

    /** The JSON is broken and its hash is wrong: only the hash may be spoken of, or the parser has seen unverified bytes. */
    @Test
    void nothingIsParsedBeforeItsHashIsVerified() throws IOException {
        Files.writeString(folder.resolve(MeetingFolder.MEETING), "{{{");
        assertEquals(List.of("hash-differs"), codes());
    }

    @Test
    void aFileThatNoManifestNamesIsRefused() throws IOException {
        Files.writeString(folder.resolve("data/documents/000002.pdf"), "%PDF-1.4");
        assertEquals(List.of("file-not-in-manifest"), codes());
    }

    @Test
    void aFileThatIsNotThereIsNamed() throws IOException {
        Files.delete(folder.resolve(SmallMeeting.DOCUMENT));
        assertEquals(List.of("file-missing"), codes());
    }

    @Test
    void aStrangeFileBesideTheManifestsIsRefused() throws IOException {
        Files.writeString(folder.resolve("Thumbs.db"), "x");
        assertEquals(List.of("file-unexpected"), codes());
    }

    @Test
    void aListOfThingsToFetchIsRefused() throws IOException {
        Files.writeString(folder.resolve("fetch.txt"), "http://127.0.0.1/x 1 data/x\n");
        assertTrue(codes().contains("fetch-refused"));
    }

    @Test
    void aLinkOutOfTheFolderIsRefused() throws IOException {
        var document = folder.resolve(SmallMeeting.DOCUMENT);
        var elsewhere = Files.move(document, temp.resolve("elsewhere.pdf"));
        Files.createSymbolicLink(document, elsewhere);
        assertTrue(codes().contains("not-a-plain-file"));
    }

    @Test
    void aLinkedFolderIsRefused() throws IOException {
        var elsewhere = Files.move(folder.resolve("data"), temp.resolve("elsewhere"));
        Files.createSymbolicLink(folder.resolve("data"), elsewhere);
        assertTrue(codes().contains("not-a-plain-file"));
    }

    @Test
    void aPathThatClimbsOutIsRefused() throws IOException {
        var secret = temp.resolve("secret.json");
        Files.writeString(secret, "{}");
        resealManifest(Files.readString(folder.resolve("manifest-sha256.txt")) + hash(secret) + "  data/../../secret.json\n");
        assertEquals(List.of("manifest-line-malformed"), codes());
    }

    @Test
    void aNameThatIsNotAsciiIsRefused() throws IOException {
        Files.writeString(folder.resolve("data/documents/评审表.pdf"), "%PDF-1.4");
        assertEquals(List.of("file-name-refused"), codes());
    }

    @Test
    void aFileNamedTwiceIsRefused() throws IOException {
        var manifest = Files.readString(folder.resolve("manifest-sha256.txt"));
        resealManifest(manifest + manifest.lines().findFirst().orElseThrow() + "\n");
        assertEquals(List.of("manifest-line-twice"), codes());
    }

    @Test
    void twoNamesThatAWindowsDiskTakesForOneAreRefused() throws IOException {
        Files.writeString(folder.resolve("data/MEETING.json"), "{}");
        assertEquals(List.of("file-name-differs-in-case-only"), codes());
    }

    @Test
    void aDocumentThatIsSomethingElseIsRefused() throws IOException {
        var other = SmallMeeting.of(temp.resolve("second")).put(SmallMeeting.DOCUMENT, "PK\u0003\u0004 not a page").write(temp.resolve("n"));
        assertEquals("not-a-pdf", MeetingFolder.read(other).findings().getFirst().code());
    }

    /** A sparse file: nothing of it is read, its size alone refuses it. */
    @Test
    void aFileAboveTheCapIsRefusedUnread() throws IOException {
        try (var huge = new RandomAccessFile(folder.resolve(SmallMeeting.DOCUMENT).toFile(), "rw")) {
            huge.setLength(BagListing.LARGEST_FILE + 1);
        }
        assertEquals(List.of("file-too-large"), codes());
    }

    @Test
    void aHugeDescriptionIsRefusedUnread() throws IOException {
        try (var huge = new RandomAccessFile(folder.resolve(MeetingFolder.PEOPLE).toFile(), "rw")) {
            huge.setLength(BagListing.LARGEST_TEXT + 1);
        }
        assertEquals(List.of("file-too-large"), codes());
    }

    @Test
    void anotherVersionOfTheContainerIsRefused() throws IOException {
        Files.writeString(folder.resolve("bagit.txt"), "BagIt-Version: 2.0\nTag-File-Character-Encoding: UTF-8\n");
        resealTags();
        assertEquals(List.of("bagit-version-unknown"), codes());
    }

    @Test
    void aFolderThatIsNotThereIsAFinding() {
        folder = temp.resolve("nowhere");
        assertEquals(List.of("folder-missing"), codes());
    }

    @Test
    void anUnfinishedBagLeavesNothingBehind() throws IOException {
        var place = temp.resolve("half");
        try (var bag = new BagWriter(place)) {
            bag.put("data/x.json", new byte[] {1});
            assertFalse(Files.exists(place));
        }
        assertFalse(Files.exists(temp.resolve("half.part")));
    }

    @Test
    void aBagNeverReplacesWhatIsThere() {
        assertThrows(FileAlreadyExistsException.class, () -> new BagWriter(folder).close());
    }

    @Test
    void whatAnInterruptedRunLeftIsThrownAway() throws IOException {
        Files.createDirectories(temp.resolve("again.part/data"));
        Files.writeString(temp.resolve("again.part/data/old.json"), "{}");
        try (var bag = new BagWriter(temp.resolve("again"))) {
            bag.put("data/new.json", new byte[] {1});
            bag.finish(LocalDate.of(2026, 3, 2), Map.of());
        }
        assertFalse(Files.exists(temp.resolve("again/data/old.json")));
        assertTrue(Files.readString(temp.resolve("again/bag-info.txt")).contains("Payload-Oxum: 1.1\n"));
    }

    private List<String> codes() {
        return MeetingFolder.read(folder).findings().stream().map(Finding::code).toList();
    }

    private void resealManifest(String text) throws IOException {
        Files.writeString(folder.resolve("manifest-sha256.txt"), text, StandardOpenOption.TRUNCATE_EXISTING);
        resealTags();
    }

    private void resealTags() throws IOException {
        var text = new StringBuilder();
        for (var tag : List.of("bag-info.txt", "bagit.txt", "manifest-sha256.txt")) {
            text.append(hash(folder.resolve(tag))).append("  ").append(tag).append('\n');
        }
        Files.write(folder.resolve("tagmanifest-sha256.txt"), text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String hash(Path file) throws IOException {
        return Digests.hex(Digests.sha256(Files.readAllBytes(file)));
    }
}
