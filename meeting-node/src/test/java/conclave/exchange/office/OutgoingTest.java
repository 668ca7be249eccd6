package conclave.exchange.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.exchange.MeetingFolder;
import conclave.exchange.SmallMeeting;
import conclave.exchange.workbook.Cell;
import conclave.exchange.workbook.Column;
import conclave.exchange.workbook.Column.Entry;
import conclave.exchange.workbook.Leaf;
import conclave.exchange.workbook.Spot;
import conclave.exchange.workbook.Workbooks;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What leaves as Excel: in the platform's columns, complete, and never a cell that runs. */
class OutgoingTest {

    private static final Mapping MAPPING = Mapping.read("""
            {"format": "conclave-mapping 1", "name": "某平台", "forms": {"applicants": {"columns": {"name": "基本情况/姓名"}, "words": {"rank": [{"from": "高工", "to": "高级工程师"}]}}},
             "results": {"page": "评审结果", "columns": [{"key": "idNumber"}, {"key": "name"}, {"key": "rank", "title": "评审职称"}, {"key": "score", "title": "得分"},
              {"key": "outcome", "title": "结论", "words": [{"from": "通过", "to": "PASSED"}]}]}}""".getBytes(StandardCharsets.UTF_8));

    @TempDir
    private Path workshop;

    @Test
    void resultsLeaveUnderThePlatformsHeadingsAndInItsWords() {
        var file = ResultBook.write(MAPPING, "评审结果", List.of(Map.of("idNumber", Desk.ID_ONE, "name", "张伟", "rank", "高级工程师", "score", new BigDecimal("86.50"), "outcome", "PASSED"), Map.of("name", "王芳")));
        var page = Desk.book(file).page("评审结果").orElseThrow();
        assertEquals(List.of("证件号码", "姓名", "评审职称", "得分", "结论"), page.rows().get(0).values().stream().map(Cell::text).toList());
        assertEquals(List.of(Desk.ID_ONE, "张伟", "高工", "86.50", "通过"), page.rows().get(1).values().stream().map(Cell::text).toList());
        assertEquals(Cell.Form.TEXT, page.cell(1, 0).form());
        assertEquals(Cell.Form.NUMBER, page.cell(1, 3).form());
        assertEquals("王芳", page.cell(2, 1).text());
    }

    /** Titles, sentences and headings of a report hold what people wrote as well. */
    @Test
    void inAReportNothingIsAFormulaEither() throws IOException {
        for (var begin : List.of("=", "+", "-", "@", "\t", "＝", "＠")) {
            var evil = begin + "1";
            var leaf = new Leaf("表", evil, List.of(evil), List.of(new Column(evil, 20, Entry.TEXT, "", List.of(), "")), List.of(List.of(evil)), List.of(evil));
            try (var book = new XSSFWorkbook(new ByteArrayInputStream(Workbooks.leaves(List.of(leaf))))) {
                int seen = 0;
                for (var row : book.getSheetAt(0)) {
                    for (var cell : row) {
                        if (cell.getCellType() == CellType.BLANK) continue;
                        seen++;
                        assertEquals(CellType.STRING, cell.getCellType(), evil);
                        assertTrue(cell.getCellStyle().getQuotePrefixed(), "not quoted: " + evil + " at " + cell.getAddress());
                    }
                }
                assertEquals(5, seen);
            }
        }
    }

    @Test
    void whateverACellBeginsWithItIsText() throws IOException {
        for (var begin : List.of("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠", "|")) {
            var evil = begin + "cmd|' /C calc'!A0";
            try (var book = new XSSFWorkbook(new ByteArrayInputStream(ResultBook.write(MAPPING, "评审结果", List.of(Map.of("name", evil, "outcome", evil)))))) {
                for (int column : new int[] {1, 4}) {
                    var cell = book.getSheet("评审结果").getRow(1).getCell(column);
                    assertEquals(CellType.STRING, cell.getCellType(), begin);
                    assertTrue(cell.getCellStyle().getQuotePrefixed(), "not quoted: " + begin);
                    assertEquals("@", cell.getCellStyle().getDataFormatString());
                }
            }
        }
    }

    @Test
    void theReportSaysCountsFindingsAndShares() throws IOException {
        var gathered = Desk.of(workshop).says("B4", "王　芳").says("H3", "123").scan("看不出.pdf").gather();
        var book = Desk.book(gathered.report(CompletenessReport.Origin.NONE));
        assertEquals("不符", book.page("数目核对").orElseThrow().cell(3, 3).text());
        var lines = book.page("问题清单").orElseThrow();
        assertEquals("scan-unmatched", lines.cell(1, 6).text());
        var rules = new TreeMap<String, String>();
        lines.rows().tailMap(1).values().forEach(row -> rules.put(row.get(6).text(), row.containsKey(1) ? row.get(1).text() : ""));
        assertEquals("A-001", rules.get("phone-odd"));
        assertEquals("A-002", rules.get("name-spaces"));
        var shares = book.page("按申报人").orElseThrow();
        assertEquals(List.of("A-001", "张伟", "正常申报", "1", "0", "1"), shares.rows().get(1).values().stream().map(Cell::text).limit(6).toList());
    }

    @Test
    void aMeetingThatWasReadHasItsReportToo() {
        var file = SmallMeeting.value(1);
        var book = Desk.book(CompletenessReport.of(file, MeetingFolder.complete(file)));
        assertTrue(book.text(Spot.at("问题清单", 1, 3)).endsWith("。"));
        assertEquals("不符", book.page("数目核对").orElseThrow().cell(4, 3).text());
    }

    /** Every code that the format names for the content has sentences of its own, unless the program that writes packages can never cause it. */
    @Test
    void everyFindingOfCompletenessHasItsSentence() throws IOException {
        var source = new StringBuilder();
        for (var check : List.of("Completeness", "RecusalCheck", "NameCheck", "IdNumber", "PermitsCheck", "RouteCheck", "ScreenersCheck", "AmendmentCompleteness", "MeetingDifference")) {
            source.append(Files.readString(Path.of("src/main/java/conclave/exchange/" + check + ".java")));
        }
        var codes = new TreeSet<String>();
        var code = java.util.regex.Pattern.compile("(?:error|warning)\\(\"([a-z0-9-]+)\"").matcher(source);
        while (code.find()) codes.add(code.group(1));
        assertTrue(codes.size() > 25, codes::toString);
        codes.removeAll(Whole.known());
        assertEquals(new TreeSet<String>(), codes);
    }
}
