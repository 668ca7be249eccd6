package conclave.view;

import static conclave.view.Sql.moment;

import conclave.meeting.event.Id.MeetingId;
import conclave.meeting.event.Id.RoundId;
import conclave.meeting.event.TallyEvent.BallotCounted;
import conclave.meeting.event.TallyEvent.BallotVoided;
import conclave.meeting.event.TallyEvent.CandidatesSettled;
import conclave.meeting.event.TallyEvent.TallyComputed;
import conclave.meeting.event.TallyEvent;
import conclave.meeting.event.TransferEvent.MeetingSealed;
import conclave.meeting.event.TransferEvent.ReopeningAsked;
import conclave.meeting.event.TransferEvent.RoomReopened;
import conclave.meeting.event.TransferEvent.SignedWithoutRound;
import conclave.meeting.event.TransferEvent.TallySignedOff;
import conclave.meeting.event.TransferEvent;
import java.sql.SQLException;

/** Rows of the counts and of what was put under them. Nothing is counted here: what the rules came to is copied. */
final class ResultRows {

    private final Sql sql;

    ResultRows(Sql sql) {
        this.sql = sql;
    }

    void apply(MeetingId meeting, long seq, long at, TallyEvent event) throws SQLException {
        switch (event) {
            case TallyComputed e -> insert(meeting, at, e);
            case BallotCounted e -> insert(meeting, at, e);
            case BallotVoided e -> {
                sql.run("MERGE INTO ballot VALUES (?, ?, ?, ?, NULL, ?)", meeting, e.round(), e.issued(), e.returned(), e.reason());
                tallied(meeting, at, e.round());
            }
            case CandidatesSettled e -> insert(meeting, seq, e);
        }
    }

    private void insert(MeetingId meeting, long at, TallyComputed e) throws SQLException {
        sql.run("DELETE FROM tally_row WHERE meeting = ? AND round = ?", meeting, e.round());
        var place = 0;
        for (var r : e.rows()) {
            sql.run("INSERT INTO tally_row VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", meeting, e.round(), r.applicant(), ++place,
                    r.rank(), r.scores(), r.dropped(), r.expert(), r.automatic(), r.bonus(), r.deduction(), r.total(), r.vetoed(),
                    r.range(), r.diverged());
        }
        tallied(meeting, at, e.round());
    }

    private void insert(MeetingId meeting, long at, BallotCounted e) throws SQLException {
        sql.run("MERGE INTO ballot VALUES (?, ?, ?, ?, ?, NULL)", meeting, e.round(), e.issued(), e.returned(), e.valid());
        sql.run("DELETE FROM vote WHERE meeting = ? AND round = ?", meeting, e.round());
        for (var v : e.votes()) {
            sql.run("INSERT INTO vote VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", meeting, e.round(), v.applicant(), v.yes(), v.against(),
                    v.abstained(), v.denominator(), v.needed(), v.place(), v.effect(), v.tied());
        }
        tallied(meeting, at, e.round());
    }

    private void insert(MeetingId meeting, long seq, CandidatesSettled e) throws SQLException {
        sql.run("DELETE FROM settled WHERE meeting = ? AND room = ? AND stage = ?", meeting, e.room(), e.stage());
        var place = 0;
        for (var s : e.candidates()) {
            sql.run("INSERT INTO settled VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", meeting, e.room(), e.stage(), s.applicant(), ++place,
                    s.rank(), s.total(), s.effect(), s.tied(), s.reason(), seq);
        }
    }

    private void tallied(MeetingId meeting, long at, RoundId round) throws SQLException {
        sql.run("UPDATE round SET tallied_at = ? WHERE meeting = ? AND round = ?", moment(at), meeting, round);
    }

    void apply(MeetingId meeting, long at, TransferEvent event) throws SQLException {
        switch (event) {
            case TallySignedOff e -> sql.run("INSERT INTO signature VALUES (?, ?, ?, ?)", meeting, e.round(), e.chair(), moment(at));
            case SignedWithoutRound e -> sql.run("INSERT INTO room_signature VALUES (?, ?, ?, ?, ?)", meeting, e.room(), e.chair(), e.applicants().size(),
                    moment(at));
            case MeetingSealed _ -> seal(meeting, at);
            case RoomReopened e -> reopen(meeting, e);
            case ReopeningAsked _ -> { }
        }
    }

    private void reopen(MeetingId meeting, RoomReopened e) throws SQLException {
        if (e.round().isPresent()) sql.run("DELETE FROM signature WHERE meeting = ? AND round = ?", meeting, e.round().get());
        sql.run("DELETE FROM room_signature WHERE meeting = ? AND room = ?", meeting, e.room());
        sql.run("UPDATE meeting SET sealed_at = NULL WHERE meeting = ?", meeting);
    }

    /** With the seal every half-day ends that nobody had closed. */
    private void seal(MeetingId meeting, long at) throws SQLException {
        sql.run("UPDATE sitting SET closed_at = ? WHERE meeting = ? AND closed_at IS NULL", moment(at), meeting);
        sql.run("UPDATE pause SET ended_at = ? WHERE meeting = ? AND ended_at IS NULL", moment(at), meeting);
        sql.run("UPDATE meeting SET sealed_at = ? WHERE meeting = ?", moment(at), meeting);
    }
}
