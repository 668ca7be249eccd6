package conclave.meeting.rule.sheet;

import conclave.meeting.event.Sheet;
import conclave.meeting.event.Sheet.Field;
import conclave.meeting.event.Sheet.Indicator;
import conclave.meeting.rule.expression.Expression;
import conclave.meeting.rule.sheet.Finding.Code;
import conclave.meeting.rule.sheet.Finding.Place;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The sheet's own numbers, and its codes and names: each stands for one thing. */
final class WholeCheck {

    private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,39}");
    /** What expressions speak of must be one word to them. */
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,39}");

    private final Findings findings;

    private WholeCheck(Findings findings) {
        this.findings = findings;
    }

    static void check(Sheet sheet, Findings findings) {
        if (sheet.scale() < 0 || sheet.scale() > 6) findings.error(Code.SCALE_OUT_OF_RANGE, Findings.sheet("scale"), "value", sheet.scale());
        if (sheet.cutoff().isPresent() && sheet.cutoff().flatMap(FactText::day).isEmpty()) {
            findings.error(Code.CUTOFF_MALFORMED, Findings.sheet("cutoff"), "value", sheet.cutoff().get());
        }
        if (sheet.total().signum() <= 0) findings.error(Code.TOTAL_NOT_POSITIVE, Findings.sheet("total"), "value", sheet.total());
        if (sheet.finalMax().signum() <= 0) findings.error(Code.TOTAL_NOT_POSITIVE, Findings.sheet("finalMax"), "value", sheet.finalMax());
        if (sheet.finalMax().compareTo(sheet.total()) < 0) {
            findings.warning(Code.FINAL_BELOW_TOTAL, Findings.sheet("finalMax"), "value", sheet.finalMax(), "total", sheet.total());
        }
        if (sheet.indicators().isEmpty()) findings.error(Code.INDICATORS_MISSING, Findings.sheet("indicators"));
        new WholeCheck(findings).names(sheet);
    }

    private void names(Sheet sheet) {
        var taken = new TreeSet<String>();
        if (sheet.cutoff().isPresent()) taken.addAll(List.of(SheetNames.CUTOFF, SheetNames.CUTOFF_NAME));
        fields(sheet.fields(), "", taken);
        var charts = new TreeSet<String>();
        for (var chart : sheet.charts()) word(Findings.chart(chart.code(), 0), chart.code(), chart.name(), charts);
        indicators(sheet.indicators(), new TreeSet<>());
    }

    /** A field of a list may not be called as one of the form: an expression could mean either. */
    private void fields(List<Field> fields, String list, TreeSet<String> taken) {
        for (var field : fields) word(Findings.field(list + field.code(), ""), field.code(), field.name(), taken);
        for (var field : fields) fields(field.fields(), field.code() + ".", new TreeSet<>(taken));
    }

    private void word(Place place, String code, String name, TreeSet<String> taken) {
        if (!WORD.matcher(code).matches()) findings.error(Code.CODE_MALFORMED, place, "code", code);
        if (Expression.reserved(code) || Expression.reserved(name)) findings.error(Code.RESERVED_WORD, place, "code", code, "name", name);
        if (name.isBlank()) findings.error(Code.NAME_MISSING, place, "code", code);
        if (!taken.add(code)) findings.error(Code.CODE_TWICE, place, "code", code);
        if (!name.equals(code) && !taken.add(name)) findings.error(Code.NAME_TWICE, place, "name", name);
    }

    private void indicators(List<Indicator> indicators, TreeSet<String> codes) {
        for (var indicator : indicators) {
            var place = Findings.indicator(indicator.code(), "", 0);
            if (!CODE.matcher(indicator.code()).matches()) findings.error(Code.CODE_MALFORMED, place, "code", indicator.code());
            if (indicator.name().isBlank()) findings.error(Code.NAME_MISSING, place, "code", indicator.code());
            if (!codes.add(indicator.code())) findings.error(Code.CODE_TWICE, place, "code", indicator.code());
            indicators(indicator.children(), codes);
        }
    }
}
