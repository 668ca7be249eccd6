package conclave.exchange.workbook;

import java.util.Optional;

/**
 * What stands in one cell, as it was written: {@code text} is the text, the plain number, 2025-12-31, 是 or 否, the formula.
 *
 * @param last what a formula came to when the file was last saved; nobody computed it again
 */
public record Cell(Spot spot, Form form, String text, Optional<Cell> last) {

    public enum Form { BLANK, TEXT, NUMBER, PERCENT, DATE, FLAG, FORMULA, ERROR }

    public Cell(Spot spot, Form form, String text) {
        this(spot, form, text, Optional.empty());
    }

    public boolean blank() {
        return form == Form.BLANK || form == Form.TEXT && text.isEmpty();
    }
}
