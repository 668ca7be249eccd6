package conclave.meeting.sitting;

import conclave.meeting.event.Event;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Refusal;
import conclave.meeting.event.Refusal.Code;
import conclave.meeting.event.SittingCommand.LiftRecusal;
import conclave.meeting.event.SittingCommand.Recuse;
import conclave.meeting.event.SittingEvent.ExpertRecused;
import conclave.meeting.event.SittingEvent.RecusalLifted;
import conclave.meeting.event.Verdict;
import conclave.meeting.intake.Register;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** 回避: declared by the expert or ordered by the secretary. A score already given is voided; lifting does not revive it. */
final class Recusal {

    private Recusal() {
    }

    static Verdict recuse(Walk walk, PersonId actor, Recuse c) {
        var register = walk.register();
        if (!register.applicants().has(c.applicant())) return Verdict.no(Code.UNKNOWN_APPLICANT);
        var seats = Voiding.seats(walk, c.expert(), c.applicant());
        if (seats.isEmpty()) return Verdict.no(actor.equals(c.expert()) ? Code.FOREIGN_APPLICANT : Code.UNKNOWN_EXPERT);
        if (!actor.equals(c.expert())) {
            var refused = mayOrder(register, actor, seats);
            if (refused.isPresent()) return Verdict.no(refused.get());
        }
        if (walk.floor().recused(c.expert(), c.applicant())) return Verdict.no(Code.ALREADY_RECUSED);
        var settled = settled(walk, seats, c.expert());
        if (settled.isPresent()) return Verdict.no(settled.get());
        var events = new ArrayList<Event>();
        events.add(new ExpertRecused(c.expert(), c.applicant(), c.ground(), c.note()));
        events.addAll(Voiding.recused(walk, c.expert(), c.applicant()));
        return new Verdict.Yes(events);
    }

    static Verdict lift(Walk walk, PersonId actor, LiftRecusal c) {
        var register = walk.register();
        if (!register.applicants().has(c.applicant())) return Verdict.no(Code.UNKNOWN_APPLICANT);
        var panel = register.applicants().get(c.applicant()).orElseThrow().room();
        var rooms = panel.equals(register.hallOf(panel)) ? List.of(panel) : List.of(panel, register.hallOf(panel));
        var refused = mayOrder(register, actor, rooms);
        if (refused.isPresent()) return Verdict.no(refused.get());
        if (!walk.floor().recused(c.expert(), c.applicant())) return Verdict.no(Code.NOT_RECUSED);
        var settled = settled(walk, rooms, c.expert());
        return settled.isPresent() ? Verdict.no(settled.get()) : Verdict.yes(new RecusalLifted(c.expert(), c.applicant()));
    }

    private static Optional<Refusal> mayOrder(Register register, PersonId actor, List<RoomId> rooms) {
        var refusals = rooms.stream().map(room -> Rights.toRun(register, actor, room)).toList();
        return refusals.stream().anyMatch(Optional::isEmpty) ? Optional.empty() : refusals.getFirst();
    }

    /**
     * What a closed round has counted changes only after it is reopened, with a reason and in the open. Where a room goes
     * on to another stage, or has not begun, a recusal still has something to change. While a secret ballot is held, nobody
     * knows whose paper would have to be another.
     */
    private static Optional<Refusal> settled(Walk walk, List<RoomId> rooms, PersonId expert) {
        var refusals = rooms.stream().map(room -> settled(walk, room, expert)).toList();
        // A hall that has not begun does not make papers come back that are out in the panel.
        for (var out : List.of(Code.PAPERS_OUT, Code.ALREADY_CAST)) {
            if (refusals.contains(Optional.of(out))) return Optional.of(Refusal.of(out));
        }
        return refusals.stream().anyMatch(Optional::isEmpty) ? Optional.empty() : refusals.getLast().map(Refusal::of);
    }

    private static Optional<Code> settled(Walk walk, RoomId room, PersonId expert) {
        var round = walk.floor().round(room);
        if (round.isEmpty()) return Optional.empty();
        if (round.get().signedOff()) return Optional.of(Code.ROUND_SIGNED_OFF);
        if (!round.get().open()) return round.get().counted() && walk.upcoming(room).isPresent() ? Optional.empty() : Optional.of(Code.ROUND_CLOSED);
        return round.get().casting().flatMap(casting -> casting.secretlyOut() ? Optional.of(Code.PAPERS_OUT)
                : Optional.of(Code.ALREADY_CAST).filter(_ -> casting.papers().has(expert)));
    }
}
