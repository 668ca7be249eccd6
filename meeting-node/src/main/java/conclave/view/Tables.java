package conclave.view;

import conclave.meeting.Meeting;
import conclave.meeting.event.Id.MeetingId;
import conclave.view.Inbox.Arrived;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.h2.engine.Constants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The H2 file while it is open. One thread writes; each batch and how far it brings us are one transaction. */
final class Tables implements AutoCloseable {

    /**
     * Nothing outside of this process gets in: no server, no mixed mode. 16 MiB of cache, old chunks given up at once (a
     * file that nobody closed is not used), compressed to a third, no tidying at the end (it made the file
     * larger), half of it may be stale (to keep it at nine tenths chunks were moved all the time, for as much as the rows took;
     * it is twice as large), no trace files, no hook of its own at the end of the process.
     */
    private static final String SETTINGS = ";CACHE_SIZE=16384;RETENTION_TIME=0;MAX_COMPACT_TIME=0;AUTO_COMPACT_FILL_RATE=50"
            + ";COMPRESS=TRUE;FILE_LOCK=FS;TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0;DB_CLOSE_ON_EXIT=FALSE";
    private static final Logger LOG = LoggerFactory.getLogger(Tables.class);

    /** The last line of a meeting that is in the tables, with enough of it to know it again. */
    record Bookmark(long seq, OffsetDateTime at, String by, String request) {
        static Bookmark of(Arrived last) {
            var fact = last.fact();
            return new Bookmark(last.seq(), Sql.moment(fact.at()), fact.by().value(), fact.request());
        }
    }

    private final ViewFolder folder;
    private final Connection connection;
    private final Sql sql;
    private final Projection projection;
    private final Map<MeetingId, Bookmark> bookmarks = new ConcurrentSkipListMap<>();
    private volatile boolean spoilt;

    private Tables(ViewFolder folder) throws SQLException, IOException {
        var fresh = folder.fresh();
        this.folder = folder;
        folder.leaveOpen();
        this.connection = DriverManager.getConnection(folder.url() + SETTINGS, "sa", "");
        try {
            if (fresh) make();
            else check();
            connection.setAutoCommit(false);
        } catch (SQLException | RuntimeException e) {
            abandon();
            throw e;
        }
        this.sql = new Sql(connection);
        this.projection = new Projection(sql);
    }

    /** What is there, or empty tables where there is nothing that can be used. */
    static Tables open(ViewFolder folder) throws SQLException, IOException {
        if (folder.doubtful()) {
            LOG.warn("The tables for statistics were not closed, or changed since, and are made again from the record.");
            folder.clear();
        }
        try {
            return new Tables(folder);
        } catch (SQLException | RuntimeException e) {
            LOG.warn("The tables for statistics cannot be used and are made again from the record: {}", e.getMessage());
            folder.clear();
            return new Tables(folder);
        }
    }

    private void make() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(resource("schema.sql"));
        }
        try (var insert = connection.prepareStatement("INSERT INTO stamp VALUES (?)")) {
            insert.setString(1, stamp());
            insert.executeUpdate();
        }
    }

    private void check() throws SQLException {
        try (var statement = connection.createStatement()) {
            try (var made = statement.executeQuery("SELECT made_by FROM stamp")) {
                if (!made.next() || !made.getString(1).equals(stamp())) throw new SQLException("they were made by another version");
            }
            try (var rows = statement.executeQuery("SELECT meeting, seq, at, by_whom, request FROM bookmark")) {
                while (rows.next()) {
                    bookmarks.put(new MeetingId(rows.getString(1)), new Bookmark(rows.getLong(2),
                            rows.getObject(3, OffsetDateTime.class), rows.getString(4), rows.getString(5)));
                }
            }
        }
    }

    /** Everything that the rows depend on beside the facts. */
    private static String stamp() {
        return "H2 " + Constants.VERSION + "\n" + Meeting.RULES + "\n" + resource("schema.sql");
    }

    static String resource(String name) {
        try (var in = Tables.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("the program is incomplete: " + name, e);
        }
    }

    Map<MeetingId, Bookmark> bookmarks() {
        return bookmarks;
    }

    long reached(MeetingId meeting) {
        var bookmark = bookmarks.get(meeting);
        return bookmark == null ? 0 : bookmark.seq();
    }

    /** All of these or none, with the bookmarks that say so. Each must be the one after the last. */
    void apply(List<Arrived> batch) throws SQLException {
        var next = new TreeMap<MeetingId, Bookmark>();
        for (var one : batch) {
            projection.apply(one.meeting(), one.seq(), one.fact());
            next.put(one.meeting(), Bookmark.of(one));
        }
        for (var entry : next.entrySet()) {
            var mark = entry.getValue();
            sql.run("MERGE INTO bookmark VALUES (?, ?, ?, ?, ?)", entry.getKey(), mark.seq(), mark.at(), mark.by(), mark.request());
        }
        connection.commit();
        bookmarks.putAll(next);
    }

    /** For a question: sees whole batches only and can change nothing. */
    Connection reader() throws SQLException {
        var reader = DriverManager.getConnection(folder.url() + ";IFEXISTS=TRUE", "reader", "");
        reader.setReadOnly(true);
        return reader;
    }

    /** Somebody could not read here. */
    void distrust() {
        spoilt = true;
    }

    boolean isFine() {
        return !spoilt;
    }

    /** In order: everything is on the disk, and the next start goes on from here. */
    @Override
    public void close() throws SQLException, IOException {
        try (connection; var statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        }
        folder.leaveClosed();
    }

    /** As it is; the file is of no use any more. */
    void abandon() {
        try (connection; var statement = connection.createStatement()) {
            statement.execute("SHUTDOWN IMMEDIATELY");
        } catch (SQLException e) {
            LOG.debug("The tables had closed already: {}", e.getMessage());
        }
    }
}
