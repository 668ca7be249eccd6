package conclave.exchange.workbook;

import conclave.meeting.event.Sheet;
import conclave.meeting.event.Sheet.Field;
import conclave.meeting.event.Sheet.FieldType;
import conclave.meeting.event.Sheet.Given;
import conclave.meeting.event.Sheet.PassRate;
import conclave.meeting.rule.sheet.CompiledSheet;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.poi.ss.util.WorkbookUtil;

/**
 * The pages of a workbook of facts, as a score sheet asks for them: one row per applicant, and one page for each list, one
 * row per entry.
 */
final class FactsLayout {

    static final String APPLICANTS = "申报人";
    static final String CODE = "申报人编号";
    static final String GIVEN = "平台计分";
    static final String OUTCOMES = "票决结果";

    static final List<Column> OF_GIVEN = List.of(applicant(), Column.text("指标编号", 14, "来源是“平台计分”的指标。"), Column.number("分值", "平台计的分。"));
    static final List<Column> OF_OUTCOMES = List.of(applicant(), Column.text("环节", 18, "票决环节的编号。"),
            Column.whole("赞成", "赞成票数。"), Column.whole("总票数", "计入的票数。"));

    /** Longer lists of words a cell's drop-down cannot hold. */
    private static final int LONGEST = 250;

    /** One page: of the form itself where {@code list} has no fields of its own name. */
    record Part(String page, Field list, List<Field> fields, List<Column> columns) {
    }

    private final CompiledSheet compiled;

    FactsLayout(CompiledSheet compiled) {
        this.compiled = compiled;
    }

    List<Field> own() {
        return sheet().fields().stream().filter(field -> field.type() != FieldType.LIST).toList();
    }

    /** The lists, each on a page that bears its name. */
    List<Part> lists() {
        var taken = new TreeSet<>(List.of(APPLICANTS, GIVEN, OUTCOMES, Layout.GUIDE, Layout.RESULT));
        var parts = new ArrayList<Part>();
        for (var field : sheet().fields()) {
            if (field.type() != FieldType.LIST) continue;
            var name = WorkbookUtil.createSafeSheetName(field.name());
            for (int i = 2; !taken.add(name); i++) name = WorkbookUtil.createSafeSheetName(i + " " + field.name());
            parts.add(new Part(name, field, field.fields(), columns(field.fields())));
        }
        return parts;
    }

    boolean given() {
        return compiled.indicators().stream().anyMatch(indicator -> indicator.source().orElse(null) instanceof Given);
    }

    boolean outcomes() {
        return compiled.indicators().stream().anyMatch(indicator -> indicator.source().orElse(null) instanceof PassRate);
    }

    List<Column> columns(List<Field> fields) {
        var columns = new ArrayList<Column>();
        columns.add(applicant());
        fields.forEach(field -> columns.add(column(field)));
        return columns;
    }

    private Sheet sheet() {
        return compiled.sheet();
    }

    static String title(Field field) {
        return field.name().equals(CODE) ? field.code() : field.name();
    }

    private static Column applicant() {
        return Column.text(CODE, 16, "与“申报人”表一致。");
    }

    private static Column column(Field field) {
        var title = title(field);
        var width = Math.max(12, Math.min(40, title.length() * 2 + 2));
        var must = field.required() ? "必填。" : "";
        return switch (field.type()) {
            case NUMBER -> new Column(title, width, Column.Entry.NUMBER, must + "只写数字，不带单位。", List.of(), "");
            case DATE -> Column.text(title, width, must + "写成 2025-12-31。");
            case FLAG -> Column.choice(title, width, must + "是或否。", Terms.FLAG.words());
            case KEY -> Column.text(title, width, must + "同一件事写同样的名称或编号。");
            case LIST -> Column.text(title, width, "");
            case CHOICE -> {
                var words = String.join("、", field.choices());
                var fits = words.length() <= LONGEST && field.choices().stream().noneMatch(word -> word.contains(",") || word.contains("\"") || word.contains("\n"));
                yield fits ? Column.choice(title, width, must + "从列表中选。", field.choices()) : Column.text(title, width, must + CellFinding.shortened(words));
            }
        };
    }
}
