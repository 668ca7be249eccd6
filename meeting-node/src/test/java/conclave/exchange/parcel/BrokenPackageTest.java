package conclave.exchange.parcel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged on the way, or stopped on the way: it is not there, and nothing of it is. */
class BrokenPackageTest {

    private static final long SEED = Long.getLong("conclave.seed", 20261121);

    @TempDir
    private Path temp;
    private Office office;
    private Venue venue;

    @BeforeEach
    void begin() throws IOException {
        office = new Office(temp);
        venue = new Venue(temp);
    }

    /** Densely in the signature and in the heads, here and there behind them: each costs an import with its syncs. The container's own test takes all. */
    @Test
    void aChangedByteAnywhereIsRefusedAndNothingIsLeft() throws IOException {
        office.volumeSize = 4000;
        var first = office.build("P");
        for (var file : List.of("P.mpkg", "P.mpkg.002", "P.mpkg.p7s")) {
            var place = first.resolveSibling(file);
            long length = Files.size(place);
            for (long at = 0; at < length; at += at < 128 || file.endsWith("p7s") ? 5 : 61) {
                flip(place, at);
                var outcome = venue.bring(first, Office.desk());
                var complaint = assertInstanceOf(Outcome.Turned.class, outcome, file + " at " + at).complaint();
                if (!file.endsWith("p7s")) assertEquals(file, complaint.facts().get("volume"), complaint.toString());
                flip(place, at);
            }
        }
        assertTrue(venue.files().isEmpty(), venue.files().toString());
        venue.taken(first);
    }

    /** The signature is wrong, or the volumes are not those that were signed: the tripwires say whether anything was opened. */
    @Test
    void nothingIsOpenedBeforeSignatureAndVolumesHold() throws IOException {
        var first = office.buildOf("P", "rubbish that no parser should ever see".getBytes(StandardCharsets.US_ASCII));
        var signature = first.resolveSibling("P.mpkg.p7s");
        flip(signature, Files.size(signature) - 2);
        venue.refused("signature.wrong", first, Office.tripwired());
        flip(signature, Files.size(signature) - 2);
        flip(first, 100);
        venue.refused("volume.hash", first, Office.tripwired());
        flip(first, 100);
        assertThrows(AssertionError.class, () -> venue.bring(first, Office.tripwired()), "the wires are live");
    }

    /** Nor where the package is somebody else's, too old or too late: all that stands in the statement. */
    @Test
    void nothingIsOpenedOfAPackageThatIsNotToBeTaken() throws IOException {
        office.notAfter = Office.TODAY.minusSeconds(1);
        venue.refused("package.expired", office.build("A"), Office.tripwired());
        office.notAfter = Office.TODAY.plusSeconds(1);
        office.recipients = List.of("ab".repeat(32));
        venue.refused("envelope.key-wanted", office.build("B"), Office.tripwired());
        office.recipients = List.of();
        venue.refused("import.predecessor-missing", office.next("C", "pkg-7", 7, "pkg-6"), Office.tripwired());
    }

    /** Stopped wherever progress is told: nothing is left, and the next time it is taken. */
    @Test
    void stoppedAnywhereNothingIsLeftAndTheNextTimeItIsTaken() throws IOException {
        office.volumeSize = 2000;
        var first = office.build("P");
        int stops = 0;
        for (int at = 1; ; at++) {
            var outcome = venue.bring(first, Office.desk(), new StopAt(at));
            if (outcome instanceof Outcome.Taken) break;
            assertEquals("import.stopped", assertInstanceOf(Outcome.Turned.class, outcome).complaint().code());
            assertTrue(venue.files().isEmpty(), "stop " + at + ": " + venue.files());
            stops++;
        }
        assertTrue(stops > 10, "stops " + stops);
        assertFalse(Files.exists(venue.data.resolve("intake/refusals.jsonl")));
    }

    /** As a process leaves it that was killed: half a copy, half a folder, and a whole one that no journal names. */
    @Test
    void whatAKilledImportLeftIsThrownAway() throws IOException {
        Shelf.open(venue.data).close();
        var intake = venue.data.resolve("intake");
        for (var folder : List.of("staging", "quarantine/data", "meetings/pkg-9/data")) {
            Files.createDirectories(intake.resolve(folder));
            Files.writeString(intake.resolve(folder).resolve("x"), "half");
        }
        Files.createSymbolicLink(intake.resolve("staging/link"), office.out);
        Shelf.open(venue.data).close();
        assertTrue(venue.files().isEmpty(), "what lies there in clear goes when anybody looks in: " + venue.files());
        var first = office.build("P");
        venue.taken(first);
        assertEquals(List.of("intake/meetings/pkg-1"), venue.files().keySet().stream().filter(name -> name.matches("intake/[^/]+/[^/]+")).toList());
        assertTrue(Files.exists(first), "the link was not followed");
    }

    /** The stick is exchanged after the copy: what was hashed is what is opened. */
    @Test
    void whatHappensToTheStickAfterTheCopyDoesNotMatter() throws IOException {
        var first = office.build("P");
        var pulled = new StopAt(Integer.MAX_VALUE) {
            @Override
            public void begin(Step step, long bytes) {
                if (step != Step.UNPACK) return;
                try {
                    Files.delete(first);
                    Files.delete(first.resolveSibling("P.mpkg.p7s"));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
        assertInstanceOf(Outcome.Taken.class, venue.bring(first, Office.desk(), pulled));
    }

    @Test
    void rubbishUnderTheRightNamesIsRefused() throws IOException {
        var random = new Random(SEED);
        for (int round = 0; round < 100; round++) {
            var first = office.out.resolve("R" + round + ".mpkg");
            for (var file : List.of(first, first.resolveSibling("R" + round + ".mpkg.p7s"))) {
                var bytes = new byte[random.nextInt(3000)];
                random.nextBytes(bytes);
                Files.write(file, bytes);
            }
            assertInstanceOf(Outcome.Turned.class, venue.bring(first, Office.desk()), "seed " + SEED + " round " + round);
        }
        assertTrue(venue.files().isEmpty());
        assertEquals(100, Files.readAllLines(venue.data.resolve("intake/refusals.jsonl")).size());
    }

    @Test
    void packingStoppedAnywhereLeavesNothing() throws IOException {
        var folder = temp.resolve("folder");
        office.volumeSize = 2000;
        for (int at = 1; ; at++) {
            try {
                new Packing(folder, office.order(), new StopAt(at)).into(office.out, "P");
                break;
            } catch (IOException stopped) {
                assertEquals("import.stopped", Packing.complaint(stopped).code());
                try (var left = Files.list(office.out)) {
                    assertEquals(List.of(), left.toList(), "stop " + at);
                }
            }
        }
        venue.taken(office.out.resolve("P.mpkg"));
    }

    private static void flip(Path file, long at) throws IOException {
        try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(at);
            int old = bytes.read();
            bytes.seek(at);
            bytes.write(old ^ 0x41);
        }
    }

    /** Somebody wants to stop when so much was told. */
    private static class StopAt implements Progress {
        private int left;

        StopAt(int calls) {
            left = calls;
        }

        @Override
        public void begin(Step step, long bytes) {
            // Only what passes counts.
        }

        @Override
        public void passed(long bytes) throws IOException {
            if (--left == 0) throw Progress.stopped();
        }
    }
}
