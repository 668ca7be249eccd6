package conclave.view;

import static conclave.view.Sql.moment;

import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.MeetingId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoundId;
import conclave.meeting.event.SittingEvent;
import conclave.meeting.event.SittingEvent.Attended;
import conclave.meeting.event.SittingEvent.DraftSaved;
import conclave.meeting.event.SittingEvent.ExpertRecused;
import conclave.meeting.event.SittingEvent.RecusalLifted;
import conclave.meeting.event.SittingEvent.RoundClosed;
import conclave.meeting.event.SittingEvent.RoundOpened;
import conclave.meeting.event.SittingEvent.RoundReopened;
import conclave.meeting.event.SittingEvent.ScoreSubmitted;
import conclave.meeting.event.SittingEvent.ScoreVoided;
import conclave.meeting.event.SittingEvent.SignedIn;
import conclave.meeting.event.SittingEvent.SignedOut;
import conclave.meeting.event.SittingEvent.SittingClosed;
import conclave.meeting.event.SittingEvent.SittingOpened;
import java.sql.SQLException;

/** Rows of what goes on in the rooms. Reasons and opinions are ciphertext and stay in the record. */
final class SittingRows {

    private static final String ONE_SCORE = " WHERE meeting = ? AND round = ? AND applicant = ? AND expert = ?";

    private final Sql sql;

    SittingRows(Sql sql) {
        this.sql = sql;
    }

    void apply(MeetingId meeting, long seq, long at, SittingEvent event) throws SQLException {
        switch (event) {
            case SittingOpened e -> sql.run("MERGE INTO sitting VALUES (?, ?, ?, ?, ?, ?, NULL)",
                    meeting, e.room(), e.sitting(), e.day(), e.half(), moment(at));
            case SittingClosed e -> sql.run("UPDATE sitting SET closed_at = ? WHERE meeting = ? AND room = ? AND sitting = ?",
                    moment(at), meeting, e.room(), e.sitting());
            case Attended e -> sql.run("MERGE INTO attendance VALUES (?, ?, ?, ?, ?)",
                    meeting, e.room(), e.sitting(), e.person(), moment(at));
            case RoundOpened e -> sql.run("""
                    INSERT INTO round (meeting, round, room, number, opened_at, reopened) VALUES (?, ?, ?, ?, ?, 0)""",
                    meeting, e.round(), e.room(), e.number(), moment(at));
            case RoundClosed e -> sql.run("""
                    UPDATE round SET closed_at = ?, expected = ?, given = ?, missing = ? WHERE meeting = ? AND round = ?""",
                    moment(at), e.expected(), e.given(), e.missing(), meeting, e.round());
            case RoundReopened e -> reopen(meeting, e);
            case ScoreSubmitted e -> submit(meeting, seq, at, e);
            case ScoreVoided e -> voided(meeting, at, e);
            case ExpertRecused e -> sql.run("INSERT INTO recusal VALUES (?, ?, ?, ?, ?, ?, NULL)",
                    meeting, e.applicant(), e.expert(), seq, e.ground(), moment(at));
            case RecusalLifted e -> sql.run("""
                    UPDATE recusal SET lifted_at = ? WHERE meeting = ? AND applicant = ? AND expert = ? AND lifted_at IS NULL""",
                    moment(at), meeting, e.applicant(), e.expert());
            case SignedIn _, SignedOut _, DraftSaved _ -> { }
        }
    }

    /** The count of a round that is open again stands in the record only. */
    private void reopen(MeetingId meeting, RoundReopened e) throws SQLException {
        sql.run("""
                UPDATE round SET closed_at = NULL, expected = NULL, given = NULL, missing = NULL, tallied_at = NULL,
                  reopened = reopened + 1 WHERE meeting = ? AND round = ?""", meeting, e.round());
        sql.run("DELETE FROM tally_row WHERE meeting = ? AND round = ?", meeting, e.round());
    }

    private void submit(MeetingId meeting, long seq, long at, ScoreSubmitted e) throws SQLException {
        var when = moment(at);
        if (e.revision() == 1) {
            sql.run("INSERT INTO score VALUES (?, ?, ?, ?, ?, ?, ?, ?, FALSE)", meeting, e.round(), e.applicant(), e.expert(),
                    e.revision(), e.total(), when, seq);
        } else {
            dropMarks(meeting, e.round(), e.applicant(), e.expert());
            sql.run("UPDATE score SET revision = ?, total = ?, at = ?, seq = ?, voided = FALSE" + ONE_SCORE,
                    e.revision(), e.total(), when, seq, meeting, e.round(), e.applicant(), e.expert());
        }
        sql.run("INSERT INTO score_history VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL)", meeting, seq, e.round(), e.applicant(),
                e.expert(), e.revision(), e.total(), when);
        for (var mark : e.marks().entrySet()) {
            sql.run("INSERT INTO mark VALUES (?, ?, ?, ?)", meeting, seq, mark.getKey(), mark.getValue());
        }
    }

    private void voided(MeetingId meeting, long at, ScoreVoided e) throws SQLException {
        dropMarks(meeting, e.round(), e.applicant(), e.expert());
        sql.run("UPDATE score_history SET voided_at = ? WHERE meeting = ? AND seq = (SELECT seq FROM score" + ONE_SCORE + ")",
                moment(at), meeting, meeting, e.round(), e.applicant(), e.expert());
        sql.run("UPDATE score SET voided = TRUE" + ONE_SCORE, meeting, e.round(), e.applicant(), e.expert());
    }

    private void dropMarks(MeetingId meeting, RoundId round, ApplicantId applicant, PersonId expert) throws SQLException {
        sql.run("DELETE FROM mark WHERE meeting = ? AND seq = (SELECT seq FROM score" + ONE_SCORE + ")",
                meeting, meeting, round, applicant, expert);
    }
}
