package conclave.view;

import conclave.meeting.TestMeeting;
import conclave.meeting.event.Fact;
import conclave.meeting.event.SittingEvent.ScoreSubmitted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A process of its own that is gone in the middle of a batch, and of a score: it waits until H2 has written what it had
 * to the file, and halts. Arguments: folder, seed, steps, the line from which on the next score is the last thing it does.
 */
final class HalvesABatch {

    static final int BATCH = 100;

    private HalvesABatch() {
    }

    public static void main(String[] arguments) throws InterruptedException {
        var folder = Path.of(arguments[0]);
        var book = book(Long.parseLong(arguments[1]), Integer.parseInt(arguments[2]));
        try (var view = new View(folder, new View.Settings(10, BATCH, Duration.ofMillis(5)))) {
            book.tell(view);
            view.follow((meeting, first, count) -> deadly(folder, book.read(meeting, first, count), Long.parseLong(arguments[3])));
            view.await(TestMeeting.ID, book.size(TestMeeting.ID), OpenView.PATIENCE);
        }
        throw new IllegalStateException("it was to halt before the end");
    }

    static Book book(long seed, int steps) {
        return new Book().with(TestMeeting.ID, RandomMeeting.of(seed, steps).facts());
    }

    private static List<Numbered> deadly(Path folder, List<Numbered> lines, long from) {
        return lines.stream().map(line -> line.seq() >= from && line.fact().event() instanceof ScoreSubmitted score
                ? new Numbered(line.seq(), deadly(folder, line.fact(), score)) : line).toList();
    }

    private static Fact deadly(Path folder, Fact fact, ScoreSubmitted e) {
        return new Fact(fact.at(), fact.by(), fact.key(), fact.request(), new ScoreSubmitted(e.round(), e.expert(), e.applicant(),
                e.revision(), new LastMarks(folder, e.marks()), e.total(), e.opinion()));
    }

    /** Marks that are read once, when the rows of the score stand and those of its marks do not. */
    private static final class LastMarks extends TreeMap<String, BigDecimal> {

        private static final long serialVersionUID = 1;

        private final transient Path folder;

        LastMarks(Path folder, SortedMap<String, BigDecimal> marks) {
            super(marks);
            this.folder = folder;
        }

        @Override
        public Set<Map.Entry<String, BigDecimal>> entrySet() {
            if (folder == null) return super.entrySet();
            try {
                var file = folder.resolve("tables.mv.db");
                var before = Files.getLastModifiedTime(file);
                while (Files.getLastModifiedTime(file).equals(before)) Thread.onSpinWait();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Runtime.getRuntime().halt(7);
            throw new IllegalStateException("gone");
        }
    }
}
