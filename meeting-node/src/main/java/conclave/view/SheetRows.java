package conclave.view;

import static conclave.view.Sql.moment;

import conclave.meeting.event.Id.MeetingId;
import conclave.meeting.event.RuleEvent;
import conclave.meeting.event.RuleEvent.ApplicantCounted;
import conclave.meeting.event.RuleEvent.ScoreReturned;
import conclave.meeting.event.RuleEvent.SheetApproved;
import conclave.meeting.event.RuleEvent.SheetProposed;
import conclave.meeting.event.RuleEvent.SheetReplaced;
import conclave.meeting.event.Sheet;
import conclave.meeting.event.Sheet.Indicator;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;

/** Rows of the score sheets, version by version, and of what they counted. */
final class SheetRows {

    private final Sql sql;

    SheetRows(Sql sql) {
        this.sql = sql;
    }

    void apply(MeetingId meeting, long at, RuleEvent event, SittingRows sitting) throws SQLException {
        switch (event) {
            case ApplicantCounted e -> sql.run("""
                    UPDATE applicant SET automatic = ?, bonus = ?, deduction = ?, eligibility = ?, because = ?
                      WHERE meeting = ? AND applicant = ?""", e.automatic(), e.bonus(), e.deduction(), e.eligibility(), e.because(),
                    meeting, e.applicant());
            case SheetProposed e -> insert(meeting, e.sheet(), moment(at), false);
            case SheetApproved _ -> { }
            case SheetReplaced e -> sql.run("UPDATE sheet SET in_force = (version = ?) WHERE meeting = ? AND sheet = ?",
                    e.version(), meeting, e.sheet());
            case ScoreReturned e -> sitting.voided(meeting, at, e.round(), e.applicant(), e.expert());
        }
    }

    /** A proposal may be made again before it is approved: the later one is what is voted on. */
    void insert(MeetingId meeting, Sheet sheet, OffsetDateTime proposed, boolean inForce) throws SQLException {
        sql.run("DELETE FROM indicator WHERE meeting = ? AND sheet = ? AND version = ?", meeting, sheet.code(), sheet.version());
        sql.run("MERGE INTO sheet VALUES (?, ?, ?, ?, ?, ?, ?, ?)", meeting, sheet.code(), sheet.version(), sheet.title(), sheet.total(),
                sheet.finalMax(), proposed, inForce);
        insert(meeting, sheet, null, sheet.indicators(), 0);
    }

    /** The tree in the order in which it is printed; gives the number of the last one. */
    private int insert(MeetingId meeting, Sheet sheet, String above, List<Indicator> indicators, int place) throws SQLException {
        for (var i : indicators) {
            sql.run("INSERT INTO indicator VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", meeting, sheet.code(), sheet.version(), i.code(),
                    above, ++place, i.children().isEmpty(), i.name(), i.nameEn(), i.kind(), i.min(), i.max(), i.step());
            place = insert(meeting, sheet, i.code(), i.children(), place);
        }
        return place;
    }
}
