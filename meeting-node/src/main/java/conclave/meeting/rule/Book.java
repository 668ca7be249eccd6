package conclave.meeting.rule;

import conclave.meeting.event.Ciphertext;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Mode;
import conclave.meeting.event.Profile;
import conclave.meeting.event.RuleEvent.ApplicantCounted;
import conclave.meeting.event.RuleEvent.Eligibility;
import conclave.meeting.event.Sheet;
import conclave.meeting.event.Table;
import conclave.meeting.intake.Register;
import conclave.meeting.rule.sheet.CompiledSheet;
import conclave.meeting.rule.sheet.SheetCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The rules in force: the sheets as they count now, what they counted, and the change that somebody has proposed.
 *
 * @param read each sheet as it was read when it came into force, so that nobody reads it anew for every score; it says
 *     nothing that the sheet does not
 */
public record Book(Optional<Mode> written, Optional<Profile> bound, Table<String, Sheet> sheets, Table<String, CompiledSheet> read,
                   Table<ApplicantId, ApplicantCounted> counted, Optional<Proposal> proposal) {

    public static final Book EMPTY =
            new Book(Optional.empty(), Optional.empty(), Table.empty(), Table.empty(), Table.empty(), Optional.empty());

    public record Proposal(Sheet sheet, PersonId by, Ciphertext reason, List<PersonId> approvals) {
        public Proposal {
            approvals = List.copyOf(approvals);
        }

        Proposal approvedBy(PersonId person) {
            var more = new ArrayList<>(approvals);
            more.add(person);
            return new Proposal(sheet, by, reason, more);
        }
    }

    /** The rules that came with the package. */
    public static Book of(Register register) {
        Table<String, CompiledSheet> read = Table.empty();
        for (var sheet : register.sheets().values()) read = reading(read, sheet);
        return new Book(register.mode(), register.profile(), register.sheets(), read, Table.empty(), Optional.empty());
    }

    /** A record may hold a sheet that today's check would refuse; it is found out when somebody counts by it. */
    private static Table<String, CompiledSheet> reading(Table<String, CompiledSheet> read, Sheet sheet) {
        return SheetCheck.check(sheet).compiled().map(compiled -> read.with(sheet.code(), compiled)).orElse(read.without(sheet.code()));
    }

    public CompiledSheet read(Sheet sheet) {
        return read.get(sheet.code()).orElseThrow();
    }

    public Mode mode() {
        return written.orElseThrow();
    }

    public Profile profile() {
        return bound.orElseThrow();
    }

    /** The sheet of a room: the one that it names, or the only one. */
    public Sheet sheetOf(Register register, RoomId room) {
        return register.rooms().get(room).flatMap(r -> r.sheet()).flatMap(sheets::get).orElseGet(() -> sheets.values().getFirst());
    }

    public Sheet sheetFor(Register register, ApplicantId applicant) {
        return sheetOf(register, register.applicants().get(applicant).orElseThrow().room());
    }

    /** Where people sit on applicants of this sheet: their panels and the halls of these, in one order. */
    public List<RoomId> roomsBy(Register register, String sheet) {
        var rooms = new TreeSet<RoomId>();
        for (var room : register.rooms().values()) {
            if (register.applicantsOf(room.id()).isEmpty() || !sheetOf(register, room.id()).code().equals(sheet)) continue;
            rooms.add(room.id());
            rooms.add(register.hallOf(room.id()));
        }
        return List.copyOf(rooms);
    }

    public ApplicantCounted countedOf(ApplicantId applicant) {
        return counted.get(applicant).orElseThrow();
    }

    public boolean eligible(ApplicantId applicant) {
        return counted.get(applicant).map(c -> c.eligibility() == Eligibility.ELIGIBLE).orElse(true);
    }

    Book with(ApplicantCounted count) {
        return new Book(written, bound, sheets, read, counted.with(count.applicant(), count), proposal);
    }

    Book with(Sheet sheet) {
        return new Book(written, bound, sheets.with(sheet.code(), sheet), reading(read, sheet), counted, Optional.empty());
    }

    Book with(Proposal changed) {
        return new Book(written, bound, sheets, read, counted, Optional.of(changed));
    }
}
