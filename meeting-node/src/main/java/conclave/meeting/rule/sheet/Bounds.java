package conclave.meeting.rule.sheet;

import conclave.meeting.event.Sheet;
import conclave.meeting.event.Sheet.Bands;
import conclave.meeting.event.Sheet.Field;
import conclave.meeting.event.Sheet.Formula;
import conclave.meeting.event.Sheet.Given;
import conclave.meeting.event.Sheet.Condition;
import conclave.meeting.event.Sheet.Indicator;
import conclave.meeting.event.Sheet.Listed;
import conclave.meeting.event.Sheet.Looked;
import conclave.meeting.event.Sheet.Lookup;
import conclave.meeting.event.Sheet.Factor;
import conclave.meeting.event.Sheet.Measured;
import conclave.meeting.event.Sheet.PassRate;
import conclave.meeting.event.Sheet.Source;
import conclave.meeting.rule.sheet.Finding.Code;
import conclave.meeting.rule.sheet.Finding.Place;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** How much a sheet may hold. Generous for people, and small enough that no check and no count can be made to take long. */
final class Bounds {

    static final int INDICATORS = 500;
    static final int DEEPEST = 8;
    private static final int FIELDS = 200;
    private static final int CHARTS = 200;
    private static final int ROWS = 500;
    private static final int FACTORS = 10;
    private static final int TEXT = 200;
    static final int DIGITS = 12;
    static final int PLACES = 6;

    private final Findings findings;
    private int indicators;

    private Bounds(Findings findings) {
        this.findings = findings;
    }

    static void check(Sheet sheet, Findings findings) {
        var bounds = new Bounds(findings);
        var whole = Findings.sheet("");
        bounds.text(whole, sheet.code(), sheet.title(), sheet.titleEn(), sheet.cutoff().orElse(""));
        bounds.number(whole, Stream.of(sheet.total(), sheet.finalMax()));
        if (bounds.few(whole, sheet.fields(), FIELDS)) bounds.fields(sheet.fields(), 1);
        if (bounds.few(whole, sheet.charts(), CHARTS)) sheet.charts().forEach(bounds::chart);
        if (bounds.few(whole, sheet.indicators(), INDICATORS)) bounds.indicators(sheet.indicators(), 1);
    }

    private void fields(List<Field> fields, int depth) {
        for (var field : fields) {
            var place = Findings.field(shortened(field.code()), "");
            text(place, field.code(), field.name());
            if (few(place, field.choices(), ROWS)) field.choices().forEach(choice -> text(place, choice));
            if (depth > 2 && !field.fields().isEmpty()) findings.error(Code.LIST_IN_LIST, place);
            else if (few(place, field.fields(), FIELDS)) fields(field.fields(), depth + 1);
        }
    }

    private void chart(Sheet.Chart chart) {
        var place = Findings.chart(shortened(chart.code()), 0);
        text(place, chart.code(), chart.name());
        switch (chart) {
            case Lookup lookup -> {
                number(place, lookup.otherwise().stream());
                if (!few(place, lookup.entries(), ROWS)) return;
                lookup.entries().forEach(entry -> text(place, entry.value()));
                number(place, lookup.entries().stream().map(entry -> entry.points()));
            }
            case Bands bands -> {
                if (few(place, bands.bands(), ROWS)) {
                    number(place, bands.bands().stream().flatMap(band -> Stream.of(
                            band.from().stream(), band.to().stream(), Stream.of(band.points())).flatMap(it -> it)));
                }
            }
        }
    }

    private void indicators(List<Indicator> all, int depth) {
        for (var indicator : all) {
            var place = Findings.indicator(shortened(indicator.code()), "", 0);
            if (++indicators > INDICATORS) {
                if (indicators == INDICATORS + 1) findings.error(Code.TOO_MANY, place, "most", INDICATORS);
                return;
            }
            text(place, indicator.code(), indicator.name(), indicator.nameEn(), indicator.stage().orElse(""));
            number(place, Stream.of(Stream.of(indicator.min(), indicator.max()), indicator.step().stream(), indicator.weight().stream(),
                    indicator.adjustment().stream().flatMap(it -> Stream.of(it.down(), it.up()))).flatMap(it -> it));
            indicator.source().ifPresent(source -> source(place, source));
            if (depth == DEEPEST && !indicator.children().isEmpty()) findings.error(Code.TOO_DEEP, place, "most", DEEPEST);
            else if (few(place, indicator.children(), INDICATORS)) indicators(indicator.children(), depth + 1);
        }
    }

    private void source(Place place, Source source) {
        switch (source) {
            case Measured measured -> factors(place, measured.factors());
            case Listed listed -> {
                factors(place, listed.factors());
                text(place, listed.list(), listed.same().orElse(""), listed.category().orElse(""));
                if (!few(place, listed.limits(), ROWS)) return;
                listed.limits().forEach(limit -> text(place, limit.value()));
                number(place, listed.limits().stream().map(limit -> limit.cap()));
            }
            case PassRate rate -> {
                text(place, rate.stage());
                number(place, Stream.of(rate.times()));
            }
            case Given _, Condition _ -> { }
        }
    }

    private void factors(Place place, List<Factor> factors) {
        if (!few(place, factors, FACTORS)) return;
        for (var factor : factors) {
            switch (factor) {
                case Looked looked -> text(place, looked.field(), looked.chart());
                case Formula _ -> { }
            }
        }
    }

    private boolean few(Place place, List<?> things, int most) {
        if (things.size() <= most) return true;
        findings.error(Code.TOO_MANY, place, "most", most, "count", things.size());
        return false;
    }

    private void text(Place place, String... texts) {
        for (var text : texts) {
            if (text.length() > TEXT) findings.error(Code.TEXT_TOO_LONG, place, "most", TEXT, "text", shortened(text));
        }
    }

    /** Asked before anything prints or adds it: 1E999999999 is a number too. */
    private void number(Place place, Stream<BigDecimal> numbers) {
        numbers.filter(number -> !sensible(number))
                .forEach(_ -> findings.error(Code.NUMBER_TOO_LONG, place, "digits", DIGITS, "places", PLACES));
    }

    static boolean sensible(BigDecimal number) {
        return number.precision() - (long) number.scale() <= DIGITS && number.scale() <= PLACES && number.scale() >= -DIGITS;
    }

    private static String shortened(String text) {
        return text.length() > 24 ? text.substring(0, 24) + "…" : text;
    }
}
