package conclave.view;

import static conclave.view.Sql.moment;

import conclave.meeting.event.AmendmentEvent.AmendmentConfirmed;
import conclave.meeting.event.AmendmentEvent.AmendmentProposed;
import conclave.meeting.event.AmendmentEvent.AmendmentReceived;
import conclave.meeting.event.AmendmentEvent.AmendmentWithdrawn;
import conclave.meeting.event.AmendmentEvent.ApplicantAdded;
import conclave.meeting.event.AmendmentEvent.CandidateJoined;
import conclave.meeting.event.AmendmentEvent.DossierChanged;
import conclave.meeting.event.AmendmentEvent.PermitEntered;
import conclave.meeting.event.AmendmentEvent;
import conclave.meeting.event.Id.MeetingId;
import conclave.meeting.event.IntakeEvent;
import conclave.meeting.event.IntakeEvent.ContinuedAlone;
import conclave.meeting.event.IntakeEvent.ImportBegun;
import conclave.meeting.event.IntakeEvent.ImportCompleted;
import conclave.meeting.event.IntakeEvent.ItemImported;
import conclave.meeting.event.IntakeEvent.MeetingFounded;
import conclave.meeting.event.Item;
import java.sql.SQLException;
import java.util.List;

/** Rows of what the package brought. They stand from the first piece on and count once {@code imported_at} is set. */
final class IntakeRows {

    private static final List<String> BROUGHT = List.of("room", "sheet", "indicator", "applicant", "seat");

    private final Sql sql;
    private final SheetRows sheets;

    IntakeRows(Sql sql, SheetRows sheets) {
        this.sql = sql;
        this.sheets = sheets;
    }

    void apply(MeetingId meeting, long at, IntakeEvent event) throws SQLException {
        switch (event) {
            case MeetingFounded e -> sql.run("INSERT INTO meeting (meeting, rehearsal, rules, founded_at) VALUES (?, ?, ?, ?)",
                    meeting, meeting.rehearsal(), e.rules(), moment(at));
            case ImportBegun _ -> startAnew(meeting);
            case ItemImported e -> insert(meeting, e.item());
            case ContinuedAlone e -> sql.run("INSERT INTO alone VALUES (?, ?, ?, ?)", meeting, e.decision(), e.node(), moment(at));
            case ImportCompleted _ -> sql.run("UPDATE meeting SET imported_at = ? WHERE meeting = ?", moment(at), meeting);
        }
    }

    /** A late applicant is one like all others; of a dossier the version in force counts. */
    void apply(MeetingId meeting, AmendmentEvent event) throws SQLException {
        switch (event) {
            case ApplicantAdded e -> insert(meeting, e.applicant());
            case DossierChanged e -> sql.run("UPDATE applicant SET specialty = ?, documents = ?, pages = ? WHERE meeting = ? AND applicant = ?",
                    e.applicant().specialty(), e.applicant().documents().size(), pages(e.applicant()), meeting, e.applicant().id());
            case CandidateJoined e -> {
                sql.run("UPDATE round SET candidates = candidates + 1 WHERE meeting = ? AND round = ?", meeting, e.round());
                sql.run("INSERT INTO candidate SELECT meeting, round, ?, candidates FROM round WHERE meeting = ? AND round = ?",
                        e.applicant(), meeting, e.round());
            }
            case AmendmentProposed _, AmendmentWithdrawn _, AmendmentConfirmed _, AmendmentReceived _, PermitEntered _ -> { }
        }
    }

    private static int pages(Item.Applicant applicant) {
        return applicant.documents().stream().mapToInt(Item.Document::pages).sum();
    }

    /** What had come in of an earlier attempt is dropped; what it said about the meeting is said again. */
    private void startAnew(MeetingId meeting) throws SQLException {
        for (var table : BROUGHT) sql.run("DELETE FROM " + table + " WHERE meeting = ?", meeting);
        sql.run("""
                UPDATE meeting SET title = NULL, title_en = NULL, organizer = NULL, committee = NULL, committee_size = NULL,
                  policy = NULL, opens = NULL, closes = NULL, mode = NULL, mode_version = NULL, scale = NULL, profile = NULL,
                  profile_version = NULL WHERE meeting = ?""", meeting);
    }

    private void insert(MeetingId meeting, Item item) throws SQLException {
        switch (item) {
            case Item.Description d -> sql.run("""
                    UPDATE meeting SET title = ?, title_en = ?, organizer = ?, committee = ?, committee_size = ?, policy = ?,
                      opens = ?, closes = ? WHERE meeting = ?""", d.title(), d.titleEn(), d.organizer(), d.committee(),
                    d.committeeSize(), d.policy(), d.opens(), d.closes(), meeting);
            case Item.ScoreSheet s -> sheets.insert(meeting, s.sheet(), null, true);
            case Item.MeetingMode m -> sql.run("UPDATE meeting SET mode = ?, mode_version = ?, scale = ? WHERE meeting = ?",
                    m.mode().code(), m.mode().version(), m.mode().scale(), meeting);
            case Item.RuleProfile p -> sql.run("UPDATE meeting SET profile = ?, profile_version = ? WHERE meeting = ?",
                    p.profile().code(), p.profile().version(), meeting);
            case Item.Room r -> sql.run("INSERT INTO room VALUES (?, ?, ?, ?, ?, ?, ?)",
                    meeting, r.id(), r.code(), r.name(), r.specialty(), r.hall(), r.sheet());
            case Item.Person p -> insert(meeting, p);
            case Item.Applicant a -> insert(meeting, a);
            // With the whole package it is declared, and then it has its row.
            case Item.Recusal _ -> { }
        }
    }

    /** Neither the identity nor the seat's label: somebody who was in the room could tell by it who sat there. */
    private void insert(MeetingId meeting, Item.Person person) throws SQLException {
        var place = 0;
        for (var grant : person.grants()) {
            sql.run("INSERT INTO seat VALUES (?, ?, ?, ?, ?)", meeting, person.id(), ++place, grant.role(), grant.room());
        }
    }

    private void insert(MeetingId meeting, Item.Applicant a) throws SQLException {
        sql.run("INSERT INTO applicant (meeting, applicant, code, room, place, specialty, documents, pages) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                meeting, a.id(), a.code(), a.room(), a.order(), a.specialty(), a.documents().size(), pages(a));
    }
}
