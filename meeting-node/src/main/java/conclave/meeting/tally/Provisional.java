package conclave.meeting.tally;

import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Stage.Scoring;
import conclave.meeting.event.Table;
import conclave.meeting.event.TallyEvent.Row;
import conclave.meeting.sitting.Round;
import conclave.meeting.sitting.Walk;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** How a room's candidates stand if what was written so far were all: for those who run the room, and for nobody else. */
public record Provisional(ApplicantId applicant, Optional<Integer> rank, Optional<BigDecimal> total) {

    public static List<Provisional> of(Walk walk, Tallies tallies, RoomId room) {
        var figures = new Figures(walk, tallies);
        var written = walk.floor().round(room).filter(round -> !round.counted()).map(round -> written(walk, tallies, figures, round)).orElse(Table.empty());
        var candidates = walk.candidates(room).stream()
                .map(id -> new Candidate(id, written.get(id).map(Row::total).orElseGet(() -> figures.total(id)))).toList();
        var ranks = Ranks.of(candidates);
        return Ranks.sorted(candidates).stream().map(one -> new Provisional(one.applicant(), ranks.get(one.applicant()), one.total())).toList();
    }

    private static Table<ApplicantId, Row> written(Walk walk, Tallies tallies, Figures figures, Round round) {
        Table<ApplicantId, Row> rows = Table.empty();
        if (!(walk.book().mode().stage(round.stage()).orElseThrow() instanceof Scoring scoring)) return rows;
        for (var row : new Scored(walk, tallies, figures, round, scoring).rows()) rows = rows.with(row.applicant(), row);
        return rows;
    }
}
