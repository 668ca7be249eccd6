package conclave.exchange.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.meeting.ExampleSheets;
import conclave.meeting.RandomSheets;
import conclave.meeting.event.Facts;
import conclave.meeting.event.Sheet;
import conclave.meeting.event.Sheet.Given;
import conclave.meeting.event.Sheet.Indicator;
import conclave.meeting.rule.sheet.CompiledSheet;
import conclave.meeting.rule.sheet.Inputs;
import conclave.meeting.rule.sheet.SheetCheck;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Facts of applicants, filled in to try a sheet. */
class FactsWorkbookTest {

    private static final CompiledSheet ENGINEERS = compiled(ExampleSheets.engineers());
    private static final byte[] SOUND = FactsWorkbook.write(ENGINEERS, List.of(
            new Applicant("A001", Inputs.of(ExampleSheets.engineer())), new Applicant("A002", Inputs.of(ExampleSheets.engineer()))));

    @Test
    void theExamplesCountAsByHand() {
        var loaded = FactsWorkbook.load(SOUND, ENGINEERS);
        assertEquals(List.of(), loaded.findings());
        assertEquals(List.of("A001", "A002"), loaded.applicants().stream().map(Applicant::code).toList());
        assertEquals(ExampleSheets.engineer(), loaded.applicants().getLast().inputs().facts());
        assertEquals(new BigDecimal("56.2"), ENGINEERS.score(loaded.applicants().getFirst().inputs()).automatic());
    }

    @Test
    void anyFactsComeBackAsTheyWere() {
        for (long seed = 0; seed < 150; seed++) {
            var random = new RandomSheets(seed);
            var sheet = compiled(random.sheet());
            var waiting = sheet.indicators().stream().filter(it -> it.source().orElse(null) instanceof Given).map(Indicator::code).toList();
            var applicants = new ArrayList<Applicant>();
            for (int i = 1; i <= 3; i++) {
                var outcomes = new TreeMap<String, Inputs.Outcome>();
                sheet.stages().stream().filter("vote"::equals).forEach(stage -> outcomes.put(stage, new Inputs.Outcome(3, 7)));
                applicants.add(new Applicant("A" + i, new Inputs(random.facts(), random.given(waiting), outcomes)));
            }
            var loaded = FactsWorkbook.load(FactsWorkbook.write(sheet, applicants), sheet);
            assertEquals(List.of(), Edited.said(loaded.findings(), true), "seed " + seed);
            assertEquals(applicants, loaded.applicants(), "seed " + seed);
        }
    }

    @Test
    void aSlipIsFoundInItsCell() {
        found("not-a-number 申报人!E3", Edited.text(SOUND, "申报人", "E3", "一年"));
        found("not-a-choice 申报人!B2", Edited.text(SOUND, "申报人", "B2", "博士后"));
        found("not-a-date 申报人!C2", Edited.text(SOUND, "申报人", "C2", "2014-13-40"));
        found("not-a-flag 申报人!D2", Edited.text(SOUND, "申报人", "D2", "有"));
        found("formula 申报人!E2", Edited.book(SOUND, book -> Edited.cell(book, "申报人", "E2").setCellFormula("1+1")));
        found("not-a-choice 工程项目!B3", Edited.text(SOUND, "工程项目", "B3", "部级"));
        found("applicant-unknown 工程项目!A3", Edited.text(SOUND, "工程项目", "A3", "A009"));
        found("applicant-twice 申报人!A3", Edited.text(SOUND, "申报人", "A3", "A001"));
        found("page-missing !", Edited.book(SOUND, book -> book.removeSheetAt(book.getSheetIndex("申报人"))));
        found("heading-missing 申报人!", Edited.text(SOUND, "申报人", "B1", "学历"));
        found("applicants-missing 申报人!", FactsWorkbook.write(ENGINEERS, List.of()));
        found("torn !", Arrays.copyOf(SOUND, SOUND.length / 2));
    }

    @Test
    void daysAreReadAsPeopleWriteThem() {
        var loaded = FactsWorkbook.load(Edited.text(SOUND, "申报人", "C2", "2014年6月30日"), ENGINEERS);
        assertEquals(List.of(), loaded.findings());
        assertEquals(ExampleSheets.engineer(), loaded.applicants().getFirst().inputs().facts());
        var real = Edited.book(SOUND, book -> {
            var style = book.createCellStyle();
            style.setDataFormat(book.createDataFormat().getFormat("yyyy/m/d"));
            var cell = Edited.cell(book, "申报人", "C2");
            cell.setCellValue(LocalDate.of(2014, 6, 30));
            cell.setCellStyle(style);
        });
        assertEquals(ExampleSheets.engineer(), FactsWorkbook.load(real, ENGINEERS).applicants().getFirst().inputs().facts());
    }

    @Test
    void whoHasNothingToShowHasNoFacts() {
        var loaded = FactsWorkbook.load(FactsWorkbook.write(ENGINEERS, List.of(new Applicant("A1", Inputs.of(Facts.NONE)))), ENGINEERS);
        assertEquals(Facts.NONE, loaded.applicants().getFirst().inputs().facts());
    }

    private static CompiledSheet compiled(Sheet sheet) {
        return SheetCheck.check(sheet).compiled().orElseThrow();
    }

    private static void found(String finding, byte[] file) {
        var errors = Edited.said(FactsWorkbook.load(file, ENGINEERS).findings(), true);
        assertTrue(errors.contains(finding), errors::toString);
    }
}
