package conclave.meeting;

import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.sitting.Quorum;
import conclave.meeting.sitting.Round;
import conclave.meeting.transfer.Ending;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The thing to do now in one room, for one person: what is waited for, and the one button, where it is theirs to press. */
public record Agenda(Step step, SortedMap<String, String> facts, Optional<Action> action) {

    public enum Step {
        OPEN_SITTING, AWAIT_QUORUM, OPEN_ROUND, AWAIT_SCORES, CLOSE_ROUND, COMPUTE_TALLY, AWAIT_SIGN_OFF, SIGN_OFF,
        AWAIT_OTHER_ROOMS, SEAL, SEALED, WATCH
    }

    public enum Action { OPEN_SITTING, OPEN_ROUND, CLOSE_ROUND, COMPUTE_TALLY, SIGN_OFF, SEAL_MEETING }

    public Agenda {
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    }

    public static Agenda of(Meeting meeting, RoomId room, PersonId person) {
        var register = meeting.intake().register().orElseThrow();
        var rights = meeting.rights(person);
        var runs = rights.mayRun(room);
        if (meeting.ending().isSealed()) return step(Step.SEALED);
        if (register.applicantsOf(room).isEmpty()) return step(Step.WATCH);
        var round = meeting.floor().round(room);
        if (round.map(Round::signedOff).orElse(false)) return afterSignOff(meeting, rights.maySeal());
        if (round.isPresent() && !round.get().open()) return afterClose(meeting, round.get(), runs, rights.mayChair(room));
        if (meeting.floor().sitting(room).isEmpty()) return step(Step.OPEN_SITTING).by(runs, Action.OPEN_SITTING);
        return round.isPresent() ? whileOpen(meeting, round.get(), runs) : beforeOpening(meeting, room, runs);
    }

    private static Agenda beforeOpening(Meeting meeting, RoomId room, boolean runs) {
        var quorum = Quorum.of(meeting.intake().register().orElseThrow(), meeting.floor(), room);
        var agenda = step(quorum.reached() ? Step.OPEN_ROUND : Step.AWAIT_QUORUM).with("present", quorum.present())
                .with("needed", quorum.needed()).with("committee", quorum.committee());
        return quorum.reached() ? agenda.by(runs, Action.OPEN_ROUND) : agenda;
    }

    private static Agenda whileOpen(Meeting meeting, Round round, boolean runs) {
        var progress = meeting.floor().progress(meeting.intake().register().orElseThrow(), round);
        var agenda = step(progress.missing() > 0 ? Step.AWAIT_SCORES : Step.CLOSE_ROUND).with("given", progress.given())
                .with("expected", progress.expected()).with("missing", progress.missing());
        return progress.missing() > 0 ? agenda : agenda.by(runs, Action.CLOSE_ROUND);
    }

    private static Agenda afterClose(Meeting meeting, Round round, boolean runs, boolean chairs) {
        if (!meeting.tallies().of().has(round.id())) return step(Step.COMPUTE_TALLY).by(runs || chairs, Action.COMPUTE_TALLY);
        return chairs ? step(Step.SIGN_OFF).by(true, Action.SIGN_OFF) : step(Step.AWAIT_SIGN_OFF);
    }

    private static Agenda afterSignOff(Meeting meeting, boolean maySeal) {
        var waiting = Ending.waiting(meeting.intake().register().orElseThrow(), meeting.floor());
        return waiting > 0 ? step(Step.AWAIT_OTHER_ROOMS).with("rooms", waiting) : step(Step.SEAL).by(maySeal, Action.SEAL_MEETING);
    }

    private static Agenda step(Step step) {
        return new Agenda(step, new TreeMap<>(), Optional.empty());
    }

    private Agenda with(String fact, int value) {
        var more = new TreeMap<>(facts);
        more.put(fact, Integer.toString(value));
        return new Agenda(step, more, action);
    }

    private Agenda by(boolean mayAct, Action act) {
        return new Agenda(step, facts, mayAct ? Optional.of(act) : Optional.empty());
    }
}
