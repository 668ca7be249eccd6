package conclave.exchange.workbook;

import conclave.exchange.workbook.Terms.Origin;
import conclave.exchange.workbook.Written.Row;
import conclave.meeting.event.Sheet;
import conclave.meeting.event.Sheet.Adjustment;
import conclave.meeting.event.Sheet.Condition;
import conclave.meeting.event.Sheet.Factor;
import conclave.meeting.event.Sheet.Formula;
import conclave.meeting.event.Sheet.Gathering;
import conclave.meeting.event.Sheet.Given;
import conclave.meeting.event.Sheet.Indicator;
import conclave.meeting.event.Sheet.Kind;
import conclave.meeting.event.Sheet.Listed;
import conclave.meeting.event.Sheet.Looked;
import conclave.meeting.event.Sheet.Measured;
import conclave.meeting.event.Sheet.PassRate;
import conclave.meeting.event.Sheet.Source;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** 指标, and the two pages for what does not fit in its rows. */
final class IndicatorPages {

    private final ArrayList<List<Object>> indicators = new ArrayList<>();
    private final ArrayList<List<Object>> factors = new ArrayList<>();
    private final ArrayList<List<Object>> limits = new ArrayList<>();

    IndicatorPages(Sheet sheet) {
        sheet.indicators().forEach(indicator -> add(indicator, ""));
    }

    Written indicators() {
        return Written.of(Layout.INDICATORS, indicators);
    }

    Written factors() {
        return Written.of(Layout.FACTORS, factors);
    }

    Written limits() {
        return Written.of(Layout.LIMITS, limits);
    }

    private void add(Indicator it, String parent) {
        var marked = it.kind() == Kind.EXPERT || it.kind() == Kind.MIXED;
        var status = it.kind() == Kind.VETO || it.kind() == Kind.ENTRY;
        var row = new Row().text(it.code()).text(parent).text(it.name()).text(it.nameEn()).text(Terms.KIND.word(it.kind()))
                .number(status ? unless(it.max()) : Optional.of(it.max())).number(marked ? Optional.of(it.min()) : unless(it.min()))
                .number(it.step()).number(it.weight());
        source(it, row);
        row.text(it.ceiling()).number(it.adjustment().map(Adjustment::up)).number(it.adjustment().map(Adjustment::down)).text(it.stage());
        var rate = it.source().filter(PassRate.class::isInstance).map(PassRate.class::cast);
        indicators.add(row.text(rate.map(PassRate::stage)).number(rate.map(PassRate::times)).end());
        it.children().forEach(child -> add(child, it.code()));
    }

    private static Optional<BigDecimal> unless(BigDecimal number) {
        return number.equals(BigDecimal.ZERO) ? Optional.empty() : Optional.of(number);
    }

    /** From 汇总方式 to 分类字段. */
    private void source(Indicator it, Row row) {
        var source = it.source().orElse(null);
        if (source instanceof Listed listed) {
            gathering(row, listed.gathering(), listed.best(), true);
            row.text(Terms.ORIGIN.word(Origin.LISTED)).text(listed.list());
            factors(it, listed.factors(), row);
            row.text(listed.when()).text(listed.same()).text(listed.category());
            for (var limit : listed.limits()) limits.add(new Row().text(it.code()).text(limit.value()).number(limit.cap()).end());
            return;
        }
        gathering(row, it.gathering(), it.best(), !it.children().isEmpty());
        row.text(origin(source)).none(1);
        if (source instanceof Measured measured) factors(it, measured.factors(), row);
        else if (source instanceof Condition condition) row.none(4).text(condition.expression());
        else row.none(5);
        row.none(3);
    }

    private static void gathering(Row row, Gathering gathering, int best, boolean gathers) {
        row.text(gathers || gathering != Gathering.SUM ? Terms.GATHERING.word(gathering) : "");
        row.number(best == 0 ? null : BigDecimal.valueOf(best));
    }

    private static String origin(Source source) {
        return switch (source) {
            case null -> "";
            case Given _ -> Terms.ORIGIN.word(Origin.GIVEN);
            case Measured _ -> Terms.ORIGIN.word(Origin.MEASURED);
            case Listed _ -> Terms.ORIGIN.word(Origin.LISTED);
            case PassRate _ -> Terms.ORIGIN.word(Origin.PASS_RATE);
            case Condition _ -> Terms.ORIGIN.word(Origin.CONDITION);
        };
    }

    /** The row takes a chart, a coefficient and a formula, in this order; what comes after has a page of its own. */
    private void factors(Indicator it, List<Factor> all, Row row) {
        var next = 0;
        for (int pair = 0; pair < 2; pair++) {
            if (next < all.size() && all.get(next) instanceof Looked looked) {
                row.text(looked.field()).text(looked.chart());
                next++;
            } else {
                row.none(2);
            }
        }
        if (next < all.size() && all.get(next) instanceof Formula formula) {
            row.text(formula.expression());
            next++;
        } else {
            row.none(1);
        }
        for (var factor : all.subList(next, all.size())) {
            var more = new Row().text(it.code());
            factors.add(switch (factor) {
                case Looked looked -> more.text(looked.field()).text(looked.chart()).none(1).end();
                case Formula formula -> more.none(2).text(formula.expression()).end();
            });
        }
    }
}
