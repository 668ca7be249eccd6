package conclave.exchange.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.codec.BadJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Applicants as platforms export them: titles above, headings of two lines, other words, old workbooks. */
class PlatformsTest {

    private static final String MAPPING = """
            {"format": "conclave-mapping 1", "name": "某平台", "forms": {"applicants": {"page": "汇总",
              "columns": {"name": "基本情况/姓名", "code": "流水号", "education": "学历情况/层次", "currentTitleDate": "现任职称/时间"},
              "constants": {"recommender": "水利局", "room": "R01"}, "words": {"rank": [{"from": "高工", "to": "高级工程师"}]}}}}""";

    @TempDir
    private Path workshop;

    @Test
    void aHeadingOfTwoLinesIsReadByItsMapping() throws IOException {
        for (var old : List.of(false, true)) {
            var desk = Desk.of(workshop.resolve("old" + old)).drop("申报人.xlsx").put(old ? "汇总.xls" : "汇总.xlsx", export(old)).mapped(MAPPING).scan("A-002/学历证书.pdf");
            var gathered = desk.gather();
            assertEquals(List.of(), Desk.said(gathered, true));
            var zhang = gathered.meeting().orElseThrow().applicants().getFirst();
            assertEquals(List.of("张伟", "高级工程师", "水利局", "2014-07-01", "大学本科毕业", "设计院", "R01"),
                    List.of(zhang.name(), zhang.rank(), zhang.recommender(), zhang.currentTitleDate().toString(), zhang.education(), zhang.unit(), zhang.room()));
            assertTrue(Desk.said(gathered, false).contains("merged-taken " + (old ? "汇总.xls" : "汇总.xlsx") + " 汇总!F5"), () -> Desk.said(gathered, false).toString());
        }
    }

    @Test
    void whatTheMappingNamesMustBeThere() throws IOException {
        var other = MAPPING.replace("流水号", "业务编号");
        assertTrue(Desk.said(Desk.of(workshop.resolve("a")).drop("申报人.xlsx").put("汇总.xlsx", export(false)).mapped(other).gather(), true).contains("heading-missing 汇总.xlsx 汇总!"));
        assertTrue(Desk.said(Desk.of(workshop.resolve("b")).mapped(MAPPING).gather(), true).contains("page-missing  !"));
    }

    @Test
    void twoColumnsForOneItemAreNotGuessedAt() throws IOException {
        var desk = Desk.of(workshop).edit("申报人.xlsx", book -> Desk.set(book, "申报人", "T1", "姓 名"));
        assertEquals(List.of("heading-twice 申报人.xlsx 申报人!T1"), Desk.said(desk.gather(), true));
    }

    @Test
    void aSheetThatIsNoFormIsSaidAndNotRead() throws IOException {
        var desk = Desk.of(workshop).edit("申报人.xlsx", book -> {
            Desk.set(book, "申报人", "T1", "备注");
            Desk.set(book, "申报人", "U1", "考核");
            book.createSheet("联系人").createRow(0).createCell(0).setCellValue("电话");
        });
        assertEquals(List.of("heading-unknown 申报人.xlsx 申报人!", "page-unknown 申报人.xlsx 联系人!"), Desk.said(desk.gather(), false).stream().sorted().toList());
    }

    @Test
    void aMappingThatIsNoneIsSaid() {
        for (var bad : List.of("[]", "{}", MAPPING.replace("mapping 1", "mapping 2"), MAPPING.replace("\"name\": \"基本", "\"nama\": \"基本"), MAPPING.replace("applicants", "applicant"),
                MAPPING.replace("\"page\"", "\"pages\""), MAPPING.replace("\"columns\": {", "\"columns\": 1, \"x\": {"), "{\"format\": \"conclave-mapping 1\", \"name\": \"\", \"forms\": {\"meeting\": {}}}")) {
            assertThrows(BadJson.class, () -> Mapping.read(bad.getBytes(StandardCharsets.UTF_8)), bad);
        }
    }

    /** The same from another maker's program; where LibreOffice is not installed there is nothing to try. */
    @Test
    void workbooksThatLibreOfficeWroteAreReadLikeOurs() throws IOException, InterruptedException {
        var soffice = Path.of("/usr/bin/soffice");
        Assumptions.assumeTrue(Files.isExecutable(soffice), "LibreOffice is not installed here");
        var desk = Desk.of(workshop);
        var log = workshop.resolve("soffice.log").toFile();
        var process = new ProcessBuilder(soffice.toString(), "-env:UserInstallation=" + workshop.resolve("profile").toUri(), "--headless", "--convert-to", "xls", "--outdir",
                desk.folder().toString(), desk.folder().resolve("申报人.xlsx").toString()).redirectErrorStream(true).redirectOutput(log).start();
        var done = process.waitFor(60, TimeUnit.SECONDS);
        if (!done) process.destroyForcibly();
        Assumptions.assumeTrue(done && Files.exists(desk.folder().resolve("申报人.xls")), "LibreOffice did not convert within a minute");
        var gathered = desk.drop("申报人.xlsx").gather();
        assertEquals(List.of(), Desk.said(gathered, true));
        assertEquals(Desk.ID_ONE, gathered.meeting().orElseThrow().applicants().getFirst().idNumber());
    }

    /** Title, then two lines: 基本情况 over four columns, 现任职称 over two; 单位 joined over two rows of people. */
    private static byte[] export(boolean old) throws IOException {
        return bytes(old ? new HSSFWorkbook() : new XSSFWorkbook(), book -> {
            var sheet = book.createSheet("汇总");
            Desk.row(book, "汇总", 1, "2026年申报人员汇总表");
            sheet.addMergedRegion(CellRangeAddress.valueOf("A1:M1"));
            Desk.row(book, "汇总", 3, "流水号", "基本情况", "", "", "", "工作单位（全称）", "学历情况", "", "现任职称", "", "申报专业", "申报职称", "序号");
            Desk.row(book, "汇总", 4, "", "姓名", "民族", "身份证号", "联系电话", "", "层次", "院校", "现任职称名称", "时间");
            for (var joined : List.of("A3:A4", "B3:E3", "F3:F4", "G3:H3", "I3:J3", "K3:K4", "L3:L4")) sheet.addMergedRegion(CellRangeAddress.valueOf(joined));
            Desk.row(book, "汇总", 5, "A-001", "张伟", "01", Desk.ID_ONE, "13900000001", "设计院", "本科", "某大学", "工程师", "2014-07-01", "水利", "高工");
            Desk.row(book, "汇总", 6, "A-002", "王芳", "05", Desk.ID_TWO, "13900000002", "", "本科", "某大学", "工程师", "2019-12-01", "水利", "高工");
            sheet.addMergedRegion(CellRangeAddress.valueOf("F5:F6"));
            Desk.row(book, "汇总", 7, "合计：2 人");
        });
    }

    private static byte[] bytes(Workbook workbook, Consumer<Workbook> fill) throws IOException {
        try (workbook; var out = new ByteArrayOutputStream()) {
            fill.accept(workbook);
            workbook.write(out);
            return out.toByteArray();
        }
    }
}
