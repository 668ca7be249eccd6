package conclave.appliance.plan;

import conclave.appliance.plan.Plan.Placed;
import conclave.exchange.MeetingFile.Applicant;
import conclave.exchange.MeetingFile.Person;
import conclave.meeting.prepare.Conflict;
import conclave.meeting.prepare.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The plan as a paper that an official reads, confirms and files. */
final class PlanText {

    private static final String NO_WORKS = "数据包中没有专家的论文、项目和亲属信息，合作、师生和亲属关系以申明（--ties）为准。";

    private final Plan plan;
    private final List<String> lines = new ArrayList<>();
    private final TreeMap<String, Person> people = new TreeMap<>();
    private final TreeMap<String, Applicant> applicants = new TreeMap<>();

    private PlanText(Plan plan) {
        this.plan = plan;
        plan.file().people().forEach(it -> people.put(it.code(), it));
        plan.file().applicants().forEach(it -> applicants.put(it.code(), it));
    }

    static List<String> lines(Plan plan) {
        var text = new PlanText(plan);
        text.head();
        text.conflicts();
        text.rooms();
        text.reviewers();
        text.findings();
        return text.lines;
    }

    private void head() {
        var file = plan.file();
        lines.add("回避筛查、分组与主审分配方案");
        lines.add("会议：" + file.meeting().title());
        lines.add("评议室" + plan.rooms().size() + "个，参加筛查的专家" + Bench.screened(file).size() + "名，申报人" + file.applicants().size()
                + "名，每室至少专家" + file.rules().panelMinimum() + "名");
    }

    private void conflicts() {
        title("一、回避筛查");
        lines.add(plan.conflicts().isEmpty() ? "没有发现回避线索。" : "有回避线索的专家与申报人共" + plan.pairs() + "对：");
        var recusals = plan.recusals();
        for (var conflict : plan.conflicts()) {
            lines.add("  【" + recusals.of(conflict).chinese() + "】" + said(people.get(conflict.expert())) + " — " + said(applicants.get(conflict.applicant())) + "：" + conflict.chinese());
        }
        outcomes(recusals);
        lines.add(NO_WORKS);
    }

    private void outcomes(RecusalList recusals) {
        if (!recusals.recorded().isEmpty()) {
            lines.add("标明【登记】的" + recusals.recorded().size() + "对列入回避清单，另写会议文件夹（--apply）时写入，会议导入后即生效；不应回避的，由秘书在会上解除。");
        }
        if (!recusals.undecided().isEmpty()) {
            lines.add("标明【待核实】的" + recusals.undecided().size()
                    + "对没有列入回避清单，须由办事机构核实；确应回避的，填入利害关系表（--ties）后重做方案，或在会上申明、责令回避。");
        }
        if (recusals.apart() > 0) lines.add("标明【不同室】的" + recusals.apart() + "对按本方案不在同一评议室，不需登记。");
    }

    private void rooms() {
        title("二、分组方案");
        for (var placed : plan.rooms()) {
            lines.add(Bench.said(placed.room()) + "  专业：" + placed.room().specialty() + "  专家" + placed.judges().size() + "名  申报人"
                    + placed.applicants().size() + "名");
            if (!placed.applicants().isEmpty()) lines.add("  " + codes(placed.applicants()));
            for (var applicant : placed.applicants()) {
                var aside = placed.aside(applicant, plan.conflicts());
                if (!aside.isEmpty()) lines.add("  " + said(applicant) + "评审时须回避：" + named(aside));
            }
        }
        if (!plan.unplaced().isEmpty()) lines.add("未能分组的申报人" + plan.unplaced().size() + "名：" + codes(plan.unplaced()));
        var moved = plan.moved();
        var rooms = plan.roomsOf();
        lines.add(moved.isEmpty() ? "与数据包相比，没有申报人调整评议室。"
                : "与数据包相比，" + moved.size() + "名申报人调整评议室：" + moved.stream()
                        .map(it -> it.code() + "（" + it.room() + "→" + rooms.get(it.code()) + "）").collect(Collectors.joining("、")));
    }

    private void reviewers() {
        title("三、主审分配（每名申报人" + plan.reviewers() + "名主审）");
        for (var placed : plan.rooms()) {
            lines.add(Bench.said(placed.room()));
            if (placed.applicants().isEmpty()) lines.add("  没有申报人。");
            else if (placed.reviewers().isEmpty()) lines.add("  未能分配，见下文。");
            else placed.judges().forEach(judge -> lines.add(reading(placed, judge)));
        }
    }

    private static String reading(Placed placed, Person judge) {
        var read = placed.read(judge);
        return "  " + said(judge) + "：" + read.size() + "份" + placed.pages().getOrDefault(judge.code(), 0L) + "页"
                + (read.isEmpty() ? "" : "  " + codes(read));
    }

    private void findings() {
        title("四、需要解决的问题");
        if (plan.findings().isEmpty()) lines.add("没有发现问题，方案可以实施。");
        for (var finding : plan.findings()) {
            lines.add((finding.blocks() ? "【必须解决】" : "【提示】") + finding.chinese());
            because(finding);
        }
    }

    /** Who stands aside from whom this finding is about, and why: what an official can lift or has to live with. */
    private void because(Finding finding) {
        var code = finding.facts().get("code");
        plan.conflicts().stream().filter(it -> it.applicant().equals(code)).forEach(it -> lines.add("    " + reason(it)));
    }

    private String reason(Conflict conflict) {
        return "回避的专家：" + said(people.get(conflict.expert())) + "，" + conflict.chinese();
    }

    private void title(String title) {
        lines.add("");
        lines.add(title);
    }

    private static String codes(List<Applicant> applicants) {
        return applicants.stream().map(Applicant::code).collect(Collectors.joining("、"));
    }

    private static String named(List<Person> people) {
        return people.stream().map(PlanText::said).collect(Collectors.joining("、"));
    }

    private static String said(Person person) {
        return person.code() + " " + person.name();
    }

    private static String said(Applicant applicant) {
        return applicant.code() + " " + applicant.name();
    }
}
