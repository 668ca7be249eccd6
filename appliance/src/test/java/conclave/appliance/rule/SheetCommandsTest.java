package conclave.appliance.rule;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.codec.RuleBookFiles;
import conclave.exchange.workbook.Examples;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code conclave sheet …}, as somebody types it. */
class SheetCommandsTest {

    @TempDir
    private Path temp;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void theEngineerHasNinetyPoints() throws IOException {
        var score = score(example("engineering"), "--experts", "32.80");
        assertEquals(List.of("A001", "eligible", "56.2", "2", "1", "90"),
                List.of(score.text("code"), score.text("status"), score.text("automatic"), score.text("bonus"), score.text("deduction"), score.text("final")));
        assertEquals(List.of("13", "24", "9.2", "10"), points(score, "A1", "A2", "A3", "A4"));
    }

    @Test
    void theClinicianHasSeventyThreeAndThreeQuarters() throws IOException {
        var score = score(example("medicine"), "--experts", "11.5");
        assertEquals(List.of("4.5", "19.25", "16", "15", "7.5"), points(score, "B1", "B2", "B3", "B5", "B6"));
        assertEquals("73.75", score.text("final"));
    }

    @Test
    void everyPointIsExplainedInChinese() throws IOException {
        var sheet = example("engineering");
        assertEquals(0, run(new SheetScoreCommand(), sheet.toString(), "--facts", facts(sheet, "engineering").toString()), err::toString);
        assertTrue(out.toString().startsWith("申报人 A001\n"), out::toString);
        assertTrue(out.toString().contains("第5项：项目分“县级” 3 分 × 角色系数（4）0.6 ＝ 1.8 分，低于计入的前4项，不计。合计 24 分。"), out::toString);
        assertTrue(out.toString().contains("自动量化赋分合计 56.2 分；加分 2 分，扣分 1 分。"), out::toString);
    }

    @Test
    void factsMayBeJsonOfOneOrOfSeveral() throws IOException {
        var sheet = example("engineering").toString();
        var one = new String(RuleBookFiles.bytes(Examples.facts("engineering")), StandardCharsets.UTF_8);
        assertEquals(0, run(new SheetScoreCommand(), sheet, "--facts", Files.writeString(temp.resolve("one.json"), one).toString()), err::toString);
        assertTrue(out.toString().contains("合计 56.2 分"), out::toString);
        var several = Files.writeString(temp.resolve("several.json"), "{\"format\":\"conclave-facts 1\",\"applicants\":[{\"code\":\"B1\",\"facts\":" + one + "},"
                + "{\"code\":\"B2\",\"facts\":{\"values\":{\"degree\":\"博士\"},\"lists\":{}},\"given\":{},\"outcomes\":{\"vote\":{\"yes\":3,\"of\":5}}}]}");
        out.getBuffer().setLength(0);
        assertEquals(0, run(new SheetScoreCommand(), sheet, "--facts", several.toString(), "--applicant", "B2"), err::toString);
        assertTrue(out.toString().startsWith("申报人 B2") && !out.toString().contains("B1 "), out::toString);
        assertEquals(1, run(new SheetScoreCommand(), sheet, "--facts", several.toString(), "--applicant", "B9"));
        assertTrue(err.toString().contains("没有申报人 B9"), err::toString);
    }

    @Test
    void factsThatCannotBeReadAreNotCounted() throws IOException {
        var sheet = example("engineering").toString();
        var wrong = Files.writeString(temp.resolve("f.json"), "{\"format\":\"conclave-facts 1\",\"values\":{\"degree\":\"博士后\"},\"lists\":{}}");
        assertEquals(1, run(new SheetScoreCommand(), sheet, "--facts", wrong.toString()));
        assertEquals("", out.toString());
        assertTrue(err.toString().contains("“博士后”不在取值"), err::toString);
        for (var bad : List.of("{\"applicants\":1}", "{\"format\":\"conclave-facts 1\",\"applicants\":[{\"code\":\"1\",\"fact\":{}}]}", "{", "[]")) {
            err.getBuffer().setLength(0);
            assertEquals(1, run(new SheetScoreCommand(), sheet, "--facts", Files.writeString(wrong, bad).toString()), bad);
            assertTrue(err.toString().startsWith("错误"), err::toString);
            assertEquals(1, err.toString().lines().count(), err::toString);
            assertFalse(err.toString().contains("第 0 行"), err::toString);
        }
    }

    @Test
    void twoVersionsAreHeldAgainstEachOther() throws IOException {
        var older = example("engineering");
        var text = new String(RuleBookFiles.bytes(Examples.sheet("engineering")), StandardCharsets.UTF_8).replace("\"version\":1", "\"version\":2");
        var changed = text.replace("{\"points\":\"4\",\"value\":\"硕士\"}", "{\"points\":\"3\",\"value\":\"硕士\"}");
        assertFalse(changed.equals(text));
        var newer = Files.writeString(temp.resolve("newer.json"), changed);
        var facts = facts(older, "engineering").toString();
        assertEquals(0, run(new SheetScoreCommand(), newer.toString(), "--facts", facts, "--against", older.toString()), err::toString);
        assertTrue(out.toString().contains("与旧版相比：自动量化赋分 56.2 → 55.2，加分 2 → 2，扣分 1 → 1，结论不变。"), out::toString);
        assertTrue(out.toString().contains("A1.1 学历学位：4 分 → 3 分"), out::toString);
        out.getBuffer().setLength(0);
        assertEquals(0, run(new SheetScoreCommand(), newer.toString(), "--facts", facts, "--against", older.toString(), "--json"));
        var changes = ((Json.Obj) first("applicants")).object("against").list("changes");
        assertEquals(List.of("A1", "A1.1"), changes.stream().map(it -> ((Json.Obj) it).text("code")).toList());
    }

    @Test
    void whatIsWrongIsSaidAndMarked() throws IOException {
        var file = Files.writeString(temp.resolve("bad.xlsx"), "编号,名称");
        assertEquals(1, run(new SheetCheckCommand(), file.toString()));
        assertEquals("错误：文件不是 Excel 工作簿（.xlsx），只改扩展名不行。请用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”。", err.toString().strip());
        assertEquals(1, run(new SheetCheckCommand(), file.toString(), "--json"));
        assertEquals("not-a-workbook", ((Json.Obj) first("findings")).text("rule"));
        assertEquals(1, run(new SheetCheckCommand(), file.toString(), "--out", file.toString()));
        assertEquals("编号,名称", Files.readString(file), "the original stays");
        var empty = temp.resolve("empty.xlsx");
        assertEquals(0, run(new SheetTemplateCommand(), "--out", empty.toString()));
        var marked = temp.resolve("marked.xlsx");
        assertEquals(1, run(new SheetCheckCommand(), "--out", marked.toString(), empty.toString()));
        assertTrue(Files.size(marked) > 0 && err.toString().contains("副本已写入"), err::toString);
        assertEquals(1, run(new SheetCheckCommand(), marked.toString()), "and may be checked again");
        assertEquals(1, run(new SheetCheckCommand(), temp.resolve("nowhere.xlsx").toString()));
    }

    @Test
    void asAWorkbookAndBackItIsTheSame() throws IOException {
        for (var name : Examples.NAMES) {
            var json = Files.write(temp.resolve(name + ".json"), RuleBookFiles.bytes(Examples.sheet(name)));
            var book = temp.resolve(name + "-book.xlsx");
            var back = temp.resolve(name + "-back.json");
            assertEquals(0, run(new SheetExportCommand(), json.toString(), "--out", book.toString()), err::toString);
            assertEquals(0, run(new SheetImportCommand(), "--out", back.toString(), book.toString()), err::toString);
            assertArrayEquals(Files.readAllBytes(json), Files.readAllBytes(back));
        }
    }

    @Test
    void nothingIsWrittenOverAndNothingHalf() throws IOException {
        var filled = Files.writeString(temp.resolve("mine.xlsx"), "mine");
        assertEquals(1, run(new SheetTemplateCommand(), "--out", filled.toString()));
        assertEquals("mine", Files.readString(filled));
        assertTrue(err.toString().contains("已存在，没有覆盖"), err::toString);
        assertEquals(0, run(new SheetTemplateCommand(), "--out", filled.toString(), "--force"));
        assertEquals(1, run(new SheetTemplateCommand(), "--out", temp.resolve("no/such/folder/x.xlsx").toString()));
        assertTrue(err.toString().contains("无法写入"), err::toString);
        try (var left = Files.list(temp)) {
            assertEquals(List.of("mine.xlsx"), left.map(it -> it.getFileName().toString()).toList());
        }
        assertEquals(2, run(new SheetTemplateCommand(), "--out", temp.resolve("y.xlsx").toString(), "--example", "law"));
    }

    private Path example(String name) {
        var file = temp.resolve(name + ".xlsx");
        assertEquals(0, run(new SheetTemplateCommand(), "--example", name, "--out", file.toString()), err::toString);
        assertEquals(0, run(new SheetCheckCommand(), file.toString()), err::toString);
        out.getBuffer().setLength(0);
        return file;
    }

    private Path facts(Path sheet, String name) {
        var file = temp.resolve(name + "-facts.xlsx");
        assertEquals(0, run(new SheetFactsCommand(), sheet.toString(), "--out", file.toString(), "--example", name), err::toString);
        out.getBuffer().setLength(0);
        return file;
    }

    /** Each of these is a number to the library; the second has a hundred thousand digits. */
    @Test
    void whatExpertsGaveIsAPlainDecimal() throws IOException {
        var sheet = example("engineering");
        var facts = facts(sheet, "engineering").toString();
        for (var wrong : List.of("1e999999999", "1e99999", "٣", "0x10", "NaN", "9999999999999", "")) {
            assertEquals(2, run(new SheetScoreCommand(), sheet.toString(), "--facts", facts, "--experts=" + wrong), wrong);
        }
        assertTrue(err.toString().contains("普通小数") && !err.toString().contains("java."), err::toString);
    }

    private Json.Obj score(Path sheet, String... more) {
        var arguments = new ArrayList<>(List.of(sheet.toString(), "--facts", facts(sheet, sheet.getFileName().toString().replace(".xlsx", "")).toString(), "--json"));
        arguments.addAll(List.of(more));
        assertEquals(0, run(new SheetScoreCommand(), arguments.toArray(String[]::new)), err::toString);
        return (Json.Obj) first("applicants");
    }

    private static List<String> points(Json.Obj score, String... codes) {
        return List.of(codes).stream().map(code -> score.list("lines").stream().map(it -> (Json.Obj) it).filter(it -> it.text("code").equals(code))
                .findFirst().orElseThrow().text("points")).toList();
    }

    private Json first(String list) {
        var said = CanonicalJson.readObject(out.toString().strip().getBytes(StandardCharsets.UTF_8)).list(list).getFirst();
        out.getBuffer().setLength(0);
        return said;
    }

    private int run(Callable<Integer> command, String... arguments) {
        return new CommandLine(command).setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true)).execute(arguments);
    }
}
