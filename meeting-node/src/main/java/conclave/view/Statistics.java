package conclave.view;

import conclave.meeting.event.Half;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.MeetingId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Id.RoundId;
import conclave.meeting.event.Id.SittingId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Questions that are always asked. Each is a file beside this class; who may see the answer is for the asker to settle. */
public final class Statistics {

    public record RoomProgress(RoomId room, String code, Optional<RoundId> round, boolean open, int expected, int given) {
    }

    /** Deviation: this expert's mean less the mean of all scores of the round. */
    public record ExpertMean(RoomId room, RoundId round, PersonId expert, int scores, BigDecimal mean, BigDecimal deviation) {
    }

    public record Incomplete(RoomId room, ApplicantId applicant, String code, int expected, int given) {
    }

    public record HalfDay(String day, Half half, RoomId room, SittingId sitting, boolean open, int expected, int present) {
    }

    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private final View view;

    Statistics(View view) {
        this.view = view;
    }

    public List<RoomProgress> progressPerRoom(MeetingId meeting) {
        return ask("progress_per_room", meeting, row -> new RoomProgress(room(row), row.getString("code"),
                Optional.ofNullable(row.getString("round")).map(RoundId::new), row.getBoolean("is_open"),
                row.getInt("expected"), row.getInt("given")));
    }

    public List<ExpertMean> expertMeans(MeetingId meeting) {
        return ask("expert_means", meeting, row -> new ExpertMean(room(row), new RoundId(row.getString("round")),
                new PersonId(row.getString("expert")), row.getInt("scores"), row.getBigDecimal("mean"), row.getBigDecimal("deviation")));
    }

    public List<Incomplete> incompleteApplicants(MeetingId meeting) {
        return ask("incomplete_applicants", meeting, row -> new Incomplete(room(row), new ApplicantId(row.getString("applicant")),
                row.getString("code"), row.getInt("expected"), row.getInt("given")));
    }

    public List<HalfDay> attendancePerHalfDay(MeetingId meeting) {
        return ask("attendance_per_half_day", meeting, row -> new HalfDay(row.getString("on_day"), Half.valueOf(row.getString("half_day")),
                room(row), new SittingId(row.getString("sitting")), row.getBoolean("is_open"), row.getInt("expected"), row.getInt("present")));
    }

    private static RoomId room(ResultSet row) throws SQLException {
        return new RoomId(row.getString("room"));
    }

    private <T> List<T> ask(String question, MeetingId meeting, Row<T> row) {
        var tables = view.tables();
        try (var reader = tables.reader(); var statement = reader.prepareStatement(Tables.resource(question + ".sql"))) {
            statement.setString(1, meeting.value());
            var answer = new ArrayList<T>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) answer.add(row.read(rows));
            }
            return answer;
        } catch (SQLException e) {
            tables.distrust();
            throw new ViewFault("the tables for statistics cannot be read: " + e.getMessage(), e);
        }
    }
}
