package conclave.web;

import conclave.meeting.Meeting;
import conclave.meeting.event.Decision;
import conclave.meeting.event.Fact;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Order;
import conclave.meeting.event.Refusal;
import conclave.meeting.event.Role;
import conclave.meeting.event.RuleCommand.ApproveSheet;
import conclave.meeting.event.RuleEvent.ScoreReturned;
import conclave.meeting.event.RuleEvent.SheetReplaced;
import conclave.meeting.event.TallyEvent.Row;
import conclave.meeting.intake.Register;
import conclave.meeting.rule.Book;
import conclave.meeting.sitting.Round;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What replacing the sheet would do, found by doing it to a meeting that nobody keeps: the very decision that two approvals
 * would lead to, so that what is shown and what happens cannot differ.
 *
 * @param refused why it could not be done as things stand
 */
record SheetTrial(Meeting before, Meeting after, List<ScoreReturned> returned, Optional<Refusal> refused) {

    private static final List<Role> APPROVING = List.of(Role.CHAIR, Role.SUPERVISOR, Role.REGISTRAR);

    static SheetTrial of(Meeting meeting, Book.Proposal proposal) {
        var register = meeting.intake().register().orElseThrow();
        var now = meeting;
        var returned = new ArrayList<ScoreReturned>();
        for (var approver : waiting(register, proposal)) {
            var order = new Order("", "", approver, meeting.clock(), new ApproveSheet(proposal.sheet().code(), proposal.sheet().version()));
            switch (Meeting.decide(now, order)) {
                case Decision.Refused no -> {
                    return new SheetTrial(meeting, meeting, List.of(), Optional.of(no.refusal()));
                }
                case Decision.Repeated _ -> { }
                case Decision.Accepted yes -> {
                    for (var fact : yes.facts()) now = Meeting.evolve(now, fact);
                    yes.facts().stream().map(Fact::event).filter(ScoreReturned.class::isInstance).map(ScoreReturned.class::cast).forEach(returned::add);
                    if (yes.facts().stream().map(Fact::event).anyMatch(SheetReplaced.class::isInstance)) {
                        return new SheetTrial(meeting, now, returned, Optional.empty());
                    }
                }
            }
        }
        return new SheetTrial(meeting, meeting, List.of(), Optional.of(Refusal.of(Refusal.Code.SHEET_NOT_PROPOSED)));
    }

    /** Whoever could approve and has not; which two of them do makes no difference. */
    private static List<PersonId> waiting(Register register, Book.Proposal proposal) {
        var people = new ArrayList<PersonId>();
        for (var person : register.people()) {
            var id = person.getKey();
            if (!id.equals(proposal.by()) && !proposal.approvals().contains(id) && mayApprove(register, id)) people.add(id);
        }
        return people;
    }

    static boolean mayApprove(Register register, PersonId person) {
        return APPROVING.stream().anyMatch(role -> register.holdsAnywhere(person, role));
    }

    /** The latest count in which the applicant stands. */
    static Optional<Row> row(Meeting meeting, ApplicantId applicant) {
        return meeting.floor().rounds().values().stream().filter(Round::counted).sorted(Comparator.comparing(Round::openedAt).reversed())
                .flatMap(round -> meeting.tallies().of().get(round.id()).stream()).flatMap(tally -> tally.rows().stream())
                .filter(row -> row.applicant().equals(applicant)).findFirst();
    }
}
