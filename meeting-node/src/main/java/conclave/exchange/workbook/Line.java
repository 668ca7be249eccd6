package conclave.exchange.workbook;

import conclave.exchange.workbook.Book.Page;
import conclave.exchange.workbook.Cell.Form;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.SortedMap;

/** One row of a form: what stands in a column, as what it should be; what is not that is a finding with its cell. */
record Line(Page page, int row, SortedMap<String, Integer> columns, Remarks remarks) {

    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000);

    Cell cell(String title) {
        var column = columns.get(title);
        return column == null ? new Cell(Spot.page(page.name()), Form.BLANK, "") : page.cell(row, column);
    }

    Spot spot(String title) {
        return cell(title).spot();
    }

    boolean blank(String title) {
        return cell(title).blank();
    }

    /** As it was written; a number is its plain form, a day 2025-12-31. */
    String text(String title) {
        var cell = cell(title);
        return sound(cell) ? cell.text() : "";
    }

    Optional<String> maybe(String title) {
        var text = text(title);
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    String needed(String title) {
        if (blank(title)) remarks.error(Rule.REQUIRED, spot(title), "", title);
        return text(title);
    }

    Optional<BigDecimal> number(String title) {
        var cell = cell(title);
        if (cell.blank() || !sound(cell)) return Optional.empty();
        var number = Figures.number(cell.text());
        if (cell.form() == Form.TEXT && number.isPresent() && Figures.fits(number.get())) {
            remarks.warning(Rule.NUMBER_AS_TEXT, cell.spot(), cell.text(), cell.text());
        }
        if (cell.form() == Form.PERCENT) remarks.warning(Rule.PERCENT, cell.spot(), cell.text(), cell.text());
        var numeric = cell.form() == Form.NUMBER || cell.form() == Form.PERCENT;
        if (number.isEmpty()) remarks.error(numeric ? Rule.NUMBER_TOO_LONG : Rule.NOT_A_NUMBER, cell.spot(), cell.text(), cell.text());
        return number;
    }

    BigDecimal neededNumber(String title) {
        if (blank(title)) remarks.error(Rule.REQUIRED, spot(title), "", title);
        return number(title).orElse(BigDecimal.ZERO);
    }

    int whole(String title, int otherwise) {
        var number = number(title);
        var whole = number.filter(it -> it.signum() >= 0 && it.compareTo(MOST) < 0 && it.stripTrailingZeros().scale() <= 0);
        if (number.isPresent() && whole.isEmpty()) remarks.error(Rule.NOT_WHOLE, spot(title), text(title), text(title));
        return whole.map(BigDecimal::intValueExact).orElse(otherwise);
    }

    <T> Optional<T> word(String title, Terms<T> terms) {
        var text = text(title);
        if (text.isEmpty()) return Optional.empty();
        var value = terms.value(text);
        if (value.isEmpty()) remarks.error(Rule.NOT_A_WORD, spot(title), text, text, String.join("、", terms.words()));
        return value;
    }

    /** What has no meaning here is said, so that nobody believes it counts. */
    void unused(String title, String because) {
        if (!blank(title)) remarks.warning(Rule.UNUSED, spot(title), cell(title).text(), title, because);
    }

    private boolean sound(Cell cell) {
        if (cell.form() == Form.FORMULA) remarks.error(Rule.FORMULA, cell.spot(), cell.text());
        if (cell.form() == Form.ERROR) remarks.error(Rule.CELL_ERROR, cell.spot(), cell.text(), cell.text());
        return cell.form() != Form.FORMULA && cell.form() != Form.ERROR;
    }
}
