package conclave.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedBlobsTest {

    private static final long SEED = 20_260_917;
    private static final String NAME = "page-1";
    private static final int CHUNK = SealedBlobs.FILE_CHUNK;
    private static final int SEALED_CHUNK = CHUNK + Aes.TAG_BYTES;

    @TempDir
    Path folder;
    private SealedBlobs blobs;
    private final Random random = new Random(SEED);

    @BeforeEach
    void makeKey() throws IOException {
        blobs = MeetingKey.found(folder.resolve("key"), "mtg-1").blobs();
    }

    /** Into memory that is larger and holds what was there before: neither is taken for a part of it. */
    @Test
    void whatIsOpenedIntoMemoryThatIsUsedAgainIsTheSame() throws IOException {
        var sealedRoom = new byte[3 * SealedBlobs.PAGE_CHUNK];
        var room = new byte[3 * SealedBlobs.PAGE_CHUNK];
        for (int size : new int[] {SealedBlobs.PAGE_CHUNK + 1, 300_000, 1, 0, CHUNK}) {
            var contents = contents(size);
            for (var sealed : new byte[][] {blobs.sealWhole(NAME, contents), sealed(contents)}) {
                System.arraycopy(sealed, 0, sealedRoom, 0, sealed.length);
                assertEquals(size, blobs.openInto(NAME, sealedRoom, sealed.length, room));
                assertArrayEquals(contents, Arrays.copyOf(room, size));
                assertThrows(Damaged.class, () -> blobs.openInto("page-2", sealedRoom, sealed.length, room));
                for (int less = 1; less <= sealed.length; less += 1 + sealed.length / 20) {
                    int cut = sealed.length - less;
                    assertThrows(Damaged.class, () -> blobs.openInto(NAME, sealedRoom, cut, room), size + " bytes without the last " + less);
                }
                sealedRoom[sealed.length - 1] ^= 1;
                assertThrows(Damaged.class, () -> blobs.openInto(NAME, sealedRoom, sealed.length, room));
            }
        }
    }

    @Test
    void filesAroundTheEdgesOfAChunkComeBackWhole() throws IOException {
        for (int size : new int[] {0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK + 7, SealedBlobs.PAGE_CHUNK,
                SealedBlobs.PAGE_CHUNK + 1}) {
            var contents = contents(size);
            var streamed = sealed(contents);
            assertArrayEquals(contents, opened(streamed), "streamed, " + size);
            assertArrayEquals(contents, blobs.openWhole(NAME, streamed), "streamed then whole, " + size);
            var whole = blobs.sealWhole(NAME, contents);
            assertArrayEquals(contents, blobs.openWhole(NAME, whole), "whole, " + size);
            assertArrayEquals(contents, opened(whole), "whole then streamed, " + size);
        }
    }

    @Test
    void aFlippedBitAnywhereInAPageIsRefused() {
        var sealed = blobs.sealWhole(NAME, contents(700));
        for (int i = 0; i < sealed.length; i++) {
            var changed = sealed.clone();
            changed[i] ^= (byte) (1 << random.nextInt(8));
            var refusal = assertThrows(Damaged.class, () -> blobs.openWhole(NAME, changed));
            assertEquals(i < BlobHeader.SIZE ? "sealed.header" : "sealed.chunk", refusal.code(), "byte " + i);
        }
    }

    @Test
    void aFlippedBitInALongFileNamesItsChunkAndGivesNothingOfIt() throws IOException {
        var contents = contents(5 * CHUNK + 100);
        var sealed = sealed(contents);
        for (int round = 0; round < 200; round++) {
            int at = BlobHeader.SIZE + random.nextInt(sealed.length - BlobHeader.SIZE);
            var changed = sealed.clone();
            changed[at] ^= (byte) (1 << random.nextInt(8));
            int chunk = (at - BlobHeader.SIZE) / SEALED_CHUNK;
            assertGivesOnly(chunk, contents, changed, "sealed.chunk", chunk);
        }
    }

    @Test
    void aFileCutBetweenTwoChunksDoesNotPassForAShorterOne() throws IOException {
        var contents = contents(4 * CHUNK);
        var sealed = sealed(contents);
        for (int kept = 1; kept < 4; kept++) {
            var cut = Arrays.copyOf(sealed, BlobHeader.SIZE + kept * SEALED_CHUNK);
            assertGivesOnly(kept - 1, contents, cut, "sealed.cut", kept - 1);
        }
    }

    @Test
    void aFileCutAnywhereElseIsRefused() throws IOException {
        var sealed = sealed(contents(2 * CHUNK + 50));
        for (int round = 0; round < 200; round++) {
            var cut = Arrays.copyOf(sealed, random.nextInt(sealed.length));
            assertThrows(Damaged.class, () -> opened(cut), "length " + cut.length);
            assertThrows(Damaged.class, () -> blobs.openWhole(NAME, cut), "length " + cut.length);
        }
    }

    @Test
    void whatWasAppendedIsNoticed() throws IOException {
        var contents = contents(2 * CHUNK);
        var sealed = sealed(contents);
        var grown = Arrays.copyOf(sealed, sealed.length + 1);
        assertGivesOnly(1, contents, grown, "sealed.grown", 1);
        var short1 = sealed(contents(10));
        var grownInside = Arrays.copyOf(short1, short1.length + SEALED_CHUNK);
        assertThrows(Damaged.class, () -> opened(grownInside));
    }

    @Test
    void chunksThatChangedPlacesAreRefused() throws IOException {
        var contents = contents(4 * CHUNK);
        var sealed = sealed(contents);
        var swapped = sealed.clone();
        System.arraycopy(sealed, chunkAt(1), swapped, chunkAt(2), SEALED_CHUNK);
        System.arraycopy(sealed, chunkAt(2), swapped, chunkAt(1), SEALED_CHUNK);
        assertGivesOnly(1, contents, swapped, "sealed.chunk", 1);
    }

    @Test
    void aChunkThatStandsTwiceIsRefused() throws IOException {
        var sealed = sealed(contents(3 * CHUNK));
        var out = new ByteArrayOutputStream();
        out.write(sealed, 0, chunkAt(1));
        out.write(sealed, chunkAt(0), sealed.length - chunkAt(0));
        assertThrows(Damaged.class, () -> opened(out.toByteArray()));
    }

    @Test
    void aChunkOfAnotherFileDoesNotFit() throws IOException {
        var contents = contents(3 * CHUNK);
        var mixed = sealed(contents);
        System.arraycopy(sealed(contents), chunkAt(1), mixed, chunkAt(1), SEALED_CHUNK);
        assertGivesOnly(1, contents, mixed, "sealed.chunk", 1);
    }

    @Test
    void oneApplicantsPageDoesNotOpenAsAnothers() {
        var sealed = blobs.sealWhole(NAME, contents(100));
        var refusal = assertThrows(Damaged.class, () -> blobs.openWhole("page-2", sealed));
        assertEquals("sealed.header", refusal.code());
    }

    @Test
    void afterDamageTheStreamGivesNothingMore() throws IOException {
        var sealed = sealed(contents(3 * CHUNK));
        sealed[chunkAt(1) + 5] ^= 1;
        try (var in = blobs.open(NAME, new ByteArrayInputStream(sealed))) {
            assertEquals(CHUNK, in.readNBytes(CHUNK).length);
            assertThrows(Damaged.class, in::read);
            assertThrows(Damaged.class, in::read);
            assertEquals(0, in.available());
        }
    }

    private void assertGivesOnly(int chunks, byte[] contents, byte[] sealed, String code, long chunk) {
        var given = new ByteArrayOutputStream();
        var refusal = assertThrows(Damaged.class, () -> {
            try (var in = blobs.open(NAME, new ByteArrayInputStream(sealed))) {
                in.transferTo(given);
            }
        });
        assertEquals(code, refusal.code());
        assertEquals(chunk, refusal.chunk());
        assertArrayEquals(Arrays.copyOf(contents, chunks * CHUNK), given.toByteArray());
        assertTrue(refusal.getMessage().contains(Long.toString(chunk)));
    }

    private static int chunkAt(int chunk) {
        return BlobHeader.SIZE + chunk * SEALED_CHUNK;
    }

    private byte[] contents(int size) {
        var bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }

    private byte[] sealed(byte[] contents) throws IOException {
        var out = new ByteArrayOutputStream();
        long written = blobs.seal(NAME, new ByteArrayInputStream(contents), out);
        assertEquals(written, out.size());
        return out.toByteArray();
    }

    private byte[] opened(byte[] sealed) throws IOException {
        try (var in = blobs.open(NAME, new ByteArrayInputStream(sealed))) {
            return in.readAllBytes();
        }
    }
}
