package conclave.view;

import conclave.meeting.event.AmendmentEvent;
import conclave.meeting.event.Fact;
import conclave.meeting.event.Id.MeetingId;
import conclave.meeting.event.IntakeEvent;
import conclave.meeting.event.PrepareEvent;
import conclave.meeting.event.RuleEvent;
import conclave.meeting.event.SittingEvent;
import conclave.meeting.event.TallyEvent;
import conclave.meeting.event.TransferEvent;
import java.sql.SQLException;

/** What each fact changes in the tables. The same facts in the same order always lead to the same rows. */
final class Projection {

    private final IntakeRows intake;
    private final SheetRows sheets;
    private final SittingRows sitting;
    private final ResultRows result;

    Projection(Sql sql) {
        this.sheets = new SheetRows(sql);
        this.intake = new IntakeRows(sql, sheets);
        this.sitting = new SittingRows(sql);
        this.result = new ResultRows(sql);
    }

    void apply(MeetingId meeting, long seq, Fact fact) throws SQLException {
        switch (fact.event()) {
            case IntakeEvent e -> intake.apply(meeting, fact.at(), e);
            case AmendmentEvent e -> intake.apply(meeting, e);
            // Who answered for which page is asked of the record; no statistics are made of it.
            case PrepareEvent _ -> { }
            case RuleEvent e -> sheets.apply(meeting, fact.at(), e, sitting);
            case SittingEvent e -> sitting.apply(meeting, seq, fact.at(), e);
            case TallyEvent e -> result.apply(meeting, seq, fact.at(), e);
            case TransferEvent e -> result.apply(meeting, fact.at(), e);
        }
    }
}
