package conclave.seal.container;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.seal.Digests;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The container gives back what went in, or says what is wrong with it (R12). */
class ContainerTest {

    private static final int CHUNK = SealedFolder.CHUNK;
    private static final int HEAD = 20 + 3 + 32 + 32;

    @TempDir
    private Path folder;

    @Test
    void whatWentInComesOutWhateverItsLength() throws IOException {
        for (int length : new int[] {0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 4 * CHUNK, 4 * CHUNK + 1, 9 * CHUNK + 77, 16 * CHUNK, 35 * CHUNK + 3}) {
            var place = Files.createDirectory(folder.resolve("of" + length));
            var payload = SealedFolder.random(length, length);
            var sealed = SealedFolder.sealed(place, payload, VolumeNames.USUAL_SIZE);
            assertArrayEquals(payload, sealed.read(), "of " + length);
            int chunks = Math.max(1, (length + CHUNK - 1) / CHUNK);
            assertEquals(HEAD + length + 16L * chunks, Files.size(place.resolve("P.mpkg")), "of " + length);
        }
    }

    @Test
    void volumesEndAnywhereAndAreHashedAsTheyLieThere() throws IOException {
        long seed = Long.getLong("conclave.seed", 11);
        var random = new Random(seed);
        for (int round = 0; round < 8; round++) {
            var payload = SealedFolder.random(random.nextLong(), random.nextInt(5 * CHUNK));
            long size = Math.max(payload.length / 20, 10 + random.nextInt(3 * CHUNK));
            var place = Files.createDirectory(folder.resolve("round" + round));
            var sealed = SealedFolder.sealed(place, payload, size);
            assertArrayEquals(payload, sealed.read(), "seed " + seed + ", round " + round);
            var files = sealed.files();
            assertEquals(sealed.volumes.size(), files.size());
            for (int i = 0; i < files.size(); i++) {
                var bytes = Files.readAllBytes(files.get(i));
                assertEquals(Digests.hex(Digests.sha256(bytes)), sealed.volumes.get(i).sha256());
                assertEquals(bytes.length, sealed.volumes.get(i).size());
                assertTrue(bytes.length == size || i == files.size() - 1 && bytes.length <= size);
            }
        }
    }

    @Test
    void everyFlippedBitOfASmallPackageIsRefused() throws IOException {
        var sealed = SealedFolder.sealed(folder, SealedFolder.random(1, 100), VolumeNames.USUAL_SIZE);
        var bytes = sealed.bytes();
        for (int i = 0; i < bytes.length; i++) {
            var changed = bytes.clone();
            changed[i] ^= (byte) (1 << i % 8);
            assertThrows(Refused.class, () -> sealed.readInstead(changed), "byte " + i);
        }
    }

    @Test
    void aFlippedBitSomewhereInALargerOneIsNamedByChunkAndOffset() throws IOException {
        long seed = Long.getLong("conclave.seed", 12);
        var random = new Random(seed);
        var sealed = SealedFolder.sealed(folder, SealedFolder.random(2, 5 * CHUNK + 5), VolumeNames.USUAL_SIZE);
        var bytes = sealed.bytes();
        for (int round = 0; round < 60; round++) {
            int at = HEAD + random.nextInt(bytes.length - HEAD);
            var changed = bytes.clone();
            changed[at] ^= (byte) (1 << random.nextInt(8));
            var refused = assertThrows(Refused.class, () -> sealed.readInstead(changed), "seed " + seed + ", byte " + at);
            assertEquals(Reason.CHUNK, refused.reason());
            int chunk = (at - HEAD) / (CHUNK + 16);
            assertEquals(Integer.toString(chunk), refused.facts().get("chunk"), "seed " + seed + ", byte " + at);
            assertEquals(Integer.toString(HEAD + chunk * (CHUNK + 16)), refused.facts().get("offset"));
        }
    }

    @Test
    void cutAnywhereItIsNeverAShorterPackage() throws IOException {
        var small = SealedFolder.sealed(folder, SealedFolder.random(3, 150), VolumeNames.USUAL_SIZE);
        var bytes = small.bytes();
        for (int length = 0; length < bytes.length; length++) {
            var cut = Arrays.copyOf(bytes, length);
            assertThrows(Refused.class, () -> small.readInstead(cut), "cut to " + length);
        }
    }

    @Test
    void cutBetweenTwoChunksItIsSaidToBeCut() throws IOException {
        var sealed = SealedFolder.sealed(folder, SealedFolder.random(4, 3 * CHUNK), VolumeNames.USUAL_SIZE);
        var bytes = sealed.bytes();
        for (int chunks = 1; chunks < 3; chunks++) {
            var cut = Arrays.copyOf(bytes, HEAD + chunks * (CHUNK + 16));
            assertEquals(Reason.CUT, assertThrows(Refused.class, () -> sealed.readInstead(cut)).reason());
        }
        var bare = Arrays.copyOf(bytes, HEAD);
        assertEquals(Reason.CUT, assertThrows(Refused.class, () -> sealed.readInstead(bare)).reason());
    }

    @Test
    void whatFollowsTheLastChunkIsRefused() throws IOException {
        var sealed = SealedFolder.sealed(folder, SealedFolder.random(5, CHUNK), VolumeNames.USUAL_SIZE);
        var bytes = sealed.bytes();
        for (int more : new int[] {1, 15, 16, 17, CHUNK, CHUNK + 16}) {
            var grown = Arrays.copyOf(bytes, bytes.length + more);
            assertEquals(Reason.GROWN, assertThrows(Refused.class, () -> sealed.readInstead(grown), "by " + more).reason());
        }
    }

    @Test
    void chunksThatMovedOrComeTwiceAreRefused() throws IOException {
        var sealed = SealedFolder.sealed(folder, SealedFolder.random(6, 4 * CHUNK), VolumeNames.USUAL_SIZE);
        var bytes = sealed.bytes();
        int size = CHUNK + 16;
        for (int one = 0; one < 4; one++) {
            for (int other = 0; other < 4; other++) {
                if (one == other) continue;
                var twice = bytes.clone();
                System.arraycopy(bytes, HEAD + one * size, twice, HEAD + other * size, size);
                assertThrows(Refused.class, () -> sealed.readInstead(twice));
                var moved = twice.clone();
                System.arraycopy(bytes, HEAD + other * size, moved, HEAD + one * size, size);
                assertThrows(Refused.class, () -> sealed.readInstead(moved));
            }
        }
    }

    @Test
    void nothingOfADamagedChunkComesOutAndWhatStoodBeforeItDoes() throws IOException {
        var payload = SealedFolder.random(7, 3 * CHUNK);
        var sealed = SealedFolder.sealed(folder, payload, VolumeNames.USUAL_SIZE);
        var bytes = sealed.bytes();
        bytes[HEAD + CHUNK + 16 + 5] ^= 1;
        var file = Files.write(folder.resolve("instead"), bytes);
        try (var reader = ContainerReader.open(List.of(file), (kind, profile, envelope) -> SealedFolder.KEY, profile -> new InternationalSuite())) {
            assertArrayEquals(Arrays.copyOf(payload, CHUNK), reader.payload().readNBytes(CHUNK));
            assertThrows(Refused.class, () -> reader.payload().read());
            assertThrows(Refused.class, () -> reader.payload().read(), "and it stays so");
        }
    }

    /** Sealed with the right key, by a writer that is not ours: a payload has one form only. */
    @Test
    void anEmptyChunkBehindAFullOneIsRefused() throws IOException {
        var suite = new InternationalSuite();
        var head = Head.of(Profile.INTERNATIONAL, SealedFolder.envelope(), CHUNK, SealedFolder.filled(32, 9));
        var keys = ChunkKeys.of(suite, SealedFolder.KEY, head);
        var full = new byte[CHUNK + ChunkCipher.TAG_BYTES];
        suite.cipher(keys.chunkKey()).seal(ChunkKeys.nonce(0, false), new byte[CHUNK], CHUNK, full);
        var empty = new byte[ChunkCipher.TAG_BYTES];
        suite.cipher(keys.chunkKey()).seal(ChunkKeys.nonce(1, true), new byte[0], 0, empty);
        var forged = ByteBuffer.allocate(HEAD + full.length + empty.length).put(head.bytes()).put(keys.commitment()).put(full).put(empty).array();
        var sealed = SealedFolder.sealed(folder, new byte[1], VolumeNames.USUAL_SIZE);
        var refused = assertThrows(Refused.class, () -> sealed.readInstead(forged));
        assertEquals(Reason.CHUNK, refused.reason());
        assertEquals("1", refused.facts().get("chunk"));
    }

    @Test
    void anotherKeyIsNoticedBeforeAnythingIsOpened() throws IOException {
        var sealed = SealedFolder.sealed(folder, SealedFolder.random(8, 10), VolumeNames.USUAL_SIZE);
        var files = sealed.files();
        var refused = assertThrows(Refused.class, () -> ContainerReader.open(files, (kind, profile, envelope) -> new byte[32],
                profile -> new InternationalSuite()));
        assertEquals(Reason.COMMITMENT, refused.reason());
    }

    @Test
    void everyFieldOfTheHeadHasItsBounds() throws IOException {
        var sealed = SealedFolder.sealed(folder, SealedFolder.random(9, 10), VolumeNames.USUAL_SIZE);
        var bytes = sealed.bytes();
        assertEquals(Reason.NOT_A_PACKAGE, with(sealed, bytes, 0, 'X'));
        assertEquals(Reason.FORMAT_VERSION, with(sealed, bytes, 7, '2'));
        for (int at : new int[] {8, 9, 10, 11, 12, 16}) assertEquals(Reason.HEAD, with(sealed, bytes, at, 0x7f), "byte " + at);
    }

    private static Reason with(SealedFolder sealed, byte[] bytes, int at, int value) {
        var changed = bytes.clone();
        changed[at] = (byte) value;
        return assertThrows(Refused.class, () -> sealed.readInstead(changed)).reason();
    }

    @Test
    void whatCannotBeAPackageIsSaidNotToBe() throws IOException {
        var sealed = SealedFolder.sealed(folder, new byte[0], VolumeNames.USUAL_SIZE);
        long seed = Long.getLong("conclave.seed", 13);
        var random = new Random(seed);
        for (int round = 0; round < 100; round++) {
            var garbage = SealedFolder.random(random.nextLong(), random.nextInt(400));
            assertThrows(Refused.class, () -> sealed.readInstead(garbage), "seed " + seed);
        }
        assertFalse(Files.exists(folder.resolve("P.mpkg.part")));
    }
}
