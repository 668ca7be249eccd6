package conclave.appliance.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.appliance.plan.RecusalList.Outcome;
import conclave.appliance.plan.RecusalList.Pair;
import conclave.appliance.sample.Sample;
import conclave.appliance.sample.SampleOptions;
import conclave.exchange.MeetingFile;
import conclave.exchange.MeetingFile.Recusal;
import conclave.exchange.MeetingFile.Role;
import conclave.exchange.MeetingFolder;
import conclave.meeting.event.Ground;
import conclave.meeting.prepare.Screening.Tie;
import conclave.meeting.prepare.Units;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the plan finds for certain stands in the new folder as a recusal; what it only suspects waits for a person. */
class RecusalListTest {

    private static final long SEED = Long.getLong("conclave.seed", 1);

    @TempDir
    private static Path sampled;
    private static Path sample;
    private static Altered planted;

    @TempDir
    private Path temp;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** E001 and A-003 are of one unit, E002 and A-005 of one name, E001's unit recommended A-007; all of them in the first room. */
    @BeforeAll
    static void make() throws IOException {
        sample = sampled.resolve("sample");
        Sample.make(SampleOptions.standard(LocalDate.of(2026, 5, 18), sample));
        var read = new Altered(MeetingFolder.read(sample).meeting().orElseThrow());
        planted = read.people(read.file().people().stream().map(it -> Altered.called(it, it.name(), "专家单位" + it.code())).toList())
                .applicants(read.file().applicants().stream()
                        .map(it -> Altered.in(it, it.name(), "单位" + it.code(), "推荐单位" + it.code(), it.specialty())).toList())
                .person("E001", it -> Altered.called(it, "王建国", "自治区水利厅"))
                .applicant("A-003", it -> Altered.in(it, "李敏", "自治区水利厅", "推荐单位甲", it.specialty()))
                .person("E002", it -> Altered.called(it, "阿依古丽·买买提", "专家单位乙"))
                .applicant("A-005", it -> Altered.in(it, "阿依古丽·买买提", "单位丙", "推荐单位丙", it.specialty()))
                .applicant("A-007", it -> Altered.in(it, "赵卫东", "单位丁", "自治区水利厅", it.specialty()));
    }

    @Test
    void whatIsCertainIsWrittenAndTheRestIsSaid() throws IOException {
        assertEquals(List.of("E001 A-003 SAME_UNIT 现为同一单位：自治区水利厅"), applied());
        assertTrue(out.toString().lines().anyMatch("标明【待核实】的2对没有列入回避清单，须由办事机构核实；确应回避的，填入利害关系表（--ties）后重做方案，或在会上申明、责令回避。"::equals),
                out::toString);
        assertTrue(out.toString().endsWith("名申报人调整了评议室。回避清单有1对。\n"), out::toString);
    }

    @Test
    void whoAsksForAllGetsTheDoubtsAsWellAndWhoAsksForNoneGetsNone() throws IOException {
        assertEquals(List.of("E001 A-003 SAME_UNIT 现为同一单位：自治区水利厅", "E001 A-007 SAME_UNIT 所在单位为申报人的推荐单位：自治区水利厅",
                "E002 A-005 OTHER_INTEREST 姓名相同，可能为同一人：阿依古丽·买买提"), applied("--recuse", "all"));
        assertEquals(List.of(), applied("--recuse", "none"));
        assertFalse(Files.exists(temp.resolve("new2").resolve("data/recusals.json")));
    }

    @Test
    void aDeclaredTieIsCertainAndTheGravestGroundStandsFirst() throws IOException {
        var ties = temp.resolve("ties.csv");
        Files.writeString(ties, "专家编号,申报人编号,理由,说明\nE002,A-005,师生关系,硕士导师\nE001,A-003,亲属关系,\n");
        assertEquals(List.of("E001 A-003 KINSHIP 现为同一单位：自治区水利厅；申明有亲属关系", "E002 A-005 TEACHER_STUDENT 申明有师生关系：硕士导师"),
                applied("--ties", ties.toString()));
    }

    @Test
    void whatTheFolderHeldBeforeStaysAsItWasAndPlanningAgainChangesNothing() throws IOException {
        var held = List.of(new Recusal("E001", "A-003", Ground.COAUTHOR, Optional.empty()), new Recusal("E006", "A-003", Ground.KINSHIP, Optional.of("姐弟")));
        var folder = planted.recusals(held).written(sample, temp.resolve("held"));
        assertEquals(List.of("E001 A-003 COAUTHOR -", "E006 A-003 KINSHIP 姐弟"), applied(folder, "one", "--recuse", "none"));
        assertTrue(out.toString().contains("【登记】E006 "), out::toString);
        assertTrue(out.toString().contains("已登记回避（亲属关系）：姐弟"), out::toString);
        assertEquals(List.of("E001 A-003 COAUTHOR -", "E006 A-003 KINSHIP 姐弟"), applied(temp.resolve("one"), "two"));
    }

    /** A recusal that the folder holds keeps the expert from reading the dossier first, like any other conflict. */
    @Test
    void whoIsRecusedInTheFolderReviewsNothingOfTheApplicant() throws IOException {
        var everybody = planted.file().people().stream().filter(it -> it.roles().contains(Role.EXPERT)).map(it -> it.code()).toList();
        for (var expert : everybody) {
            var file = planted.recusals(List.of(new Recusal(expert, "A-001", Ground.KINSHIP, Optional.empty()))).file();
            var plan = Planning.plan(file, new Terms(Units.NONE, List.of(), 2, OptionalInt.empty(), Recuse.CERTAIN));
            for (var room : plan.rooms()) assertFalse(room.reviewers().getOrDefault("A-001", List.of()).contains(expert), expert);
        }
    }

    @Test
    void aLineThatCannotBeUsedIsOneClearSentence() throws IOException {
        refused("第1条不能使用：没有这个代码的专家（recusal-expert-unknown）。", new Recusal("E999", "A-001", Ground.KINSHIP, Optional.empty()));
        refused("第2条不能使用：没有这个代码的申报人（recusal-applicant-unknown）。", new Recusal("E001", "A-001", Ground.KINSHIP, Optional.empty()),
                new Recusal("E001", "A-999", Ground.KINSHIP, Optional.empty()));
        refused("第2条不能使用：同一专家对同一申报人已经登记过（recusal-twice）。", new Recusal("E001", "A-001", Ground.KINSHIP, Optional.empty()),
                new Recusal("E001", "A-001", Ground.COAUTHOR, Optional.empty()));
        refused("第1条不能使用：说明超过500字（text-too-long）。", new Recusal("E001", "A-001", Ground.KINSHIP, Optional.of("字".repeat(501))));
    }

    /** Whatever the meeting: every pair that meets is recorded or left to a person, none is lost, and only judges are recused. */
    @Test
    void noPairThatMeetsIsLost() {
        int recorded = 0;
        int undecided = 0;
        for (long run = SEED; run < SEED + 1000; run++) {
            var chance = new Random(run);
            var file = RandomMeeting.of(chance);
            var recuse = Recuse.values()[chance.nextInt(3)];
            var plan = Planning.plan(file, new Terms(Units.NONE, ties(file, chance), 1, OptionalInt.empty(), recuse));
            var recusals = plan.recusals();
            var when = "seed " + run;
            var pairs = new TreeSet<Pair>();
            for (var conflict : plan.conflicts()) {
                var expert = file.people().stream().filter(it -> it.code().equals(conflict.expert())).findFirst().orElseThrow();
                var meet = file.sitsOn(expert, plan.roomsOf().get(conflict.applicant()));
                assertEquals(meet, recusals.of(conflict) != Outcome.APART, when);
                if (meet && recuse != Recuse.NONE && conflict.sign().certain()) assertEquals(Outcome.RECORDED, recusals.of(conflict), when);
                if (meet) pairs.add(Pair.of(conflict));
            }
            if (recuse == Recuse.NONE) assertTrue(recusals.recorded().isEmpty(), when);
            if (recuse == Recuse.ALL) assertTrue(recusals.undecided().isEmpty(), when);
            assertEquals(pairs.size(), recusals.recorded().size() + recusals.undecided().size(), when);
            assertEquals(plan.pairs(), pairs.size() + recusals.apart(), when);
            recorded += recusals.recorded().size();
            undecided += recusals.undecided().size();
        }
        assertTrue(recorded > 1000 && undecided > 1000, recorded + " recorded, " + undecided + " not");
    }

    private static List<Tie> ties(MeetingFile file, Random chance) {
        var ties = new ArrayList<Tie>();
        for (var applicant : file.applicants()) {
            for (var person : file.people()) {
                if (person.judges() && chance.nextInt(6) == 0) ties.add(new Tie(person.code(), applicant.code(), Ground.KINSHIP, ""));
            }
        }
        return ties;
    }

    private void refused(String end, Recusal... recusals) throws IOException {
        var folder = planted.recusals(List.of(recusals)).written(sample, temp.resolve("bad" + Integer.toHexString(end.length()) + recusals.length));
        err.getBuffer().setLength(0);
        assertEquals(1, plan(folder.toString()));
        assertTrue(err.toString().lines().findFirst().orElseThrow().endsWith(end), err::toString);
    }

    private List<String> applied(String... options) throws IOException {
        var many = Files.exists(temp.resolve("new1")) ? "2" : "1";
        return applied(planted.written(sample, temp.resolve("m" + many)), "new" + many, options);
    }

    private List<String> applied(Path folder, String name, String... options) {
        var target = temp.resolve(name);
        out.getBuffer().setLength(0);
        var arguments = new ArrayList<>(List.of(folder.toString(), "--apply", target.toString()));
        arguments.addAll(List.of(options));
        assertEquals(0, plan(arguments.toArray(String[]::new)), err::toString);
        var reading = MeetingFolder.read(target);
        return reading.meeting().orElseThrow(() -> new AssertionError(reading.findings())).recusals().stream()
                .map(it -> it.expert() + " " + it.applicant() + " " + it.ground() + " " + it.note().orElse("-")).toList();
    }

    private int plan(String... arguments) {
        return new CommandLine(new PlanCommand()).setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true)).execute(arguments);
    }
}
