package conclave.view;

import conclave.meeting.event.Id;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Statements of one connection, prepared once. Domain values go in as they are. */
final class Sql {

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Sql(Connection connection) {
        this.connection = connection;
    }

    void run(String text, Object... values) throws SQLException {
        var statement = prepared.get(text);
        if (statement == null) {
            statement = connection.prepareStatement(text);
            prepared.put(text, statement);
        }
        for (int i = 0; i < values.length; i++) statement.setObject(i + 1, plain(values[i]));
        statement.executeUpdate();
    }

    /** A moment of the record, without anybody's time zone. */
    static OffsetDateTime moment(long millis) {
        return Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC);
    }

    private static Object plain(Object value) {
        return switch (value) {
            case null -> null;
            case Id id -> id.value();
            case Enum<?> constant -> constant.name();
            case Optional<?> maybe -> plain(maybe.orElse(null));
            default -> value;
        };
    }
}
