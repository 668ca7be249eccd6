package conclave.exchange.workbook;

import conclave.exchange.workbook.Book.Page;
import conclave.meeting.event.Facts;
import conclave.meeting.event.Sheet.Field;
import conclave.meeting.event.Sheet.FieldType;
import conclave.meeting.rule.sheet.CompiledSheet;
import conclave.meeting.rule.sheet.FactsCheck;
import conclave.meeting.rule.sheet.Finding;
import conclave.meeting.rule.sheet.Finding.Part;
import conclave.meeting.rule.sheet.Inputs;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The facts of several applicants out of the pages of a workbook. */
final class FactsReading {

    private final CompiledSheet sheet;
    private final Book book;
    private final Remarks remarks;
    private final TreeMap<String, Reader> applicants = new TreeMap<>();
    private final ArrayList<Reader> order = new ArrayList<>();

    /** One applicant in the making. */
    private record Reader(String code, SortedMap<String, String> values, SortedMap<String, List<SortedMap<String, String>>> lists,
                          SortedMap<String, BigDecimal> given, SortedMap<String, Inputs.Outcome> outcomes, Places places) {
        Inputs inputs() {
            return new Inputs(new Facts(values, lists), given, outcomes);
        }
    }

    FactsReading(CompiledSheet sheet, Book book, Remarks remarks) {
        this.sheet = sheet;
        this.book = book;
        this.remarks = remarks;
    }

    List<Applicant> applicants() {
        var layout = new FactsLayout(sheet);
        each(FactsLayout.APPLICANTS, layout.columns(layout.own()), true, line -> Optional.of(applicant(line)), (line, who) -> own(line, who, layout.own()));
        if (order.isEmpty()) remarks.error(Rule.APPLICANTS_MISSING, Spot.page(FactsLayout.APPLICANTS), "");
        for (var part : layout.lists()) each(part.page(), part.columns(), false, this::known, (line, who) -> entry(line, who, part));
        if (layout.given()) each(FactsLayout.GIVEN, FactsLayout.OF_GIVEN, false, this::known, this::given);
        if (layout.outcomes()) each(FactsLayout.OUTCOMES, FactsLayout.OF_OUTCOMES, false, this::known, this::outcome);
        for (var who : order) {
            FactsCheck.check(sheet.sheet(), new Facts(who.values, who.lists)).forEach(it -> say(it, who));
            FactsCheck.checkGiven(sheet, who.given).forEach(it -> say(it, who));
        }
        return order.stream().map(who -> new Applicant(who.code, who.inputs())).toList();
    }

    private void say(Finding finding, Reader who) {
        var spot = who.places.spot(finding.place());
        if (!remarks.troubledCell(spot)) remarks.add(SheetFindings.at(finding, spot, book.text(spot)));
    }

    private void each(String name, List<Column> columns, boolean needed, Function<Line, Optional<Reader>> who, BiConsumer<Line, Reader> read) {
        var page = book.page(name);
        if (page.isEmpty() && needed) remarks.error(Rule.PAGE_MISSING, Spot.FILE, "", name);
        var nothing = new Page(name, false, new TreeMap<>(), new TreeSet<>(), new TreeSet<>(), List.of(), false);
        var table = Table.of(page.orElse(nothing), columns.stream().map(Column::title).toList(), page.isEmpty() ? 0 : columns.size(), remarks);
        for (var line : table.lines(remarks)) who.apply(line).ifPresent(it -> read.accept(line, it));
    }

    private Reader applicant(Line line) {
        var code = line.needed(FactsLayout.CODE);
        var who = new Reader(code, new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new Places());
        who.places.put(Part.FACT, "", "", 0, line.spot(FactsLayout.CODE));
        who.places.put(Part.INDICATOR, "", "", 0, line.spot(FactsLayout.CODE));
        if (applicants.putIfAbsent(code, who) != null) remarks.error(Rule.APPLICANT_TWICE, line.spot(FactsLayout.CODE), code, code);
        order.add(who);
        return who;
    }

    private Optional<Reader> known(Line line) {
        var code = line.needed(FactsLayout.CODE);
        var who = Optional.ofNullable(applicants.get(code));
        if (who.isEmpty() && !code.isEmpty()) remarks.error(Rule.APPLICANT_UNKNOWN, line.spot(FactsLayout.CODE), code, code);
        return who;
    }

    private void own(Line line, Reader who, List<Field> fields) {
        for (var field : fields) value(line, field).ifPresent(text -> who.values.put(field.code(), text));
        for (var field : fields) who.places.put(Part.FACT, field.code(), "", 0, line.spot(FactsLayout.title(field)));
    }

    private void entry(Line line, Reader who, FactsLayout.Part part) {
        var entries = who.lists.computeIfAbsent(part.list().code(), _ -> new ArrayList<>());
        var entry = new TreeMap<String, String>();
        for (var field : part.fields()) {
            value(line, field).ifPresent(text -> entry.put(field.code(), text));
            who.places.put(Part.FACT, part.list().code() + "." + field.code(), "", entries.size() + 1, line.spot(FactsLayout.title(field)));
        }
        who.places.put(Part.FACT, part.list().code(), "", 0, line.spot(FactsLayout.CODE));
        entries.add(entry);
    }

    /** As written; the check of the facts says what is wrong with it. */
    private static Optional<String> value(Line line, Field field) {
        var text = line.maybe(FactsLayout.title(field));
        return field.type() == FieldType.DATE ? text.map(Figures::day) : text;
    }

    private void given(Line line, Reader who) {
        var indicator = line.needed("指标编号");
        who.places.put(Part.INDICATOR, indicator, "source", 0, line.spot("指标编号"));
        if (who.given.put(indicator, line.neededNumber("分值")) != null) remarks.error(Rule.TWICE, line.spot("指标编号"), indicator, indicator);
    }

    private void outcome(Line line, Reader who) {
        var stage = line.needed("环节");
        for (var title : List.of("赞成", "总票数")) if (line.blank(title)) line.needed(title);
        var yes = line.whole("赞成", 0);
        var of = line.whole("总票数", 0);
        if (yes > of) remarks.error(Rule.OUTCOME_IMPOSSIBLE, line.spot("赞成"), line.text("赞成"), yes, of);
        if (who.outcomes.put(stage, new Inputs.Outcome(yes, of)) != null) remarks.error(Rule.TWICE, line.spot("环节"), stage, stage);
    }
}
