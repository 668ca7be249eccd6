package conclave.exchange.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.meeting.rule.sheet.FactsCheck;
import conclave.meeting.rule.sheet.Inputs;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.DataValidation;
import org.junit.jupiter.api.Test;

/** What an administrator starts from. */
class ExamplesTest {

    @Test
    void theExamplesThatComeWithTheProgramCountAsByHand() {
        counts("engineering", "A1 13", "A2 24", "A3 9.2", "A4 10", "B 2", "D 1");
        counts("medicine", "B1 4.5", "B2 19.25", "B3 16", "B5 15", "B6 7.5");
    }

    private static void counts(String name, String... expected) {
        var loaded = SheetWorkbook.load(SheetWorkbook.export(Examples.sheet(name)));
        assertEquals(List.of(), loaded.findings());
        assertEquals(Examples.sheet(name), loaded.sheet().orElseThrow());
        assertEquals(List.of(), FactsCheck.check(Examples.sheet(name), Examples.facts(name)));
        var score = loaded.compiled().orElseThrow().score(Inputs.of(Examples.facts(name)));
        for (var one : expected) {
            assertEquals(new BigDecimal(one.split(" ")[1]), score.line(one.split(" ")[0]).orElseThrow().points(), name + " " + one);
        }
    }

    @Test
    void anEmptyTemplateSaysWhatToFillIn() {
        var loaded = SheetWorkbook.load(SheetWorkbook.template());
        assertTrue(loaded.compiled().isEmpty());
        assertEquals(List.of("required 基本信息!B2", "required 基本信息!B4"), Edited.said(loaded.findings(), true).stream().filter(it -> it.startsWith("required")).toList());
        assertEquals(List.of(), Edited.said(loaded.findings(), false));
    }

    @Test
    void formsOfferWhatMayBeChosen() {
        Edited.book(SheetWorkbook.template(), book -> {
            assertEquals(List.of("说明", "基本信息", "事实字段", "对照表", "指标", "更多因子", "分项封顶"),
                    StreamSupport.stream(book.spliterator(), false).map(it -> it.getSheetName()).toList());
            var kinds = book.getSheet("指标").getDataValidations().stream().filter(it -> covers(it, 4)).findFirst().orElseThrow();
            assertEquals(Terms.KIND.words(), List.of(kinds.getValidationConstraint().getExplicitListValues()));
            assertTrue(kinds.getShowErrorBox() && kinds.getShowPromptBox());
            assertEquals(1, book.getSheet("指标").getPaneInformation().getHorizontalSplitTopRow());
            assertEquals("1:1", book.getSheet("指标").getRepeatingRows().formatAsString().replace("$", ""));
        });
    }

    private static boolean covers(DataValidation validation, int column) {
        return validation.getRegions().getCellRangeAddresses()[0].getFirstColumn() == column;
    }

    @Test
    void choicesInOneCellAreKeptApart() {
        assertEquals(List.of("博士", "硕士", "本科"), Choices.read("博士；硕士;\n本科 ；").orElseThrow());
        assertEquals(List.of("a；b", "c\"d"), Choices.read("\"a；b\"；\"c\"\"d\"").orElseThrow());
        assertTrue(Choices.read("\"博士").isEmpty() && Choices.read("博\"士").isEmpty());
    }
}
