package conclave.meeting.rule.sheet;

import conclave.meeting.event.Sheet.Band;
import conclave.meeting.event.Sheet.Bands;
import conclave.meeting.event.Sheet.Chart;
import conclave.meeting.event.Sheet.Lookup;
import conclave.meeting.rule.expression.Fraction;
import conclave.meeting.rule.expression.Names.Table;
import conclave.meeting.rule.expression.Remark;
import conclave.meeting.rule.expression.Remark.Kind;
import conclave.meeting.rule.expression.Type;
import conclave.meeting.rule.expression.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** A chart of the sheet, ready to be asked. */
final class ChartTable implements Table {

    private final Chart chart;
    private final TreeMap<String, BigDecimal> entries = new TreeMap<>();

    private ChartTable(Chart chart) {
        this.chart = chart;
    }

    static ChartTable of(Chart chart) {
        var table = new ChartTable(chart);
        if (chart instanceof Lookup lookup) lookup.entries().forEach(entry -> table.entries.putIfAbsent(entry.value(), entry.points()));
        return table;
    }

    @Override
    public String name() {
        return chart.name();
    }

    @Override
    public boolean takes(Type type) {
        return type == Type.NUMBER || type == Type.TEXT && chart instanceof Lookup;
    }

    /** A number outside of all bands gives nothing, and that is meant: below five years there are no points. */
    @Override
    public Optional<String> missed(List<String> choices) {
        return switch (chart) {
            case Bands _ -> Optional.empty();
            case Lookup lookup when lookup.otherwise().isPresent() -> Optional.empty();
            case Lookup _ when choices.isEmpty() -> Optional.of("");
            case Lookup _ -> choices.stream().filter(choice -> !entries.containsKey(choice)).findFirst();
        };
    }

    @Override
    public Fraction told(Value value, List<Remark> said) {
        var found = switch (chart) {
            case Lookup lookup -> Optional.ofNullable(entries.get(Plain.of(value))).or(lookup::otherwise);
            case Bands bands -> value instanceof Value.Number n ? band(bands, n.it()) : Optional.<BigDecimal>empty();
        };
        var figure = found.map(Fraction::of).orElse(Fraction.ZERO);
        said.add(new Remark(found.isPresent() ? Kind.LOOKED_UP : Kind.NOT_IN_TABLE, chart.name(), value, figure));
        return figure;
    }

    /** What the chart can give at most. */
    BigDecimal most() {
        var most = switch (chart) {
            case Lookup lookup -> lookup.entries().stream().map(entry -> entry.points()).reduce(BigDecimal::max)
                    .map(best -> best.max(lookup.otherwise().orElse(best)));
            case Bands bands -> bands.bands().stream().map(Band::points).reduce(BigDecimal::max);
        };
        return most.orElse(BigDecimal.ZERO);
    }

    private static Optional<BigDecimal> band(Bands bands, Fraction number) {
        return bands.bands().stream().filter(band -> above(band, number) && below(band, number)).map(Band::points).findFirst();
    }

    private static boolean above(Band band, Fraction number) {
        return band.from().isEmpty() || number.compareTo(Fraction.of(band.from().get())) >= (band.fromIncluded() ? 0 : 1);
    }

    private static boolean below(Band band, Fraction number) {
        return band.to().isEmpty() || number.compareTo(Fraction.of(band.to().get())) <= (band.toIncluded() ? 0 : -1);
    }
}
