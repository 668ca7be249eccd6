package conclave.meeting.tally;

import conclave.meeting.event.Event;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Id.RoundId;
import conclave.meeting.event.Refusal.Code;
import conclave.meeting.event.Settled;
import conclave.meeting.event.SittingEvent.RoundReopened;
import conclave.meeting.event.Table;
import conclave.meeting.event.TallyCommand;
import conclave.meeting.event.TallyCommand.ComputeTally;
import conclave.meeting.event.TallyEvent;
import conclave.meeting.event.TallyEvent.BallotCounted;
import conclave.meeting.event.TallyEvent.BallotVoided;
import conclave.meeting.event.TallyEvent.CandidatesSettled;
import conclave.meeting.event.TallyEvent.Row;
import conclave.meeting.event.TallyEvent.TallyComputed;
import conclave.meeting.event.Verdict;
import conclave.meeting.event.Vote;
import conclave.meeting.sitting.Floor;
import conclave.meeting.sitting.Rights;
import conclave.meeting.sitting.Round;
import conclave.meeting.sitting.Walk;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The counts of closed rounds and ballots, and the rankings and cuts that follow from them. */
public record Tallies(Table<RoundId, Tally> of, Table<RoundId, Ballot> ballots, Table<RoundId, Voided> voided,
                      Table<RoomId, Table<String, Settlement>> settled) {

    public static final Tallies NONE = new Tallies(Table.empty(), Table.empty(), Table.empty(), Table.empty());

    public record Tally(long at, List<Row> rows) {
    }

    public record Ballot(long at, int issued, int returned, int valid, List<Vote> votes) {
    }

    public record Voided(long at, int issued, int returned, TallyEvent.Void reason) {
    }

    public record Settlement(long at, List<Settled> candidates) {
    }

    /** The latest count in which the applicant stands. */
    public Optional<Row> latest(Floor floor, ApplicantId applicant) {
        return floor.rounds().values().stream().filter(Round::counted).sorted(Comparator.comparing(Round::openedAt).reversed())
                .flatMap(round -> of.get(round.id()).stream()).flatMap(tally -> tally.rows().stream())
                .filter(row -> row.applicant().equals(applicant)).findFirst();
    }

    public static Verdict decide(Walk walk, Tallies tallies, PersonId actor, TallyCommand command) {
        return switch (command) {
            case ComputeTally c -> compute(walk, tallies, actor, c);
        };
    }

    private static Verdict compute(Walk walk, Tallies tallies, PersonId actor, ComputeTally c) {
        var round = walk.floor().rounds().get(c.round());
        if (round.isEmpty()) return Verdict.no(Code.UNKNOWN_ROUND);
        var room = round.get().room();
        var refused = new Rights(walk, actor).toCount(room);
        if (refused.isPresent()) return Verdict.no(refused.get());
        if (round.get().open()) return Verdict.no(Code.ROUND_NOT_CLOSED);
        if (round.get().signedOff()) return Verdict.no(Code.ROUND_SIGNED_OFF);
        if (round.get().counted()) return Verdict.no(Code.ROUND_ALREADY_TALLIED);
        if (!walk.floor().round(room).map(Round::id).orElseThrow().equals(c.round())) return Verdict.no(Code.LATER_ROUND_STANDS);
        return new Verdict.Yes(counted(walk, tallies, round.get()));
    }

    private static List<Event> counted(Walk walk, Tallies tallies, Round round) {
        var counting = new Counting(walk, tallies);
        var events = new ArrayList<Event>();
        events.add(counting.count(round));
        events.addAll(counting.after(0, (TallyEvent) events.getFirst()).settlements(round.room()));
        return events;
    }

    /** The rankings and cuts that are due in a room before it comes together again. */
    public static List<TallyEvent> due(Walk walk, Tallies tallies, RoomId room) {
        return new Counting(walk, tallies).settlements(room);
    }

    public static Tallies evolve(Tallies tallies, long at, TallyEvent event) {
        return switch (event) {
            case TallyComputed e -> new Tallies(tallies.of.with(e.round(), new Tally(at, e.rows())), tallies.ballots, tallies.voided, tallies.settled);
            case BallotCounted e -> new Tallies(tallies.of, tallies.ballots.with(e.round(),
                    new Ballot(at, e.issued(), e.returned(), e.valid(), e.votes())), tallies.voided, tallies.settled);
            case BallotVoided e -> new Tallies(tallies.of, tallies.ballots, tallies.voided.with(e.round(),
                    new Voided(at, e.issued(), e.returned(), e.reason())), tallies.settled);
            case CandidatesSettled e -> tallies.with(e.room(), tallies.settledIn(e.room()).with(e.stage(), new Settlement(at, e.candidates())));
        };
    }

    /** A round that is open again has no count: the one it had, and what followed from it, stays in the record only. */
    public static Tallies evolve(Walk walk, Tallies tallies, RoundReopened event) {
        return tallies.uncounted(walk, walk.floor().rounds().get(event.round()).orElseThrow());
    }

    /** The rules have changed: what these rooms had counted stays in the record only. */
    public Tallies without(Floor floor, List<RoomId> rooms) {
        var left = this;
        for (var round : floor.rounds().values()) {
            if (rooms.contains(round.room())) {
                left = new Tallies(left.of.without(round.id()), left.ballots.without(round.id()), left.voided.without(round.id()),
                        left.settled.without(round.room()));
            }
        }
        return left;
    }

    private Tallies uncounted(Walk walk, Round round) {
        var place = walk.book().mode().place(round.stage());
        var kept = settledIn(round.room());
        for (var stage : walk.book().mode().stages()) {
            if (walk.book().mode().place(stage.code()) >= place) kept = kept.without(stage.code());
        }
        return new Tallies(of.without(round.id()), ballots.without(round.id()), voided.without(round.id()), settled).with(round.room(), kept);
    }

    private Table<String, Settlement> settledIn(RoomId room) {
        return settled.get(room).orElse(Table.empty());
    }

    private Tallies with(RoomId room, Table<String, Settlement> changed) {
        return new Tallies(of, ballots, voided, settled.with(room, changed));
    }
}
