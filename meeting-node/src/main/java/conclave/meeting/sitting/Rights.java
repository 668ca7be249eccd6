package conclave.meeting.sitting;

import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.DocumentId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Item;
import conclave.meeting.event.Refusal;
import conclave.meeting.event.Refusal.Code;
import conclave.meeting.event.Role;
import conclave.meeting.intake.Register;
import conclave.meeting.prepare.Clearance;
import conclave.meeting.prepare.Screeners;
import conclave.meeting.prepare.Showing;
import java.util.List;
import java.util.Optional;

/**
 * What one person may see and do. Every route, push, error and log asks here and nowhere else:
 * blindness dies in side channels. An empty answer means "yes", otherwise it says why not.
 */
public record Rights(Walk walk, Clearance clearance, PersonId person) {

    /** For whoever asks of anything but pages: of those it says that they are closed. */
    public Rights(Walk walk, PersonId person) {
        this(walk, Clearance.NOTHING, person);
    }

    private Register register() {
        return walk.register();
    }

    private Floor floor() {
        return walk.floor();
    }

    /**
     * May read the applicant's dossier: experts of the panel or its hall, present in an open sitting, not recused, while what was
     * assigned to them is handed out; the room's staff. A chair who judges there reads as all who judge.
     */
    public Optional<Refusal> toRead(ApplicantId id) {
        var refused = toKnow(id);
        if (refused.isPresent()) return refused;
        var distribution = new Distribution(walk, person);
        Optional<Refusal> closed = Optional.empty();
        for (var room : seats(id)) {
            if (!floor().present(room, person)) continue;
            closed = distribution.toRead(room, id);
            if (closed.isEmpty()) return closed;
        }
        return closed;
    }

    /** Whether the dossier is to be read by this expert now, or as soon as the next round opens: then it can be made ready. */
    public boolean toReadSoon(ApplicantId id) {
        if (toKnow(id).isPresent()) return false;
        var distribution = new Distribution(walk, person);
        return seats(id).stream().anyMatch(room -> floor().present(room, person) && distribution.soon(room, id));
    }

    /** May know how it stands with the applicant, and see what they have written themselves: all who sit there, whether a round is open or not. */
    public Optional<Refusal> toKnow(ApplicantId id) {
        var applicant = register().applicants().get(id);
        if (applicant.isEmpty()) return refused(Code.UNKNOWN_APPLICANT);
        if (secretariat(id)) return Optional.empty();
        var seats = seats(id);
        if (floor().recused(person, id)) return refused(Code.RECUSED);
        if (seats.isEmpty()) return rooms(applicant.get()).stream().anyMatch(this::runs) ? Optional.empty() : refused(Code.FOREIGN_APPLICANT);
        if (seats.stream().allMatch(room -> floor().sitting(room).isEmpty())) return refused(Code.SITTING_NOT_OPEN);
        if (seats.stream().noneMatch(room -> floor().present(room, person))) return refused(Code.NOT_PRESENT);
        return Optional.empty();
    }

    /** Where the person judges this applicant. */
    private List<RoomId> seats(ApplicantId id) {
        return register().applicants().get(id).map(one -> rooms(one).stream().filter(room -> register().holds(person, Role.EXPERT, room)).toList()).orElse(List.of());
    }

    private List<RoomId> rooms(Item.Applicant applicant) {
        return Screeners.rooms(register(), applicant.room());
    }

    /** Whether the dossier's pages are open to this person: for experts, when every page of it is released or two persons have opened it. */
    public boolean opens(ApplicantId id) {
        return toRead(id).isEmpty() && (secretariat(id) || clearance.open(register(), id));
    }

    /** May know what the dossier's files are called: nobody who judges, before it is open. A title may say who it is, and nobody has looked at it. */
    public boolean knowsTitles(ApplicantId id) {
        return clearance.open(register(), id) || !Screeners.judges(register(), person);
    }

    /** What this person is shown of a page. */
    public Showing showing(ApplicantId id, DocumentId document, int page) {
        if (toRead(id).isPresent()) return new Showing.Closed();
        return secretariat(id) ? new Showing.AsItIs() : clearance.showing(register(), id, document, page);
    }

    /** 秘书处: who keeps the originals and answers for pages, and neither judges nor waits to judge. */
    public boolean secretariat(ApplicantId id) {
        return Screeners.toRelease(register(), person, id).isEmpty();
    }

    /** May have a desk of their own to score at. */
    public Optional<Refusal> toScore() {
        return register().judgesIn(person).isPresent() ? Optional.empty() : not("score");
    }

    /** May see the room's page: those who run it, and those who watch over all. */
    public Optional<Refusal> toWatch(RoomId room) {
        if (!register().rooms().has(room)) return refused(Code.UNKNOWN_ROOM);
        if (runs(room) || register().holds(person, Role.SUPERVISOR, room) || register().holds(person, Role.REGISTRAR, room)) return Optional.empty();
        return refused(Code.FOREIGN_ROOM);
    }

    /** May see what stands on papers, by whom or how often: nobody while the ballot is open; then those who watch over the room, and no expert. */
    public Optional<Refusal> toSeePapers(Round round) {
        return round.open() ? refused(Code.ROUND_NOT_CLOSED) : toWatch(round.room());
    }

    /** May see how the room's applicants stand before all is counted: those who run it and the supervisor, and nobody who judges. */
    public Optional<Refusal> toSeeRanks(RoomId room) {
        if (!register().rooms().has(room)) return refused(Code.UNKNOWN_ROOM);
        var judges = register().judgesIn(person).isPresent();
        return !judges && (runs(room) || register().holds(person, Role.SUPERVISOR, room)) ? Optional.empty() : not("seeRanks");
    }

    /** May see how the machines are and how the time for bringing in and back runs: those who look after them, the registrar and the supervisor. */
    public Optional<Refusal> toSeeNodes() {
        var concerned = register().holdsAnywhere(person, Role.TECHNICIAN) || register().holdsAnywhere(person, Role.SYSTEM)
                || register().holdsAnywhere(person, Role.SUPERVISOR) || register().holdsAnywhere(person, Role.REGISTRAR);
        return concerned ? Optional.empty() : not("seeNodes");
    }

    public boolean mayRun(RoomId room) {
        return register().holds(person, Role.SECRETARY, room);
    }

    public boolean mayChair(RoomId room) {
        return register().holds(person, Role.CHAIR, room);
    }

    /** May have the room's closed round counted: its secretary or its chair. */
    public Optional<Refusal> toCount(RoomId room) {
        if (runs(room)) return Optional.empty();
        return register().holdsAnywhere(person, Role.SECRETARY) || register().holdsAnywhere(person, Role.CHAIR)
                ? refused(Code.FOREIGN_ROOM) : not("computeTally");
    }

    /** May put a name under the room's count: its chair. */
    public Optional<Refusal> toSignOff(RoomId room) {
        if (mayChair(room)) return Optional.empty();
        return register().holdsAnywhere(person, Role.CHAIR) ? refused(Code.FOREIGN_ROOM) : not("signOff");
    }

    public boolean maySeal() {
        return register().holdsAnywhere(person, Role.SECRETARY) || register().holdsAnywhere(person, Role.REGISTRAR);
    }

    /** May want a signed room to go on, or agree to it: who runs it, and the registrar. Two of them are needed. */
    public Optional<Refusal> toReopen(RoomId room) {
        if (!register().rooms().has(room)) return refused(Code.UNKNOWN_ROOM);
        return runs(room) || register().holdsAnywhere(person, Role.REGISTRAR) ? Optional.empty() : not("reopenRoom");
    }

    /** Names of the room's experts are for those in charge of it. */
    private boolean runs(RoomId room) {
        return mayRun(room) || mayChair(room);
    }

    /** May run the room: open and close, call, order recusals, replace experts. */
    public Optional<Refusal> toRun(RoomId room) {
        return toRun(register(), person, room);
    }

    /** May let the room go on after a pause: its secretary or its chair. */
    static Optional<Refusal> toResume(Register register, PersonId person, RoomId room) {
        if (!register.rooms().has(room)) return refused(Code.UNKNOWN_ROOM);
        if (register.holds(person, Role.SECRETARY, room) || register.holds(person, Role.CHAIR, room)) return Optional.empty();
        return register.holdsAnywhere(person, Role.SECRETARY) || register.holdsAnywhere(person, Role.CHAIR)
                ? refused(Code.FOREIGN_ROOM) : not("resumeRoom");
    }

    static Optional<Refusal> toRun(Register register, PersonId person, RoomId room) {
        if (!register.rooms().has(room)) return refused(Code.UNKNOWN_ROOM);
        if (register.holds(person, Role.SECRETARY, room)) return Optional.empty();
        return register.holdsAnywhere(person, Role.SECRETARY) ? refused(Code.FOREIGN_ROOM) : not("runRoom");
    }

    public static Optional<Refusal> not(String action) {
        return Optional.of(Refusal.of(Code.NOT_PERMITTED).with("action", action));
    }

    private static Optional<Refusal> refused(Code code) {
        return Optional.of(Refusal.of(code));
    }
}
