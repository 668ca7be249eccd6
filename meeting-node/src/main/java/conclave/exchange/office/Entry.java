package conclave.exchange.office;

import conclave.exchange.IdNumber;
import conclave.exchange.workbook.Cell;
import conclave.exchange.workbook.Cell.Form;
import conclave.exchange.workbook.Spot;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * One row of a form in somebody's file: what stands in it as what it should be. Whatever had to be read with good will is said with its
 * cell; what cannot be read is an error with its cell.
 *
 * @param line what stands for the row where nothing stands in it
 */
record Entry(String file, conclave.exchange.office.Form form, Spot line, SortedMap<String, Cell> cells, Mapping.Sheet mapping, Slips slips) {

    private static final int LONGEST = 2_000;
    private static final int LONGEST_NAME = 50;

    private Item item(String key) {
        return form.item(key).orElseThrow(() -> new IllegalArgumentException("no such item: " + key));
    }

    Spot spot(String key) {
        var cell = cells.get(key);
        return cell == null ? line : cell.spot();
    }

    /** The cell that counts: of a formula what it came to. Empty where nothing stands there, or nothing that can be read. */
    private Optional<Cell> cell(String key) {
        var cell = cells.get(key);
        if (cell == null || cell.blank()) return constant(key);
        if (cell.form() == Form.FORMULA) {
            if (cell.last().isEmpty()) return wrong(Slip.FORMULA_EMPTY, cell);
            if (cell.last().get().form() != Form.ERROR) slips.warning(Slip.FORMULA_TAKEN, file, cell.spot(), cell.last().get().text(), cell.last().get().text());
            cell = cell.last().get();
        }
        if (cell.form() == Form.ERROR) return wrong(Slip.CELL_ERROR, cell, cell.text());
        return Optional.of(cell);
    }

    private Optional<Cell> constant(String key) {
        return Optional.ofNullable(mapping.constants().get(key)).map(text -> new Cell(line, Form.TEXT, text));
    }

    /** What is right by itself and wrong beside the rest. */
    void error(Slip slip, String key) {
        slips.error(slip, file, spot(key), cell(key).map(Cell::text).orElse(""));
    }

    private <T> Optional<T> wrong(Slip slip, Cell cell, Object... facts) {
        slips.error(slip, file, cell.spot(), cell.text(), facts);
        return Optional.empty();
    }

    private void said(Slip slip, Cell cell, Object... facts) {
        slips.warning(slip, file, cell.spot(), cell.text(), facts);
    }

    private Optional<String> said(String key, Cell cell) {
        if (Values.invisible(cell.text())) said(Slip.INVISIBLE, cell);
        var text = mapping.meant(key, Values.visible(cell.text()));
        if (text.codePointCount(0, text.length()) > LONGEST) return wrong(Slip.TOO_LONG, cell, item(key).title(), LONGEST);
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** Empty is no error here, whatever the form says: somebody may know it from elsewhere. */
    Optional<String> maybe(String key) {
        return cell(key).flatMap(cell -> said(key, cell));
    }

    String text(String key) {
        return needed(key, maybe(key));
    }

    /** What is missing is said only where the cell was empty: what could not be read was said already. */
    private String needed(String key, Optional<String> value) {
        if (value.isEmpty() && (cells.get(key) == null || cells.get(key).blank())) slips.error(Slip.REQUIRED, file, spot(key), "", item(key).title());
        return value.orElse("");
    }

    String name(String key) {
        var cell = cell(key);
        var text = cell.flatMap(it -> said(key, it));
        if (text.isEmpty()) return needed(key, text);
        var dotted = Values.dotted(Values.narrow(text.get()));
        if (!Values.nameKey(dotted).equals(Values.nameKey(text.get())) || !dotted.equals(Values.narrow(text.get()))) said(Slip.NAME_DOT, cell.get(), dotted);
        var name = Values.unspaced(dotted);
        if (!name.equals(dotted)) said(Slip.NAME_SPACES, cell.get(), name);
        if (name.codePointCount(0, name.length()) > LONGEST_NAME) wrong(Slip.TOO_LONG, cell.get(), item(key).title(), LONGEST_NAME);
        if (name.codePoints().anyMatch(c -> Character.isDigit(c) || "()（）[]【】/,，;；:：*#".indexOf(c) >= 0)) said(Slip.NAME_ODD, cell.get());
        return name;
    }

    private Optional<String> narrow(String key, Cell cell) {
        var text = said(key, cell);
        text.map(Values::narrow).filter(it -> !it.equals(text.get())).ifPresent(it -> said(Slip.FULL_WIDTH, cell, it));
        return text.map(Values::narrow).map(it -> it.replaceAll("\\s+", " ").strip());
    }

    Optional<String> code(String key) {
        var cell = cell(key);
        var code = cell.flatMap(it -> narrow(key, it));
        if (code.isPresent() && !code.get().matches("[A-Za-z0-9][A-Za-z0-9.+_-]{0,31}")) return wrong(Slip.CODE_MALFORMED, cell.get(), code.get());
        return code;
    }

    boolean numeric(String key) {
        return cells.containsKey(key) && cells.get(key).form() == Form.NUMBER;
    }

    /** A number of more than fifteen digits in a cell for numbers has lost the rest, and nobody can find it again. */
    String identity(String key, boolean resident) {
        var cell = cell(key);
        var text = cell.flatMap(it -> narrow(key, it)).map(it -> it.replaceAll("[\\s-]", "").toUpperCase(java.util.Locale.ROOT));
        if (text.isEmpty()) return needed(key, text);
        var number = text.get();
        var rounded = cell.get().form() == Form.NUMBER && number.length() > 15 || number.matches("[0-9]([.][0-9]+)?E[+]?[0-9]{1,2}");
        if (rounded) return this.<String>wrong(Slip.ID_ROUNDED, cell.get()).orElse("");
        if (!resident) return number;
        if (number.matches("[0-9]{15}")) said(Slip.ID_SHORT, cell.get());
        else if (!number.matches("[1-9][0-9]{16}[0-9X]")) return this.<String>wrong(Slip.ID_MALFORMED, cell.get(), number).orElse("");
        else if (!IdNumber.valid(number) && number.endsWith("000")) return this.<String>wrong(Slip.ID_ROUNDED, cell.get()).orElse("");
        else if (!IdNumber.valid(number)) said(Slip.ID_CHECK, cell.get());
        return number;
    }

    String phone(String key) {
        var cell = cell(key);
        var text = cell.flatMap(it -> narrow(key, it));
        if (text.isEmpty()) return needed(key, text);
        if (text.get().matches("[0-9]([.][0-9]+)?[eE][+]?[0-9]{1,2}")) return this.<String>wrong(Slip.PHONE_LOST, cell.get()).orElse("");
        var digits = Values.phone(text.get());
        if (!Values.telephone(digits)) said(Slip.PHONE_ODD, cell.get(), text.get());
        return digits;
    }

    /** @param hint another source that knows the day, where only the month was written */
    Optional<LocalDate> date(String key, Optional<LocalDate> hint) {
        var cell = cell(key);
        var text = cell.flatMap(it -> narrow(key, it));
        if (text.isEmpty()) return Optional.empty();
        var number = cell.get().form() == Form.NUMBER;
        var day = Values.day(text.get());
        if (day.isEmpty() && text.get().matches("[0-9]{4}[.]1")) {
            var known = hint.filter(it -> text.get().equals(it.getYear() + ".1") && (it.getMonthValue() == 1 || it.getMonthValue() == 10));
            if (known.isEmpty()) return wrong(Slip.DATE_AMBIGUOUS, cell.get(), text.get());
            day = known;
            said(Slip.DATE_MONTH, cell.get(), text.get(), known.get());
        }
        if (day.isEmpty() && Values.month(text.get()).isPresent()) {
            var month = Values.month(text.get()).get();
            day = Optional.of(hint.filter(it -> it.withDayOfMonth(1).equals(month)).orElse(month));
            said(Slip.DATE_MONTH, cell.get(), text.get(), day.get());
        }
        if (day.isEmpty()) return wrong(number && text.get().matches("[1-6][0-9]{4}([.][0-9]+)?") ? Slip.DATE_SERIAL : Slip.DATE_MALFORMED, cell.get(), text.get());
        if (day.get().getYear() < 1900 || day.get().getYear() > 2100) return wrong(Slip.DATE_FAR, cell.get(), text.get());
        return day;
    }

    LocalDate date(String key) {
        var day = date(key, Optional.empty());
        needed(key, day.map(LocalDate::toString));
        return day.orElse(LocalDate.EPOCH);
    }

    int whole(String key, int least) {
        var cell = cell(key);
        var text = cell.flatMap(it -> narrow(key, it));
        if (text.isPresent() && text.get().matches("[0-9]{1,4}") && Integer.parseInt(text.get()) >= least) return Integer.parseInt(text.get());
        if (text.isPresent()) wrong(Slip.NOT_WHOLE, cell.get(), text.get(), least);
        else needed(key, text);
        return least;
    }

    /** One word of the dictionary; where the table is only advice, what it does not know stays as it was written. */
    Optional<Dictionary.Entry> word(String key, boolean advice) {
        var cell = cell(key);
        var text = cell.flatMap(it -> narrow(key, it));
        var entry = text.flatMap(Dictionary.table(item(key).table())::find);
        if (text.isPresent() && entry.isEmpty() && !advice) return wrong(Slip.WORD_UNKNOWN, cell.get(), text.get(), String.join("、", item(key).words()));
        return entry.isPresent() ? entry : text.map(it -> new Dictionary.Entry("", it, List.of()));
    }

    String neededWord(String key, boolean advice) {
        return needed(key, word(key, advice).map(Dictionary.Entry::word));
    }

    /** Our own key of what was chosen; empty where nothing sound was. */
    String neededKey(String key) {
        return needed(key, word(key, false).map(Dictionary.Entry::code));
    }

    /** Several words in one cell. */
    List<String> keys(String key) {
        var cell = cell(key);
        var text = cell.flatMap(it -> said(key, it));
        needed(key, text);
        var keys = new ArrayList<String>();
        for (var word : text.orElse("").split("[;；、,，/\\s]+")) {
            if (word.isEmpty()) continue;
            var entry = Dictionary.table(item(key).table()).find(mapping.meant(key, Values.narrow(word)));
            if (entry.isPresent()) keys.add(entry.get().code());
            else wrong(Slip.WORD_UNKNOWN, cell.get(), word, String.join("、", item(key).words()));
        }
        return keys.stream().distinct().toList();
    }
}
