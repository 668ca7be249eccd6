package conclave.view;

import static conclave.view.Sql.moment;

import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.MeetingId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoundId;
import conclave.meeting.event.Role;
import conclave.meeting.event.SittingEvent.ApplicantCalled;
import conclave.meeting.event.SittingEvent.Attended;
import conclave.meeting.event.SittingEvent.BallotAnnounced;
import conclave.meeting.event.SittingEvent.BoxOpened;
import conclave.meeting.event.SittingEvent.CardRenewed;
import conclave.meeting.event.SittingEvent.DraftSaved;
import conclave.meeting.event.SittingEvent.ExpertRecused;
import conclave.meeting.event.SittingEvent.ExpertSwapped;
import conclave.meeting.event.SittingEvent.IssuingClosed;
import conclave.meeting.event.SittingEvent.PaperCast;
import conclave.meeting.event.SittingEvent.PapersCounted;
import conclave.meeting.event.SittingEvent.RecusalLifted;
import conclave.meeting.event.SittingEvent.RoomPaused;
import conclave.meeting.event.SittingEvent.RoomResumed;
import conclave.meeting.event.SittingEvent.RoundClosed;
import conclave.meeting.event.SittingEvent.RoundOpened;
import conclave.meeting.event.SittingEvent.RoundReopened;
import conclave.meeting.event.SittingEvent.ScoreSubmitted;
import conclave.meeting.event.SittingEvent.ScoreVoided;
import conclave.meeting.event.SittingEvent.SignedIn;
import conclave.meeting.event.SittingEvent.SignedOut;
import conclave.meeting.event.SittingEvent.SittingClosed;
import conclave.meeting.event.SittingEvent.SittingOpened;
import conclave.meeting.event.SittingEvent.TokenIssued;
import conclave.meeting.event.SittingEvent;
import java.sql.SQLException;
import java.util.List;

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
            case SittingClosed e -> close(meeting, at, e);
            case RoomPaused e -> sql.run("INSERT INTO pause VALUES (?, ?, ?, ?, ?, NULL)", meeting, e.room(), seq, e.reason(), moment(at));
            case RoomResumed e -> sql.run("UPDATE pause SET ended_at = ? WHERE meeting = ? AND room = ? AND ended_at IS NULL",
                    moment(at), meeting, e.room());
            case Attended e -> sql.run("MERGE INTO attendance VALUES (?, ?, ?, ?, ?)",
                    meeting, e.room(), e.sitting(), e.person(), moment(at));
            case RoundOpened e -> open(meeting, seq, at, e);
            case RoundClosed e -> sql.run("""
                    UPDATE round SET closed_at = ?, expected = ?, given = ?, missing = ? WHERE meeting = ? AND round = ?""",
                    moment(at), e.expected(), e.given(), e.missing(), meeting, e.round());
            case RoundReopened e -> reopen(meeting, e);
            case ScoreSubmitted e -> submit(meeting, seq, at, e);
            case ScoreVoided e -> voided(meeting, at, e.round(), e.applicant(), e.expert());
            case ExpertRecused e -> sql.run("INSERT INTO recusal VALUES (?, ?, ?, ?, ?, ?, NULL)",
                    meeting, e.applicant(), e.expert(), seq, e.ground(), moment(at));
            case RecusalLifted e -> sql.run("""
                    UPDATE recusal SET lifted_at = ? WHERE meeting = ? AND applicant = ? AND expert = ? AND lifted_at IS NULL""",
                    moment(at), meeting, e.applicant(), e.expert());
            case ExpertSwapped e -> swap(meeting, at, e);
            // Who wrote what on a paper is nobody's statistics.
            case SignedIn _, SignedOut _, CardRenewed _, DraftSaved _, ApplicantCalled _, PaperCast _, PapersCounted _, BallotAnnounced _, TokenIssued _,
                 IssuingClosed _, BoxOpened _ -> { }
        }
    }

    /** A pause that nobody has ended ends with the half-day. */
    private void close(MeetingId meeting, long at, SittingClosed e) throws SQLException {
        sql.run("UPDATE sitting SET closed_at = ? WHERE meeting = ? AND room = ? AND sitting = ?", moment(at), meeting, e.room(), e.sitting());
        sql.run("UPDATE pause SET ended_at = ? WHERE meeting = ? AND room = ? AND ended_at IS NULL", moment(at), meeting, e.room());
    }

    private void open(MeetingId meeting, long seq, long at, RoundOpened e) throws SQLException {
        sql.run("""
                INSERT INTO round (meeting, round, room, stage, number, candidates, issued, seq, opened_at, reopened)
                  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0)""",
                meeting, e.round(), e.room(), e.stage(), e.number(), e.candidates().size(), e.electors().size(), seq, moment(at));
        var place = 0;
        for (var candidate : e.candidates()) sql.run("INSERT INTO candidate VALUES (?, ?, ?, ?)", meeting, e.round(), candidate, ++place);
    }

    /** The count of a round that is open again stands in the record only. */
    private void reopen(MeetingId meeting, RoundReopened e) throws SQLException {
        sql.run("""
                UPDATE round SET closed_at = NULL, expected = NULL, given = NULL, missing = NULL, tallied_at = NULL,
                  reopened = reopened + 1 WHERE meeting = ? AND round = ?""", meeting, e.round());
        for (var table : List.of("tally_row", "vote", "ballot")) sql.run("DELETE FROM " + table + " WHERE meeting = ? AND round = ?", meeting, e.round());
        // What was ranked and cut on that count has fallen with it; what came before the round stands.
        sql.run("""
                DELETE FROM settled WHERE meeting = ? AND room = (SELECT room FROM round WHERE meeting = ? AND round = ?)
                  AND seq > (SELECT seq FROM round WHERE meeting = ? AND round = ?)""",
                meeting, meeting, e.round(), meeting, e.round());
    }

    private void submit(MeetingId meeting, long seq, long at, ScoreSubmitted e) throws SQLException {
        var when = moment(at);
        if (e.revision() == 1) {
            sql.run("INSERT INTO score VALUES (?, ?, ?, ?, ?, ?, ?, ?, FALSE)", meeting, e.round(), e.applicant(), e.expert(),
                    e.revision(), e.total(), when, seq);
        } else {
            sql.run("UPDATE score SET revision = ?, total = ?, at = ?, seq = ?, voided = FALSE" + ONE_SCORE,
                    e.revision(), e.total(), when, seq, meeting, e.round(), e.applicant(), e.expert());
        }
        sql.run("INSERT INTO score_history VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL)", meeting, seq, e.round(), e.applicant(),
                e.expert(), e.revision(), e.total(), when);
        for (var mark : e.marks().entrySet()) {
            sql.run("INSERT INTO mark VALUES (?, ?, ?, ?)", meeting, seq, mark.getKey(), mark.getValue());
        }
    }

    private void swap(MeetingId meeting, long at, ExpertSwapped e) throws SQLException {
        sql.run("INSERT INTO swap VALUES (?, ?, ?, ?, ?)", meeting, e.room(), e.leaving(), e.coming(), moment(at));
        sql.run("DELETE FROM seat WHERE meeting = ? AND person = ? AND room = ? AND role = ?", meeting, e.leaving(), e.room(), Role.EXPERT);
        sql.run("UPDATE seat SET role = ? WHERE meeting = ? AND person = ? AND room = ? AND role = ?", Role.EXPERT, meeting, e.coming(),
                e.room(), Role.ALTERNATE);
    }

    /** Whoever joins marks to scores gets none of a score that does not count. */
    void voided(MeetingId meeting, long at, RoundId round, ApplicantId applicant, PersonId expert) throws SQLException {
        sql.run("DELETE FROM mark WHERE meeting = ? AND seq = (SELECT seq FROM score" + ONE_SCORE + ")", meeting, meeting, round, applicant, expert);
        sql.run("UPDATE score_history SET voided_at = ? WHERE meeting = ? AND seq = (SELECT seq FROM score" + ONE_SCORE + ")",
                moment(at), meeting, meeting, round, applicant, expert);
        sql.run("UPDATE score SET voided = TRUE" + ONE_SCORE, meeting, round, applicant, expert);
    }
}
