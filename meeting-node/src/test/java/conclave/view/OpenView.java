package conclave.view;

import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.meeting.event.Id.MeetingId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A view over a folder, and what its tables say, row by row. */
final class OpenView implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final View.Settings QUICK = new View.Settings(1000, 50, Duration.ofMillis(5));

    final View view;

    OpenView(Path folder) {
        this(folder, QUICK);
    }

    OpenView(Path folder, View.Settings settings) {
        view = new View(folder, settings);
    }

    /** The start of a node: the log is replayed, then the view follows. */
    static OpenView started(Path folder, Book book) {
        var open = new OpenView(folder);
        book.tell(open.view);
        open.view.follow(book);
        return open;
    }

    OpenView upTo(MeetingId meeting, long seq) throws InterruptedException {
        assertTrue(view.await(meeting, seq, PATIENCE), () -> "the tables stand at " + view.standing(meeting));
        return this;
    }

    OpenView current(Book book) throws InterruptedException {
        for (var meeting : book.meetings()) upTo(meeting, book.size(meeting));
        return this;
    }

    /** Every row of every table, in an order that does not depend on how it came to be. */
    String dump() throws SQLException {
        var out = new StringBuilder();
        for (var table : rows("SELECT table_name FROM information_schema.tables WHERE table_schema = 'PUBLIC' AND table_name <> 'STAMP' ORDER BY 1")) {
            out.append(table).append('\n');
            var columns = rows("SELECT COUNT(*) FROM information_schema.columns WHERE table_name = '" + table + "'").getFirst();
            var order = new StringBuilder("1");
            for (int i = 2; i <= Integer.parseInt(columns); i++) order.append(", ").append(i);
            for (var row : rows("SELECT * FROM " + table + " ORDER BY " + order)) out.append("  ").append(row).append('\n');
        }
        return out.toString();
    }

    List<String> rows(String question) throws SQLException {
        try (var reader = view.tables().reader(); var statement = reader.createStatement(); var rows = statement.executeQuery(question)) {
            var all = new ArrayList<String>();
            while (rows.next()) all.add(row(rows));
            return all;
        }
    }

    private static String row(ResultSet rows) throws SQLException {
        var line = new ArrayList<String>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            var decimal = rows.getObject(i) instanceof java.math.BigDecimal number ? number.stripTrailingZeros().toPlainString() : null;
            line.add(decimal != null ? decimal : String.valueOf(rows.getString(i)));
        }
        return String.join(" ", line);
    }

    @Override
    public void close() {
        view.close();
    }

    static void delete(Path folder) throws IOException {
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) Files.delete(file);
        }
    }
}
