package conclave.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.seal.Digests;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EvidenceTest {

    private static final String MEETING = "mt-7k2f";
    private static final int EVENTS = 12;

    @TempDir
    Path folder;
    Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("evidence.jsonl");
    }

    static Json.Obj event(long number) {
        return Json.object().with("type", "ScoreSubmitted").with("item", "综合-" + number).with("value", "8" + number % 10 + ".5");
    }

    private void replay(long events) {
        try (var evidence = Evidence.open(file, MEETING)) {
            for (long i = 1; i <= events; i++) evidence.write(event(i));
            evidence.caughtUp();
        }
    }

    private byte[] whole(long events) throws Exception {
        Files.deleteIfExists(file);
        replay(events);
        return Files.readAllBytes(file);
    }

    @Test
    void everyLineNamesTheHashOfTheOneBefore() throws Exception {
        whole(EVENTS);
        var prev = Digests.hex(Digests.sha256(MEETING.getBytes(UTF_8)));
        long seq = 0;
        for (var line : Files.readAllLines(file)) {
            var fields = CanonicalJson.readObject(line.getBytes(UTF_8));
            assertEquals(++seq, fields.number("seq"));
            assertEquals(prev, fields.text("prev"));
            assertEquals(line, CanonicalJson.text(fields));
            prev = Digests.hex(Digests.sha256(line.getBytes(UTF_8)));
        }
        assertEquals(EVENTS, seq);
    }

    @Test
    void deletedEvidenceIsBuiltAgainByteForByte() throws Exception {
        var before = whole(300);
        Files.delete(file);
        replay(300);
        assertArrayEquals(before, Files.readAllBytes(file));
    }

    @Test
    void aReplayOverSoundEvidenceChangesNothingAndGoesOn() throws Exception {
        whole(EVENTS);
        try (var evidence = Evidence.open(file, MEETING)) {
            for (long i = 1; i <= EVENTS; i++) evidence.write(event(i));
            evidence.caughtUp();
            assertEquals(EVENTS, evidence.size());
            var line = evidence.write(event(EVENTS + 1));
            assertEquals(EVENTS + 1, line.seq());
            assertArrayEquals(line.bytes(), evidence.line(EVENTS + 1).bytes());
        }
        var after = Files.readAllBytes(file);
        assertArrayEquals(whole(EVENTS + 1), after);
    }

    @Test
    void cutAnywhereInItsLastLinesItIsCutBackAndWrittenAgain() throws Exception {
        var sound = whole(EVENTS);
        for (int length = sound.length; length >= lineStart(sound, EVENTS - 2); length--) {
            Files.write(file, Arrays.copyOf(sound, length));
            replay(EVENTS);
            assertArrayEquals(sound, Files.readAllBytes(file), "cut to " + length);
        }
    }

    @Test
    void zerosThatADiskLeftBehindATornLineAreCutWithIt() throws Exception {
        var sound = whole(EVENTS);
        int begin = lineStart(sound, EVENTS);
        for (int length : new int[] {begin, begin + 1, sound.length - 1}) {
            Files.write(file, Arrays.copyOf(Arrays.copyOf(sound, length), length + 5000));
            replay(EVENTS);
            assertArrayEquals(sound, Files.readAllBytes(file));
        }
    }

    @Test
    void everyFlippedByteOfTheLastLinesIsNamedByPlace() throws Exception {
        var sound = whole(EVENTS);
        for (int at = lineStart(sound, EVENTS - 2); at < sound.length; at++) {
            for (int flip : new int[] {1, 0x80, sound[at] ^ '\n'}) {
                if (flip == 0) continue;
                var damaged = sound.clone();
                damaged[at] ^= (byte) flip;
                Files.write(file, damaged);
                var broken = assertThrows(Broken.class, () -> replay(EVENTS), "byte " + at);
                assertTrue(broken.getMessage().contains(file + ", byte " + at + ", line "), broken.getMessage());
                assertArrayEquals(damaged, Files.readAllBytes(file), "damage is kept as it was found");
            }
        }
    }

    @Test
    void evidenceAheadOfTheLogIsNotSilentlyShortened() throws Exception {
        var sound = whole(EVENTS);
        for (int given : new int[] {0, EVENTS - 1}) {
            var broken = assertThrows(Broken.class, () -> replay(given));
            assertTrue(broken.getMessage().contains("ahead of the log"), broken.getMessage());
            assertTrue(broken.getMessage().contains("byte " + lineStart(sound, given + 1) + ", line " + (given + 1)), broken.getMessage());
            assertArrayEquals(sound, Files.readAllBytes(file));
        }
    }

    @Test
    void anotherMeetingsEvidenceIsNotTakenForOurs() throws Exception {
        whole(EVENTS);
        try (var evidence = Evidence.open(file, "mt-other")) {
            assertThrows(Broken.class, () -> evidence.write(event(1)));
        }
    }

    @Test
    void anEventMayNotNameTheChainsOwnFields() {
        try (var evidence = Evidence.open(file, MEETING)) {
            assertThrows(IllegalArgumentException.class, () -> evidence.write(event(1).with("seq", 7)));
            assertThrows(IllegalArgumentException.class, () -> evidence.write(event(1).with("prev", "x")));
        }
    }

    @Test
    void anyLineIsFoundAgainInALongFile() throws Exception {
        try (var evidence = Evidence.open(file, MEETING)) {
            for (long i = 1; i <= 1000; i++) evidence.write(event(i));
            evidence.caughtUp();
            for (long seq : new long[] {1, 63, 64, 65, 128, 129, 999, 1000}) {
                assertEquals("综合-" + seq, CanonicalJson.readObject(evidence.line(seq).bytes()).text("item"));
            }
            assertEquals(500, evidence.lines(300, 500).getLast().seq() - 299);
            assertThrows(IllegalArgumentException.class, () -> evidence.line(1001));
            assertThrows(IllegalArgumentException.class, () -> evidence.line(0));
        }
    }

    /** Byte at which the line with this number begins. */
    private static int lineStart(byte[] bytes, int number) {
        int at = 0;
        for (int line = 1; line < number; line++) {
            while (bytes[at] != '\n') at++;
            at++;
        }
        return at;
    }
}
