package conclave.exchange.parcel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk fills or the medium fails, at whichever step: it is said which of both, nothing is left, and the next time the package is taken. */
class FailingMediaTest {

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
    void whereverItFailsNothingIsLeftAndTheNextTimeItIsTaken() throws IOException {
        var first = office.build("P");
        for (var fault : Map.of("No space left on device", "import.space", "Input/output error", "import.unreadable").entrySet()) {
            var steps = EnumSet.noneOf(Progress.Step.class);
            var fresh = new Venue(temp.resolve(fault.getValue()));
            for (int at = 1; ; at++) {
                var failing = new FailAt(at, fault.getKey());
                var outcome = fresh.bring(first, Office.desk(), failing);
                if (outcome instanceof Outcome.Taken) break;
                assertEquals(fault.getValue(), assertInstanceOf(Outcome.Turned.class, outcome).complaint().code());
                assertTrue(fresh.files().isEmpty(), failing.step + ": " + fresh.files());
                steps.add(failing.step);
            }
            assertEquals(EnumSet.of(Progress.Step.COPY, Progress.Step.UNPACK, Progress.Step.SYNC), steps);
        }
    }

    /** The last step of all: the package lies there, and its line cannot be written any more. */
    @Test
    void aJournalThatCannotBeWrittenIsAnImportThatWasNot() throws IOException {
        var first = office.build("P");
        Shelf.open(venue.data).close();
        var journal = venue.data.resolve("intake/journal.jsonl");
        Files.createSymbolicLink(journal, Path.of("a/folder/that/is/gone"));
        assertEquals("import.unreadable", assertInstanceOf(Outcome.Turned.class, venue.bring(first, Office.desk())).complaint().code());
        assertFalse(Files.exists(venue.data.resolve("intake/meetings/pkg-1")));
        Files.delete(journal);
        venue.taken(first);
    }

    /** Pulled out while it is copied, and put in again by somebody who saw nothing. */
    @Test
    void aStickThatEndsInTheMidstOfAVolumeIsNamed() throws IOException {
        office.volumeSize = 6000;
        var first = office.build("P");
        var second = first.resolveSibling("P.mpkg.002");
        var whole = Files.readAllBytes(second);
        try (var cut = new RandomAccessFile(second.toFile(), "rw")) {
            cut.setLength(whole.length / 2);
        }
        assertEquals("P.mpkg.002", venue.refused("volume.size", first, Office.desk()).facts().get("volume"));
        Files.write(second, whole);
        venue.taken(first);
    }

    /** As a machine would that lost its medium when so much had passed. */
    private static final class FailAt implements Progress {
        private int left;
        private final String words;
        private Step step = Step.CHECK;

        FailAt(int calls, String words) {
            this.left = calls;
            this.words = words;
        }

        @Override
        public void begin(Step step, long bytes) {
            this.step = step;
        }

        @Override
        public void passed(long bytes) throws IOException {
            if (--left == 0) throw new IOException(words);
        }
    }
}
