package conclave.appliance.plan;

import conclave.exchange.MeetingFile;
import conclave.exchange.MeetingFolder;
import conclave.meeting.prepare.Finding;
import conclave.meeting.prepare.Units;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code conclave plan}: exit code 0 when the plan can be carried out, 1 when something stands in the way, 2 for wrong options. */
@Command(name = "plan", mixinStandardHelpOptions = true, description = {
    "回避筛查、申报人分组与主审分配：对一个会议文件夹，在导入之前进行。Conflicts, groups and lead reviewers of a meeting folder.",
    "只读取会议文件夹，不改动；用 --apply 另写一个按方案分组并登记回避的会议文件夹。The folder is read only; --apply writes another."})
public final class PlanCommand implements Callable<Integer> {

    private static final int MOST_REVIEWERS = 50;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FOLDER", description = "会议文件夹。The meeting folder.")
    private Path folder;

    @Option(names = "--units", paramLabel = "FILE", description = "单位别名表（CSV），每行为同一单位的各个名称。Names of one unit in each row.")
    private Path units;

    @Option(names = "--ties", paramLabel = "FILE",
            description = "利害关系表（CSV），列名：专家编号,申报人编号,理由,说明。Declared ties: expert, applicant, ground, words.")
    private Path ties;

    @Option(names = "--reviewers", paramLabel = "N", defaultValue = "2",
            description = "每名申报人的主审人数（${DEFAULT-VALUE}）。Lead reviewers of each applicant.")
    private int reviewers;

    @Option(names = "--most", paramLabel = "N", description = "每个评议室的申报人至多人数，不写为不限。Applicants of a room at most.")
    private Integer most;

    @Option(names = "--apply", paramLabel = "DIR", description = "按方案另写一个会议文件夹，连同回避清单，不覆盖已有的。Writes a new meeting folder by the plan, recusals included.")
    private Path apply;

    @Option(names = "--recuse", paramLabel = "WHICH", defaultValue = "certain",
            description = "列入回避清单的范围：all 全部线索，certain 已申明或现为同一单位的（默认），none 只保留原有的。Which conflicts become recusals.")
    private String recuse;

    @Option(names = "--json", description = "供程序读取。For programs.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (reviewers < 1 || reviewers > MOST_REVIEWERS) throw wrong("--reviewers 应为1到" + MOST_REVIEWERS + "。It must be from 1 to " + MOST_REVIEWERS + ".");
        if (most != null && most < 1) throw wrong("--most 至少为1。It must be at least 1.");
        if (Recuse.of(recuse).isEmpty()) throw wrong("--recuse 应为 all、certain 或 none。It must be all, certain or none.");
        var meeting = MeetingFolder.read(folder);
        if (meeting.meeting().isEmpty()) return refused(List.of(Unsound.said(folder, meeting.findings())));
        var place = apply == null ? Optional.<Finding>empty() : new NewFolder(folder, apply).refusal();
        if (place.isPresent()) return refused(List.of(place.get()));
        return planned(meeting.meeting().get());
    }

    private int planned(MeetingFile file) {
        var aliases = units == null ? Optional.<Table>empty() : Optional.of(Table.read(units));
        var declared = ties == null ? TieRows.Read.NONE : TieRows.read(Table.read(ties), file);
        var wrong = new ArrayList<>(aliases.map(Table::findings).orElse(List.of()));
        wrong.addAll(declared.findings());
        if (Finding.blocked(wrong)) return refused(wrong);
        var directory = aliases.map(table -> Units.of(table.rows())).orElse(Units.NONE);
        var plan = Planning.plan(file, new Terms(directory, declared.ties(), reviewers, most == null ? OptionalInt.empty() : OptionalInt.of(most),
                Recuse.of(recuse).orElseThrow()));
        var unwritten = apply == null || plan.blocked() ? Optional.<Finding>empty() : new NewFolder(folder, apply).write(plan);
        return said(plan, unwritten);
    }

    private int said(Plan plan, Optional<Finding> unwritten) {
        var out = spec.commandLine().getOut();
        var done = apply != null && !plan.blocked() && unwritten.isEmpty();
        if (json) {
            var findings = new ArrayList<>(plan.findings());
            unwritten.ifPresent(findings::add);
            out.println(PlanJson.plan(plan, done ? Optional.of(apply.toString()) : Optional.empty(), findings));
            return Finding.blocked(findings) ? 1 : 0;
        }
        PlanText.lines(plan).forEach(out::println);
        if (done) {
            out.println();
            out.println("新的会议文件夹已写入 " + apply + "，其中" + plan.moved().size() + "名申报人调整了评议室。回避清单有" + plan.recusals().recorded().size() + "对。");
        }
        long blocking = plan.findings().stream().filter(Finding::blocks).count();
        if (blocking > 0) complain("方案不能实施：有" + blocking + "个必须解决的问题，见第四部分。" + (apply == null ? "" : "没有写出新的会议文件夹。"),
                "The plan cannot be carried out: " + blocking + " findings stand in the way." + (apply == null ? "" : " Nothing was written."));
        unwritten.ifPresent(finding -> complain(finding.chinese(), finding.english()));
        return blocking > 0 || unwritten.isPresent() ? 1 : 0;
    }

    private int refused(List<Finding> findings) {
        if (json) spec.commandLine().getOut().println(PlanJson.findings(findings));
        else findings.forEach(finding -> complain(finding.chinese(), finding.english()));
        return 1;
    }

    private void complain(String chinese, String english) {
        spec.commandLine().getErr().println(chinese);
        spec.commandLine().getErr().println(english);
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
