package conclave.exchange;

import conclave.exchange.MeetingFile.Applicant;
import conclave.exchange.MeetingFile.Indicator;
import conclave.exchange.MeetingFile.IndicatorKind;
import conclave.exchange.MeetingFile.Points;
import conclave.exchange.MeetingFile.Sheet;
import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;

/** The points that come with an applicant, held against the sheet: one for each automatic item, none above its maximum. */
final class SheetPoints {

    private final TreeMap<String, BigDecimal> automatic = new TreeMap<>();
    private final Findings findings;
    private BigDecimal bonus = BigDecimal.ZERO;
    private BigDecimal deduction = BigDecimal.ZERO;

    SheetPoints(Sheet sheet, Findings findings) {
        this.findings = findings;
        collect(sheet.indicators());
    }

    private void collect(List<Indicator> indicators) {
        for (var indicator : indicators) {
            if (indicator.kind() == IndicatorKind.AUTOMATIC) automatic.put(indicator.code(), indicator.max());
            if (indicator.kind() == IndicatorKind.BONUS) bonus = bonus.add(indicator.max());
            if (indicator.kind() == IndicatorKind.DEDUCTION) deduction = deduction.add(indicator.max());
            collect(indicator.children());
        }
    }

    void check(Applicant applicant, String at) {
        for (var code : automatic.keySet()) {
            if (!applicant.automatic().containsKey(code)) error("points-missing", at + ".automatic." + code);
        }
        applicant.automatic().forEach((code, points) -> {
            var max = automatic.get(code);
            if (max == null) error("indicator-unknown", at + ".automatic." + code);
            else checkRange(points, max, at + ".automatic." + code);
        });
        checkRange(applicant.bonus(), bonus, at + ".bonus");
        checkRange(applicant.deduction(), deduction, at + ".deduction");
    }

    private void checkRange(Points points, BigDecimal max, String path) {
        if (points.points().signum() < 0 || points.points().compareTo(max) > 0) error("points-out-of-range", path);
    }

    private void error(String code, String path) {
        findings.error(code, "file", MeetingFolder.APPLICANTS, "path", path);
    }
}
