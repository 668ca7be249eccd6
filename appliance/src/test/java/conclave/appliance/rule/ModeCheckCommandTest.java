package conclave.appliance.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.codec.BadJson;
import conclave.codec.CanonicalJson;
import conclave.codec.RuleBookFiles;
import conclave.exchange.Presets;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ModeCheckCommandTest {

    private static final Path PROJECT = Path.of(System.getProperty("conclave.project", ".."));

    @TempDir
    private Path temp;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void everyPresetMayBeUsed() throws IOException {
        for (var code : Presets.MODES) {
            var file = Files.write(temp.resolve(code + ".json"), RuleBookFiles.bytes(Presets.mode(code)));
            assertEquals(0, run(file.toString()), err::toString);
        }
        assertTrue(out.toString().startsWith("会议模式“专业组打分、评委会票决”共 8 个环节，可以使用。"), out::toString);
    }

    @Test
    void aFindingSaysWhereWhatAndWhatToDo() throws IOException {
        assertEquals(1, run(changed("\"trimFrom\":5", "\"trimFrom\":2").toString()));
        assertEquals("错误 stages[2].aggregation.trimFrom（第 3 个环节“专业组打分”）：从 2 份评分起就去掉，剩下的不足以计算。请改为 3 以上，一般为 5。",
                err.toString().strip());
    }

    @Test
    void aReminderDoesNotEndInOne() throws IOException {
        assertEquals(0, run(changed("\"trimFrom\":5", "\"trimFrom\":4").toString()));
        assertTrue(err.toString().startsWith("提醒 stages[2]"), err::toString);
        assertTrue(out.toString().contains("另有 1 处请确认"), out::toString);
    }

    @Test
    void programsAreToldInOneObject() throws IOException {
        assertEquals(1, run("--json", changed("\"trimFrom\":5", "\"trimFrom\":2").toString()));
        var said = CanonicalJson.readObject(out.toString().strip().getBytes(StandardCharsets.UTF_8)).list("findings");
        var first = CanonicalJson.readObject(CanonicalJson.bytes(said.getFirst()));
        assertEquals(List.of("error", "trim-from-too-few", "stages[2].aggregation.trimFrom", "2"),
                List.of(first.text("severity"), first.text("code"), first.text("at"), first.object("facts").text("found")));
        assertEquals("", err.toString());
    }

    @Test
    void profileAndSheetAreLookedAtAsWell() throws IOException {
        var mode = Files.write(temp.resolve("m.json"), RuleBookFiles.bytes(Presets.mode("score-only")));
        var profile = Files.writeString(temp.resolve("p.json"), text(RuleBookFiles.bytes(Presets.profile("title-senior"))).replace("\"paperBelow\":9", "\"paperBelow\":2"));
        var sheet = Files.writeString(temp.resolve("s.json"), """
                {"format":"conclave-sheet 1","code":"s","version":1,"title":"表","titleEn":"","total":"10","finalMax":"10","scale":2,"fields":[],"charts":[],"indicators":[]}
                """);
        assertEquals(1, run(mode.toString(), "--profile", profile.toString(), "--sheet", sheet.toString()));
        assertTrue(err.toString().contains("profile.paperBelow") && err.toString().contains("打分环节 score 在赋分表中没有要评的指标"), err::toString);
        assertEquals(1, run(mode.toString(), "--profile", mode.toString()));
        assertTrue(err.toString().contains("format 应为 conclave-profile 1"), err::toString);
    }

    @Test
    void whatIsNoSuchFileIsSaidInOneSentence() throws IOException {
        said("找不到文件", temp.resolve("nowhere.json"));
        said("是文件夹", temp);
        said("不是普通文件", Path.of("/dev/zero"));
        said("不是 UTF-8 编码", Files.write(temp.resolve("gbk.json"), "{\"name\":\"打分\"}".getBytes(Charset.forName("GB18030"))));
        said("第 2 行附近不是合格的 JSON", Files.writeString(temp.resolve("torn.json"), "{\n\"name\" 1}"));
        said("第 1 行附近不是合格的 JSON", Files.write(temp.resolve("empty.json"), new byte[0]));
        said("超过 4 MB", Files.write(temp.resolve("long.json"), new byte[RuleBookFiles.LARGEST + 1]));
        said("层次过深", Files.writeString(temp.resolve("deep.json"), "[".repeat(100_000)));
        said("缺少这一项，应为：整数", changed("\"trimFrom\":5,", ""));
        said("可以取：mean、trimmedMean、dropFarthest", changed("trimmedMean", "median"));
    }

    @Test
    void everyFindingHasItsSentenceAndItsRemedy() throws IOException {
        var words = new Properties();
        try (var stream = ModeCheckCommandTest.class.getResourceAsStream("/conclave/appliance/rule/findings_zh_CN.properties")) {
            words.load(new java.io.InputStreamReader(stream, StandardCharsets.UTF_8));
        }
        var codes = new TreeSet<String>();
        var quoted = Pattern.compile("\"([a-z]+(?:-[a-z]+)+)\"");
        for (var file : List.of("Notes", "ModeCheck", "Earlier", "AggregationCheck", "CutCheck", "BallotCheck", "ThresholdCheck", "ProfileCheck", "SheetStages")) {
            quoted.matcher(Files.readString(PROJECT.resolve("meeting-node/src/main/java/conclave/meeting/rule/" + file + ".java"))).results()
                    .forEach(code -> codes.add(code.group(1)));
        }
        Stream.of(BadJson.Kind.values()).forEach(kind -> codes.add("json-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        assertTrue(codes.size() > 50, codes::toString);
        for (var code : codes) {
            assertTrue(words.getProperty(code, "").endsWith("。"), code);
            assertTrue(words.getProperty(code + ".fix", "").endsWith("。"), code + ".fix");
        }
    }

    private Path changed(String part, String instead) throws IOException {
        var text = text(RuleBookFiles.bytes(Presets.mode("score-only")));
        assertTrue(text.contains(part), text);
        return Files.writeString(temp.resolve("changed.json"), text.replace(part, instead));
    }

    private void said(String sentence, Path file) {
        err.getBuffer().setLength(0);
        assertEquals(1, run(file.toString()));
        assertTrue(err.toString().contains(sentence), err::toString);
        assertEquals(1, err.toString().lines().count(), err::toString);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private int run(String... arguments) {
        return new CommandLine(new ModeCheckCommand()).setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true)).execute(arguments);
    }
}
