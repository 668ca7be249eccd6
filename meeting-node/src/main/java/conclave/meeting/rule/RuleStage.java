package conclave.meeting.rule;

import conclave.meeting.event.Event;
import conclave.meeting.event.Fact;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Refusal;
import conclave.meeting.event.Refusal.Code;
import conclave.meeting.event.Role;
import conclave.meeting.event.RuleCommand.ApproveSheet;
import conclave.meeting.event.RuleCommand.ProposeSheet;
import conclave.meeting.event.RuleEvent;
import conclave.meeting.event.RuleEvent.ApplicantCounted;
import conclave.meeting.event.RuleEvent.ScoreReturned;
import conclave.meeting.event.RuleEvent.SheetApproved;
import conclave.meeting.event.RuleEvent.SheetProposed;
import conclave.meeting.event.RuleEvent.SheetReplaced;
import conclave.meeting.event.Sheet;
import conclave.meeting.event.Verdict;
import conclave.meeting.intake.Register;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The stage of the rules: facts become points, and a sheet is replaced when one proposes it and two others approve. */
public final class RuleStage {

    /** So many others must agree before a sheet is replaced. */
    private static final int APPROVALS = 2;

    private RuleStage() {
    }

    /** 自动量化赋分 for everybody, as soon as the package is whole. */
    public static List<Event> counted(Register register, Book book) {
        var events = new ArrayList<Event>();
        for (var sheet : book.sheets().values()) events.addAll(Points.of(register, book, book.read(sheet)));
        return events;
    }

    /** The same for one, who came later or of whom other facts are known now. */
    public static Event counted(Register register, Book book, ApplicantId applicant) {
        return Points.counted(register, book, applicant);
    }

    public static Verdict propose(Register register, Book book, PersonId actor, ProposeSheet c) {
        if (!register.holdsAnywhere(actor, Role.REGISTRAR) && !register.holdsAnywhere(actor, Role.SECRETARY)) {
            return Verdict.no(Refusal.of(Code.NOT_PERMITTED).with("action", "proposeSheet"));
        }
        var refused = mayReplace(book, c.sheet());
        return refused.isPresent() ? Verdict.no(refused.get()) : Verdict.yes(new SheetProposed(c.sheet(), c.reason()));
    }

    /** Whether this is a sound later version of a sheet that the meeting has. */
    public static Optional<Refusal> mayReplace(Book book, Sheet sheet) {
        var unsound = Refusal.of(Code.SHEET_UNSOUND);
        var before = book.sheets().get(sheet.code());
        if (before.isEmpty()) return Optional.of(unsound.with("wrong", "unknownCode"));
        if (sheet.version() <= before.get().version()) return Optional.of(unsound.with("wrong", "version"));
        return RuleCheck.wrong(sheet, book.mode()).map(wrong -> wrong.in(unsound));
    }

    /** The sheet comes into force, and everybody whom it concerns is counted by it. */
    public static List<Event> replaced(Register register, Book book, Sheet sheet) {
        var events = new ArrayList<Event>(List.of(new SheetReplaced(sheet.code(), sheet.version())));
        events.addAll(Points.of(register, book, Points.compiled(sheet)));
        return events;
    }

    /** The last approval that is needed also replaces the sheet; what follows from that others work out. */
    public static Verdict approve(Register register, Book book, PersonId actor, ApproveSheet c) {
        if (!mayApprove(register, actor)) return Verdict.no(Refusal.of(Code.NOT_PERMITTED).with("action", "approveSheet"));
        var proposal = book.proposal().filter(p -> p.sheet().code().equals(c.sheet()) && p.sheet().version() == c.version());
        if (proposal.isEmpty()) return Verdict.no(Code.SHEET_NOT_PROPOSED);
        // Whoever proposed has agreed already and is not counted a second time.
        if (proposal.get().by().equals(actor) || proposal.get().approvals().contains(actor)) return Verdict.no(Code.ALREADY_APPROVED);
        var approved = new SheetApproved(c.sheet(), c.version(), actor);
        if (proposal.get().approvals().size() + 1 < APPROVALS) return Verdict.yes(approved);
        var events = new ArrayList<Event>(List.of(approved));
        events.addAll(replaced(register, book, proposal.get().sheet()));
        return new Verdict.Yes(events);
    }

    public static boolean mayApprove(Register register, PersonId actor) {
        return List.of(Role.CHAIR, Role.SUPERVISOR, Role.REGISTRAR).stream().anyMatch(role -> register.holdsAnywhere(actor, role));
    }

    public static Book evolve(Book book, Fact fact, RuleEvent event) {
        return switch (event) {
            case ApplicantCounted e -> book.with(e);
            case SheetProposed e -> book.with(new Book.Proposal(e.sheet(), fact.by(), e.reason(), List.of()));
            case SheetApproved e -> book.with(book.proposal().map(p -> p.approvedBy(e.person())).orElseThrow());
            case SheetReplaced _ -> book.with(book.proposal().orElseThrow().sheet());
            case ScoreReturned _ -> book;
        };
    }
}
