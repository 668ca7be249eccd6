package conclave.exchange.workbook;

import conclave.exchange.workbook.Written.Row;
import conclave.meeting.event.Sheet.Field;
import conclave.meeting.event.Sheet.FieldType;
import conclave.meeting.rule.sheet.CompiledSheet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** The facts of applicants, written out: what {@link FactsReading} reads. */
final class FactsPages {

    private static final int SPARE = 500;

    private FactsPages() {
    }

    static List<Written> of(CompiledSheet sheet, List<Applicant> applicants) {
        var layout = new FactsLayout(sheet);
        var pages = new ArrayList<Written>();
        var own = new ArrayList<List<Object>>();
        for (var each : applicants) own.add(row(each.code(), layout.own(), each.inputs().facts().values()));
        pages.add(page(FactsLayout.APPLICANTS, layout.columns(layout.own()), own));
        for (var part : layout.lists()) {
            var rows = new ArrayList<List<Object>>();
            for (var each : applicants) {
                each.inputs().facts().lists().getOrDefault(part.list().code(), List.of()).forEach(entry -> rows.add(row(each.code(), part.fields(), entry)));
            }
            pages.add(page(part.page(), part.columns(), rows));
        }
        if (layout.given()) pages.add(page(FactsLayout.GIVEN, FactsLayout.OF_GIVEN, given(applicants)));
        if (layout.outcomes()) pages.add(page(FactsLayout.OUTCOMES, FactsLayout.OF_OUTCOMES, outcomes(applicants)));
        return pages;
    }

    private static Written page(String name, List<Column> columns, List<List<Object>> rows) {
        return new Written(name, columns, columns.size(), 1, SPARE, rows);
    }

    private static List<Object> row(String code, List<Field> fields, SortedMap<String, String> values) {
        var row = new Row().text(code);
        for (var field : fields) {
            var text = values.getOrDefault(field.code(), "");
            var number = field.type() == FieldType.NUMBER ? Figures.number(text) : Optional.<BigDecimal>empty();
            if (number.isPresent()) row.number(number);
            else row.text(text);
        }
        return row.end();
    }

    private static List<List<Object>> given(List<Applicant> applicants) {
        var rows = new ArrayList<List<Object>>();
        for (var each : applicants) {
            each.inputs().given().forEach((indicator, points) -> rows.add(new Row().text(each.code()).text(indicator).number(points).end()));
        }
        return rows;
    }

    private static List<List<Object>> outcomes(List<Applicant> applicants) {
        var rows = new ArrayList<List<Object>>();
        for (var each : applicants) {
            each.inputs().outcomes().forEach((stage, it) -> rows.add(new Row().text(each.code()).text(stage).whole(it.yes()).whole(it.of()).end()));
        }
        return rows;
    }
}
