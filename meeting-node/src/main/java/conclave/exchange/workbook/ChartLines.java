package conclave.exchange.workbook;

import conclave.meeting.event.Sheet.Band;
import conclave.meeting.event.Sheet.Bands;
import conclave.meeting.event.Sheet.Chart;
import conclave.meeting.event.Sheet.Entry;
import conclave.meeting.event.Sheet.Lookup;
import conclave.meeting.rule.sheet.Finding.Part;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** 对照表: the rows of one code, one below the other, are one chart. */
final class ChartLines {

    private final Remarks remarks;
    private final Places places;

    ChartLines(Remarks remarks, Places places) {
        this.remarks = remarks;
        this.places = places;
    }

    List<Chart> charts(Table table) {
        places.put(Part.CHART, "", "", 0, table.spot());
        var charts = new ArrayList<Chart>();
        var seen = new TreeSet<String>();
        var lines = table.lines(remarks);
        for (int from = 0, to; from < lines.size(); from = to) {
            var code = lines.get(from).needed("编号");
            for (to = from + 1; to < lines.size() && lines.get(to).text("编号").equals(code);) to++;
            if (seen.add(code)) charts.add(chart(code, lines.subList(from, to)));
            else remarks.error(Rule.CHART_APART, lines.get(from).spot("编号"), code, code);
        }
        return charts;
    }

    private Chart chart(String code, List<Line> lines) {
        var first = lines.getFirst();
        var name = first.needed("名称");
        places.put(Part.CHART, code, "", 0, first.spot("编号"));
        var kinds = new TreeSet<Boolean>();
        for (var line : lines) {
            if (!line.blank("名称") && !line.text("名称").equals(name)) remarks.error(Rule.CHART_NAMES, line.spot("名称"), line.text("名称"), code);
            line.needed("方式");
            line.word("方式", Terms.LINE).ifPresent(kind -> kinds.add(kind == Terms.Line.BAND));
        }
        if (kinds.size() > 1) remarks.error(Rule.CHART_KINDS, first.spot("方式"), first.text("方式"), code);
        return kinds.contains(true) ? bands(code, name, lines) : lookup(code, name, lines);
    }

    private Lookup lookup(String code, String name, List<Line> lines) {
        var entries = new ArrayList<Entry>();
        Optional<BigDecimal> otherwise = Optional.empty();
        for (var line : lines) {
            for (var unused : List.of("下限", "下限含", "上限", "上限含")) line.unused(unused, "方式");
            var points = line.neededNumber("分值");
            if (line.word("方式", Terms.LINE).orElse(Terms.Line.VALUE) == Terms.Line.OTHERWISE) {
                line.unused("取值", "方式");
                if (otherwise.isPresent()) remarks.error(Rule.OTHERWISE_TWICE, line.spot("方式"), line.text("方式"), code);
                otherwise = Optional.of(points);
            } else {
                entries.add(new Entry(line.needed("取值"), points));
                places.put(Part.CHART, code, "", entries.size(), line.spot("取值"));
            }
        }
        return new Lookup(code, name, entries, otherwise);
    }

    private Bands bands(String code, String name, List<Line> lines) {
        var bands = new ArrayList<Band>();
        for (var line : lines) {
            line.unused("取值", "方式");
            bands.add(new Band(line.number("下限"), included(line, "下限"), line.number("上限"), included(line, "上限"), line.neededNumber("分值")));
            places.put(Part.CHART, code, "", bands.size(), line.spot(line.blank("下限") ? "上限" : "下限"));
        }
        return new Bands(code, name, bands);
    }

    /** 75–85 and 85–95: whose is 85? Nobody guesses. */
    private boolean included(Line line, String end) {
        if (!line.blank(end) && line.blank(end + "含")) remarks.error(Rule.END_UNSAID, line.spot(end + "含"), "", line.text(end));
        return line.word(end + "含", Terms.END).orElse(false);
    }
}
