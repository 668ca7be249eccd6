package conclave.meeting.tally;

import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Stage;
import conclave.meeting.event.TallyEvent.Row;
import conclave.meeting.rule.Leaves;
import conclave.meeting.rule.Points;
import conclave.meeting.rule.Totals;
import conclave.meeting.rule.sheet.CompiledSheet;
import conclave.meeting.rule.sheet.Inputs;
import conclave.meeting.sitting.Round;
import conclave.meeting.sitting.Walk;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** What an applicant has come to so far, stage by stage and in all. */
final class Figures {

    private final Walk walk;
    private final Tallies tallies;
    private final TreeMap<String, CompiledSheet> fedByVotes = new TreeMap<>();

    Figures(Walk walk, Tallies tallies) {
        this.walk = walk;
        this.tallies = tallies;
        for (var sheet : walk.book().sheets().values()) {
            if (Leaves.fedByVotes(sheet)) fedByVotes.put(sheet.code(), walk.book().read(sheet));
        }
    }

    /** What was counted; with the votes, where an indicator is fed by them. */
    BigDecimal automatic(ApplicantId applicant) {
        var compiled = fedByVotes.get(walk.book().sheetFor(walk.register(), applicant).code());
        if (compiled == null) return walk.book().countedOf(applicant).automatic();
        var outcomes = new TreeMap<String, Inputs.Outcome>();
        walk.history(applicant).forEach((place, mark) -> {
            if (mark.of() > 0) outcomes.put(walk.book().mode().stages().get(place).code(), new Inputs.Outcome(mark.yes(), mark.of()));
        });
        return Points.explained(compiled, walk.register().applicants().get(applicant).orElseThrow(), outcomes).automatic();
    }

    /** What the experts gave in this stage: the latest count of it. */
    Optional<BigDecimal> of(ApplicantId applicant, String stage) {
        return row(applicant, stage).flatMap(Row::expert);
    }

    private Optional<Row> row(ApplicantId applicant, String stage) {
        return rounds(applicant).stream().filter(round -> round.stage().equals(stage))
                .max(Comparator.comparing(Round::number)).flatMap(round -> row(round, applicant));
    }

    /** The whole: nothing for whom nobody scored where somebody should have, and for whom a veto or a condition keeps out. */
    Optional<BigDecimal> total(ApplicantId applicant) {
        return total(applicant, "", Optional.empty());
    }

    /** The same with the figure of a stage that is just being counted. */
    Optional<BigDecimal> total(ApplicantId applicant, String counting, Optional<BigDecimal> figure) {
        if (!walk.book().eligible(applicant)) return Optional.empty();
        var figures = new ArrayList<BigDecimal>();
        for (var stage : walk.book().mode().stages()) {
            if (!(stage instanceof Stage.Scoring) || !stage.code().equals(counting) && row(applicant, stage.code()).isEmpty()) continue;
            var given = stage.code().equals(counting) ? figure : of(applicant, stage.code());
            // Whoever stood before the experts and got no mark that counts has no total, whatever other stages gave.
            if (given.isEmpty()) return Optional.empty();
            figures.add(given.get());
        }
        if (figures.isEmpty() && scored()) return Optional.empty();
        var sheet = walk.book().sheetFor(walk.register(), applicant);
        return Optional.of(Totals.of(sheet, automatic(applicant), walk.book().countedOf(applicant), figures, walk.book().mode().scale()));
    }

    private boolean scored() {
        return walk.book().mode().stages().stream().anyMatch(Stage.Scoring.class::isInstance);
    }

    private Optional<Row> row(Round round, ApplicantId applicant) {
        return tallies.of().get(round.id()).flatMap(tally -> tally.rows().stream().filter(row -> row.applicant().equals(applicant)).findFirst());
    }

    private List<Round> rounds(ApplicantId applicant) {
        RoomId panel = walk.register().applicants().get(applicant).orElseThrow().room();
        var hall = walk.register().hallOf(panel);
        return walk.floor().rounds().values().stream()
                .filter(round -> tallies.of().has(round.id()) && (round.room().equals(panel) || round.room().equals(hall))).toList();
    }
}
