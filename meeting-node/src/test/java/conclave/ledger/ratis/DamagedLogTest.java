package conclave.ledger.ratis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.ledger.Broken;
import conclave.ledger.LedgerId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** R5: no corrupt record is served; damage is named. Every byte of the last entries of a real log. */
final class DamagedLogTest {

    private static final int ENTRIES = 8;
    private static final LedgerId ID = new LedgerId(UUID.randomUUID());

    @TempDir
    Path folder;
    Path current;
    Path segment;
    byte[] sound;
    /** Where each entry ends, the header's end first. */
    final List<Integer> ends = new ArrayList<>();

    @BeforeEach
    void writeALog() throws Exception {
        var random = new Random(11);
        try (var ledgers = new RatisLedgers(options()); var ledger = ledgers.found(ID, (_, _) -> { })) {
            for (int i = 0; i < ENTRIES; i++) {
                var entry = new byte[i == ENTRIES - 2 ? 700 : 30 + 12 * i];
                random.nextBytes(entry);
                ledger.append(entry).join();
            }
        }
        current = folder.resolve("logs").resolve(ID.toString()).resolve("current");
        segment = current.resolve("log_inprogress_0");
        sound = Files.readAllBytes(segment);
        for (int length = 8; length <= sound.length; length++) {
            var walk = new SegmentWalk(ByteBuffer.wrap(sound, 0, length).slice()).walk();
            if (walk.sound() && walk.end() == length) ends.add(length);
        }
        assertEquals(sound.length, ends.getLast());
    }

    private RatisOptions options() {
        return new RatisOptions(folder, "node-1", "127.0.0.1", 0, Optional.empty(), (_, _) -> { });
    }

    private List<byte[]> open() throws IOException {
        var read = new ArrayList<byte[]>();
        try (var ledgers = new RatisLedgers(options())) {
            ledgers.open(ID, (_, entry) -> read.add(entry));
        }
        return read;
    }

    private void check() throws IOException {
        new LogSegments(current).check(true);
    }

    @Test
    void everyFlippedByteIsDamageWithAPlaceAndNeverATornWrite() throws Exception {
        for (int padding : new int[] {0, 2000}) {
            for (int at = padding == 0 ? 0 : ends.get(ENTRIES - 3); at < sound.length; at++) {
                for (int flip : new int[] {1, 0x80, sound[at] & 0xff}) {
                    if (flip == 0) continue;
                    var damaged = Arrays.copyOf(sound, sound.length + padding);
                    damaged[at] ^= (byte) flip;
                    var walk = new SegmentWalk(ByteBuffer.wrap(damaged)).walk();
                    var place = "byte " + at + " flip " + flip + " padding " + padding;
                    assertFalse(walk.sound(), place);
                    assertFalse(walk.torn(), place);
                    if (at % 97 == 0) isNamedAndKept(damaged);
                }
            }
        }
    }

    private void isNamedAndKept(byte[] damaged) throws IOException {
        Files.write(segment, damaged);
        var broken = assertThrows(Broken.class, this::check);
        assertTrue(broken.getMessage().contains(segment + ", byte "), broken.getMessage());
        assertArrayEquals(damaged, Files.readAllBytes(segment));
    }

    @Test
    void aWriteCutShortIsRemovedAndWhatStoodBeforeItStays() throws Exception {
        int lastBut1 = ends.get(ends.size() - 3);
        for (int length = lastBut1; length < sound.length; length += length < ends.get(ends.size() - 2) - 20 ? 7 : 1) {
            Files.write(segment, Arrays.copyOf(sound, length));
            check();
            assertArrayEquals(Arrays.copyOf(sound, endBefore(length)), Files.readAllBytes(segment));
        }
        for (int sector = (lastBut1 / 512 + 1) * 512; sector < sound.length; sector += 512) {
            Files.write(segment, Arrays.copyOf(Arrays.copyOf(sound, sector), 9000));
            check();
            assertEquals(endBefore(sector), new SegmentWalk(ByteBuffer.wrap(Files.readAllBytes(segment))).walk().end());
        }
        Files.write(segment, Arrays.copyOf(sound, sound.length - 3));
        assertEquals(ENTRIES - 1, open().size());
    }

    private int endBefore(int length) {
        return ends.stream().filter(end -> end <= length).max(Comparator.naturalOrder()).orElseThrow();
    }

    @Test
    void zerosSetAsideForLaterAreNoDamage() throws Exception {
        Files.write(segment, Arrays.copyOf(sound, 1 << 20));
        assertEquals(ENTRIES, open().size());
    }

    @Test
    void damageStopsTheOpeningInWordsAndTheNextSoundOneServesAll() throws Exception {
        var damaged = sound.clone();
        damaged[ends.get(3)] ^= 4;
        Files.write(segment, damaged);
        assertTrue(assertThrows(Broken.class, this::open).getMessage().contains("byte " + ends.get(3)));
        Files.write(segment, sound);
        assertEquals(ENTRIES, open().size());
    }

    @Test
    void aVanishedOrEmptiedLogIsNeverBegunAgainFromNothing() throws Exception {
        var aside = folder.resolve("aside");
        Files.move(current.getParent(), aside);
        assertTrue(assertThrows(Broken.class, this::open).getMessage().contains("gone"));
        Files.createDirectories(current);
        assertTrue(assertThrows(Broken.class, this::open).getMessage().contains("lost its beginning"));
        Files.copy(aside.resolve("current/raft-meta"), current.resolve("raft-meta"));
        assertTrue(assertThrows(Broken.class, this::open).getMessage().contains("lost its beginning"));
        try (var ledgers = new RatisLedgers(options())) {
            assertThrows(Broken.class, () -> ledgers.found(ID, (_, _) -> { }));
        }
    }

    @Test
    void anEmptiedSegmentIsNotTakenForAnEmptyLog() throws Exception {
        for (int length : new int[] {0, 3, 8, 20}) {
            Files.write(segment, Arrays.copyOf(sound, length));
            assertTrue(assertThrows(Broken.class, this::check).getMessage().contains("lost its beginning"));
        }
    }

    @Test
    void aSegmentThatIsMissingInTheMiddleIsNamed() throws Exception {
        Files.move(segment, current.resolve("log_inprogress_5"));
        assertTrue(assertThrows(Broken.class, this::open).getMessage().contains("lost its beginning"));
        Files.write(current.resolve("log_0-2"), Arrays.copyOf(sound, ends.get(3)));
        assertTrue(assertThrows(Broken.class, this::open).getMessage().contains("entry 3 is missing"));
    }

    @Test
    void aClosedSegmentThatBecameShorterIsDamageNotATornWrite() throws Exception {
        Files.delete(segment);
        Files.write(current.resolve("log_0-8"), Arrays.copyOf(sound, sound.length - 1));
        assertTrue(assertThrows(Broken.class, this::check).getMessage().contains("log_0-8, byte "));
    }

    @Test
    void aFoundingCutShortBeginsAgain() throws Exception {
        var other = new LedgerId(UUID.randomUUID());
        new FoundingMarks(folder.resolve("founded"), "node-1").begin(other);
        var half = Files.createDirectories(folder.resolve("logs").resolve(other.toString()).resolve("current"));
        Files.write(half.resolve("raft-meta.tmp"), new byte[3]);
        try (var ledgers = new RatisLedgers(options())) {
            assertThrows(Broken.class, () -> ledgers.open(other, (_, _) -> { }));
            ledgers.found(other, (_, _) -> { }).append(new byte[] {1}).join();
        }
    }

    @Test
    void anotherNodesFolderIsNotTakenForOurs() throws Exception {
        var stranger = new RatisOptions(folder, "node-2", "127.0.0.1", 0, Optional.empty(), (_, _) -> { });
        try (var ledgers = new RatisLedgers(stranger)) {
            assertTrue(assertThrows(Broken.class, () -> ledgers.open(ID, (_, _) -> { })).getMessage().contains("another node"));
        }
    }

    @Test
    void aTakenPortIsASentenceAndNotTheEndOfTheProcess() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var options = new RatisOptions(folder, "node-1", "127.0.0.1", taken.getLocalPort(), Optional.empty(), (_, _) -> { });
            assertTrue(assertThrows(IOException.class, () -> new RatisLedgers(options)).getMessage().contains("port"));
        }
    }
}
