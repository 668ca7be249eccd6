package conclave.meeting.tally;

import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Stage;
import conclave.meeting.event.TallyEvent.BallotCounted;
import conclave.meeting.event.TallyEvent.BallotVoided;
import conclave.meeting.event.TallyEvent.CandidatesSettled;
import conclave.meeting.event.TallyEvent.TallyComputed;
import conclave.meeting.event.TallyEvent;
import conclave.meeting.sitting.Round;
import conclave.meeting.sitting.SittingStage;
import conclave.meeting.sitting.Walk;
import java.util.ArrayList;
import java.util.List;

/** One round is counted, and what can be worked out from it is worked out, step by step, as the record will say it. */
record Counting(Walk walk, Tallies tallies) {

    /** A round in which the room only confirms is counted by what it confirms. */
    TallyEvent count(Round round) {
        return switch (walk.book().mode().stage(round.stage()).orElseThrow()) {
            case Stage.Scoring scoring -> new TallyComputed(round.id(), new Scored(walk, tallies, new Figures(walk, tallies), round, scoring).rows());
            case Stage.Balloting balloting -> ballot(round, balloting);
            case Stage.Ranking ranking -> settled(round.room(), ranking);
            case Stage.Cut cut -> settled(round.room(), cut);
            case Stage.OpinionWriting _, Stage.AutoScore _, Stage.Reading _, Stage.SignOff _ -> new TallyComputed(round.id(), List.of());
        };
    }

    private TallyEvent ballot(Round round, Stage.Balloting balloting) {
        return switch (Cast.of(walk, round, balloting).count()) {
            case BallotCount.Void v -> new BallotVoided(round.id(), v.issued(), v.returned(), v.cause());
            case BallotCount.Counted c -> new BallotCounted(round.id(), c.issued(), c.returned(), c.valid(), c.open(), c.votes());
        };
    }

    /** Things as they stand once the event is recorded. */
    Counting after(long at, TallyEvent event) {
        var floor = SittingStage.evolve(walk.book(), walk.floor(), event);
        return new Counting(new Walk(walk.register(), walk.book(), floor), Tallies.evolve(tallies, at, event));
    }

    /** The rankings and cuts that are due in this room, one after the other, each on what the one before came to. */
    List<TallyEvent> settlements(RoomId room) {
        var events = new ArrayList<TallyEvent>();
        var now = this;
        for (var due = walk.computable(room); due.isPresent(); due = now.walk.computable(room)) {
            var event = now.settled(room, due.get());
            events.add(event);
            now = now.after(0, event);
        }
        return events;
    }

    private CandidatesSettled settled(RoomId room, Stage stage) {
        var entrants = walk.entrants(room, stage);
        var standing = new Standings(walk, new Figures(walk, tallies));
        if (stage instanceof Stage.Cut cut) {
            var cutting = Cutting.of(cut, standing.before(cut, entrants));
            return new CandidatesSettled(room, stage.code(), cutting.open(), cutting.rows());
        }
        return new CandidatesSettled(room, stage.code(), 0, standing.ranked((Stage.Ranking) stage, entrants));
    }
}
