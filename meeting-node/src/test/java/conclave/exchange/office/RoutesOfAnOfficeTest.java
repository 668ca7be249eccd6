package conclave.exchange.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.exchange.MeetingFile.Route;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 申报方式 as an office fills it in: column T of the applicants. */
class RoutesOfAnOfficeTest {

    @TempDir
    private Path workshop;

    @Test
    void whatSomebodyChoseIsReadCountedAndHeldAgainstTheDocuments() throws IOException {
        var gathered = Desk.of(workshop).says("T3", "破格").gather();
        assertEquals(List.of(), Desk.said(gathered, true));
        assertEquals(List.of(Route.EXCEPTIONAL, Route.NORMAL), gathered.meeting().orElseThrow().applicants().stream().map(it -> it.route()).toList());
        assertTrue(Desk.said(gathered, false).contains("route-material-missing 申报人.xlsx 申报人!T3"), () -> Desk.said(gathered, false).toString());
        assertTrue(gathered.form(CompletenessReport.Origin.NONE).about().contains("按申报方式：正常申报 1 人，破格申报 1 人。"), gathered.form(CompletenessReport.Origin.NONE).about()::toString);
        var shares = Desk.book(gathered.report(CompletenessReport.Origin.NONE)).page("按申报人").orElseThrow();
        assertEquals("申报方式", shares.cell(0, 2).text());
        assertEquals("破格申报", shares.cell(1, 2).text());
    }

    @Test
    void aWordThatNobodyKnowsIsAnErrorWithItsCell() throws IOException {
        var gathered = Desk.of(workshop).says("T4", "走后门").scan("A-001/破格推荐材料.pdf").says("T3", "破格申报").gather();
        assertEquals(List.of("word-unknown 申报人.xlsx 申报人!T4"), Desk.said(gathered, true));
    }

    @Test
    void theDictionaryAndTheFormatHaveTheSameWords() {
        var entries = Dictionary.table("route").entries();
        assertEquals(Stream.of(Route.values()).map(it -> Persons.camel(it.name()) + " " + it.chinese()).toList(),
                entries.stream().map(it -> it.code() + " " + it.word()).toList());
        assertEquals("EXCEPTIONAL", Whose.kind("破格推荐材料").orElseThrow().name());
        assertEquals("TRANSFER", Whose.kind("转系列情况说明").orElseThrow().name());
    }
}
