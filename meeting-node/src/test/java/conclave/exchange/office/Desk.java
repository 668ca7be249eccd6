package conclave.exchange.office;

import conclave.codec.RuleBookFiles;
import conclave.exchange.SmallMeeting;
import conclave.exchange.workbook.Workbooks;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** An office's desk: the templates, filled in for three experts and two applicants, and their scans. A test changes what it is about. */
final class Desk {

    static final PageCounting ONE_PAGE = (_, content) -> {
        try (var in = content.open()) {
            in.readAllBytes();
        }
        return 1;
    };
    static final String ID_ONE = "659985198507010012";
    static final String ID_TWO = "659985199012310026";

    /** Filled in once for all tests. */
    private static final TreeMap<String, byte[]> FILLED = new TreeMap<>();

    private final Path folder;
    private final Path workshop;
    private Mapping mapping = Mapping.NONE;
    private Optional<Path> scans = Optional.empty();

    private Desk(Path workshop) {
        this.workshop = workshop;
        this.folder = workshop.resolve("desk");
    }

    static Desk of(Path workshop) throws IOException {
        var desk = new Desk(workshop);
        Files.createDirectories(desk.folder);
        if (FILLED.isEmpty()) {
            for (var file : Templates.all().entrySet()) Files.write(desk.folder.resolve(file.getKey()), file.getValue());
            desk.meeting().people().applicants();
            for (var file : Templates.all().keySet()) FILLED.put(file, Files.readAllBytes(desk.folder.resolve(file)));
        }
        for (var file : FILLED.entrySet()) Files.write(desk.folder.resolve(file.getKey()), file.getValue());
        var small = SmallMeeting.value(1);
        Files.write(desk.folder.resolve("sheet.json"), RuleBookFiles.bytes(small.sheet()));
        Files.write(desk.folder.resolve("mode.json"), RuleBookFiles.bytes(small.mode()));
        Files.write(desk.folder.resolve("rules.json"), RuleBookFiles.bytes(small.rules()));
        desk.scan("A-001/评审表.pdf").scan("王芳_学历证书.pdf");
        return desk;
    }

    private Desk meeting() {
        var values = List.of("2026年工程系列评审会", "", "演练", "组建单位", "办事机构", "评委会", "高级", "工程系列", "7", "实名", "2026-03-02", "2026年3月4日", "", "");
        return edit("会议.xlsx", book -> {
            for (int i = 0; i < values.size(); i++) set(book, "会议", "B" + (i + 2), values.get(i));
            row(book, "会场", 3, "R01", "第一评审室", "水利", "P01", "水利组");
        });
    }

    private Desk people() {
        return edit("评委.xlsx", book -> {
            row(book, "评委", 3, "E001", "李明", "设计院", "评委；组长", "R01");
            row(book, "评委", 4, "E002", "阿依古丽·买买提", "水利局", "评委", "R01");
            row(book, "评委", 5, "E003", "周𬭎", "大学", "评委", "R01");
            row(book, "评委", 6, "S001", "刘洋", "办事机构", "秘书", "R01");
            row(book, "评委", 7, "C001", "陈立新", "厅机关", "主任委员", "R01");
        });
    }

    private Desk applicants() {
        return edit("申报人.xlsx", book -> {
            row(book, "申报人", 3, "A-001", "张伟", "男", "1985-07-01", "汉", "", ID_ONE, "13900000001", "勘测院", "水利局", "大学本科毕业", "学士", "", "", "工程师", "2014-07-01", "水利", "高级工程师");
            row(book, "申报人", 4, "A-002", "王芳", "", "", "维吾尔族", "", ID_TWO, "13900000002", "设计院", "水利局", "硕士研究生毕业", "", "", "", "工程师", "2019-12-01", "水利", "高级工程师", "R01");
        });
    }

    Desk edit(String file, Consumer<Workbook> edit) {
        var path = folder.resolve(file);
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(Files.readAllBytes(path))); var out = new ByteArrayOutputStream()) {
            edit.accept(book);
            book.write(out);
            Files.write(path, out.toByteArray());
            return this;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One applicant's cell, as text. */
    Desk says(String cell, String text) {
        return edit("申报人.xlsx", book -> set(book, "申报人", cell, text));
    }

    Desk says(String cell, double number) {
        return edit("申报人.xlsx", book -> cell(book, "申报人", cell).setCellValue(number));
    }

    /** A list of documents: applicant, file, title, kind. */
    Desk list(int row, String... values) {
        return edit("材料清单.xlsx", book -> row(book, "材料清单", row, values));
    }

    Desk scan(String name) throws IOException {
        return put(name, "%PDF-1.4 " + name);
    }

    Desk put(String name, String content) throws IOException {
        return put(name, content.getBytes(StandardCharsets.UTF_8));
    }

    Desk put(String name, byte[] content) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
        return this;
    }

    Desk drop(String name) throws IOException {
        Files.delete(folder.resolve(name));
        return this;
    }

    Desk mapped(String json) {
        mapping = Mapping.read(json.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    Desk scansIn(Path place) {
        scans = Optional.of(place);
        return this;
    }

    Path folder() {
        return folder;
    }

    Path out() {
        return workshop.resolve("meeting");
    }

    Gathering.Gathered gather() throws IOException {
        return Gathering.gather(new Gathering.Order(folder, scans, mapping, out(), LocalDate.of(2026, 2, 1), ONE_PAGE));
    }

    /** rule file sheet!cell; what the sheet says of facts that nobody gave is left out. */
    static List<String> said(Gathering.Gathered gathered, boolean errors) {
        return gathered.findings().stream().filter(it -> it.error() == errors && !it.finding().rule().startsWith("sheet-given") && !it.finding().rule().startsWith("facts-"))
                .map(it -> it.finding().rule() + " " + it.file() + " " + it.finding().spot().page() + "!" + it.finding().spot().cell()).toList();
    }

    static void row(Workbook book, String page, int row, String... values) {
        for (int i = 0; i < values.length; i++) set(book, page, CellReference.convertNumToColString(i) + row, values[i]);
    }

    static void set(Workbook book, String page, String at, String value) {
        if (!value.isEmpty()) cell(book, page, at).setCellValue(value);
    }

    static org.apache.poi.ss.usermodel.Cell cell(Workbook book, String page, String at) {
        var place = new CellReference(at);
        var sheet = book.getSheet(page);
        var row = sheet.getRow(place.getRow()) == null ? sheet.createRow(place.getRow()) : sheet.getRow(place.getRow());
        var cell = row.getCell(place.getCol());
        return cell == null ? row.createCell(place.getCol(), CellType.BLANK) : cell;
    }

    /** The workbook as plain cells, whatever kind it is. */
    static conclave.exchange.workbook.Book book(byte[] file) {
        return Workbooks.read(file).book().orElseThrow();
    }
}
