package conclave.exchange.workbook;

/**
 * Something about a workbook that somebody should see to.
 *
 * @param rule the name of the rule that is broken, the same for ever
 * @param value what stands in the cell, shortened; empty where nothing does
 * @param what one sentence
 * @param fix one sentence
 */
public record CellFinding(boolean error, String rule, Spot spot, String value, String what, String fix) {

    private static final int LONGEST = 60;

    public CellFinding {
        value = shortened(value);
    }

    public String sentence() {
        var where = spot.words();
        return (error ? "错误：" : "提示：") + (where.isEmpty() ? "" : where + "：") + what + fix;
    }

    static String shortened(String text) {
        var line = text.replaceAll("\\p{Cntrl}+", " ");
        if (line.codePointCount(0, line.length()) <= LONGEST) return line;
        return line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
