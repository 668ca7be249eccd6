package conclave.exchange.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.exchange.MeetingFile.Applicant;
import conclave.exchange.SmallMeeting;
import conclave.report.Objections.Ending;
import conclave.seal.Digests;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** Lists that are held against the applicants: who is on one is always said, and a list that cannot be read is never taken for an empty one. */
class ListsOfAnOfficeTest {

    private static final List<Applicant> APPLICANTS = SmallMeeting.value(1).applicants();
    private static final Applicant ONE = APPLICANTS.getFirst();

    private static List<String> rules(String csv) {
        return rules(csv.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> rules(byte[] csv) {
        var read = DishonestyList.read("名单.csv", csv);
        if (read.list().isEmpty()) return read.findings().stream().map(it -> "! " + it.finding().rule()).toList();
        return read.list().get().hits(APPLICANTS).stream().map(it -> it.finding().rule()).toList();
    }

    @Test
    void numberNameOrBothAreSaidAndNobodyIsDropped() {
        var other = "11010519491231002X";
        var digest = Digests.hex(Digests.sha256(ONE.idNumber().getBytes(StandardCharsets.UTF_8)));
        assertEquals(List.of("dishonesty-hit"), rules("姓名,身份证号\n" + ONE.name() + "," + ONE.idNumber() + "\n"));
        assertEquals(List.of("dishonesty-hit"), rules("姓名,身份证号摘要\n" + ONE.name() + "," + digest + "\n"));
        assertEquals(List.of("dishonesty-number"), rules("姓名,身份证号\n别名," + ONE.idNumber().toLowerCase(Locale.ROOT) + "\n"));
        assertEquals(List.of("dishonesty-namesake"), rules("姓名,身份证号\n" + ONE.name() + "," + other + "\n"));
        assertEquals(List.of("dishonesty-namesake"), rules("姓名,身份证号\n" + ONE.name() + ",\n"));
        assertEquals(List.of(), rules("姓名,身份证号\n无关," + other + "\n"));
        assertEquals(List.of("dishonesty-hit"), rules(("失信人员名单\n\n序号,姓名,身份证号\n1,\"" + ONE.name() + "\"," + ONE.idNumber() + "\r\n").getBytes(Charset.forName("GBK"))));
    }

    @Test
    void aListThatCannotBeReadIsNoEmptyList() {
        assertEquals(List.of("! list-headings"), rules(""));
        assertEquals(List.of("! list-headings"), rules("甲,乙\n1,2\n"));
        assertEquals(List.of("! list-number"), rules("姓名,身份证号\n张伟,1.10105E+17\n"));
        assertEquals(List.of("! list-encoding"), rules(new byte[] {(byte) 0xff, (byte) 0xff, 0x00}));
        var read = DishonestyList.read("名单.xlsx", "PK no workbook".getBytes(StandardCharsets.UTF_8));
        assertTrue(read.list().isEmpty() && read.findings().getFirst().error());
    }

    @Test
    void noBytesMakeTheReadersThrow() {
        var seed = Long.getLong("conclave.seed", System.nanoTime());
        var random = new Random(seed);
        for (int run = 0; run < 200; run++) {
            var bytes = new byte[random.nextInt(300)];
            random.nextBytes(bytes);
            for (var name : List.of("a.csv", "a.xlsx")) {
                var read = DishonestyList.read(name, bytes);
                assertTrue(read.list().isPresent() || !read.findings().isEmpty(), "seed " + seed);
            }
            var objections = ObjectionBook.read(bytes, List.of());
            assertTrue(objections.objections().isPresent() || !objections.findings().isEmpty(), "seed " + seed);
        }
    }

    private static byte[] objections(String... cells) throws IOException {
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(ObjectionBook.empty())); var out = new ByteArrayOutputStream()) {
            var row = book.getSheet(ObjectionBook.PAGE).createRow(1);
            for (int i = 0; i < cells.length; i++) row.createCell(i).setCellValue(cells[i]);
            book.write(out);
            return out.toByteArray();
        }
    }

    @Test
    void anObjectionIsReadWholeOrTheWorkbookIsNotTaken() throws IOException {
        assertTrue(ObjectionBook.read(ObjectionBook.empty(), List.of("A-001")).objections().orElseThrow().of().isEmpty());
        var read = ObjectionBook.read(objections("A-001", "2026-12-03", "学历", "成立", ""), List.of("A-001"));
        assertEquals(Ending.UPHELD, read.objections().orElseThrow().of().get("A-001").getFirst().ending());
        for (var wrong : List.of(List.of("A-009", "2026-12-03", "学历", "成立"), List.of("A-001", "12月3日", "学历", "成立"), List.of("A-001", "2026-12-03", "学历", "属实"),
                List.of("A-001", "2026-12-03", "", "成立"))) {
            var refused = ObjectionBook.read(objections(wrong.toArray(String[]::new)), List.of("A-001"));
            assertTrue(refused.objections().isEmpty() && refused.findings().stream().anyMatch(it -> it.error() && !it.spot().cell().isEmpty()), wrong::toString);
        }
    }
}
