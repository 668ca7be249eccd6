package conclave.appliance.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.appliance.pack.BuildCommand;
import conclave.codec.CanonicalJson;
import conclave.exchange.MeetingFolder;
import conclave.exchange.workbook.Applicant;
import conclave.exchange.workbook.Examples;
import conclave.exchange.workbook.FactsWorkbook;
import conclave.exchange.workbook.SheetWorkbook;
import conclave.main.PackageRoom;
import conclave.meeting.rule.sheet.Inputs;
import conclave.meeting.rule.sheet.SheetCheck;
import conclave.seal.container.PackagePapers.Holder;
import conclave.seal.container.PackagePapers.Kind;
import conclave.seal.container.SignerRole;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** From the empty templates to a meeting folder, as an administrator types it. */
class OfficeCommandsTest {

    @TempDir
    private Path workshop;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path desk;

    @BeforeEach
    void fillTheForms() throws IOException {
        desk = workshop.resolve("desk");
        assertEquals(0, run(new TemplateCommand(), "--out", desk.toString()), err::toString);
        var meeting = List.of("2026年评审会", "", "演练", "组建单位", "办事机构", "评委会", "高级", "工程系列", "25", "实名", "2026-03-02", "2026-03-04", "只打分");
        fill("会议.xlsx", "会议", book -> {
            for (int i = 0; i < meeting.size(); i++) book.getSheet("会议").getRow(i + 1).getCell(1).setCellValue(meeting.get(i));
        });
        rows("会议.xlsx", "会场", List.of("R01", "第一评审室", "水利", "P01", "水利组"));
        rows("评委.xlsx", "评委", List.of("E001", "李明", "设计院", "评委", "R01"), List.of("E002", "阿依古丽·买买提", "水利局", "评委", "R01"), List.of("E003", "周𬭎", "大学", "评委；组长", "R01"));
        rows("申报人.xlsx", "申报人", List.of("A-001", "张伟", "", "", "汉", "", "659985198507010012", "13900000001", "勘测院", "水利局", "大学本科毕业", "", "", "", "工程师", "2014-07-01", "水利", "高级工程师"));
        var sheet = Examples.sheet("engineering");
        Files.write(desk.resolve("赋分表.xlsx"), SheetWorkbook.export(sheet));
        Files.write(desk.resolve("事实.xlsx"), FactsWorkbook.write(SheetCheck.check(sheet).compiled().orElseThrow(),
                List.of(new Applicant("A-001", new Inputs(Examples.facts("engineering"), new TreeMap<>(), new TreeMap<>())))));
    }

    @Test
    void workbooksAndAZipFromWindowsBecomeAMeetingFolder() throws IOException {
        var zip = workshop.resolve("扫描件.zip");
        try (var file = new ZipOutputStream(Files.newOutputStream(zip), Charset.forName("GBK"))) {
            file.putNextEntry(new ZipEntry("张　伟/评审表.pdf"));
            file.write(pdf(3));
        }
        var folder = workshop.resolve("meeting");
        assertEquals(0, run(new GatherCommand(), desk.toString(), "--files", zip.toString(), "--out", folder.toString()), () -> err.toString() + out);
        var meeting = MeetingFolder.read(folder).meeting().orElseThrow();
        assertEquals(3, meeting.applicants().getFirst().documents().getFirst().pages());
        assertFalse(meeting.applicants().getFirst().facts().values().isEmpty());
        assertTrue(out.toString().contains("材料 1 份"), out::toString);
    }

    @Test
    void whatIsWrongIsSaidTwiceAndWrittenDownAndNothingIsMade() throws IOException {
        Files.createDirectories(desk.resolve("张伟"));
        Files.write(desk.resolve("张伟/评审表.pdf"), "%PDF-1.4 torn".getBytes(StandardCharsets.US_ASCII));
        var folder = workshop.resolve("meeting");
        var report = workshop.resolve("报告.xlsx");
        assertEquals(1, run(new GatherCommand(), desk.toString(), "--out", folder.toString(), "--report", report.toString(), "--marked", workshop.resolve("copies").toString()));
        assertTrue(err.toString().contains("文件“张伟/评审表.pdf”：PDF 打不开（文件损坏）"), err::toString);
        assertTrue(err.toString().contains("The PDF does not open"), err::toString);
        assertTrue(Files.size(report) > 0 && Files.exists(workshop.resolve("copies/申报人.xlsx")));
        assertFalse(Files.exists(folder));
        assertEquals(1, run(new GatherCommand(), desk.toString(), "--out", folder.toString(), "--json"));
        var said = CanonicalJson.readObject(out.toString().lines().reduce((_, last) -> last).orElseThrow().getBytes(StandardCharsets.UTF_8));
        assertFalse(said.flag("made"));
        assertEquals(said.number("errors") + said.number("warnings"), said.list("findings").size());
    }

    /** In one go, and of wrong papers none; what was gathered for it lies nowhere afterwards. */
    @Test
    void aPackageIsBuiltStraightFromTheWorkbooks() throws IOException {
        var scan = Files.createDirectories(desk.resolve("张伟")).resolve("评审表.pdf");
        Files.write(scan, pdf(2));
        var now = Instant.ofEpochSecond(Instant.now().getEpochSecond());
        var key = PackageRoom.papers().make(Kind.EC, new Holder("office", Set.of(SignerRole.OFFICE), now.minusSeconds(3600), now.plusSeconds(3600)));
        PackageRoom.papers().write(workshop.resolve("office.key"), key, Optional.empty());
        var word = Files.writeString(workshop.resolve("word"), "a long passphrase\n");
        var stick = workshop.resolve("stick");
        String[] typed = {desk.toString(), "--out", stick.toString(), "--name", "P", "--key", workshop.resolve("office.key").toString(), "--passphrase-file", word.toString()};
        assertEquals(0, run(new BuildCommand(), desk.toString(), "--dry-run"), err::toString);
        assertTrue(out.toString().contains("检查通过：人员 3，申报人 1，材料 1 份"), out::toString);
        assertEquals(2, run(new BuildCommand(), desk.toString()), "where a package goes must be said");
        assertFalse(Files.exists(stick));
        assertEquals(0, run(new BuildCommand(), typed), err::toString);
        assertTrue(Files.exists(stick.resolve("P.mpkg.p7s")));
        Files.write(scan, "%PDF-1.4 torn".getBytes(StandardCharsets.US_ASCII));
        typed[4] = "Q";
        assertEquals(1, run(new BuildCommand(), typed));
        assertTrue(err.toString().contains("PDF 打不开") && !Files.exists(stick.resolve("Q.mpkg")), err::toString);
    }

    @Test
    void whatCannotBeBegunIsSaid() throws IOException {
        assertEquals(1, run(new TemplateCommand(), "--out", desk.toString()));
        assertEquals(1, run(new GatherCommand(), workshop.resolve("nowhere").toString(), "--out", workshop.resolve("x").toString()));
        assertEquals(1, run(new GatherCommand(), desk.toString(), "--out", workshop.resolve("x").toString(), "--marked", desk.toString()));
        var mapping = Files.writeString(workshop.resolve("mapping.json"), "{\"format\": \"conclave-mapping 9\"}");
        assertEquals(1, run(new GatherCommand(), desk.toString(), "--out", workshop.resolve("x").toString(), "--mapping", mapping.toString()));
        assertTrue(err.toString().contains("对应关系文件不符合格式"), err::toString);
    }

    private interface Edit {
        void on(XSSFWorkbook book);
    }

    private void fill(String file, String page, Edit edit) throws IOException {
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(Files.readAllBytes(desk.resolve(file)))); var bytes = new ByteArrayOutputStream()) {
            assertTrue(book.getSheet(page) != null);
            edit.on(book);
            book.write(bytes);
            Files.write(desk.resolve(file), bytes.toByteArray());
        }
    }

    @SafeVarargs
    private void rows(String file, String page, List<String>... rows) throws IOException {
        fill(file, page, book -> {
            for (int i = 0; i < rows.length; i++) {
                var row = book.getSheet(page).createRow(i + 2);
                for (int k = 0; k < rows[i].size(); k++) row.createCell(k).setCellValue(rows[i].get(k));
            }
        });
    }

    private static byte[] pdf(int pages) throws IOException {
        try (var document = new PDDocument(); var bytes = new ByteArrayOutputStream()) {
            for (int i = 0; i < pages; i++) document.addPage(new PDPage());
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private int run(Callable<Integer> command, String... arguments) {
        return new CommandLine(command).setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true)).execute(arguments);
    }
}
