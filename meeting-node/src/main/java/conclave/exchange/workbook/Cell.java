package conclave.exchange.workbook;

/**
 * What stands in one cell, as it was written: {@code text} is the text, the plain number, 2025-12-31, 是 or 否, the formula.
 */
record Cell(Spot spot, Form form, String text) {

    enum Form { BLANK, TEXT, NUMBER, PERCENT, DATE, FLAG, FORMULA, ERROR }

    boolean blank() {
        return form == Form.BLANK || form == Form.TEXT && text.isEmpty();
    }
}
