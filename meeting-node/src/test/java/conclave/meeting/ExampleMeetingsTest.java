package conclave.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.exchange.Presets;
import conclave.meeting.event.Facts;
import conclave.meeting.event.Item;
import conclave.meeting.event.Mode;
import conclave.meeting.event.RuleEvent.Eligibility;
import conclave.meeting.event.Sheet;
import conclave.meeting.event.Stage;
import conclave.meeting.event.Stage.Aggregation;
import conclave.meeting.event.Stage.Body;
import conclave.meeting.event.Stage.Divergence;
import conclave.meeting.event.Stage.Method;
import conclave.meeting.event.Stage.Per;
import conclave.meeting.event.Stage.Remedy;
import conclave.meeting.event.TallyEvent.Row;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The two example sheets, from the form that an applicant filled in to the total that the room signs. */
class ExampleMeetingsTest {

    @Test
    void theEngineerComesToNinety() {
        var lived = new Lived(pack(7, ExampleSheets.engineers(), ExampleSheets.engineer()).by(Presets.mode("score-only"))).gathered(1).opened(1, "score");
        lived.scored(1, "1.1", "33", "31.5", "34", "28", "36.5", "32", "33.5").counted(1);
        assertRow(row(lived), "32.80", "56.2", "2", "1", "90.00");
        assertEquals(2, row(lived).dropped());
        lived.signedOff(1).sealed().ranked(1, "rank", "1.1 1 90.00");
    }

    @Test
    void anEngineerUnderInvestigationIsOutWithoutLosingAPoint() {
        var accused = new TreeMap<>(ExampleSheets.engineer().values());
        accused.put("falsified", "是");
        var lived = new Lived(pack(3, ExampleSheets.engineers(), new Facts(accused, ExampleSheets.engineer().lists())).by(Presets.mode("score-only")));
        var counted = lived.now().book().countedOf(Lived.applicant("1.1"));
        assertEquals(Eligibility.VETOED, counted.eligibility());
        assertEquals(Optional.of("V1"), counted.because());
        assertEquals(new BigDecimal("56.2"), counted.automatic());
        lived.ended("1.1 FAIL");
        assertTrue(lived.now().walk().idle(TestPackage.room(1)));
        lived.signedWithoutRound(1).sealed();
    }

    /** 12.5, 13 and 9 lie 4 apart, and 4 is not more than 4: three reviewers are enough. */
    @Test
    void theClinicianComesToSeventyThreeAndThreeQuarters() {
        var lived = new Lived(clinicians()).gathered(1).opened(1, "review").scored(1, "1.1", "12.5", "13", "9").counted(1);
        assertRow(row(lived), "11.50", "62.25", "0", "0", "73.75");
        assertFalse(row(lived).diverged());
        lived.signedOff(1).sealed();
    }

    /** 13, 13 and 8 lie 5 apart: a fourth gives 12, and 8 is farthest from 11.5. The others come to 12.67. */
    @Test
    void aFourthReviewerIsCalledAndTheFarthestLeftOut() {
        var lived = new Lived(clinicians()).gathered(1).opened(1, "review").scored(1, "1.1", "13", "13", "8").counted(1);
        assertTrue(row(lived).diverged());
        lived.opened(1, "review", "1.1").scored(1, "1.1", "12").counted(1);
        assertRow(row(lived), "12.67", "62.25", "0", "0", "74.92");
        assertEquals(1, row(lived).dropped());
        lived.signedOff(1).sealed();
    }

    /** Of three reviewers nobody is the one too many. */
    @Test
    void whereNoFourthIsLeftNobodyIsDropped() {
        var lived = new Lived(pack(3, ExampleSheets.clinicians(), ExampleSheets.clinician()).by(review())).gathered(1).opened(1, "review");
        lived.scored(1, "1.1", "13", "13", "8").counted(1).opened(1, "review", "1.1").counted(1);
        assertRow(row(lived), "11.33", "62.25", "0", "0", "73.58");
        lived.signedOff(1).sealed();
    }

    private static TestPackage clinicians() {
        return pack(5, ExampleSheets.clinicians(), ExampleSheets.clinician()).by(review());
    }

    private static Mode review() {
        return TestPackage.mode(2, new Stage.Scoring("review", "病案盲审", Body.PANEL, 3, new Aggregation(Method.MEAN, 5, Per.SHEET, List.of(),
                Optional.of(new Divergence(new BigDecimal(4), Remedy.EXTRA_REVIEWER))), Optional.empty()));
    }

    private static TestPackage pack(int experts, Sheet sheet, Facts facts) {
        return TestPackage.rooms(1, experts, 1).by(sheet).applicants(a -> new Item.Applicant(a.id(), a.code(), a.room(), a.order(), a.specialty(),
                a.identity(), facts, a.given(), a.documents()));
    }

    private static Row row(Lived lived) {
        return lived.now().tallies().of().get(lived.round(1).id()).orElseThrow().rows().getFirst();
    }

    private static void assertRow(Row row, String... parts) {
        assertEquals(List.of(parts), List.of(row.expert().orElseThrow().toPlainString(), row.automatic().toPlainString(), row.bonus().toPlainString(),
                row.deduction().toPlainString(), row.total().orElseThrow().toPlainString()));
    }
}
