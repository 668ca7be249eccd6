package conclave.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import conclave.exchange.Presets;
import conclave.meeting.event.Item;
import conclave.meeting.event.Refusal.Code;
import conclave.meeting.event.Sheet;
import conclave.meeting.event.SittingCommand.CallApplicant;
import conclave.meeting.event.SittingCommand.OpenRound;
import conclave.meeting.event.SittingEvent.RoundOpened;
import conclave.meeting.event.Stage.Effect;
import conclave.meeting.event.Stage.Secrecy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each of the nine modes, from the package to the seal, with numbers that were worked out by hand. */
class PresetsLivedTest {

    @Test
    void scoreOnly() {
        var lived = new Lived(preset("score-only", TestPackage.rooms(1, 5, 4)).applicants(counted("50 50 40 10"))).gathered(1);
        lived.opened(1, "score", "1.1", "1.2", "1.3", "1.4");
        lived.scored(1, "1.1", "20", "22", "24", "26", "40").scored(1, "1.2", "30", "30", "30", "30", "30");
        lived.scored(1, "1.3", "34", "34", "34", "34", "34").scored(1, "1.4", "0", "0.5", "0", "0", "0").counted(1);
        lived.ranked(1, "rank", "1.2 1 80.00", "1.1 2 74.00", "1.3 2 74.00", "1.4 4 10.00");
        lived.signedOff(1).sealed().ended("1.1 STAY", "1.2 STAY", "1.3 STAY", "1.4 STAY");
    }

    @Test
    void ballotOnly() {
        var lived = new Lived(preset("ballot-only", TestPackage.rooms(1, 9, 3))).gathered(1).opened(1, "ballot");
        assertEquals(Secrecy.BLIND_TOKEN, lived.round(1).casting().orElseThrow().secrecy());
        lived.secretly(1, "1.1 6 3", "1.2 5 0", "1.3 9 0");
        lived.signedOff(1).sealed().ended("1.1 PASS", "1.2 FAIL", "1.3 PASS");
    }

    @Test
    void blindReview() {
        var lived = new Lived(preset("blind-review", TestPackage.rooms(1, 5, 2)).by(marked())).gathered(1);
        lived.opened(1, "opinion").opinions(1, 3);
        // 60, 70 and 80 lie more than 15 apart: a fourth reviewer gives 72, and 60 is the farthest from 70.5.
        lived.opened(1, "review").scored(1, "1.1", "80", "84", "88").scored(1, "1.2", "60", "70", "80").counted(1);
        lived.opened(1, "review", "1.2").scored(1, "1.2", "72").counted(1);
        // Fewer than two may be against.
        lived.opened(1, "verdict").named(1, "1.1 4 1", "1.2 3 2");
        lived.ranked(1, "rank", "1.1 1 84.00");
        assertEquals("74.00", lived.now().tallies().of().get(lived.now().floor().rounds().values().get(2).id()).orElseThrow().rows().stream()
                .filter(row -> row.applicant().equals(Lived.applicant("1.2"))).findFirst().orElseThrow().total().orElseThrow().toPlainString());
        lived.signedOff(1).sealed().ended("1.1 STAY", "1.2 FAIL");
    }

    @Test
    void defence() {
        var lived = new Lived(preset("defence", TestPackage.rooms(1, 5, 6)).applicants(counted("10 20 30 40 50 60"))).gathered(1).opened(1, "defence");
        var drawn = lived.round(1).candidates();
        assertNotEquals(IntStream.rangeClosed(1, 6).mapToObj(n -> Lived.applicant("1." + n)).toList(), drawn);
        var opening = (RoundOpened) lived.test().facts().getLast().event();
        assertEquals(Optional.of("chance"), opening.chance());
        for (var applicant : drawn) {
            lived.test().accepted(TestPackage.secretary(1), new CallApplicant(lived.round(1).id(), applicant));
            lived.scored(1, Lived.written(applicant), "10", "20", "30", "30", "40");
        }
        assertEquals(6, lived.round(1).called().size());
        // Without the highest and the lowest 20, 30 and 30 are left: 26.67.
        lived.counted(1).ranked(1, "rank", "1.6 1 86.67", "1.5 2 76.67", "1.4 3 66.67", "1.3 4 56.67", "1.2 5 46.67", "1.1 6 36.67");
        lived.signedOff(1).sealed();
    }

    @Test
    void jointReview() {
        var lived = new Lived(preset("joint-review", TestPackage.rooms(2, 5, 2)).underOneHall().applicants(counted("40 30 40 36")));
        lived.gathered(1).gathered(2).opened(1, "opinion").opinions(1, 1).opened(2, "opinion").opinions(2, 1);
        lived.opened(1, "score").scored(1, "1.1", "25", "25", "25", "25", "25").scored(1, "1.2", "25", "25", "25", "25", "25").counted(1);
        // 5 and 30 lie more than 20 apart: everybody marks again.
        lived.opened(2, "score").scored(2, "2.1", "5", "30", "30", "30", "30").scored(2, "2.2", "24", "24", "24", "24", "24").counted(2);
        lived.opened(2, "score", "2.1").scored(2, "2.1", "28", "30", "30", "30", "32").counted(2);
        lived.ranked(1, "rank", "1.1 1 65.00", "1.2 2 55.00").ranked(2, "rank", "2.1 1 70.00", "2.2 2 60.00");
        lived.ended("1.1 STAY", "1.2 FAIL", "2.1 STAY", "2.2 STAY").signedOff(1, 2).gathered(3);
        // Of ten who attend seven are two thirds; one paper is invalid, one did not come back.
        lived.opened(3, "ballot", "1.1", "2.1", "2.2").onPaper(3, 9, 1, "1.1 7 1", "2.1 6 0", "2.2 8 0");
        lived.signedOff(3).sealed().ended("1.1 PASS", "1.2 FAIL", "2.1 FAIL", "2.2 PASS");
    }

    @Test
    void panelScorePlenaryBallot() {
        var lived = new Lived(preset("panel-score-plenary-ballot", TestPackage.rooms(2, 5, 2)).underOneHall().applicants(counted("40 30 59 veto")));
        lived.gathered(1).gathered(2).opened(1, "opinion").opinions(1, 1).opened(2, "opinion", "2.1").opinions(2, 1);
        lived.opened(1, "score").scored(1, "1.1", "20", "20", "20", "20", "20").scored(1, "1.2", "28", "29", "30", "31", "40").counted(1);
        lived.opened(2, "score", "2.1").scored(2, "2.1", "0.5", "0.5", "0.5", "0.5", "0.5").counted(2);
        lived.ranked(1, "rank", "1.1 1 60.00", "1.2 1 60.00").ranked(2, "rank", "2.1 1 59.50");
        lived.ended("1.1 STAY", "1.2 STAY", "2.1 FAIL", "2.2 FAIL");
        lived.test().refused(Code.SITTING_NOT_OPEN, TestPackage.secretary(3),
                new OpenRound(TestPackage.room(3), TestMeeting.round(9), "chance"));
        lived.gathered(3).signedOff(1, 2).opened(3, "ballot", "1.1", "1.2").secretly(3, "1.1 7 3", "1.2 6 4");
        lived.signedOff(3).sealed().ended("1.1 PASS", "1.2 FAIL", "2.1 FAIL", "2.2 FAIL");
    }

    @Test
    void quotaRanking() {
        var lived = new Lived(preset("quota-ranking", TestPackage.rooms(2, 5, 8)).underOneHall().applicants(
                counted("60 58 56 54 52 50 48 46 59 57 55 53 51 49 47 45")));
        for (int room = 1; room <= 2; room++) {
            lived.gathered(room).opened(room, "score");
            for (int n = 1; n <= 8; n++) lived.scored(room, room + "." + n, "10", "10", "10", "10", "10");
            lived.counted(room).signedOff(room);
        }
        // 70, 69 and 68 are in; 55, 56 and 57 are out; ten are voted on for the seven places that are left.
        lived.gathered(3).opened(3, "ballot", "1.3", "1.4", "1.5", "1.6", "1.7", "2.2", "2.3", "2.4", "2.5", "2.6");
        lived.ended("1.1 PASS", "2.1 PASS", "1.2 PASS", "2.8 FAIL", "1.8 FAIL", "2.7 FAIL");
        lived.secretly(3, "2.2 10 0", "1.3 10 0", "2.3 10 0", "1.4 9 0", "2.4 9 0", "1.5 9 0", "2.5 8 0", "1.6 8 0", "2.6 8 0", "1.7 7 0");
        // Three are equal at the last place: it is kept for them.
        lived.opened(3, "second", "2.5", "1.6", "2.6").secretly(3, "2.5 8 2", "1.6 9 0", "2.6 7 0");
        lived.signedOff(3).sealed().ended("2.2 PASS", "1.3 PASS", "2.3 PASS", "1.4 PASS", "2.4 PASS", "1.5 PASS", "1.6 PASS",
                "2.5 FAIL", "2.6 FAIL", "1.7 FAIL");
    }

    @Test
    void reconsideration() {
        var lived = new Lived(preset("reconsideration", TestPackage.rooms(2, 5, 2)).underOneHall().applicants(counted("10 10 10 10")));
        for (int room = 1; room <= 2; room++) {
            lived.gathered(room).opened(room, "opinion").opinions(room, 1).opened(room, "score");
            for (int n = 1; n <= 2; n++) lived.scored(room, room + "." + n, "30", "30", "30", "30", "30");
            lived.counted(room).signedOff(room);
        }
        lived.gathered(3).opened(3, "ballot").secretly(3, "1.1 7 3", "1.2 6 4", "2.1 5 5", "2.2 4 6");
        // Half and more, but less than two thirds, comes back; once.
        lived.opened(3, "again", "1.2", "2.1").secretly(3, "1.2 7 3", "2.1 6 4");
        lived.signedOff(3).sealed().ended("1.1 PASS", "1.2 PASS", "2.1 FAIL", "2.2 FAIL");
    }

    @Test
    void talentElimination() {
        var lived = new Lived(preset("talent-elimination", TestPackage.rooms(1, 9, 22)).by(marked())).gathered(1).opened(1, "score");
        // 99, 98, … but the twentieth and the twenty-first are equal, and the twenty-second is below.
        for (int n = 1; n <= 22; n++) {
            var points = Integer.toString(100 - (n == 21 ? 20 : n));
            lived.scored(1, "1." + n, points, points, points, points, points, points, points, points, points);
        }
        lived.counted(1).ended("1.20 STAY", "1.21 STAY", "1.22 FAIL").opened(1, "first");
        assertEquals(21, lived.round(1).candidates().size());
        // Fifteen names on nine papers: fourteen times nine, five (more than half) and four.
        lived.secretly(1, "1.1 9", "1.2 9", "1.3 9", "1.4 9", "1.5 9", "1.6 9", "1.7 9", "1.8 9", "1.9 9", "1.10 9", "1.11 9", "1.12 9", "1.13 9", "1.14 9",
                "1.15 5", "1.16 4");
        lived.ended("1.15 STAY", "1.16 FAIL", "1.21 FAIL").opened(1, "final");
        assertEquals(15, lived.round(1).candidates().size());
        lived.secretly(1, "1.1 9", "1.2 9", "1.3 9", "1.4 9", "1.5 9", "1.6 9", "1.7 9", "1.8 9", "1.9 8", "1.10 5", "1.11 5");
        lived.ended("1.9 PASS", "1.12 FAIL").opened(1, "second", "1.10", "1.11").secretly(1, "1.10 6", "1.11 3");
        lived.signedOff(1).sealed().ended("1.1 PASS", "1.10 PASS", "1.11 FAIL", "1.15 FAIL");
        assertEquals(10, IntStream.rangeClosed(1, 22).filter(n -> lived.now().walk().standing(Lived.applicant("1." + n)) == Effect.PASS).count());
    }

    private static TestPackage preset(String code, TestPackage pack) {
        return pack.by(Presets.mode(code)).by(Presets.profile("title-senior"));
    }

    /** One mark of a hundred, and nothing that is counted. */
    private static Sheet marked() {
        var s = TestPackage.engineering();
        return new Sheet(s.code(), 1, s.title(), s.titleEn(), Optional.empty(), new BigDecimal(100), new BigDecimal(100), 2, List.of(), List.of(),
                List.of(TestPackage.leaf("mark", "100")));
    }

    /** What was counted of each applicant, room after room; "veto" keeps somebody out. */
    private static UnaryOperator<Item.Applicant> counted(String points) {
        var left = new ArrayList<>(List.of(points.split(" ")));
        return a -> {
            var given = new TreeMap<String, BigDecimal>();
            var next = left.removeFirst();
            if (next.equals("veto")) given.put("V", BigDecimal.ONE);
            else given.put("A1", new BigDecimal(next));
            return new Item.Applicant(a.id(), a.code(), a.room(), a.order(), a.specialty(), a.identity(), a.facts(), given, a.documents());
        };
    }
}
