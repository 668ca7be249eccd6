package conclave.meeting.tally;

import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Settled.Reason;
import conclave.meeting.event.Settled;
import conclave.meeting.event.Stage.Cut;
import conclave.meeting.event.Stage.Effect;
import conclave.meeting.event.Stage.Ranking;
import conclave.meeting.event.Stage;
import conclave.meeting.sitting.Walk;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** The totals by which candidates are ranked and cut. */
record Standings(Walk walk, Figures figures) {

    List<Settled> ranked(Ranking ranking, List<ApplicantId> entrants) {
        var candidates = entrants.stream().map(id -> new Candidate(id, total(ranking, id))).toList();
        var ranks = Ranks.of(candidates);
        return Ranks.sorted(candidates).stream().map(one -> new Settled(one.applicant(), ranks.get(one.applicant()), one.total(),
                Effect.STAY, false, one.total().isPresent() ? Reason.STAYS : Reason.NO_TOTAL)).toList();
    }

    /** A cut goes by the last ranking before it; where there is none, by the total of the sheet. */
    List<Candidate> before(Cut cut, List<ApplicantId> entrants) {
        var ranking = lastBefore(cut);
        return entrants.stream().map(id -> new Candidate(id, ranking.map(r -> total(r, id)).orElseGet(() -> figures.total(id)))).toList();
    }

    private Optional<Ranking> lastBefore(Cut cut) {
        Optional<Ranking> last = Optional.empty();
        for (var stage : walk.book().mode().stages()) {
            if (stage.code().equals(cut.code())) return last;
            if (stage instanceof Ranking ranking) last = Optional.of(ranking);
        }
        return last;
    }

    /** The sheet's total; or the results of the named stages by their weights, if the applicant has been through them all. */
    private Optional<BigDecimal> total(Ranking ranking, ApplicantId applicant) {
        if (ranking.parts().isEmpty()) return figures.total(applicant);
        var sum = BigDecimal.ZERO;
        for (var part : ranking.parts()) {
            var result = result(part.stage(), applicant);
            if (result.isEmpty()) return Optional.empty();
            sum = sum.add(result.get().multiply(part.weight()));
        }
        return Optional.of(sum.setScale(walk.book().mode().scale(), RoundingMode.HALF_UP));
    }

    private Optional<BigDecimal> result(String stage, ApplicantId applicant) {
        var automatic = walk.book().mode().stage(stage).filter(Stage.AutoScore.class::isInstance).isPresent();
        return automatic ? Optional.of(figures.automatic(applicant)) : figures.of(applicant, stage);
    }
}
