package conclave.appliance.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.meeting.prepare.Seed;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DrawCommandTest {

    private static final String SEED = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
    private static final String COMMITMENT = "630dcd2966c4336691125448bbb25b4ff412a49c732db2c8abc1b8581bd710dd";
    /** The vector of docs/formats/draw.md. */
    private static final String ROSTER = """
            编号,姓名,单位,专业,类别,出生年份,退休,回避
            E01,王建国,新疆水利厅,水利,A,1968,否,
            E02,李敏,塔里木大学,水利,A,1975,,
            E03,阿依古丽·买买提,石河子大学,水利,B,1981,,
            E04,赵卫东,新疆水利厅,水利,A,1957,是,
            E05,陈芳,新疆大学,水利,A,,,
            E06,刘洋,新疆大学,道桥,A,1979,,
            "E07","孙丽",喀什大学,水利,B,1985,0,与申报人有亲属关系
            """;
    private static final String DIGEST = "eaf424032df14a5b4e44993c6939dd8a91ed511926727e112fea7444133e76a5";

    @TempDir
    private Path temp;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void thePanelOfTheVector() throws IOException {
        assertEquals(0, draw("--roster", csv(ROSTER), "--seed", SEED, "--commitment", COMMITMENT, "--purpose", "2026年工程系列高级评委会",
                "--panel", "水利=3+1"), err::toString);
        for (var line : List.of("名单摘要：" + DIGEST, "承诺值：" + COMMITMENT, "  正选1  E05  陈芳  新疆大学", "  备选1  E02  李敏  塔里木大学",
                "  抽取次序：E05、E01、E04、E02、E03",
                "  E07  孙丽  喀什大学  （与申报人有亲属关系）")) {
            assertTrue(out.toString().lines().anyMatch(line::equals), line + " in\n" + out);
        }
    }

    @Test
    void gbkTabsAndJsonAreTheSameRoster() throws IOException {
        var tabs = temp.resolve("tabs.csv");
        Files.writeString(tabs, ("\ufeff" + ROSTER).replace(',', '\t').replace("\n", "\r\n"));
        var gbk = temp.resolve("gbk.csv");
        Files.write(gbk, ROSTER.getBytes(Charset.forName("GBK")));
        var json = temp.resolve("roster.json");
        Files.writeString(json, """
                [{"number":"E01","name":"王建国","unit":"新疆水利厅","specialty":"水利","class":"A","born":1968},
                {"number":"E02","name":"李敏","unit":"塔里木大学","specialty":"水利","class":"A","born":"1975","retired":false},
                {"number":"E03","name":"阿依古丽·买买提","unit":"石河子大学","specialty":"水利","class":"B","born":1981,"barred":null},
                {"number":"E04","name":"赵卫东","unit":"新疆水利厅","specialty":"水利","class":"A","born":1957,"retired":true},
                {"number":"E05","name":"陈芳","unit":"新疆大学","specialty":"水利","class":"A"},
                {"number":"E06","name":"刘洋","unit":"新疆大学","specialty":"道桥","class":"A","born":1979},
                {"number":"E07","name":"孙丽","unit":"喀什大学","specialty":"水利","class":"B","born":1985,"barred":"与申报人有亲属关系"}]
                """);
        for (var file : List.of(tabs, gbk, json)) {
            out.getBuffer().setLength(0);
            assertEquals(0, draw("--roster", file.toString(), "--seed", SEED, "--json"), () -> file + ": " + out + err);
            assertEquals(DIGEST, said().text("roster"));
        }
    }

    @Test
    void programsAreToldAll() throws IOException {
        assertEquals(1, draw("--roster", csv(ROSTER), "--seed", SEED, "--seed", SEED.replace('0', 'f'), "--panel", "水利=2+1", "--panel",
                "道桥=1", "--no-retired", "--class", "A,B",
                "--most-per-unit", "1", "--odd", "--panel-minimum", "2", "--younger", "55@2026=1/2", "--json"));
        var said = said();
        assertEquals(2, said.list("commitments").size());
        assertEquals(2, said.list("panels").size());
        assertEquals(List.of("E04 已退休", "E07 与申报人有亲属关系"), said.list("leftOut").stream()
                .map(out -> ((Json.Obj) out).text("number") + " " + ((Json.Obj) out).text("reason")).toList());
        assertEquals(List.of("PANEL_BELOW_MINIMUM"), said.list("findings").stream().map(finding -> ((Json.Obj) finding).text("matter"))
                .filter(matter -> !matter.equals("AGE_UNKNOWN")).toList());
    }

    @Test
    void aSeedThatWasNotPromisedDrawsNobody() throws IOException {
        assertEquals(1, draw("--roster", csv(ROSTER), "--seed", SEED.replace('1', '2'), "--commitment", COMMITMENT, "--panel", "水利=2"));
        assertEquals("", out.toString());
        assertTrue(err.toString().startsWith("随机种子与事先公布的承诺值不一致"), err::toString);
    }

    @Test
    void whatIsPublishedBeforeHoldsNoNameAndFitsWhatIsDrawnAfter() throws IOException {
        assertEquals(0, draw("--roster", csv(ROSTER), "--announce", "--commitment", COMMITMENT, "--panel", "水利=2+1"));
        assertTrue(out.toString().contains(DIGEST) && out.toString().contains(COMMITMENT) && out.toString().contains("专业：水利，抽取2人，备选1人"),
                out::toString);
        assertFalse(out.toString().contains("王建国"));
    }

    @Test
    void aTableThatIsNotInOrderIsFoundByRowAndColumn() throws IOException {
        found(ROSTER.replace("1968", "68年"), "名单第2行的出生年份“68年”不正确，应为四位数字，例如1975。");
        found(ROSTER.replace("1957,是", "1957,大概"), "名单第5行的“退休”填写为“大概”，应为“是”或“否”。");
        found(ROSTER.replace("专业", "学科"), "名单缺少“专业”一列。");
        found(ROSTER.replace("类别", "单位"), "名单中“单位”一列出现了两次。");
        found(ROSTER.replace("E02", "E01"), "编号E01重复出现，请核对后只保留一条。");
        found(ROSTER.replace("E02,李敏", ",李敏"), "专家“李敏”没有编号，请补填。");
        found(ROSTER.replace("\"孙丽\"", "\"孙丽"), "文件中有引号没有成对，从第8行起无法读取。");
        found(ROSTER.replace("喀什大学", "喀什,大学"), "名单第8行比表头多出内容，请检查逗号和引号。");
        found("", "名单缺少“编号”一列。");
        found("[1]", "文件不是规定格式的JSON：not an object in the list。");
        found("编号,姓名,专业\n", "专家名单为空。");
        Files.write(temp.resolve("odd.csv"), new byte[] {(byte) 0xff, (byte) 0xff, ','});
        assertEquals(1, draw("--roster", temp.resolve("odd.csv").toString(), "--seed", SEED));
        assertTrue(err.toString().contains("既不是UTF-8编码，也不是GBK编码"), err::toString);
    }

    @Test
    void aFileWithoutAnEndIsNoRoster() {
        assertEquals(1, draw("--roster", "/dev/zero", "--seed", SEED, "--panel", "水利=2"));
        assertTrue(err.toString().contains("文件超过32MB"), err::toString);
    }

    @Test
    void namesOfOneUnitCountTogether() throws IOException {
        var aliases = temp.resolve("aliases.csv");
        Files.writeString(aliases, "新疆水利厅,区水利厅\n新疆水利厅,塔里木大学\n塔里木大学,石河子大学,新疆大学\n");
        assertEquals(1, draw("--roster", csv(ROSTER), "--seed", SEED, "--panel", "水利=2", "--most-per-unit", "1", "--aliases",
                aliases.toString()));
        assertTrue(err.toString().contains("专业“水利”共需专家2名，同一单位至多1名，因此最多只能抽出1名。"), err::toString);
    }

    @Test
    void wrongOptionsAreSaid() throws IOException {
        var roster = csv(ROSTER);
        assertEquals(2, draw("--seed", SEED));
        assertEquals(2, draw("--roster", roster));
        assertEquals(2, draw("--roster", roster, "--seed", "00"));
        assertEquals(2, draw("--roster", roster, "--seed", SEED, "--panel", "水利"));
        assertEquals(2, draw("--roster", roster, "--seed", SEED, "--panel", "水利=0"));
        assertEquals(2, draw("--roster", roster, "--seed", SEED, "--younger", "55"));
    }

    @Test
    void aShareFitsItsCommitment() {
        assertEquals(0, draw("share", "--json"));
        var share = said();
        assertEquals(List.of(), Seed.of(share.text("seed")).against(List.of(share.text("commitment"))));
    }

    private void found(String table, String sentence) throws IOException {
        err.getBuffer().setLength(0);
        assertEquals(1, draw("--roster", csv(table), "--seed", SEED), table);
        assertTrue(err.toString().lines().anyMatch(sentence::equals), sentence + " in\n" + err);
    }

    private String csv(String table) throws IOException {
        var file = Files.createTempFile(temp, "roster", ".csv");
        Files.writeString(file, table);
        return file.toString();
    }

    private Json.Obj said() {
        return CanonicalJson.readObject(out.toString().strip().getBytes(StandardCharsets.UTF_8));
    }

    private int draw(String... arguments) {
        return new CommandLine(new DrawCommand()).setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true)).execute(arguments);
    }
}
