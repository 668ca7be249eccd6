package conclave.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.seal.Damaged;
import conclave.seal.MeetingKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlobFolderTest {

    @TempDir
    Path folder;
    private MeetingKey key;
    private BlobFolder blobs;

    @BeforeEach
    void open() throws IOException {
        key = MeetingKey.found(folder.resolve("key"), "m-1");
        blobs = new BlobFolder(folder.resolve("blobs"), "things", key.blobs());
    }

    @AfterEach
    void close() {
        key.close();
    }

    private static byte[] bytes(int size) {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private long files() throws IOException {
        try (var all = Files.walk(folder.resolve("blobs"))) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    @Test
    void bothWaysOfKeepingGiveTheSameBytesBack() throws IOException {
        for (int size : new int[] {0, 1, 65_536, 300_001, 3_000_000}) {
            var clear = bytes(size);
            var name = blobs.keep(new ByteArrayInputStream(clear), size);
            assertEquals(name, blobs.keep(clear));
            assertArrayEquals(clear, blobs.read(name));
            assertEquals(size, blobs.verify(name));
        }
    }

    @Test
    void whatIsBoundToItsNameOpensUnderThatNameAlone() throws IOException {
        for (int size : new int[] {0, 1, 65_536, 3_000_000}) {
            var clear = bytes(size);
            assertArrayEquals(clear, blobs.readBound(blobs.keepBound(clear)));
        }
        var one = blobs.place(blobs.keepBound(bytes(1000)));
        var other = blobs.keepBound(bytes(2000));
        Files.copy(one, blobs.place(other), StandardCopyOption.REPLACE_EXISTING);
        assertThrows(Damaged.class, () -> blobs.readBound(other), "another page is not shown in its place");
        var sealed = Files.readAllBytes(one);
        for (int at = 0; at < sealed.length; at += 61) {
            var spoiled = sealed.clone();
            spoiled[at] ^= 1;
            Files.write(one, spoiled);
            assertThrows(Damaged.class, () -> blobs.readBound(blobs.keepBound(bytes(1000))), "byte " + at);
        }
    }

    /** Kept by an earlier version, sealed without its name: opened, and held against its name as it was then. */
    @Test
    void whatWasKeptBeforeIsStillReadAndStillHeldAgainstItsName() throws IOException {
        var clear = bytes(1000);
        var before = blobs.keep(clear);
        assertArrayEquals(clear, blobs.readBound(before));
        var other = blobs.keep(bytes(2000));
        Files.copy(blobs.place(other), blobs.place(before), StandardCopyOption.REPLACE_EXISTING);
        assertThrows(IOException.class, () -> blobs.readBound(before));
    }

    @Test
    void aMediumPulledOutHalfWayLeavesNothing() throws IOException {
        var pulledOut = new InputStream() {
            private int left = 200_000;

            @Override
            public int read() throws IOException {
                if (left-- == 0) throw new IOException("the medium is gone");
                return 7;
            }
        };
        assertThrows(IOException.class, () -> blobs.keep(pulledOut, 1 << 20));
        assertEquals(0, files());
    }

    @Test
    void aFileLargerThanAllowedLeavesNothing() throws IOException {
        assertThrows(IOException.class, () -> blobs.keep(new ByteArrayInputStream(bytes(1001)), 1000));
        assertEquals(0, files());
    }

    @Test
    void whatACrashLeftHalfWrittenIsSweptAndWasNeverVisible() throws IOException {
        Files.write(folder.resolve("blobs/unfinished/1.part"), bytes(100));
        new BlobFolder(folder.resolve("blobs"), "things", key.blobs());
        assertEquals(0, files());
    }

    @Test
    void aCutOrChangedFileIsNotRead() throws IOException {
        var name = blobs.keep(bytes(200_000));
        var place = blobs.place(name);
        var sealed = Files.readAllBytes(place);
        Files.write(place, Arrays.copyOf(sealed, 100_000));
        assertThrows(Damaged.class, () -> blobs.read(name));
        assertThrows(Damaged.class, () -> blobs.verify(name));
        sealed[150_000] ^= 1;
        Files.write(place, sealed);
        assertThrows(Damaged.class, () -> blobs.read(name));
    }

    @Test
    void aFileUnderAnotherNameIsNotTakenForIt() throws IOException {
        var one = blobs.keep(bytes(1000));
        var other = blobs.keep(bytes(2000));
        Files.copy(blobs.place(one), blobs.place(other), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThrows(IOException.class, () -> blobs.read(other));
        assertThrows(IOException.class, () -> blobs.verify(other));
    }

    @Test
    void anOriginalCarriedIntoTheFolderOfPagesDoesNotOpenThere() throws IOException {
        var name = blobs.keep(bytes(1000));
        var pages = new BlobFolder(folder.resolve("others"), "pages", key.blobs());
        Files.createDirectories(pages.place(name).getParent());
        Files.copy(blobs.place(name), pages.place(name));
        assertThrows(Damaged.class, () -> pages.read(name));
    }

    @Test
    void theSameBytesAreKeptOnce() throws IOException {
        var name = blobs.keep(bytes(1000));
        blobs.keep(new ByteArrayInputStream(bytes(1000)), 1000);
        assertEquals(1, files());
        assertTrue(blobs.holds(name));
        blobs.drop(name);
        assertFalse(blobs.holds(name));
    }
}
