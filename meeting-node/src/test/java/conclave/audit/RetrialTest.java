package conclave.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.meeting.RandomLives;
import conclave.meeting.event.Event;
import conclave.meeting.event.Fact;
import conclave.meeting.event.RuleEvent.ApplicantCounted;
import conclave.meeting.event.SittingEvent.RoundClosed;
import conclave.meeting.event.SittingEvent.ScoreSubmitted;
import conclave.meeting.event.TallyEvent.BallotCounted;
import conclave.meeting.event.TallyEvent.Row;
import conclave.meeting.event.TallyEvent.TallyComputed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The rules are asked once more about every line; whoever holds every key can write other lines, but not other rules. */
final class RetrialTest {

    private static final int MEETINGS = 40;
    private static final int ORDERS = 150;

    private final long seed = Long.getLong("conclave.seed", System.nanoTime());

    @Test
    void whateverPeopleDidTheRulesComeToTheSameOnceMore() {
        for (long run = seed; run < seed + MEETINGS; run++) {
            var facts = RandomLives.evidence(run, ORDERS);
            var retrial = Retrial.of(facts);
            assertEquals(Optional.empty(), retrial.doubt(), "seed " + run);
            assertEquals(facts.size(), retrial.meeting().recorded(), "seed " + run);
        }
    }

    @Test
    void aCountThatTheRulesDoNotComeToIsFoundAtItsLine() {
        var forged = new TreeMap<String, Integer>();
        for (long run = seed; run < seed + MEETINGS; run++) {
            var facts = RandomLives.evidence(run, ORDERS);
            var other = new TreeMap<String, Integer>();
            for (int i = 0; i < facts.size(); i++) {
                if (forged(facts.get(i).event()).isPresent()) other.put(facts.get(i).event().getClass().getSimpleName(), i);
            }
            for (var one : other.entrySet()) {
                forged.merge(one.getKey(), 1, Integer::sum);
                foundAt(facts, one.getValue(), run);
            }
        }
        assertTrue(forged.size() >= 3, "too few kinds were forged, seed " + seed + ": " + forged);
    }

    private static void foundAt(List<Fact> facts, int i, long run) {
        var was = facts.get(i);
        var changed = new ArrayList<>(facts);
        changed.set(i, new Fact(was.at(), was.by(), was.key(), was.request(), forged(was.event()).orElseThrow()));
        var doubt = Retrial.of(changed).doubt();
        assertTrue(doubt.isPresent() && doubt.get().line() == i + 1, "line " + (i + 1) + " of seed " + run + ": " + doubt);
        assertFalse(doubt.get().said().equals(doubt.get().comes()), "seed " + run);
    }

    @Test
    void aLineLeftOutDoubledOrPutElsewhereIsFoundOrChangesNothingThatCounts() {
        int found = 0;
        int tried = 0;
        for (long run = seed; run < seed + MEETINGS / 3; run++) {
            var facts = RandomLives.evidence(run, ORDERS);
            int at = Math.floorMod(run * 31, facts.size() - 1);
            for (var tampering : List.of(Tampering.DELETED, Tampering.DOUBLED, Tampering.SWAPPED)) {
                var changed = tampering.of(facts, at + 1, facts.getFirst());
                tried++;
                // Two recusals may change places and nothing follows from it; the chain minds, the rules need not.
                if (Retrial.of(changed).doubt().isPresent()) found++;
            }
        }
        assertTrue(found * 10 > tried * 6, found + " of " + tried + ", seed " + seed);
    }

    /** The same kind of event with another figure. */
    private static Optional<Event> forged(Event event) {
        return switch (event) {
            case TallyComputed e when e.rows().stream().anyMatch(row -> row.total().isPresent()) ->
                    Optional.of(new TallyComputed(e.round(), e.rows().stream().map(RetrialTest::raised).toList()));
            case BallotCounted e -> Optional.of(new BallotCounted(e.round(), e.issued(), e.returned() + 1, e.valid(), e.open(), e.votes()));
            case ScoreSubmitted e when e.total().signum() > 0 -> Optional.of(new ScoreSubmitted(e.round(), e.expert(), e.applicant(), e.revision(), e.marks(),
                    e.total().add(BigDecimal.ONE), e.opinion()));
            case RoundClosed e -> Optional.of(new RoundClosed(e.round(), e.expected() + 1, e.given(), e.missing(), e.reason()));
            case ApplicantCounted e -> Optional.of(new ApplicantCounted(e.applicant(), e.sheet(), e.version(),
                    e.points(), e.automatic().add(BigDecimal.ONE), e.bonus(), e.deduction(), e.eligibility(), e.because()));
            default -> Optional.empty();
        };
    }

    private static Row raised(Row row) {
        return new Row(row.applicant(), row.rank(), row.scores(), row.dropped(), row.expert(), row.automatic(), row.bonus(), row.deduction(),
                row.total().map(BigDecimal.ONE::add), row.vetoed(), row.range(), row.diverged());
    }
}
