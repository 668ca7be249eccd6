package conclave.exchange.office;

import conclave.exchange.office.Mapping.ResultColumn;
import conclave.exchange.workbook.Column;
import conclave.exchange.workbook.Workbooks;
import conclave.exchange.workbook.Written;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Results as a workbook in the platform's own columns and words: the mapping that read its export, used the other way. Whatever a cell
 * begins with, it is text or a number and never a formula.
 */
public final class ResultBook {

    static final List<String> GUIDE = List.of("一、说明", "　这份表由评审系统导出，列名和用语按平台的对应关系文件。单元格都是文本或数字，没有公式。",
            "　以 = + - @ 开头的内容按文本存放，请不要改成公式。");

    private ResultBook() {
    }

    /**
     * @param rows by key of the column a {@link String} or a {@link BigDecimal}; a key that a row lacks is an empty cell
     * @throws IllegalArgumentException where the mapping has no results
     */
    public static byte[] write(Mapping mapping, String title, List<? extends Map<String, ?>> rows) {
        var results = mapping.results().orElseThrow(() -> new IllegalArgumentException("the mapping says nothing of results"));
        var columns = results.columns().stream().map(it -> Column.text(title(mapping, it), 20, "")).toList();
        var cells = new ArrayList<List<Object>>();
        for (var row : rows) {
            var line = new ArrayList<Object>();
            for (var column : results.columns()) line.add(value(mapping, column, row.get(column.key())));
            cells.add(line);
        }
        return Workbooks.write(title, GUIDE, List.of(new Written(results.page(), columns, columns.size(), 1, 0, cells)));
    }

    private static String title(Mapping mapping, ResultColumn column) {
        if (!column.title().isEmpty()) return column.title();
        var mapped = mapping.sheet(Form.APPLICANTS).columns().get(column.key());
        if (mapped != null) return Arrays.asList(mapped.split("/")).getLast();
        return Form.APPLICANTS.item(column.key()).map(Item::title).orElse(column.key());
    }

    private static Object value(Mapping mapping, ResultColumn column, Object value) {
        return switch (value) {
            case null -> null;
            case BigDecimal number -> number;
            case Object text when text.toString().isEmpty() -> null;
            case Object text -> {
                var own = column.words().stream().filter(it -> it.to().equals(text.toString())).map(Mapping.Word::from).findFirst();
                yield own.orElseGet(() -> mapping.sheet(Form.APPLICANTS).called(column.key(), text.toString()));
            }
        };
    }
}
