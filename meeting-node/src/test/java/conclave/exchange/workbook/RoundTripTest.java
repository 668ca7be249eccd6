package conclave.exchange.workbook;

import static conclave.meeting.SheetWords.n;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.meeting.ExampleSheets;
import conclave.meeting.RandomSheets;
import conclave.meeting.SheetWords;
import conclave.meeting.event.Sheet;
import conclave.meeting.event.Sheet.Band;
import conclave.meeting.event.Sheet.Bands;
import conclave.meeting.event.Sheet.Factor;
import conclave.meeting.event.Sheet.Field;
import conclave.meeting.event.Sheet.FieldType;
import conclave.meeting.event.Sheet.Formula;
import conclave.meeting.event.Sheet.Looked;
import conclave.meeting.event.Sheet.Measured;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What goes into a workbook comes out of it again, to the last zero. */
class RoundTripTest {

    @Test
    void theExamplesComeBackAsTheyWere() {
        for (var sheet : List.of(ExampleSheets.engineers(), ExampleSheets.clinicians())) {
            var loaded = SheetWorkbook.load(SheetWorkbook.export(sheet));
            assertEquals(List.of(), errors(loaded.findings()));
            assertEquals(sheet, loaded.sheet().orElseThrow());
            assertTrue(loaded.compiled().isPresent());
        }
    }

    @Test
    void anySheetComesBackAsItWas() {
        for (long seed = 0; seed < 100; seed++) {
            var sheet = new RandomSheets(seed).sheet();
            var loaded = SheetWorkbook.load(SheetWorkbook.export(sheet));
            assertEquals(Optional.of(sheet), loaded.sheet(), "seed " + seed + " " + errors(loaded.findings()));
        }
    }

    @Test
    void aWorkbookThatWasReadAndWrittenIsTheSameCellByCell() {
        for (long seed = 0; seed < 50; seed++) {
            var once = SheetWorkbook.export(new RandomSheets(seed).sheet());
            var again = SheetWorkbook.export(SheetWorkbook.load(once).sheet().orElseThrow());
            assertEquals(book(once), book(again), "seed " + seed);
        }
    }

    @Test
    void factorsOfAnyNumberAndOrderComeBack() {
        var chance = new Random(7);
        for (int i = 0; i < 40; i++) {
            var factors = chance.ints(1 + chance.nextInt(6), 0, 2).<Factor>mapToObj(it -> it == 0 ? new Looked("exam", "t") : new Formula("exam + 1")).toList();
            var sheet = sheet(SheetWords.automatic("A1", "考试", "10", new Measured(factors)));
            assertEquals(Optional.of(sheet), SheetWorkbook.load(SheetWorkbook.export(sheet)).sheet(), factors::toString);
        }
    }

    @Test
    void wordsThatAreHardToKeepAreKept() {
        var hard = List.of("；", "a;b", "say \"so\"", "two\nlines", "_x0041_", "_x005F_", "=1+1", "+8613", "-x", "@here", "＝SUM(A1)", "1", "1.0", "是", "2025-12-31", "𠮷",
                "买买提·艾力", "、", "'quoted", "TRUE", "#N/A");
        var field = new Field("kind", "类别", FieldType.CHOICE, true, hard, List.of());
        var chart = new Sheet.Lookup("t", "表", hard.stream().map(word -> new Sheet.Entry(word, n("1.50"))).toList(), Optional.of(n("0.0")));
        var ends = new Bands("b", "段", List.of(new Band(Optional.empty(), true, Optional.of(n("1.0")), false, n("999999999999.123456")),
                new Band(Optional.of(n("1.00")), true, Optional.empty(), false, n("0.000001"))));
        var sheet = new Sheet("s", 3, "=HYPERLINK(\"x\")", "@", Optional.empty(), n("100"), n("100.00"), 6, List.of(field), List.of(chart, ends),
                List.of(SheetWords.automatic("A1", "\tA", "1.5", SheetWords.looked("kind", "t"))));
        var back = SheetWorkbook.load(SheetWorkbook.export(sheet)).sheet().orElseThrow();
        assertEquals(sheet.fields(), back.fields());
        assertEquals(sheet.charts(), back.charts());
        assertEquals(List.of(sheet.title(), sheet.finalMax()), List.of(back.title(), back.finalMax()));
        assertEquals("A", back.indicators().getFirst().name(), "space around a name is nothing that anybody sees");
    }

    private static Sheet sheet(Sheet.Indicator... indicators) {
        return new Sheet("s", 1, "表", "", Optional.empty(), n("100"), n("100"), 2, List.of(SheetWords.field("exam", "考试成绩", FieldType.NUMBER)),
                List.of(SheetWords.lookup("t", "表一", "1 2", "* 3")), List.of(indicators));
    }

    private static List<String> errors(List<CellFinding> findings) {
        return findings.stream().filter(CellFinding::error).map(CellFinding::sentence).toList();
    }

    private static Book book(byte[] file) {
        return Xlsx.read(file, new Remarks()).orElseThrow();
    }
}
