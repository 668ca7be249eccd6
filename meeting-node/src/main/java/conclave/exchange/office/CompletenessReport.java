package conclave.exchange.office;

import conclave.exchange.Finding;
import conclave.exchange.MeetingFile;
import conclave.exchange.MeetingFile.Route;
import conclave.exchange.MeetingFolder;
import conclave.exchange.PayloadFile;
import conclave.exchange.workbook.Column;
import conclave.exchange.workbook.Workbooks;
import conclave.exchange.workbook.Written;
import conclave.report.Form;
import conclave.report.Head;
import conclave.report.Part;
import conclave.report.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** 数据完整性核对报告: the counts that must agree, every finding with its severity, and what there is of each applicant. */
public final class CompletenessReport {

    /** Two counts of one thing that must be the same. */
    public record Count(String what, long expected, long found) {
    }

    /** What there is of an applicant. */
    public record Share(String code, String name, Route route, long documents) {
    }

    /** @param applicant the code, empty where it is about the whole */
    public record Line(boolean error, String applicant, String place, String what, String fix, String english, String rule) {
    }

    /** Of which package the report is, who made that, and when it was looked through: lines for people. */
    public record Origin(List<String> lines) {

        /** Of what is no package yet, and of which nobody need know when. */
        public static final Origin NONE = new Origin(List.of());

        public Origin {
            lines = List.copyOf(lines);
        }
    }

    private CompletenessReport() {
    }

    /** Of whatever the reading came to: what does not hold has findings and no counts. */
    public static byte[] of(MeetingFolder.Reading reading, Origin origin) {
        return workbook(content(reading).from(origin));
    }

    /** The same to be printed and signed. */
    public static Form form(MeetingFolder.Reading reading, Origin origin) {
        return form(content(reading).from(origin));
    }

    private static Content content(MeetingFolder.Reading reading) {
        if (reading.meeting().isPresent()) return content(reading.meeting().get(), reading.findings());
        return new Content("内容未通过检查", List.of(), reading.findings().stream().map(it -> line(it, "")).toList(), List.of());
    }

    private static Line line(Finding finding, String applicant) {
        var said = Whole.sentence(finding);
        var place = String.join(" ", finding.facts().getOrDefault("file", ""), finding.facts().getOrDefault("path", "")).strip();
        return new Line(finding.isError(), applicant, place, said.what(), said.fix(), said.english(), finding.code());
    }

    /** Everything that stands in the report, on paper or in a workbook. */
    private record Content(String title, List<Count> counts, List<Line> lines, List<Share> shares, Origin origin) {

        Content(String title, List<Count> counts, List<Line> lines, List<Share> shares) {
            this(title, counts, lines, shares, Origin.NONE);
        }

        Content from(Origin known) {
            return new Content(title, counts, lines, shares, known);
        }

        long errors() {
            return lines.stream().filter(Line::error).count();
        }

        /** 申报方式: how many apply in each way that somebody chose. */
        String routes() {
            var chosen = Stream.of(Route.values()).map(route -> Map.entry(route, shares.stream().filter(it -> it.route() == route).count())).filter(it -> it.getValue() > 0);
            return "按申报方式：" + chosen.map(it -> it.getKey().chinese() + " " + it.getValue() + " 人").collect(Collectors.joining("，")) + "。";
        }

        String verdict() {
            var differ = counts.stream().filter(it -> it.expected() != it.found()).count();
            return errors() == 0 && differ == 0 ? "结论：完整，可以使用。" : "结论：不完整，有 " + errors() + " 个错误，" + differ + " 项数目不符，处理后再核对。";
        }
    }

    /** Of a meeting that was read, or refused after it was read. */
    public static byte[] of(MeetingFile file, List<Finding> findings) {
        return workbook(content(file, findings));
    }

    /** The same to be printed and signed. */
    public static Form form(MeetingFile file, List<Finding> findings) {
        return form(content(file, findings));
    }

    private static Content content(MeetingFile file, List<Finding> findings) {
        var expected = file.meeting().expected();
        var documents = file.applicants().stream().mapToLong(it -> it.documents().size()).sum();
        var bytes = file.files().values().stream().filter(it -> it.path().startsWith("data/documents/")).mapToLong(PayloadFile::bytes).sum();
        var counts = List.of(new Count("人员", expected.people(), file.people().size()), new Count("申报人", expected.applicants(), file.applicants().size()),
                new Count("材料份数", expected.documents(), documents), new Count("材料字节数", expected.bytes(), bytes));
        var shares = file.applicants().stream().map(it -> new Share(it.code(), it.name(), it.route(), it.documents().size())).toList();
        var lines = findings.stream().map(it -> line(it, Whole.applicant(it, file).map(MeetingFile.Applicant::code).orElse(""))).toList();
        return new Content(file.meeting().title(), counts, lines, shares);
    }

    public static byte[] write(String title, List<Count> counts, List<Line> lines, List<Share> shares, Origin origin) {
        return workbook(new Content(title, counts, lines, shares, origin));
    }

    public static Form form(String title, List<Count> counts, List<Line> lines, List<Share> shares, Origin origin) {
        return form(new Content(title, counts, lines, shares, origin));
    }

    private static Form form(Content it) {
        var about = new ArrayList<>(List.of("会议名称：" + it.title()));
        about.addAll(it.origin().lines());
        about.addAll(List.of(it.verdict(), "提示 " + (it.lines().size() - it.errors()) + " 个。错误必须处理；提示请核对，可以保留。"));
        if (!it.shares().isEmpty()) about.add(it.routes());
        var counts = it.counts().stream().map(one -> List.of(Value.of(one.what()), Value.of(one.expected()), Value.of(one.found()),
                Value.of(one.expected() == one.found() ? "一致" : "不符"))).toList();
        var lines = it.lines().stream().map(one -> List.of(Value.of(one.error() ? "错误" : "提示"), Value.of(one.applicant()), Value.of(one.place()),
                Value.of(one.what()), Value.of(one.fix()))).toList();
        var shares = it.shares().stream().map(one -> List.of(Value.of(one.code()), Value.of(one.name()), Value.of(one.route().chinese()), Value.of(one.documents()))).toList();
        return new Form("intake-completeness", "数据完整性核对报告", about, List.of(
                new Part.Grid("一、数目核对", List.of(Head.text("项目", 30), Head.number("应有", 18), Head.number("实有", 18), Head.word("核对", 14)), counts),
                new Part.Grid("二、问题清单", List.of(Head.word("程度", 7), Head.text("申报人", 12), Head.text("位置", 22), Head.text("问题", 28), Head.text("处理办法", 26)), lines),
                new Part.Grid("三、按申报人", List.of(Head.text("申报人编号", 22), Head.text("姓名", 26), Head.word("申报方式", 14), Head.number("材料份数", 14)), shares)),
                List.of("数据管理员（签字）", "办事机构（盖章）", "日期"), "");
    }

    private static byte[] workbook(Content it) {
        var guide = new ArrayList<>(it.origin().lines());
        guide.addAll(List.of(it.verdict(), "　提示 " + (it.lines().size() - it.errors()) + " 个。错误必须处理；提示请核对，可以保留。", "一、数目核对", "　应有与实有必须一致。", "二、问题清单",
                "　每个问题写明在哪里、怎么办。", "三、按申报人", "　每位申报人的申报方式、材料份数和问题个数。"));
        if (!it.shares().isEmpty()) guide.add("　" + it.routes());
        return Workbooks.write("数据完整性核对报告：" + it.title(), guide, List.of(counts(it.counts()), findings(it.lines()), shares(it.shares(), it.lines())));
    }

    private static Written counts(List<Count> counts) {
        var columns = List.of(Column.text("项目", 20, ""), Column.number("应有", ""), Column.number("实有", ""), Column.text("核对", 10, ""));
        var rows = new ArrayList<List<Object>>();
        for (var it : counts) rows.add(List.of(it.what(), BigDecimal.valueOf(it.expected()), BigDecimal.valueOf(it.found()), it.expected() == it.found() ? "一致" : "不符"));
        return new Written("数目核对", columns, columns.size(), 1, 0, rows);
    }

    private static Written findings(List<Line> lines) {
        var columns = List.of(Column.text("程度", 7, ""), Column.text("申报人", 14, ""), Column.text("位置", 40, ""), Column.text("问题", 46, ""), Column.text("处理办法", 46, ""),
                Column.text("English", 50, ""), Column.text("规则", 18, ""));
        var rows = new ArrayList<List<Object>>();
        for (var it : lines) {
            var row = new ArrayList<Object>();
            for (var text : List.of(it.error() ? "错误" : "提示", it.applicant(), it.place(), it.what(), it.fix(), it.english(), it.rule())) row.add(text.isEmpty() ? null : text);
            rows.add(row);
        }
        return new Written("问题清单", columns, columns.size(), 1, 0, rows);
    }

    private static Written shares(List<Share> shares, List<Line> lines) {
        var columns = List.of(Column.text("申报人编号", 16, ""), Column.text("姓名", 18, ""), Column.text("申报方式", 12, ""), Column.number("材料份数", ""), Column.number("错误", ""), Column.number("提示", ""));
        var rows = new ArrayList<List<Object>>();
        for (var it : shares) {
            var own = lines.stream().filter(line -> line.applicant().equals(it.code())).toList();
            var errors = own.stream().filter(Line::error).count();
            var row = new ArrayList<Object>();
            row.add(it.code().isEmpty() ? null : it.code());
            row.add(it.name().isEmpty() ? null : it.name());
            row.add(it.route().chinese());
            for (var number : List.of(it.documents(), errors, own.size() - errors)) row.add(BigDecimal.valueOf(number));
            rows.add(row);
        }
        return new Written("按申报人", columns, columns.size(), 2, 0, rows);
    }
}
