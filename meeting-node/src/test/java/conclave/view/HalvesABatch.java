package conclave.view;

import conclave.meeting.TestMeeting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.h2.api.Trigger;

/**
 * A process of its own that is gone in the middle of a batch, and of a score: when the score's rows stand and the first
 * of its marks is to follow, it waits until H2 has written what it had to the file, and halts. Arguments: folder, seed,
 * steps, the line up to which all goes well, the line from which on it is deadly.
 */
final class HalvesABatch {

    static final int GONE = 7;
    private static volatile Path folder;
    private static volatile long deadly;

    private HalvesABatch() {
    }

    public static void main(String[] arguments) throws InterruptedException, SQLException {
        folder = Path.of(arguments[0]);
        deadly = Long.parseLong(arguments[4]);
        var well = Long.parseLong(arguments[3]);
        var book = book(Long.parseLong(arguments[1]), Integer.parseInt(arguments[2]));
        try (var view = new View(folder, new View.Settings(10, 100, Duration.ofMillis(5)))) {
            book.tell(view, TestMeeting.ID, 1, well);
            view.follow(book);
            view.await(TestMeeting.ID, well, OpenView.PATIENCE);
            setTheTrap();
            book.tell(view, TestMeeting.ID, well + 1, book.size(TestMeeting.ID));
            view.await(TestMeeting.ID, book.size(TestMeeting.ID), OpenView.PATIENCE);
        }
        throw new IllegalStateException("it was to halt before the end");
    }

    static Book book(long seed, int steps) {
        return new Book().with(TestMeeting.ID, RandomMeeting.of(seed, steps).facts());
    }

    private static void setTheTrap() throws SQLException {
        try (var owner = DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("tables"), "sa", "");
             var statement = owner.createStatement()) {
            statement.execute("CREATE TRIGGER trap BEFORE INSERT ON mark FOR EACH ROW CALL '" + Trap.class.getName() + "'");
        }
    }

    /** It stays in the file, and does nothing in a process that did not set it. */
    public static final class Trap implements Trigger {

        @Override
        public void fire(Connection connection, Object[] before, Object[] after) {
            if (folder == null || ((Number) after[1]).longValue() < deadly) return;
            try {
                var file = folder.resolve("tables.mv.db");
                var written = Files.getLastModifiedTime(file);
                while (Files.getLastModifiedTime(file).equals(written)) Thread.onSpinWait();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Runtime.getRuntime().halt(GONE);
        }
    }
}
