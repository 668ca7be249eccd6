package conclave.exchange.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.exchange.MeetingFile;
import conclave.exchange.MeetingFile.Document;
import conclave.exchange.MeetingFile.DocumentKind;
import conclave.exchange.MeetingFile.Sex;
import conclave.exchange.MeetingFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the office's desk to a meeting folder: whole, or not at all. */
class OfficeGatheringTest {

    @TempDir
    private Path workshop;

    @Test
    void whatWasFilledInAndScannedIsAMeetingFolder() throws IOException {
        var desk = Desk.of(workshop);
        var gathered = desk.gather();
        assertEquals(List.of(), Desk.said(gathered, true));
        var read = MeetingFolder.read(desk.out());
        assertTrue(read.meeting().isPresent(), () -> read.findings().toString());
        var meeting = read.meeting().get();
        assertEquals(List.of("E001", "E002", "E003", "S001", "C001"), meeting.people().stream().map(MeetingFile.Person::code).toList());
        var zhang = meeting.applicants().getFirst();
        var wang = meeting.applicants().getLast();
        assertEquals("汉族", zhang.ethnicity());
        assertEquals("大学本科毕业 学士", zhang.education());
        assertEquals("R01", zhang.room());
        assertEquals(LocalDate.of(1990, 12, 31), wang.birth());
        assertEquals(Sex.FEMALE, wang.sex());
        assertEquals(List.of(new Document("data/documents/000001.pdf", "评审表", DocumentKind.FORM, 1)), zhang.documents());
        assertEquals(List.of(new Document("data/documents/000002.pdf", "学历证书", DocumentKind.CERTIFICATE, 1)), wang.documents());
        assertEquals(new MeetingFile.Expected(5, 2, 2, meeting.meeting().expected().bytes()), meeting.meeting().expected());
    }

    @Test
    void whereSomethingIsWrongNothingIsWritten() throws IOException {
        var desk = Desk.of(workshop).says("G3", "");
        desk.edit("申报人.xlsx", book -> Desk.cell(book, "申报人", "G3").setBlank());
        var gathered = desk.gather();
        assertEquals(List.of("required 申报人.xlsx 申报人!A3"), Desk.said(gathered, true));
        assertTrue(gathered.meeting().isEmpty());
        assertFalse(Files.exists(desk.out()));
        assertFalse(Files.exists(desk.out().resolveSibling("meeting.part")));
    }

    @Test
    void aDocumentThatDoesNotOpenLeavesNothingBehind() throws IOException {
        var desk = Desk.of(workshop);
        var order = new Gathering.Order(desk.folder(), java.util.Optional.empty(), Mapping.NONE, desk.out(), LocalDate.of(2026, 2, 1), (_, _) -> {
            throw new PageCounting.Unopened("设有密码");
        });
        var gathered = Gathering.gather(order);
        assertTrue(Desk.said(gathered, true).contains("scan-damaged A-001/评审表.pdf !"), () -> Desk.said(gathered, true).toString());
        assertFalse(Files.exists(desk.out()));
        assertFalse(Files.exists(desk.out().resolveSibling("meeting.part")));
    }

    @Test
    void whoBringsNoFactsForASheetThatCountsThemIsToldOnce() throws IOException {
        var gathered = Desk.of(workshop).gather();
        assertTrue(gathered.meeting().isPresent());
        assertEquals(List.of("facts-none"), gathered.findings().stream().filter(it -> !it.error()).map(it -> it.finding().rule())
                .filter(it -> it.startsWith("facts-")).toList());
    }

    @Test
    void whatIsThereIsNotWrittenOver() throws IOException {
        var desk = Desk.of(workshop);
        Files.createDirectories(desk.out());
        assertEquals(List.of("place-taken  !"), Desk.said(desk.gather(), true));
    }

    @Test
    void theTemplatesAreReadAndTheirExamplesAreNot() throws IOException {
        var folder = Files.createDirectories(workshop.resolve("empty"));
        for (var file : Templates.all().entrySet()) Files.write(folder.resolve(file.getKey()), file.getValue());
        var gathered = Gathering.gather(new Gathering.Order(folder, java.util.Optional.empty(), Mapping.NONE, workshop.resolve("out"), LocalDate.of(2026, 2, 1), Desk.ONE_PAGE));
        var errors = Desk.said(gathered, true);
        assertTrue(errors.contains("form-empty  !") && errors.contains("required 会议.xlsx 会议!B2") && errors.contains("sheet-missing  !"), errors::toString);
        assertEquals(List.of(), errors.stream().filter(it -> it.contains("unknown") || it.contains("heading")).toList());
        assertEquals(List.of(), Desk.said(gathered, false));
    }

    @Test
    void theWholeIsCheckedAndTheFindingNamesTheRow() throws IOException {
        var gathered = Desk.of(workshop).edit("申报人.xlsx", book -> Desk.set(book, "申报人", "P4", "2030-01-01")).gather();
        assertEquals(List.of("date-in-future 申报人.xlsx 申报人!P4"), Desk.said(gathered, true));
    }

    @Test
    void copiesComeBackWithTheirCellsInRed() throws IOException {
        var gathered = Desk.of(workshop).says("G3", "65998519850701001").gather();
        assertEquals(List.of("id-malformed 申报人.xlsx 申报人!G3"), Desk.said(gathered, true));
        var result = Desk.book(gathered.marked().get("申报人.xlsx")).page("检查结果").orElseThrow();
        assertEquals("G3", result.cell(1, 3).text());
    }
}
