package conclave.appliance.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.appliance.sample.Sample;
import conclave.appliance.sample.SampleOptions;
import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.exchange.MeetingFile;
import conclave.exchange.MeetingFile.Room;
import conclave.exchange.MeetingFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The sample meeting with conflicts planted in it: two rooms of four experts, six applicants each. */
class PlanCommandTest {

    @TempDir
    private static Path sampled;
    private static Path sample;
    private static Altered clean;

    @TempDir
    private Path temp;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void make() throws IOException {
        sample = sampled.resolve("sample");
        Sample.make(SampleOptions.standard(LocalDate.of(2026, 5, 18), sample));
        clean = apart(new Altered(MeetingFolder.read(sample).meeting().orElseThrow()));
    }

    /** Nobody has anything to do with anybody. */
    private static Altered apart(Altered meeting) {
        return meeting.people(meeting.file().people().stream().map(it -> Altered.called(it, it.name(), "专家单位" + it.code())).toList())
                .applicants(meeting.file().applicants().stream()
                        .map(it -> Altered.in(it, it.name(), "单位" + it.code(), "推荐单位" + it.code(), it.specialty())).toList());
    }

    private static Altered planted() {
        return clean.person("E001", it -> Altered.called(it, "王建国", "新疆维吾尔自治区水利厅"))
                .applicant("A-003", it -> Altered.in(it, "李敏", "自治区水利厅", "推荐单位甲", it.specialty()))
                .person("E002", it -> Altered.called(it, "阿依古丽·买买提", "专家单位乙"))
                .applicant("A-005", it -> Altered.in(it, "阿依古丽•买买提", "单位丙", "推荐单位丙", it.specialty()))
                .applicant("A-007", it -> Altered.in(it, "赵卫东", "单位丁", "（自治区）水利厅", it.specialty()));
    }

    @Test
    void plantedConflictsAreFoundEachWithItsReason() throws IOException {
        var folder = planted().written(sample, temp.resolve("m"));
        assertEquals(0, plan(folder.toString(), "--units", csv("新疆维吾尔自治区水利厅,自治区水利厅,新疆水利厅\n"),
                "--ties", csv("专家编号,申报人编号,理由,说明\nE006,A-002,师生关系,2008年至2011年硕士导师\n")), err::toString);
        for (var line : List.of("有回避线索的专家与申报人共4对：",
                "  【登记】E001 王建国 — A-003 李敏：现为同一单位：新疆维吾尔自治区水利厅／自治区水利厅",
                "  【待核实】E001 王建国 — A-007 赵卫东：所在单位为申报人的推荐单位：新疆维吾尔自治区水利厅／（自治区）水利厅",
                "  【待核实】E002 阿依古丽·买买提 — A-005 阿依古丽•买买提：姓名相同，可能为同一人：阿依古丽·买买提／阿依古丽•买买提",
                "标明【登记】的2对列入回避清单，另写会议文件夹（--apply）时写入，会议导入后即生效；不应回避的，由秘书在会上解除。",
                "标明【待核实】的2对没有列入回避清单，须由办事机构核实；确应回避的，填入利害关系表（--ties）后重做方案，或在会上申明、责令回避。",
                "没有发现问题，方案可以实施。")) {
            assertTrue(out.toString().lines().anyMatch(line::equals), line + " in\n" + out);
        }
        assertTrue(out.toString().contains("申明有师生关系：2008年至2011年硕士导师"), out::toString);
    }

    @Test
    void withoutTheAliasAndTheTieOnlyTheNameIsLeft() throws IOException {
        var folder = planted().written(sample, temp.resolve("m"));
        assertEquals(0, plan(folder.toString(), "--json"));
        assertEquals(List.of("SAME_NAME"), said().list("conflicts").stream().map(it -> ((Json.Obj) it).text("sign")).toList());
    }

    @Test
    void aTableFromAnOlderExcelIsRead() throws IOException {
        var folder = clean.written(sample, temp.resolve("m"));
        var gbk = temp.resolve("gbk.csv");
        Files.write(gbk, "申报人编号,专家编号,理由\r\nA-001,E003,亲属关系\r\n".getBytes(Charset.forName("GBK")));
        assertEquals(0, plan(folder.toString(), "--ties", gbk.toString(), "--json"));
        var conflict = (Json.Obj) said().list("conflicts").getFirst();
        assertEquals("DECLARED_KINSHIP E003 A-001", conflict.text("sign") + " " + conflict.object("expert").text("code") + " "
                + conflict.object("applicant").text("code"));
    }

    @Test
    void whatBlocksIsSaidByNameAndCode() throws IOException {
        var folder = clean.applicant("A-003", it -> Altered.in(it, "李敏", it.unit(), it.recommender(), it.specialty()))
                .person("E001", it -> Altered.called(it, "王建国", it.unit()))
                .applicant("A-002", it -> Altered.in(it, it.name(), it.unit(), it.recommender(), "考古")).written(sample, temp.resolve("m"));
        var target = temp.resolve("new");
        assertEquals(1, plan(folder.toString(), "--ties", csv("专家编号,申报人编号,理由,说明\nE001,A-003,合作关系,合著\nE002,A-003,亲属关系,\n"),
                "--apply", target.toString()));
        for (var line : List.of("【必须解决】申报人李敏（A-003）可去的1个评议室中，回避后最多剩2名专家，少于规定的3名。",
                "    回避的专家：E001 王建国，申明为合作者：合著", "【必须解决】专业“考古”有申报人1名，没有评议室评审该专业。",
                "未能分组的申报人2名：A-002、A-003")) {
            assertTrue(out.toString().lines().anyMatch(line::equals), line + " in\n" + out);
        }
        assertEquals("方案不能实施：有2个必须解决的问题，见第四部分。没有写出新的会议文件夹。", err.toString().lines().findFirst().orElseThrow());
        assertFalse((out + err.toString()).matches("(?s).*(apl_|per_|rm_).*"), out::toString);
        assertFalse(Files.exists(target));
    }

    @Test
    void tooManyReviewersAndTooSmallRoomsBlock() throws IOException {
        var folder = clean.written(sample, temp.resolve("m")).toString();
        assertEquals(1, plan(folder, "--reviewers", "5", "--most", "5", "--json"));
        var matters = said().list("findings").stream().map(it -> ((Json.Obj) it).text("matter")).distinct().toList();
        assertEquals(List.of("ROOMS_FULL", "REVIEWERS_TOO_FEW"), matters);
        assertEquals(2, said().list("unplaced").size());
    }

    @Test
    void theNewFolderIsTheSameMeetingWithOtherRooms() throws IOException {
        var crowded = oneTrade(clean);
        crowded = crowded.applicants(crowded.file().applicants().stream().map(it -> NewFolderTest.in("R01", it)).toList());
        var folder = crowded.written(sample, temp.resolve("m"));
        var target = temp.resolve("new");
        assertEquals(0, plan(folder.toString(), "--ties", csv("专家编号,申报人编号,理由,说明\nE001,A-001,亲属关系,\n"), "--apply", target.toString()),
                err::toString);
        assertTrue(out.toString().contains("其中6名申报人调整了评议室。"), out::toString);
        var reading = MeetingFolder.read(target);
        assertEquals(MeetingFolder.read(folder).findings(), reading.findings());
        var before = MeetingFolder.read(folder).meeting().orElseThrow();
        var after = reading.meeting().orElseThrow();
        assertEquals(6, after.applicants().stream().filter(it -> it.room().equals("R02")).count());
        assertEquals("R02", after.applicants().getFirst().room(), "the relative does not judge");
        assertEquals(before.applicants(), after.applicants().stream().map(it -> NewFolderTest.in("R01", it)).toList());
        assertEquals(List.of(before.meeting(), before.people(), before.sheet(), before.mode(), before.rules()),
                List.of(after.meeting(), after.people(), after.sheet(), after.mode(), after.rules()));
        assertEquals(documents(before), documents(after));
        out.getBuffer().setLength(0);
        assertEquals(0, plan(target.toString(), "--ties", csv("专家编号,申报人编号,理由,说明\nE001,A-001,亲属关系,\n"), "--json"));
        assertEquals(List.of(), said().list("moved"), "the same plan again moves nobody");
    }

    @Test
    void whatIsThereIsNotTouched() throws IOException {
        var folder = clean.written(sample, temp.resolve("m.part"));
        found("已经存在，没有覆盖，请另选一个文件夹。", folder.toString(), "--apply", Files.createDirectory(temp.resolve("there")).toString());
        found("已经存在，没有覆盖，请另选一个文件夹。", folder.toString(), "--apply", temp.resolve("m").toString());
        found("不能放在原会议文件夹里面。", folder.toString(), "--apply", folder.resolve("data/new").toString());
        assertTrue(MeetingFolder.read(folder).meeting().isPresent());
    }

    @Test
    void programsAreToldAll() throws IOException {
        var folder = planted().written(sample, temp.resolve("m"));
        assertEquals(0, plan(folder.toString(), "--json", "--reviewers", "3"));
        var said = said();
        assertEquals("conclave-plan/1", said.text("format"));
        assertEquals(Set.of("format", "meeting", "panelMinimum", "reviewers", "conflicts", "recusals", "recusalsRecorded", "rooms", "unplaced", "moved",
                "applied", "findings"), said.fields().keySet());
        assertEquals(Set.of("expert", "applicant", "sign", "ground", "fact", "sameRoom", "recusal", "zh"), first(said, "conflicts").fields().keySet());
        var room = first(said, "rooms");
        assertEquals(Set.of("code", "name", "specialties", "judges", "applicants"), room.fields().keySet());
        assertEquals(Set.of("code", "name", "reads", "pages"), first(room, "judges").fields().keySet());
        assertEquals(Set.of("code", "name", "specialty", "pages", "before", "reviewers", "aside"), first(room, "applicants").fields().keySet());
        assertEquals(3, first(room, "applicants").list("reviewers").size());
        assertFalse(out.toString().matches("(?s).*(apl_|per_|rm_).*"));
    }

    @Test
    void badFilesAreOneClearSentence() throws IOException {
        var folder = clean.written(sample, temp.resolve("m")).toString();
        found("没有找到会议文件夹“nowhere”。", "nowhere");
        found("没有找到会议文件夹“" + csv("") + "”。", csv(""));
        found("“" + temp + "”不是会议文件夹，其中没有bagit.txt。", temp.toString());
        found("表格“nothing.csv”无法读取，没有这个文件。", folder, "--units", "nothing.csv");
        found("表格“" + csv("") + "”缺少以下列：专家编号、申报人编号、理由。", folder, "--ties", csv(""));
        found("缺少以下列：理由。", folder, "--ties", csv("专家编号,申报人编号\n"));
        found("中“理由”一列出现了两次。", folder, "--ties", csv("专家编号,申报人编号,理由,理由\n"));
        found("第2行的专家编号“E999”不是本次会议的专家代码。", folder, "--ties", csv("专家编号,申报人编号,理由\nE999,A-001,亲属\n"));
        found("第3行的申报人编号“E001”不是本次会议的申报人代码。", folder, "--ties", csv("专家编号,申报人编号,理由\n,,\nE001,E001,亲属\n"));
        found("第2行的理由“老乡”不在规定之列，应为亲属关系、同单位、师生关系、合作关系、其他利害关系之一。", folder, "--ties",
                csv("专家编号,申报人编号,理由\nE001,A-001,老乡\n"));
        found("第2行比表头多出内容，请检查逗号和引号。", folder, "--ties", csv("专家编号,申报人编号,理由\nE001,A-001,亲属,甲,乙\n"));
        found("文件中有引号没有成对，从第2行起无法读取。", folder, "--ties", csv("专家编号,申报人编号,理由\nE001,A-001,\"亲属\n"));
        var odd = temp.resolve("odd.csv");
        Files.write(odd, new byte[] {(byte) 0xff, (byte) 0xff, ','});
        found("文件既不是UTF-8编码，也不是GBK编码，无法读取。", folder, "--units", odd.toString());
        Files.writeString(Path.of(folder, "data", "people.json"), "[]");
        found("中有1处错误，不能使用；第一处是hash-differs（data/people.json）。", folder);
    }

    @Test
    void wrongOptionsAreSaid() {
        assertEquals(2, plan());
        assertEquals(2, plan(sample.toString(), "--reviewers", "0"));
        assertEquals(2, plan(sample.toString(), "--most", "0"));
        assertEquals(2, plan(sample.toString(), "--recuse", "some"));
    }

    private void found(String end, String... arguments) {
        for (var buffer : List.of(out, err)) buffer.getBuffer().setLength(0);
        assertEquals(1, plan(arguments), () -> String.join(" ", arguments));
        assertEquals("", out.toString());
        assertEquals(2, err.toString().lines().count(), err::toString);
        assertTrue(err.toString().lines().findFirst().orElseThrow().endsWith(end), end + " in\n" + err);
    }

    /** Both rooms judge the same. */
    private static Altered oneTrade(Altered meeting) {
        return meeting.rooms(it -> new Room(it.code(), it.name(), "工程、水利", it.panel(), it.hall()))
                .applicants(meeting.file().applicants().stream().map(it -> Altered.in(it, it.name(), it.unit(), it.recommender(), "水利")).toList());
    }

    private static TreeSet<String> documents(MeetingFile file) {
        var documents = new TreeSet<String>();
        file.files().values().stream().filter(it -> it.path().endsWith(".pdf")).forEach(it -> documents.add(it.toString()));
        return documents;
    }

    private static Json.Obj first(Json.Obj in, String list) {
        return (Json.Obj) in.list(list).getFirst();
    }

    private String csv(String table) throws IOException {
        var file = temp.resolve("table" + Integer.toHexString(table.length()) + ".csv");
        Files.writeString(file, table);
        return file.toString();
    }

    private Json.Obj said() {
        return CanonicalJson.readObject(out.toString().strip().getBytes(StandardCharsets.UTF_8));
    }

    private int plan(String... arguments) {
        return new CommandLine(new PlanCommand()).setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true)).execute(arguments);
    }
}
