package conclave.exchange.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.codec.BadJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** The platform's answer as an office exports it. A key is destroyed on its word, so nothing in it is guessed. */
class AnswerBookTest {

    private static final Mapping MAPPING = Mapping.read("""
            {"format": "conclave-mapping 1", "name": "某平台", "receipts": {"page": "入库结果", "columns": {"code": "业务流水号", "answer": "状态", "reason": "备注"},
             "words": [{"from": "入库成功", "to": "accepted"}, {"from": "入库失败", "to": "refused"}], "files": true}}""".getBytes(StandardCharsets.UTF_8));
    private static final String[][] USUAL = {{"2026年评审结果接收情况表"}, {"序号", "申报编号", "姓名", "处理结果", "退回原因"},
        {"1", "A-001", "张三", "接收", ""}, {"2", "A-002", "李四", "退回", "与名册不符"}, {"3", "A-003", "王五", "重发", ""}};

    private static byte[] book(String page, String[][] rows, Consumer<XSSFSheet> change) throws IOException {
        try (var book = new XSSFWorkbook(); var out = new ByteArrayOutputStream()) {
            var sheet = book.createSheet(page);
            for (int row = 0; row < rows.length; row++) {
                var line = sheet.createRow(row);
                for (int column = 0; column < rows[row].length; column++) {
                    if (!rows[row][column].isEmpty()) line.createCell(column).setCellValue(rows[row][column]);
                }
            }
            change.accept(sheet);
            book.write(out);
            return out.toByteArray();
        }
    }

    private static AnswerBook.Read read(byte[] file) {
        return AnswerBook.read(file, "回执.xlsx", Mapping.none());
    }

    private static AnswerBook.Read usual(Consumer<XSSFSheet> change) throws IOException {
        return read(book("Sheet1", USUAL, change));
    }

    private static void refused(String rule, AnswerBook.Read read) {
        assertFalse(read.holds(), rule);
        assertEquals(List.of(), read.rows(), "of what does not hold nothing is taken");
        assertTrue(read.findings().stream().anyMatch(finding -> finding.error() && finding.finding().rule().equals(rule)), rule + ": " + read.findings());
    }

    @Test
    void rowsAreReadUnderTheHeadingsThatPeopleUse() throws IOException {
        var read = usual(_ -> { });
        assertTrue(read.holds(), () -> read.findings().toString());
        assertEquals(List.of("A-001 accepted ", "A-002 refused 与名册不符", "A-003 resend "),
                read.rows().stream().map(row -> row.named() + " " + row.answer() + " " + row.reason()).toList());
    }

    @Test
    void aPlatformsOwnHeadingsAndWordsComeWithItsMapping() throws IOException {
        var rows = new String[][] {{"业务流水号", "状态", "备注"}, {"Ａ-001", " 入库成功", ""}, {"A-002", "入库失败", "缺材料"}};
        var read = AnswerBook.read(book("入库结果", rows, _ -> { }), "x.xlsx", MAPPING);
        assertEquals(List.of("A-001 accepted", "A-002 refused"), read.rows().stream().map(row -> row.named() + " " + row.answer()).toList(), read.findings()::toString);
        refused("page-missing", AnswerBook.read(book("另一张", rows, _ -> { }), "x.xlsx", MAPPING));
        for (var wrong : List.of("{\"words\":[{\"from\":\"好\",\"to\":\"yes\"}]}", "{\"columns\":{\"name\":\"姓名\"}}", "{\"files\":\"yes\"}", "{\"other\":1}")) {
            assertThrows(BadJson.class, () -> Mapping.read(("{\"format\":\"conclave-mapping 1\",\"name\":\"x\",\"receipts\":" + wrong + "}").getBytes(StandardCharsets.UTF_8)), wrong);
        }
    }

    @Test
    void whatIsHiddenJoinedComputedOrSaidTwiceIsNotTaken() throws IOException {
        refused("formula-taken", usual(sheet -> sheet.getRow(3).getCell(3).setCellFormula("D3")));
        refused("row-hidden", usual(sheet -> sheet.getRow(3).setZeroHeight(true)));
        refused("column-hidden", usual(sheet -> sheet.setColumnHidden(3, true)));
        refused("merged", usual(sheet -> sheet.addMergedRegion(new CellRangeAddress(2, 4, 3, 3))));
        refused("code-twice", usual(sheet -> sheet.getRow(4).getCell(1).setCellValue("A-001")));
        refused("word-unknown", usual(sheet -> sheet.getRow(2).getCell(3).setCellValue("大概可以")));
        refused("required", usual(sheet -> sheet.getRow(2).getCell(3).setBlank()));
        refused("required", usual(sheet -> sheet.getRow(2).getCell(1).setBlank()));
        refused("required", usual(sheet -> sheet.getRow(3).getCell(4).setBlank()));
        refused("page-missing", usual(sheet -> sheet.getRow(1).getCell(3).setCellValue("其他")));
        refused("form-empty", read(book("Sheet1", new String[][] {{"申报编号", "处理结果"}}, _ -> { })));
    }

    @Test
    void whateverTheFileHoldsItIsSaidAndNeverThrown() throws IOException {
        var seed = Long.getLong("conclave.seed", System.nanoTime());
        var chance = new Random(seed);
        var good = book("Sheet1", USUAL, _ -> { });
        refused("workbook", read(new byte[0]));
        for (int run = 0; run < 60; run++) {
            var bad = good.clone();
            for (int n = 0; n < 1 + chance.nextInt(8); n++) bad[chance.nextInt(bad.length)] ^= (byte) (1 << chance.nextInt(8));
            var read = read(bad);
            assertTrue(read.holds() || read.rows().isEmpty(), "seed " + seed);
        }
    }
}
