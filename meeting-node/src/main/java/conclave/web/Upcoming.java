package conclave.web;

import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.meeting.Meeting;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Stage;
import conclave.meeting.sitting.SittingStage;
import conclave.meeting.sitting.Walk;
import conclave.meeting.tally.Tallies;
import java.util.Optional;

/** The stage that a room comes together for next, and how many stand before whom in it, were it opened at this moment. */
record Upcoming(Stage stage, int candidates, int present) {

    static Optional<Upcoming> of(Meeting meeting, RoomId room) {
        var walk = meeting.walk();
        if (meeting.ending().isSealed() || walk.floor().round(room).filter(round -> round.open() || !round.counted()).isPresent()) return Optional.empty();
        var after = settled(meeting, room);
        return after.upcoming(room).or(() -> after.computable(room)).or(() -> walk.computable(room))
                .map(stage -> new Upcoming(stage, after.entrants(room, stage).size(), walk.floor().presentExperts(walk.register(), room)));
    }

    /** Rankings and cuts that are due when a hall first opens come before what it opens. */
    private static Walk settled(Meeting meeting, RoomId room) {
        var walk = meeting.walk();
        if (walk.floor().round(room).isPresent() || walk.panelsWaitedFor(room) > 0) return walk;
        var floor = meeting.floor();
        for (var event : Tallies.due(walk, meeting.tallies(), room)) floor = SittingStage.evolve(meeting.book(), floor, event);
        return new Walk(walk.register(), meeting.book(), floor);
    }

    Json json() {
        return new JsonFields().put("stage", StageFace.of(stage)).put("candidates", candidates).put("present", present).end();
    }
}
