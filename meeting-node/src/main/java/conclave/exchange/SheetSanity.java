package conclave.exchange;

import conclave.exchange.MeetingFile.Indicator;
import conclave.exchange.MeetingFile.IndicatorKind;
import conclave.exchange.MeetingFile.Sheet;
import java.math.BigDecimal;
import java.util.TreeSet;

/** Whether a score sheet can be scored on at all: a sheet that proves wrong at ten o'clock costs a room its morning. */
final class SheetSanity {

    private final Sheet sheet;
    private final Findings findings;
    private final TreeSet<String> codes = new TreeSet<>();
    private int expertItems;

    SheetSanity(Sheet sheet, Findings findings) {
        this.sheet = sheet;
        this.findings = findings;
    }

    void check() {
        sheet.indicators().forEach(this::check);
        if (expertItems == 0) error("sheet-without-expert-items", "indicators");
        if (sheet.total().signum() <= 0) error("value-out-of-range", "total");
        if (sheet.finalMax().signum() <= 0) error("value-out-of-range", "finalMax");
        var sum = sheet.indicators().stream().filter(it -> counts(it.kind())).map(Indicator::max)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(sheet.total()) != 0) warning("sheet-total-differs", "total");
    }

    private void check(Indicator indicator) {
        var at = "indicator " + indicator.code();
        if (!codes.add(indicator.code())) error("code-twice", at);
        if (indicator.max().signum() < 0) error("indicator-max-negative", at);
        if (indicator.kind() == IndicatorKind.EXPERT) checkScale(indicator, at);
        if (indicator.kind() != IndicatorKind.GROUP) return;
        if (indicator.children().isEmpty()) error("group-empty", at);
        var sum = indicator.children().stream().map(Indicator::max).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(indicator.max()) != 0) warning("group-total-differs", at);
        indicator.children().forEach(this::check);
    }

    private void checkScale(Indicator indicator, String at) {
        expertItems++;
        var scale = indicator.scale().orElseThrow();
        if (scale.min().signum() < 0) error("indicator-min-negative", at);
        var range = indicator.max().subtract(scale.min());
        if (range.signum() < 0) error("indicator-range-reversed", at);
        if (scale.step().signum() <= 0) error("indicator-step-not-positive", at);
        else if (range.remainder(scale.step()).signum() != 0) error("indicator-step-misses-max", at);
    }

    private static boolean counts(IndicatorKind kind) {
        return switch (kind) {
            case GROUP, AUTOMATIC, EXPERT -> true;
            case BONUS, DEDUCTION, VETO -> false;
        };
    }

    private void error(String code, String path) {
        findings.error(code, "file", MeetingFolder.SHEET, "path", path);
    }

    private void warning(String code, String path) {
        findings.warning(code, "file", MeetingFolder.SHEET, "path", path);
    }
}
