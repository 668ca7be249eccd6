package conclave.meeting;

import conclave.meeting.event.Aftermath;
import conclave.meeting.event.Event;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.PrepareCommand.SettleScores;
import conclave.meeting.event.PrepareEvent.ScoresSettled;
import conclave.meeting.event.Refusal;
import conclave.meeting.event.Refusal.Code;
import conclave.meeting.event.RuleEvent.ScoreReturned;
import conclave.meeting.event.Verdict;
import conclave.meeting.prepare.Screeners;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * 撤回之后: experts had a page before them that they should not have seen. Whether what they gave stands is for the room's chair; what does
 * not stand goes back to them, filled in, as after an amendment.
 */
public final class AfterWithdrawal {

    private AfterWithdrawal() {
    }

    static Verdict settle(Meeting meeting, PersonId actor, SettleScores c) {
        var refused = refused(meeting, actor, c);
        if (refused.isPresent()) return Verdict.no(refused.get());
        var settled = new ScoresSettled(c.room(), c.applicant(), c.outcome(), c.reason());
        if (c.outcome() == Aftermath.STAND) return Verdict.yes(settled);
        var inTheWay = inTheWay(meeting, c.room());
        if (inTheWay.isPresent()) return Verdict.no(inTheWay.get());
        var events = new ArrayList<Event>(List.of(settled));
        events.addAll(concerned(meeting, c.room(), c.applicant()));
        return new Verdict.Yes(events);
    }

    private static Optional<Refusal> refused(Meeting meeting, PersonId actor, SettleScores c) {
        var register = meeting.walk().register();
        if (!register.rooms().has(c.room())) return Optional.of(Refusal.of(Code.UNKNOWN_ROOM));
        var applicant = register.applicants().get(c.applicant());
        if (applicant.isEmpty()) return Optional.of(Refusal.of(Code.UNKNOWN_APPLICANT));
        var rights = meeting.rights(actor);
        if (!rights.mayChair(c.room())) return Optional.of(Refusal.of(Code.NOT_PERMITTED).with("action", "settleScores"));
        if (!Screeners.rooms(register, applicant.get().room()).contains(c.room())) return Optional.of(Refusal.of(Code.FOREIGN_APPLICANT));
        if (meeting.clearance().unsettled(c.room(), c.applicant()).isEmpty()) return Optional.of(Refusal.of(Code.NOTHING_TO_SETTLE));
        return c.reason().value().isBlank() ? Optional.of(Refusal.of(Code.REASON_MISSING)) : Optional.empty();
    }

    /** What is closed is reopened first, in the open; votes have no draft to go back to. */
    private static Optional<Refusal> inTheWay(Meeting meeting, RoomId room) {
        return meeting.floor().round(room).flatMap(round -> {
            if (round.signedOff()) return Optional.of(Refusal.of(Code.ROUND_SIGNED_OFF));
            if (!round.open()) return Optional.of(Refusal.of(Code.REOPEN_FIRST));
            return round.casting().isPresent() ? Optional.of(Refusal.of(Code.NOT_A_SCORING_ROUND)) : Optional.empty();
        });
    }

    /** The scores that stand in the room's open round, of those who had seen what was withdrawn and nobody has spoken of yet. */
    public static List<ScoreReturned> concerned(Meeting meeting, RoomId room, ApplicantId applicant) {
        var saw = meeting.clearance().unsettled(room, applicant).stream().flatMap(one -> meeting.clearance().saw(applicant, one).stream()).toList();
        if (saw.isEmpty()) return List.of();
        return meeting.floor().round(room).filter(round -> round.open() && round.casting().isEmpty()).stream()
                .flatMap(round -> Alteration.returned(meeting, round, applicant).stream()).filter(score -> saw.contains(score.expert())).toList();
    }
}
