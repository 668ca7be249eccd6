package conclave.meeting.rule.sheet;

import static conclave.meeting.SheetWords.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.meeting.ExampleSheets;
import conclave.meeting.event.Facts;
import conclave.meeting.event.Sheet;
import conclave.meeting.event.Sheet.Field;
import conclave.meeting.event.Sheet.FieldType;
import conclave.meeting.event.Sheet.Given;
import conclave.meeting.rule.sheet.Finding.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What people write into forms: a finding with its place, and never a score that nobody expected. */
class FactsCheckTest {

    private static final Sheet SHEET = new Sheet("s", 1, "表", "Sheet", Optional.of("2025-12-31"), n("100"), n("100"), 2,
            List.of(new Field("score", "成绩", FieldType.NUMBER, true, List.of(), List.of()), field("since", "起始日", FieldType.DATE), field("fit", "合格", FieldType.FLAG),
                    choice("degree", "学位", "博士", "硕士"), list("works", "成果", choice("level", "级别", "省级"), new Field("points", "分", FieldType.NUMBER, true, List.of(), List.of()))),
            List.of(), List.of(expert("E", "专家", "80"), automatic("G", "平台分", "20", new Given())));

    @Test
    void theExamplesAreWhatTheirSheetsExpect() {
        assertEquals(List.of(), FactsCheck.check(ExampleSheets.engineers(), ExampleSheets.engineer()));
        assertEquals(List.of(), FactsCheck.check(ExampleSheets.clinicians(), ExampleSheets.clinician()));
    }

    @Test
    void everySlipHasItsPlace() {
        for (var text : List.of("1e9", "１２", "12,5", "=1+1", " 12", "0x1", "1.", ".5", "+1", "", "九", "1".repeat(13), "1.1234567")) one(Code.NOT_A_NUMBER, "score 0", facts("score", text));
        one(Code.FACT_MISSING, "score 0", facts());
        one(Code.UNKNOWN_FACT, "height 0", facts("score", "1", "height", "180"));
        for (var text : List.of("2025-02-30", "2025/01/01", "20250101", "昨天")) one(Code.NOT_A_DATE, "since 0", facts("score", "1", "since", text));
        one(Code.NOT_A_FLAG, "fit 0", facts("score", "1", "fit", "对"));
        one(Code.NOT_A_CHOICE, "degree 0", facts("score", "1", "degree", "高中"));
        one(Code.NOT_A_LIST, "works 0", facts("score", "1", "works", "许多"));
        one(Code.FACT_TOO_LONG, "degree 0", facts("score", "1", "degree", "博".repeat(201)));
        one(Code.UNKNOWN_FACT, "papers 0", with(facts("score", "1"), "papers", entry("level", "省级")));
        one(Code.NOT_A_CHOICE, "works.level 2", with(facts("score", "1"), "works", entry("points", "1"), entry("points", "1", "level", "县级")));
        one(Code.FACT_MISSING, "works.points 1", with(facts("score", "1"), "works", entry("level", "省级")));
        var many = new ArrayList<SortedMap<String, String>>();
        for (int i = 0; i < 501; i++) many.add(entry("points", "1"));
        one(Code.TOO_MANY_ENTRIES, "works 0", new Facts(entry("score", "1"), new TreeMap<>(Map.of("works", many))));
    }

    private static void one(Code code, String place, Facts facts) {
        var findings = FactsCheck.check(SHEET, facts);
        assertEquals(List.of(code + " " + place), findings.stream().map(it -> it.code() + " " + it.place().code() + " " + it.place().row()).toList());
        assertTrue(FindingWords.sentence(findings.getFirst()).startsWith("错误：申报事实 "), FindingWords.sentence(findings.getFirst()));
    }

    @Test
    void whatThePlatformGivesIsHeldAgainstTheSheet() {
        var sheet = ExampleSheetsTest.compiled(SHEET);
        assertEquals(List.of(), FactsCheck.checkGiven(sheet, new TreeMap<>(Map.of("G", n("3")))));
        assertEquals(List.of(Code.GIVEN_MISSING), FactsCheck.checkGiven(sheet, new TreeMap<>()).stream().map(Finding::code).toList());
        assertEquals(List.of(Code.UNKNOWN_GIVEN), FactsCheck.checkGiven(sheet, new TreeMap<>(Map.of("G", n("3"), "E", n("3")))).stream().map(Finding::code).toList());
        var endless = new TreeMap<>(Map.of("G", n("1E999999999")));
        assertEquals(List.of(Code.NUMBER_TOO_LONG), FactsCheck.checkGiven(sheet, endless).stream().map(Finding::code).toList());
        assertEquals(0, sheet.score(new Inputs(Facts.NONE, endless, new TreeMap<>())).automatic().signum());
    }

    @Test
    void whateverStandsInAFormItIsCountedAndNothingBreaks() {
        var seed = Long.getLong("conclave.seed", System.nanoTime());
        var sheet = ExampleSheetsTest.compiled(ExampleSheets.engineers());
        var found = 0;
        for (long run = seed; run < seed + 1000; run++) {
            var chance = new Random(run);
            var values = new TreeMap<>(ExampleSheets.engineer().values());
            for (var code : List.copyOf(values.keySet())) if (chance.nextInt(3) == 0) values.put(code, odd(chance));
            var lists = new TreeMap<>(ExampleSheets.engineer().lists());
            lists.put("awards", List.of(entry("award", odd(chance), odd(chance), odd(chance), "award_place", odd(chance)), entry("project", odd(chance))));
            lists.put(odd(chance), List.of(entry()));
            var facts = new Facts(values, lists);
            var findings = FactsCheck.check(sheet.sheet(), facts);
            var score = sheet.score(Inputs.of(facts));
            assertTrue(score.automatic().signum() >= 0, "seed " + run);
            found += findings.size();
            assertEquals(score.lines().size(), sheet.indicators().size(), "seed " + run);
            findings.forEach(finding -> assertTrue(FindingWords.sentence(finding).endsWith("。"), "seed " + seed));
        }
        assertTrue(found > 1000, "seed " + seed);
    }

    private static String odd(Random chance) {
        return List.of("", "1e999999999", "-1", "9".repeat(400), "𠮷", "省级", "2025-13-01", "是", "null", "\u0000", "awards", "0", "'; --", "=1+1", "2014-06-30").get(chance.nextInt(15));
    }
}
