package conclave.meeting.sitting;

import conclave.meeting.event.Event;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Refusal.Code;
import conclave.meeting.event.Role;
import conclave.meeting.event.SittingCommand.LiftRecusal;
import conclave.meeting.event.SittingCommand.Recuse;
import conclave.meeting.event.SittingEvent.ExpertRecused;
import conclave.meeting.event.SittingEvent.RecusalLifted;
import conclave.meeting.event.SittingEvent.ScoreVoided;
import conclave.meeting.event.Verdict;
import conclave.meeting.intake.Register;
import java.util.ArrayList;

/** 回避: declared by the expert or ordered by the secretary. A score already given is voided; lifting does not revive it. */
final class Recusal {

    private Recusal() {
    }

    static Verdict recuse(Register register, Floor floor, PersonId actor, Recuse c) {
        var applicant = register.applicants().get(c.applicant());
        if (applicant.isEmpty()) return Verdict.no(Code.UNKNOWN_APPLICANT);
        var room = applicant.get().room();
        if (!register.holds(c.expert(), Role.EXPERT, room)) {
            return Verdict.no(actor.equals(c.expert()) ? Code.FOREIGN_APPLICANT : Code.UNKNOWN_EXPERT);
        }
        if (!actor.equals(c.expert())) {
            var refused = Rights.toRun(register, actor, room);
            if (refused.isPresent()) return Verdict.no(refused.get());
        }
        if (floor.recused(c.expert(), c.applicant())) return Verdict.no(Code.ALREADY_RECUSED);
        var round = floor.round(room);
        if (round.map(Round::signedOff).orElse(false)) return Verdict.no(Code.ROUND_SIGNED_OFF);
        // What a closed round has counted changes only after it is reopened, with a reason and in the open.
        if (round.isPresent() && !round.get().open()) return Verdict.no(Code.ROUND_CLOSED);
        var events = new ArrayList<Event>();
        events.add(new ExpertRecused(c.expert(), c.applicant(), c.ground(), c.note()));
        round.flatMap(r -> r.standing(c.applicant(), c.expert())).ifPresent(score ->
                events.add(new ScoreVoided(round.get().id(), c.expert(), c.applicant(), score.revision())));
        return new Verdict.Yes(events);
    }

    static Verdict lift(Register register, Floor floor, PersonId actor, LiftRecusal c) {
        var applicant = register.applicants().get(c.applicant());
        if (applicant.isEmpty()) return Verdict.no(Code.UNKNOWN_APPLICANT);
        var refused = Rights.toRun(register, actor, applicant.get().room());
        if (refused.isPresent()) return Verdict.no(refused.get());
        if (!floor.recused(c.expert(), c.applicant())) return Verdict.no(Code.NOT_RECUSED);
        var round = floor.round(applicant.get().room());
        if (round.map(Round::signedOff).orElse(false)) return Verdict.no(Code.ROUND_SIGNED_OFF);
        if (round.isPresent() && !round.get().open()) return Verdict.no(Code.ROUND_CLOSED);
        return Verdict.yes(new RecusalLifted(c.expert(), c.applicant()));
    }
}
