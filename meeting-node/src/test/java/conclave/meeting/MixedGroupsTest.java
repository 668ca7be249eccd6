package conclave.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import conclave.meeting.event.Item;
import conclave.meeting.event.Sheet.Kind;
import conclave.meeting.event.Sheet;
import conclave.meeting.event.Stage.Aggregation;
import conclave.meeting.event.Stage.Body;
import conclave.meeting.event.Stage.Method;
import conclave.meeting.event.Stage.Per;
import conclave.meeting.event.Stage.Scoring;
import conclave.meeting.event.TallyEvent.Row;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A group of ten points in which eight were counted, and experts may give six: lived through, with numbers worked out by hand. */
class MixedGroupsTest {

    /** 1, 2 and 6 add 1, 2 and 2 to the eight: 1.67 in the mean. */
    @Test
    void eachExpertsWholeIsCutBeforeTheMean() {
        var row = row(Per.SHEET, Method.MEAN, "1", "2", "6");
        assertRow(row, "1.67", "8", "9.67");
        assertEquals(new BigDecimal("1"), row.range().orElseThrow());
    }

    /** The mean of the indicator is 3, and of that the cap leaves 2. */
    @Test
    void figuresOfIndicatorsAreCutAfterTheMean() {
        assertRow(row(Per.INDICATOR, Method.MEAN, "1", "2", "6"), "2.00", "8", "10.00");
    }

    /** 0 and one of the 2 go; 0.5, 1 and 2 are left. */
    @Test
    void theEndsAreThoseOfWhatTheMarksAreWorth() {
        assertRow(row(Per.SHEET, Method.TRIMMED_MEAN, "0", "0.5", "1", "2.5", "6"), "1.17", "8", "9.17");
    }

    @Test
    void theReceiptSaysWhatTheMarksAreWorth() {
        var lived = lived(Per.SHEET, Method.MEAN, 3).opened(1, "score").scored(1, "1.1", "1", "2", "6");
        assertEquals(List.of("1", "2", "2"), lived.experts(1).stream()
                .map(expert -> lived.round(1).standing(Lived.applicant("1.1"), expert).orElseThrow().total().toPlainString()).toList());
    }

    private static Row row(Per per, Method method, String... points) {
        var lived = lived(per, method, points.length).opened(1, "score").scored(1, "1.1", points).counted(1);
        return lived.now().tallies().of().get(lived.round(1).id()).orElseThrow().rows().getFirst();
    }

    private static Lived lived(Per per, Method method, int experts) {
        var group = TestPackage.node("G", Kind.GROUP, "10", Optional.empty(), List.of(TestPackage.given("A1", Kind.AUTOMATIC, "8"), TestPackage.leaf("mark", "6")));
        return new Lived(TestPackage.rooms(1, experts, 1).by(sheet(group)).by(TestPackage.mode(2, scoring("score", per, method))).applicants(MixedGroupsTest::eight))
                .gathered(1);
    }

    private static Scoring scoring(String code, Per per, Method method) {
        return new Scoring(code, "打分", Body.PANEL, 0, new Aggregation(method, 5, per, List.of(), Optional.empty()), Optional.empty());
    }

    private static Sheet sheet(Sheet.Indicator group) {
        var s = TestPackage.engineering();
        return new Sheet(s.code(), 1, s.title(), s.titleEn(), Optional.empty(), new BigDecimal(10), new BigDecimal(10), 2, List.of(), List.of(), List.of(group));
    }

    private static Item.Applicant eight(Item.Applicant a) {
        var given = new TreeMap<String, BigDecimal>();
        given.put("A1", new BigDecimal(8));
        return new Item.Applicant(a.id(), a.code(), a.room(), a.order(), a.specialty(), a.identity(), a.facts(), given, a.documents());
    }

    private static void assertRow(Row row, String expert, String automatic, String total) {
        assertEquals(List.of(expert, automatic, total), List.of(row.expert().orElseThrow().toPlainString(), row.automatic().toPlainString(),
                row.total().orElseThrow().toPlainString()));
    }
}
