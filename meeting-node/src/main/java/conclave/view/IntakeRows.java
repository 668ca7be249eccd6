package conclave.view;

import static conclave.view.Sql.moment;

import conclave.meeting.event.Id.MeetingId;
import conclave.meeting.event.IntakeEvent;
import conclave.meeting.event.IntakeEvent.ImportBegun;
import conclave.meeting.event.IntakeEvent.ImportCompleted;
import conclave.meeting.event.IntakeEvent.ItemImported;
import conclave.meeting.event.IntakeEvent.MeetingFounded;
import conclave.meeting.event.Item;
import conclave.meeting.event.Item.Indicator;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;

/** Rows of what the package brought. They stand from the first piece on and count once {@code imported_at} is set. */
final class IntakeRows {

    private static final List<String> BROUGHT = List.of("room", "indicator", "applicant", "seat");

    private final Sql sql;

    IntakeRows(Sql sql) {
        this.sql = sql;
    }

    void apply(MeetingId meeting, long at, IntakeEvent event) throws SQLException {
        switch (event) {
            case MeetingFounded e -> sql.run("INSERT INTO meeting (meeting, rehearsal, rules, founded_at) VALUES (?, ?, ?, ?)",
                    meeting, meeting.rehearsal(), e.rules(), moment(at));
            case ImportBegun _ -> startAnew(meeting);
            case ItemImported e -> insert(meeting, e.item());
            case ImportCompleted _ -> sql.run("UPDATE meeting SET imported_at = ? WHERE meeting = ?", moment(at), meeting);
        }
    }

    /** What had come in of an earlier attempt is dropped; what it said about the meeting is said again. */
    private void startAnew(MeetingId meeting) throws SQLException {
        for (var table : BROUGHT) sql.run("DELETE FROM " + table + " WHERE meeting = ?", meeting);
        sql.run("""
                UPDATE meeting SET title = NULL, title_en = NULL, organizer = NULL, committee = NULL, committee_size = NULL,
                  policy = NULL, opens = NULL, closes = NULL, sheet = NULL, sheet_total = NULL, final_max = NULL, mode = NULL,
                  aggregate = NULL, trim_from = NULL, scale = NULL, profile = NULL, quorum_numerator = NULL,
                  quorum_denominator = NULL WHERE meeting = ?""", meeting);
    }

    private void insert(MeetingId meeting, Item item) throws SQLException {
        switch (item) {
            case Item.Description d -> sql.run("""
                    UPDATE meeting SET title = ?, title_en = ?, organizer = ?, committee = ?, committee_size = ?, policy = ?,
                      opens = ?, closes = ? WHERE meeting = ?""", d.title(), d.titleEn(), d.organizer(), d.committee(),
                    d.committeeSize(), d.policy(), d.opens(), d.closes(), meeting);
            case Item.Sheet s -> insert(meeting, s);
            case Item.Mode m -> sql.run("UPDATE meeting SET mode = ?, aggregate = ?, trim_from = ?, scale = ? WHERE meeting = ?",
                    m.code(), m.aggregate(), m.trimFrom(), m.scale(), meeting);
            case Item.Profile p -> sql.run(
                    "UPDATE meeting SET profile = ?, quorum_numerator = ?, quorum_denominator = ? WHERE meeting = ?",
                    p.code(), p.quorumNumerator(), p.quorumDenominator(), meeting);
            case Item.Room r -> sql.run("INSERT INTO room VALUES (?, ?, ?, ?, ?)",
                    meeting, r.id(), r.code(), r.name(), r.specialty());
            case Item.Person p -> insert(meeting, p);
            case Item.Applicant a -> insert(meeting, a);
        }
    }

    private void insert(MeetingId meeting, Item.Sheet sheet) throws SQLException {
        sql.run("UPDATE meeting SET sheet = ?, sheet_total = ?, final_max = ? WHERE meeting = ?",
                sheet.code(), sheet.total(), sheet.finalMax(), meeting);
        insert(meeting, null, sheet.indicators(), 0);
    }

    /** The tree in the order in which it is printed; gives the number of the last one. */
    private int insert(MeetingId meeting, String above, List<Indicator> indicators, int place) throws SQLException {
        for (var i : indicators) {
            sql.run("INSERT INTO indicator VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", meeting, i.code(), above, ++place,
                    i.children().isEmpty(), i.name(), i.nameEn(), i.kind(), i.min(), i.max(), i.step());
            place = insert(meeting, i.code(), i.children(), place);
        }
        return place;
    }

    /** Neither the identity nor the seat's label: somebody who was in the room could tell by it who sat there. */
    private void insert(MeetingId meeting, Item.Person person) throws SQLException {
        var place = 0;
        for (var grant : person.grants()) {
            sql.run("INSERT INTO seat VALUES (?, ?, ?, ?, ?)", meeting, person.id(), ++place, grant.role(), grant.room());
        }
    }

    private void insert(MeetingId meeting, Item.Applicant a) throws SQLException {
        var automatic = a.automatic().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        var pages = a.documents().stream().mapToInt(Item.Document::pages).sum();
        sql.run("INSERT INTO applicant VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", meeting, a.id(), a.code(), a.room(),
                a.order(), a.specialty(), automatic, a.bonus(), a.deduction(), a.vetoed(), a.documents().size(), pages);
    }
}
