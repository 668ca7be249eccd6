package conclave.meeting.tally;

import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Item;
import conclave.meeting.event.Stage.Aggregation;
import conclave.meeting.event.Stage.Method;
import conclave.meeting.event.Stage.Per;
import conclave.meeting.event.Stage.Scoring;
import conclave.meeting.event.Table;
import conclave.meeting.event.TallyEvent.Row;
import conclave.meeting.rule.Points;
import conclave.meeting.rule.sheet.Basis;
import conclave.meeting.sitting.Judges;
import conclave.meeting.sitting.Round;
import conclave.meeting.sitting.Score;
import conclave.meeting.sitting.Walk;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** From the scores of a round to rows with figures, totals and ranks. */
record Scored(Walk walk, Tallies tallies, Figures figures, Round round, Scoring stage) {

    List<Row> rows() {
        var rows = new ArrayList<Row>();
        for (var applicant : round.candidates()) rows.add(row(applicant));
        rows.addAll(untouched());
        rows.addAll(keptOut(rows));
        return ranked(rows);
    }

    private Row row(ApplicantId applicant) {
        var basis = Points.basis(walk.register(), walk.book(), applicant);
        var judged = judged(applicant, basis);
        var gathered = Gathered.of(aggregation(), walk.book().mode().scale(), judged, basis::added);
        var counted = walk.book().countedOf(applicant);
        var total = gathered.figure().flatMap(_ -> figures.total(applicant, stage.code(), gathered.figure()));
        var range = gathered.parts().stream().map(Figure::range).max(BigDecimal::compareTo).filter(_ -> !judged.isEmpty());
        var dropped = gathered.parts().stream().mapToInt(Figure::dropped).max().orElse(0);
        return new Row(applicant, Optional.empty(), judged.size(), dropped, gathered.figure(), figures.automatic(applicant),
                counted.bonus(), counted.deduction(), total, !walk.book().eligible(applicant), range, gathered.diverged());
    }

    /** One reviewer more: of all marks the farthest is left out, if there was indeed one more. */
    private Aggregation aggregation() {
        var own = stage.aggregation();
        return Judges.extra(round, stage)
                ? new Aggregation(Method.DROP_FARTHEST, stage.reviewers() + 1, own.per(), own.weights(), own.divergence()) : own;
    }

    private List<Judged> judged(ApplicantId applicant, Basis basis) {
        var judges = new Judges(walk.register(), walk.book(), walk.floor());
        var judged = new ArrayList<Judged>();
        if (Judges.extra(round, stage)) walk.floor().before(round).ifPresent(first -> collect(judges, first, applicant, basis, judged));
        collect(judges, round, applicant, basis, judged);
        return judged;
    }

    private void collect(Judges judges, Round round, ApplicantId applicant, Basis basis, List<Judged> judged) {
        for (var judge : judges.of(round, applicant)) {
            round.standing(applicant, judge).ifPresent(score -> judged.add(judged(judge, basis, score)));
        }
    }

    private Judged judged(PersonId judge, Basis basis, Score score) {
        return new Judged(judge, walk.register().people().get(judge).flatMap(Item.Person::expertClass), marks(basis, score));
    }

    /** Where sums are gathered, the sum is what the marks add under the sheet in force, with every weight, cap and choice held. */
    private SortedMap<String, BigDecimal> marks(Basis basis, Score score) {
        if (stage.aggregation().per() == Per.INDICATOR) return score.marks();
        var sum = new TreeMap<String, BigDecimal>();
        sum.put("", basis.worth(score.marks()));
        return sum;
    }

    /** Those whose marks were near enough keep what they had: the count of a second round is a whole one. */
    private List<Row> untouched() {
        return walk.floor().before(round).flatMap(first -> tallies.of().get(first.id())).stream().flatMap(tally -> tally.rows().stream())
                .filter(row -> !round.candidates().contains(row.applicant())).toList();
    }

    /** Whom a veto or a condition kept out was never before the experts, and stands in the count with that status. */
    private List<Row> keptOut(List<Row> rows) {
        var named = new TreeSet<ApplicantId>();
        for (var row : rows) named.add(row.applicant());
        return walk.candidates(round.room()).stream().filter(id -> !walk.book().eligible(id) && !named.contains(id)).map(this::row).toList();
    }

    private static List<Row> ranked(List<Row> rows) {
        var candidates = rows.stream().map(row -> new Candidate(row.applicant(), row.total())).toList();
        var ranks = Ranks.of(candidates);
        Table<ApplicantId, Row> byId = Table.empty();
        for (var row : rows) byId = byId.with(row.applicant(), row);
        var ranked = new ArrayList<Row>();
        for (var one : Ranks.sorted(candidates)) {
            var row = byId.get(one.applicant()).orElseThrow();
            ranked.add(new Row(row.applicant(), ranks.get(row.applicant()), row.scores(), row.dropped(), row.expert(), row.automatic(),
                    row.bonus(), row.deduction(), row.total(), row.vetoed(), row.range(), row.diverged()));
        }
        return ranked;
    }
}
