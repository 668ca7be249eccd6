package conclave.meeting.tally;

import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoundId;
import conclave.meeting.event.Refusal.Code;
import conclave.meeting.event.SittingEvent.RoundReopened;
import conclave.meeting.event.Table;
import conclave.meeting.event.TallyCommand;
import conclave.meeting.event.TallyCommand.ComputeTally;
import conclave.meeting.event.TallyEvent;
import conclave.meeting.event.TallyEvent.Row;
import conclave.meeting.event.TallyEvent.TallyComputed;
import conclave.meeting.event.Verdict;
import conclave.meeting.intake.Register;
import conclave.meeting.sitting.Floor;
import conclave.meeting.sitting.Rights;
import conclave.meeting.sitting.Round;
import conclave.meeting.sitting.Score;
import java.util.ArrayList;
import java.util.List;

/** The counts of closed rounds. */
public record Tallies(Table<RoundId, Tally> of) {

    public static final Tallies NONE = new Tallies(Table.empty());

    public record Tally(long at, List<Row> rows) {
    }

    public static Verdict decide(Register register, Floor floor, PersonId actor, TallyCommand command) {
        return switch (command) {
            case ComputeTally c -> compute(register, floor, actor, c);
        };
    }

    private static Verdict compute(Register register, Floor floor, PersonId actor, ComputeTally c) {
        var round = floor.rounds().get(c.round());
        if (round.isEmpty()) return Verdict.no(Code.UNKNOWN_ROUND);
        var refused = new Rights(register, floor, actor).toCount(round.get().room());
        if (refused.isPresent()) return Verdict.no(refused.get());
        if (round.get().open()) return Verdict.no(Code.ROUND_NOT_CLOSED);
        if (round.get().signedOff()) return Verdict.no(Code.ROUND_SIGNED_OFF);
        return Verdict.yes(new TallyComputed(c.round(), count(register, floor, round.get())));
    }

    private static List<Row> count(Register register, Floor floor, Round round) {
        var mode = register.mode().orElseThrow();
        var finalMax = register.sheet().orElseThrow().finalMax();
        var rows = new ArrayList<Row>();
        for (var id : register.applicantsOf(round.room())) {
            var scores = floor.judges(register, round.room(), id).stream()
                    .flatMap(judge -> round.standing(id, judge).stream()).map(Score::total).toList();
            rows.add(Counting.row(register.applicants().get(id).orElseThrow(), scores, mode, finalMax));
        }
        return Counting.ranked(rows);
    }

    public static Tallies evolve(Tallies tallies, long at, TallyEvent event) {
        return switch (event) {
            case TallyComputed e -> new Tallies(tallies.of.with(e.round(), new Tally(at, e.rows())));
        };
    }

    /** A round that is open again has no count: the one it had stays in the record only. */
    public static Tallies evolve(Tallies tallies, RoundReopened event) {
        return new Tallies(tallies.of.without(event.round()));
    }
}
