package conclave.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.ledger.Ledger;
import conclave.node.Condition.Sharing;
import conclave.node.Verdict.Figure;
import conclave.node.Verdict.Grade;
import conclave.node.Verdict.Matter;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The table of verdicts: for each figure what is fine, what deserves a look and what has to be done. */
class AppraisalTest {

    private static final long FLOOR = 512L << 20;
    private static final Condition WELL = new Condition("life", 1, "rules-1", Optional.empty(), 1_000_000, 100 * FLOOR, FLOOR, Sharing.SHARED,
            List.of(keeping("a", 100, 100)));
    private final EnumSet<Matter> seen = EnumSet.noneOf(Matter.class);

    private static Keeping keeping(String leader, long passed, long committed) {
        return new Keeping("mtg_x", Optional.ofNullable(leader), true, new Ledger.Reading(passed, committed, committed, 0), 50, Optional.of(900_000L), 8, 8);
    }

    /** A node of three, as it is varied below. */
    private static final class Seen {
        String peer = "b";
        boolean server = true;
        boolean self;
        long silent;
        Optional<Condition> condition = Optional.of(WELL);
        boolean garbled;
        long offset;
        SortedMap<String, Long> still = new TreeMap<>();
        long leaderless;
        boolean twice;
        boolean wentBack;

        Sighting sighting() {
            return new Sighting(peer, peer, server, self, silent, condition, garbled, offset, still, leaderless, twice, wentBack);
        }
    }

    private static Sighting own() {
        var seen = new Seen();
        seen.peer = "a";
        seen.self = true;
        return seen.sighting();
    }

    private static Sighting witness() {
        var seen = new Seen();
        seen.peer = "w";
        seen.server = false;
        return seen.sighting();
    }

    private static Seen b(java.util.function.Consumer<Seen> varied) {
        var seen = new Seen();
        varied.accept(seen);
        return seen;
    }

    private static Seen said(UnaryOperator<Condition> varied) {
        return b(seen -> seen.condition = Optional.of(varied.apply(WELL)));
    }

    private Verdict verdict(Figure figure, Seen seen) {
        return verdict(figure, List.of(own(), seen.sighting(), witness()), 1);
    }

    private Verdict verdict(Figure figure, List<Sighting> all, int which) {
        var found = new Appraisal(all).of(all.get(which)).stream().filter(one -> one.matter().figure() == figure).toList();
        assertEquals(1, found.size(), "one verdict for each figure: " + found);
        seen.add(found.getFirst().matter());
        return found.getFirst();
    }

    private void is(Matter matter, Seen seen) {
        assertEquals(matter, verdict(matter.figure(), seen).matter());
    }

    private static Condition with(Condition said, Keeping... meetings) {
        return new Condition(said.life(), said.format(), said.rules(), said.unready(), said.clock(), said.free(), said.floor(), said.sharing(), List.of(meetings));
    }

    private static Condition free(Condition said, long free) {
        return new Condition(said.life(), said.format(), said.rules(), said.unready(), said.clock(), free, said.floor(), said.sharing(), said.meetings());
    }

    private static Condition version(Condition said, int format, String rules) {
        return new Condition(said.life(), format, rules, said.unready(), said.clock(), said.free(), said.floor(), said.sharing(), said.meetings());
    }

    private static Condition sharing(Condition said, Sharing sharing, String unready) {
        return new Condition(said.life(), said.format(), said.rules(), Optional.ofNullable(unready), said.clock(), said.free(), said.floor(), sharing, said.meetings());
    }

    @Test
    void everyFigureHasItsVerdictAtEachOfItsLimits() {
        contact();
        identityAndVersion();
        leaderAndLag();
        diskAndClock();
        door();
        theRest();
        assertEquals(EnumSet.allOf(Matter.class), seen, "every verdict was met once");
    }

    private void contact() {
        is(Matter.HEARD, b(seen -> seen.silent = 2_999));
        is(Matter.QUIET, b(seen -> seen.silent = 3_000));
        is(Matter.QUIET, b(seen -> seen.silent = 29_999));
        is(Matter.SERVER_SILENT, b(seen -> seen.silent = 30_000));
        is(Matter.WITNESS_SILENT, b(seen -> {
            seen.silent = 30_000;
            seen.server = false;
        }));
        is(Matter.SELF, b(seen -> seen.self = true));
        assertEquals("30", verdict(Figure.CONTACT, b(seen -> seen.silent = 30_400)).facts().get("seconds"));
    }

    private void identityAndVersion() {
        is(Matter.TWICE, b(seen -> seen.twice = true));
        is(Matter.WENT_BACK, b(seen -> seen.wentBack = true));
        is(Matter.OTHER_WORDS, b(seen -> seen.garbled = true));
        is(Matter.OTHER_FORMAT, said(well -> version(well, 2, "rules-1")));
        is(Matter.OTHER_RULES, said(well -> version(well, 1, "rules-2")));
    }

    private void leaderAndLag() {
        is(Matter.LEADS, said(well -> with(well, keeping("b", 100, 100))));
        is(Matter.FOLLOWS, said(well -> well));
        is(Matter.NOTHING_TO_LEAD, said(AppraisalTest::with));
        is(Matter.ELECTING, b(seen -> {
            seen.condition = Optional.of(with(WELL, keeping(null, 100, 100)));
            seen.leaderless = 4_999;
        }));
        is(Matter.NO_LEADER, b(seen -> {
            seen.condition = Optional.of(with(WELL, keeping(null, 100, 100)));
            seen.leaderless = 5_000;
        }));
        is(Matter.LEVEL, said(well -> with(well, keeping("a", 99, 100))));
        is(Matter.CATCHING_UP, said(well -> with(well, keeping("a", 100, 301))));
        is(Matter.STANDING, b(seen -> seen.still.put("mtg_x", 3_000L)));
        is(Matter.STUCK, b(seen -> seen.still.put("mtg_x", 10_000L)));
        var behind = b(seen -> {
            seen.condition = Optional.of(with(WELL, keeping("a", 90, 90)));
            seen.still.put("mtg_x", 4_000L);
        });
        assertEquals("10", verdict(Figure.LAG, behind).facts().get("entries"), "behind is measured by the others as well");
    }

    private void diskAndClock() {
        is(Matter.ROOMY, said(well -> free(well, 2 * FLOOR)));
        is(Matter.SCARCE, said(well -> free(well, 2 * FLOOR - 1)));
        is(Matter.SCARCE, said(well -> free(well, FLOOR)));
        is(Matter.FULL, said(well -> free(well, FLOOR - 1)));
        is(Matter.CLOCK_RIGHT, b(seen -> seen.offset = -2_000));
        is(Matter.CLOCK_AHEAD, b(seen -> seen.offset = 2_001));
        is(Matter.CLOCK_LATE, b(seen -> seen.offset = -60_000));
        is(Matter.CLOCK_FAR_AHEAD, b(seen -> seen.offset = 60_001));
        is(Matter.CLOCK_FAR_LATE, b(seen -> seen.offset = -259_200_000));
    }

    private void door() {
        for (var why : Doorkeeper.Why.values()) {
            var told = new Condition(WELL.life(), WELL.format(), WELL.rules(), WELL.unready(), WELL.clock(), WELL.free(), WELL.floor(), WELL.sharing(),
                    WELL.meetings(), Optional.of(new Doorkeeper.Refusal(why, "8445", 3, 17)));
            assertEquals(told, Condition.read(told.bytes()));
            var verdict = verdict(Figure.DOOR, said(_ -> told));
            assertEquals(why.name(), verdict.matter().name());
            assertEquals(Map.of("where", "8445", "times", "3"), verdict.facts());
        }
    }

    private void theRest() {
        is(Matter.READY, said(well -> well));
        is(Matter.WAITING, said(well -> sharing(well, Sharing.SHARED, "disk-full")));
        is(Matter.REPLAYING, said(well -> with(well, new Keeping("mtg_x", Optional.of("a"), false, new Ledger.Reading(1, 100, 100, 100), 1, Optional.empty(), 0, 0))));
        is(Matter.COMPLETE, said(well -> well));
        is(Matter.LACKING, said(well -> with(well, new Keeping("mtg_x", Optional.of("a"), true, new Ledger.Reading(100, 100, 100, 0), 1, Optional.empty(), 8, 7))));
        is(Matter.NO_DOCUMENTS, said(AppraisalTest::with));
        is(Matter.NONE_HERE, b(seen -> seen.server = false));
        is(Matter.SIGNED, said(well -> well));
        is(Matter.NEVER_SIGNED, said(AppraisalTest::with));
        is(Matter.SHARED, said(well -> well));
        is(Matter.NOT_SHARED, said(well -> sharing(well, Sharing.ALONE, null)));
    }

    @Test
    void whereTheOthersAgreeItIsOurClockThatIsWrong() {
        var days = -259_200_000L;
        var b = b(seen -> seen.offset = days).sighting();
        var w = b(seen -> {
            seen.peer = "w";
            seen.offset = days + 300;
        }).sighting();
        var all = List.of(own(), b, w);
        assertEquals(Matter.CLOCK_FAR_AHEAD, verdict(Figure.CLOCK, all, 0).matter());
        assertEquals(Matter.CLOCK_RIGHT, verdict(Figure.CLOCK, all, 1).matter());
        assertEquals(Matter.CLOCK_RIGHT, verdict(Figure.CLOCK, all, 2).matter());
    }

    @Test
    void ofASilentNodeNothingIsSaidThatItMayNoLongerBe() {
        var silent = b(seen -> seen.silent = 3_000).sighting();
        assertEquals(List.of(Matter.QUIET), new Appraisal(List.of(own(), silent, witness())).of(silent).stream().map(Verdict::matter).toList());
        var never = b(seen -> {
            seen.silent = 1_000;
            seen.condition = Optional.empty();
        }).sighting();
        assertEquals(List.of(Matter.QUIET), new Appraisal(List.of(own(), never, witness())).of(never).stream().map(Verdict::matter).toList());
        assertEquals(Appraisal.Whole.NO_SPARE, new Appraisal(List.of(own(), never, witness())).whole());
    }

    @Test
    void ownTimeIsConfirmedByAllThatAreHeardOrByNobody() {
        var right = b(seen -> seen.offset = 2_000).sighting();
        var silent = b(seen -> {
            seen.silent = 3_000;
            seen.offset = 259_200_000;
        }).sighting();
        assertTrue(new Appraisal(List.of(own(), right, silent)).clockConfirmed());
        assertFalse(new Appraisal(List.of(own(), right, b(seen -> seen.offset = -2_001).sighting())).clockConfirmed());
        assertFalse(new Appraisal(List.of(own(), silent, silent)).clockConfirmed());
        assertFalse(new Appraisal(List.of(own())).clockConfirmed());
    }

    @Test
    void ownTimeIsRefutedWhereBothOthersAgreeOnAnotherThatIsFarOff() {
        var late = b(seen -> seen.offset = -259_200_000).sighting();
        assertEquals(Optional.of(-259_199_000L), new Appraisal(List.of(own(), late, b(seen -> seen.offset = -259_199_000).sighting())).clockRefuted());
        assertEquals(Optional.empty(), new Appraisal(List.of(own(), late)).clockRefuted());
        assertEquals(Optional.empty(), new Appraisal(List.of(own(), late, witness())).clockRefuted());
        assertEquals(Optional.empty(), new Appraisal(List.of(own(), b(seen -> seen.offset = 59_000).sighting(),
                b(seen -> seen.offset = 59_500).sighting())).clockRefuted());
    }

    @Test
    void ofAllTogetherItIsSaidWhetherAnotherMayBeLost() {
        var silent = b(seen -> seen.silent = 3_000).sighting();
        assertEquals(Appraisal.Whole.ONE_NODE, new Appraisal(List.of(own())).whole());
        assertEquals(Appraisal.Whole.ALL_THERE, new Appraisal(List.of(own(), b(_ -> { }).sighting(), witness())).whole());
        assertEquals(Appraisal.Whole.NO_SPARE, new Appraisal(List.of(own(), silent, witness())).whole());
        assertEquals(Appraisal.Whole.NO_MAJORITY, new Appraisal(List.of(own(), silent, silent)).whole());
        assertEquals(Grade.ACT, Appraisal.worst(List.of(Verdict.of(Matter.READY), Verdict.of(Matter.FULL), Verdict.of(Matter.SCARCE))));
        assertTrue(new Appraisal(List.of(own())).of(own()).stream().allMatch(one -> one.matter().grade() == Grade.FINE));
    }
}
