package conclave.meeting;

import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Stage.Effect;
import conclave.meeting.sitting.Casting;
import conclave.meeting.sitting.Judges;
import conclave.meeting.sitting.Progress;
import conclave.meeting.sitting.Quorum;
import conclave.meeting.sitting.Round;
import conclave.meeting.sitting.Walk;
import conclave.meeting.transfer.Ending;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The thing to do now in one room, for one person: what is waited for, and the one button, where it is theirs to press. */
public record Agenda(Step step, SortedMap<String, String> facts, Optional<Action> action) {

    public enum Step {
        OPEN_SITTING, AWAIT_PANELS, AWAIT_PERMITS, AWAIT_QUORUM, OPEN_ROUND, AWAIT_SCORES, AWAIT_PAPERS, AWAIT_COUNT, ANNOUNCE_BALLOT,
        AWAIT_TOKENS, CLOSE_ISSUING, OPEN_BOX, CLOSE_ROUND, COMPUTE_TALLY, AWAIT_SIGN_OFF, SIGN_OFF,
        AWAIT_SIGN_WITHOUT_ROUND, SIGN_WITHOUT_ROUND, NO_APPLICANTS, PAUSED, AWAIT_OTHER_ROOMS, SEAL, SEALED, WATCH
    }

    public enum Action { OPEN_SITTING, RESUME_ROOM, OPEN_ROUND, ANNOUNCE_BALLOT, CLOSE_ISSUING, OPEN_BOX, CLOSE_ROUND, COMPUTE_TALLY, SIGN_OFF,
        SIGN_WITHOUT_ROUND, SEAL_MEETING }

    public Agenda {
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    }

    public static Agenda of(Meeting meeting, RoomId room, PersonId person) {
        var walk = meeting.walk();
        var rights = meeting.rights(person);
        var runs = rights.mayRun(room);
        if (meeting.ending().isSealed()) return step(Step.SEALED);
        if (meeting.floor().pause(room).isPresent()) return step(Step.PAUSED).by(runs || rights.mayChair(room), Action.RESUME_ROOM);
        if (walk.candidates(room).isEmpty()) return withoutApplicants(walk, rights.maySeal());
        if (meeting.floor().signedOff(room)) return afterSignOff(walk, rights.maySeal());
        if (walk.idle(room)) return walk.answers(room) ? withoutRound(walk, room, rights.mayChair(room)) : step(Step.WATCH);
        var round = meeting.floor().round(room);
        if (round.isPresent() && !round.get().open() && !round.get().counted()) {
            return step(Step.COMPUTE_TALLY).by(runs || rights.mayChair(room), Action.COMPUTE_TALLY);
        }
        if (walk.finished(room)) return rights.mayChair(room) ? step(Step.SIGN_OFF).by(true, Action.SIGN_OFF) : step(Step.AWAIT_SIGN_OFF);
        if (meeting.floor().sitting(room).isEmpty()) return step(Step.OPEN_SITTING).by(runs, Action.OPEN_SITTING);
        return round.filter(Round::open).map(open -> whileOpen(walk, open, runs)).orElseGet(() -> beforeOpening(walk, room, runs));
    }

    /** Somebody applied here, and nobody is left to decide on: that is a result too, and wants its signature. */
    private static Agenda withoutRound(Walk walk, RoomId room, boolean chairs) {
        var panels = walk.panelsWaitedFor(room);
        if (panels > 0) return step(Step.AWAIT_PANELS).with("rooms", panels);
        var lacking = walk.papersLacking(room);
        if (!lacking.isEmpty()) return step(Step.AWAIT_PERMITS).with("permits", lacking.size());
        var failed = (int) walk.candidates(room).stream().filter(one -> walk.standing(one) == Effect.FAIL).count();
        return step(chairs ? Step.SIGN_WITHOUT_ROUND : Step.AWAIT_SIGN_WITHOUT_ROUND).with("candidates", walk.candidates(room).size())
                .with("failed", failed).by(chairs, Action.SIGN_WITHOUT_ROUND);
    }

    private static Agenda withoutApplicants(Walk walk, boolean maySeal) {
        return step(Step.NO_APPLICANTS).by(maySeal && Ending.unsigned(walk).isEmpty(), Action.SEAL_MEETING);
    }

    private static Agenda beforeOpening(Walk walk, RoomId room, boolean runs) {
        var panels = walk.panelsWaitedFor(room);
        if (panels > 0) return step(Step.AWAIT_PANELS).with("rooms", panels);
        var lacking = walk.papersLacking(room);
        if (!lacking.isEmpty()) return step(Step.AWAIT_PERMITS).with("permits", lacking.size());
        var quorum = Quorum.of(walk.register(), walk.book(), walk.floor(), room);
        var agenda = step(quorum.reached() ? Step.OPEN_ROUND : Step.AWAIT_QUORUM).with("present", quorum.present())
                .with("needed", quorum.needed()).with("committee", quorum.committee());
        return quorum.reached() ? agenda.by(runs, Action.OPEN_ROUND) : agenda;
    }

    private static Agenda whileOpen(Walk walk, Round round, boolean runs) {
        var progress = Progress.of(new Judges(walk.register(), walk.book(), walk.floor()), round);
        var agenda = round.casting().map(casting -> voting(casting, progress, runs)).orElseGet(() -> awaiting(Step.AWAIT_SCORES, progress, runs));
        return agenda.with("given", progress.given()).with("expected", progress.expected()).with("missing", progress.missing());
    }

    private static Agenda awaiting(Step step, Progress progress, boolean runs) {
        return progress.missing() > 0 ? step(step) : step(Step.CLOSE_ROUND).by(runs, Action.CLOSE_ROUND);
    }

    /** Papers that two tellers have read alike are all there are; how many lie in a box nobody knows before it is opened. */
    private static Agenda voting(Casting casting, Progress progress, boolean runs) {
        return switch (casting.secrecy()) {
            case NAMED -> awaiting(Step.AWAIT_PAPERS, progress, runs);
            case PAPER -> casting.agreed().isPresent() ? step(Step.CLOSE_ROUND).by(runs, Action.CLOSE_ROUND) : step(Step.AWAIT_COUNT);
            case BLIND_TOKEN -> casting.issue().map(issue -> issue.closed() ? step(Step.OPEN_BOX).by(runs, Action.OPEN_BOX)
                    : progress.missing() > 0 ? step(Step.AWAIT_TOKENS) : step(Step.CLOSE_ISSUING).by(runs, Action.CLOSE_ISSUING))
                    .orElseGet(() -> step(Step.ANNOUNCE_BALLOT).by(runs, Action.ANNOUNCE_BALLOT));
        };
    }

    private static Agenda afterSignOff(Walk walk, boolean maySeal) {
        var waiting = Ending.unsigned(walk);
        return waiting.isEmpty() ? step(Step.SEAL).by(maySeal, Action.SEAL_MEETING)
                : step(Step.AWAIT_OTHER_ROOMS).with("rooms", waiting.size()).with("named", Ending.named(waiting));
    }

    private static Agenda step(Step step) {
        return new Agenda(step, new TreeMap<>(), Optional.empty());
    }

    private Agenda with(String fact, int value) {
        return with(fact, Integer.toString(value));
    }

    private Agenda with(String fact, String value) {
        var more = new TreeMap<>(facts);
        more.put(fact, value);
        return new Agenda(step, more, action);
    }

    private Agenda by(boolean mayAct, Action act) {
        return new Agenda(step, facts, mayAct ? Optional.of(act) : Optional.empty());
    }
}
