package conclave.meeting.rule;

import conclave.meeting.event.RuleEvent.ApplicantCounted;
import conclave.meeting.event.Sheet;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** From parts to the whole: counted and judged points up to the sheet's total, then bonus and deduction, up to the final maximum. */
public final class Totals {

    private Totals() {
    }

    /** Parts come rounded; only weights inside the sheet can have left more decimals, and they are rounded here, once. */
    public static BigDecimal of(Sheet sheet, BigDecimal automatic, ApplicantCounted counted, List<BigDecimal> judged, int scale) {
        var base = judged.stream().reduce(automatic, BigDecimal::add).min(sheet.total());
        var whole = base.add(counted.bonus()).subtract(counted.deduction()).min(sheet.finalMax()).max(BigDecimal.ZERO);
        return whole.scale() > scale ? whole.setScale(scale, RoundingMode.HALF_UP) : whole;
    }
}
