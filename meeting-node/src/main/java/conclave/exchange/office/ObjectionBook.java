package conclave.exchange.office;

import conclave.exchange.workbook.Book;
import conclave.exchange.workbook.Cell;
import conclave.exchange.workbook.CellFinding;
import conclave.exchange.workbook.Column;
import conclave.exchange.workbook.Spot;
import conclave.exchange.workbook.Workbooks;
import conclave.exchange.workbook.Written;
import conclave.report.Objections;
import conclave.report.Objections.Ending;
import conclave.report.Objections.Objection;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** 异议登记表: the workbook in which an office notes what was said against a published list, empty and filled in. */
public final class ObjectionBook {

    static final String PAGE = "异议";
    private static final List<String> TITLES = List.of("申报人编号", "收到日期", "异议事项", "核查结果", "说明");
    private static final List<String> ENDINGS = List.of("不成立", "成立", "未办结");
    private static final List<String> GUIDE = List.of("一、怎么填", "　每件异议一行。申报人编号照抄备案表；收到日期写 2026-12-03。", "二、核查结果",
            "　不成立、成立或未办结，从下拉列表选取。“成立”的不予备案，“未办结”的暂缓备案。", "三、没有异议", "　表留空即可。");
    private static final int SPARE = 200;

    private ObjectionBook() {
    }

    /** Nothing is taken while one cell is wrong. */
    public record Read(Optional<Objections> objections, List<CellFinding> findings) {
        public Read {
            findings = List.copyOf(findings);
        }
    }

    public static byte[] empty() {
        var columns = List.of(Column.text(TITLES.get(0), 18, "照抄备案表"), Column.text(TITLES.get(1), 14, "如 2026-12-03"), Column.text(TITLES.get(2), 44, "简要写明"),
                Column.choice(TITLES.get(3), 12, "", ENDINGS), Column.text(TITLES.get(4), 44, "核查依据或办理情况，可不填"));
        return Workbooks.write("异议登记表", GUIDE, List.of(new Written(PAGE, columns, 4, 1, SPARE, List.of())));
    }

    /** @param codes of the applicants that there are */
    public static Read read(byte[] file, Collection<String> codes) {
        var opened = Workbooks.read(file);
        var findings = new ArrayList<>(opened.findings());
        if (opened.book().isEmpty()) return new Read(Optional.empty(), findings);
        var page = opened.book().get().page(PAGE);
        if (page.isEmpty()) {
            findings.add(wrong("page-missing", Spot.FILE, "", "没有工作表“" + PAGE + "”。", "请用异议登记表填写，不要改名。"));
        } else {
            var rows = new ArrayList<Objection>();
            shape(page.get(), findings);
            page.get().rows().keySet().stream().filter(row -> row > 0).forEach(row -> row(page.get(), row, codes, findings).ifPresent(rows::add));
            if (findings.stream().noneMatch(CellFinding::error)) return new Read(Optional.of(sorted(rows)), findings);
        }
        return new Read(Optional.empty(), findings);
    }

    /** What nobody sees and what does not stand where it should would be read wrongly or not at all. */
    private static void shape(Book.Page page, List<CellFinding> findings) {
        for (int i = 0; i < TITLES.size(); i++) {
            var cell = page.cell(0, i);
            if (!said(cell).equals(TITLES.get(i))) findings.add(wrong("heading-missing", cell.spot(), said(cell), "这一列应为“" + TITLES.get(i) + "”。", "请用异议登记表填写，不要改动标题。"));
        }
        for (var row : page.hiddenRows()) {
            findings.add(wrong("row-hidden", Spot.at(PAGE, row, 0), "", "这一行被隐藏或被筛选掉，却填有内容。", "请取消隐藏和筛选，核对后再用。"));
        }
        if (page.cutShort()) findings.add(wrong("too-many-rows", Spot.page(PAGE), "", "行数过多。", "请删去多余的行。"));
    }

    private static Objections sorted(List<Objection> rows) {
        var of = new TreeMap<String, List<Objection>>();
        for (var row : rows) of.computeIfAbsent(row.code(), _ -> new ArrayList<>()).add(row);
        return new Objections(of);
    }

    private static Optional<Objection> row(Book.Page page, int row, Collection<String> codes, List<CellFinding> findings) {
        var before = findings.size();
        for (int i = 0; i < 4; i++) {
            var cell = page.cell(row, i);
            if (said(cell).isEmpty()) findings.add(wrong("required", cell.spot(), "", "“" + TITLES.get(i) + "”没有填写。", "请填写。"));
        }
        if (findings.size() > before) return Optional.empty();
        var code = page.cell(row, 0);
        var day = page.cell(row, 1);
        var ending = page.cell(row, 3);
        if (!codes.contains(said(code))) findings.add(wrong("applicant-unknown", code.spot(), said(code), "没有编号为“" + said(code) + "”的申报人。", "请照抄备案表中的编号。"));
        if (!isDay(said(day))) findings.add(wrong("not-a-day", day.spot(), said(day), "“" + said(day) + "”不是日期。", "请写成 2026-12-03。"));
        if (!ENDINGS.contains(said(ending))) {
            findings.add(wrong("not-a-word", ending.spot(), said(ending), "“" + said(ending) + "”不是核查结果。", "请选不成立、成立或未办结。"));
        }
        if (findings.size() > before) return Optional.empty();
        return Optional.of(new Objection(said(code), said(day), said(page.cell(row, 2)), Ending.values()[ENDINGS.indexOf(said(ending))], said(page.cell(row, 4))));
    }

    /** What a formula came to is not taken: what an office decides is written, not computed. */
    private static String said(Cell cell) {
        return cell.form() == Cell.Form.FORMULA || cell.form() == Cell.Form.ERROR ? "" : cell.text().strip();
    }

    private static boolean isDay(String text) {
        try {
            return LocalDate.parse(text).getYear() > 0;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static CellFinding wrong(String rule, Spot spot, String value, String what, String fix) {
        return new CellFinding(true, rule, spot, value, what, fix);
    }
}
