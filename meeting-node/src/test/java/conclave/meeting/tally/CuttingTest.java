package conclave.meeting.tally;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.meeting.event.Settled;
import conclave.meeting.event.Settled.Reason;
import conclave.meeting.event.Stage.Body;
import conclave.meeting.event.Stage.Cut;
import conclave.meeting.event.Stage.Effect;
import conclave.meeting.event.Stage.Quota;
import conclave.meeting.event.Stage.Ties;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CuttingTest {

    private final long seed = Long.getLong("conclave.seed", System.nanoTime());
    private final Random chance = new Random(seed);

    @Test
    void equalTotalsShareARankAndTheNextIsLeftOut() {
        var ranks = Ranks.of(Some.candidates("80", "90", "", "90.00", "70"));
        assertEquals(List.of(3, 1, 1, 4), List.of(1, 2, 4, 5).stream().map(i -> ranks.get(Some.applicant(i)).orElseThrow()).toList());
        assertEquals(Optional.empty(), ranks.get(Some.applicant(3)));
    }

    @Test
    void belowTheEntryFailsAndTheEntryItselfIsIn() {
        var cut = new Cut("cut", "入围", Body.PANEL, Optional.of(Some.number("60")), Optional.empty(), Optional.empty(), Optional.empty(), Effect.STAY, Ties.SHARED);
        assertEquals(List.of(Reason.STAYS, Reason.STAYS, Reason.BELOW_ENTRY, Reason.NO_TOTAL), reasons(cut, "60.00", "59.99", "", "75"));
        var rows = Cutting.of(cut, Some.candidates("59.99", "")).rows();
        assertEquals(List.of(Effect.FAIL, Effect.STAY), rows.stream().map(Settled::effect).toList());
    }

    @Test
    void theBestAreLockedInTheLastLockedOutAndTheBandBetweenIsVotedOn() {
        var cut = cut(places(2), places(2), Optional.empty(), Ties.SHARED);
        assertEquals(List.of(Reason.LOCKED_IN, Reason.LOCKED_IN, Reason.STAYS, Reason.LOCKED_OUT, Reason.LOCKED_OUT), reasons(cut, "90", "80", "70", "60", "50"));
    }

    @Test
    void fewerCandidatesThanLocksAreLockedIn() {
        assertEquals(List.of(Reason.LOCKED_IN, Reason.LOCKED_IN, Reason.LOCKED_OUT), reasons(cut(places(2), places(2), Optional.empty(), Ties.SHARED), "9", "8", "7"));
    }

    @Test
    void whoIsBelowTheEntryIsAmongTheLast() {
        var cut = new Cut("cut", "入围", Body.PANEL, Optional.of(Some.number("60")), Optional.empty(), places(2), Optional.empty(), Effect.STAY, Ties.SHARED);
        assertEquals(List.of(Reason.STAYS, Reason.LOCKED_OUT, Reason.BELOW_ENTRY), reasons(cut, "90", "80", "50"));
    }

    @Test
    void hundredthsAreOfAllWhoCameAndRoundedDown() {
        var cut = cut(Optional.empty(), Optional.empty(), Optional.of(new Quota.Percent(50)), Ties.SHARED);
        assertEquals(List.of(Reason.WITHIN_PLACES, Reason.WITHIN_PLACES, Reason.OUTSIDE_PLACES, Reason.OUTSIDE_PLACES, Reason.NO_TOTAL),
                reasons(cut, "9", "8", "7", "6", ""));
    }

    @Test
    void equalsAtTheEdgeOfThePlaces() {
        var totals = new String[] {"90", "80", "80", "80", "70"};
        assertEquals(List.of(4, 2, 0, 2), edge(Ties.SHARED, totals));
        assertEquals(List.of(4, 4, 0, 2), edge(Ties.ALL_IN, totals));
        assertEquals(List.of(1, 1, 0, 0), edge(Ties.ALL_OUT, totals));
        assertEquals(List.of(1, 2, 1, 0), edge(Ties.SECOND_BALLOT, totals));
        var tied = Cutting.of(cut(Optional.empty(), Optional.empty(), places(2), Ties.SECOND_BALLOT), Some.candidates(totals)).rows();
        assertEquals(List.of(false, true, true, true, false), tied.stream().map(Settled::tied).toList());
        assertEquals(List.of(Effect.PASS, Effect.STAY, Effect.STAY, Effect.STAY, Effect.FAIL), tied.stream().map(Settled::effect).toList());
    }

    /** The one difference between the two: whose place it is that the number over takes. */
    @Test
    void aSharedPlaceCostsNobodyAnotherAndAnAdmittedOneDoes() {
        var totals = new String[] {"90", "80", "80", "70", "60"};
        assertEquals(4, passed(Cutting.of(cut(places(2), Optional.empty(), places(3), Ties.SHARED), Some.candidates(totals)).rows()));
        assertEquals(3, passed(Cutting.of(cut(places(2), Optional.empty(), places(3), Ties.ALL_IN), Some.candidates(totals)).rows()));
    }

    @Test
    void wherePlacesAreGivenEqualsAtTheLocksCompeteForThem() {
        assertEquals(List.of(Reason.LOCKED_IN, Reason.WITHIN_PLACES, Reason.WITHIN_PLACES, Reason.OUTSIDE_PLACES),
                reasons(cut(places(2), Optional.empty(), places(3), Ties.SECOND_BALLOT), "90", "80", "80", "70"));
        assertEquals(List.of(Reason.WITHIN_PLACES, Reason.TIED_AT_EDGE, Reason.TIED_AT_EDGE),
                reasons(cut(Optional.empty(), places(1), places(2), Ties.SECOND_BALLOT), "90", "80", "80"));
    }

    @Test
    void equalsAtTheLowerEdgeAreSparedUnlessAllOfThemAreOut() {
        var totals = new String[] {"90", "80", "80"};
        assertEquals(List.of(Reason.STAYS, Reason.STAYS, Reason.STAYS), reasons(cut(Optional.empty(), places(1), Optional.empty(), Ties.SHARED), totals));
        assertEquals(List.of(Reason.STAYS, Reason.STAYS, Reason.STAYS), reasons(cut(Optional.empty(), places(1), Optional.empty(), Ties.ALL_IN), totals));
        assertEquals(List.of(Reason.STAYS, Reason.LOCKED_OUT, Reason.LOCKED_OUT), reasons(cut(Optional.empty(), places(1), Optional.empty(), Ties.ALL_OUT), totals));
        assertEquals(List.of(Reason.STAYS, Reason.TIED_AT_EDGE, Reason.TIED_AT_EDGE),
                reasons(cut(Optional.empty(), places(1), Optional.empty(), Ties.SECOND_BALLOT), totals));
    }

    @Test
    void theOrderOfCandidatesChangesNothing() {
        for (int i = 0; i < 3_000; i++) {
            var cut = any();
            var candidates = someone();
            var shuffled = new ArrayList<>(candidates);
            Collections.shuffle(shuffled, chance);
            assertEquals(Cutting.of(cut, candidates), Cutting.of(cut, shuffled), () -> "seed " + seed);
        }
    }

    @Test
    void nobodyIsLostAndEqualsFareEqually() {
        for (int i = 0; i < 3_000; i++) {
            var candidates = someone();
            var rows = Cutting.of(any(), candidates).rows();
            assertEquals(candidates.stream().map(Candidate::applicant).sorted().toList(), rows.stream().map(Settled::applicant).sorted().toList());
            for (int j = 1; j < rows.size(); j++) {
                var one = rows.get(j - 1);
                var next = rows.get(j);
                if (one.total().isEmpty() || next.total().isEmpty() || one.total().get().compareTo(next.total().get()) != 0) continue;
                assertEquals(List.of(one.reason(), one.effect(), one.tied(), one.rank()), List.of(next.reason(), next.effect(), next.tied(), next.rank()),
                        () -> "seed " + seed + " " + rows);
            }
        }
    }

    @Test
    void aHigherTotalNeverFaresWorse() {
        for (int i = 0; i < 3_000; i++) {
            var rows = Cutting.of(any(), someone()).rows().stream().filter(row -> row.total().isPresent()).toList();
            var worth = rows.stream().map(row -> List.of(Effect.FAIL, Effect.STAY, Effect.PASS).indexOf(row.effect())).toList();
            assertEquals(worth.stream().sorted(Collections.reverseOrder()).toList(), worth, () -> "seed " + seed + " " + rows);
        }
    }

    @Test
    void aCutNeverExceedsItsPlacesExceptWhereEqualsMay() {
        for (int i = 0; i < 5_000; i++) {
            var places = chance.nextInt(8);
            var ties = Ties.values()[chance.nextInt(4)];
            var cut = cut(chance.nextBoolean() ? places(chance.nextInt(6)) : Optional.empty(), Optional.empty(), places(places), ties);
            var cutting = Cutting.of(cut, someone());
            var in = passed(cutting.rows());
            var tied = cutting.rows().stream().filter(Settled::tied).count();
            assertTrue(in <= places + cutting.over(), () -> "seed " + seed + " " + cutting);
            if (ties == Ties.ALL_OUT || ties == Ties.SECOND_BALLOT) assertTrue(in <= places && cutting.over() == 0, () -> "seed " + seed + " " + cutting);
            assertTrue(in + cutting.open() <= Math.max(places, in) && tied >= cutting.open(), () -> "seed " + seed + " " + cutting);
            assertTrue(ties == Ties.SECOND_BALLOT || tied == 0, () -> "seed " + seed + " " + cutting);
            if (ties == Ties.ALL_IN) assertEquals(in, cutting.taken(), () -> "seed " + seed + " " + cutting);
        }
    }

    private List<Integer> edge(Ties ties, String... totals) {
        var cutting = Cutting.of(cut(Optional.empty(), Optional.empty(), places(2), ties), Some.candidates(totals));
        return List.of(passed(cutting.rows()), cutting.taken(), cutting.open(), cutting.over());
    }

    private static int passed(List<Settled> rows) {
        return (int) rows.stream().filter(row -> row.effect() == Effect.PASS).count();
    }

    private static List<Reason> reasons(Cut cut, String... totals) {
        return Cutting.of(cut, Some.candidates(totals)).rows().stream().map(Settled::reason).toList();
    }

    private static Optional<Quota> places(int number) {
        return Optional.of(new Quota.Places(number));
    }

    private static Cut cut(Optional<Quota> in, Optional<Quota> out, Optional<Quota> places, Ties ties) {
        return new Cut("cut", "名额", Body.PANEL, Optional.empty(), in, out, places, Effect.PASS, ties);
    }

    private Cut any() {
        return new Cut("cut", "名额", Body.PANEL, chance.nextInt(3) == 0 ? Optional.of(BigDecimal.valueOf(chance.nextInt(6))) : Optional.empty(),
                quota(), quota(), quota(), chance.nextBoolean() ? Effect.PASS : Effect.STAY, Ties.values()[chance.nextInt(4)]);
    }

    private Optional<Quota> quota() {
        return switch (chance.nextInt(3)) {
            case 0 -> Optional.empty();
            case 1 -> places(chance.nextInt(8));
            default -> Optional.of(new Quota.Percent(chance.nextInt(101)));
        };
    }

    private List<Candidate> someone() {
        var totals = new ArrayList<String>();
        for (int i = chance.nextInt(12); i > 0; i--) totals.add(chance.nextInt(8) == 0 ? "" : Integer.toString(chance.nextInt(7)));
        return Some.candidates(totals.toArray(String[]::new));
    }
}
