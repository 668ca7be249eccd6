package conclave.exchange.workbook;

/** One cell of a workbook, as people point at it: the name of the sheet and 「B7」; empty for a whole sheet or the whole file. */
public record Spot(String page, String cell) {

    public static final Spot FILE = new Spot("", "");

    public static Spot page(String page) {
        return new Spot(page, "");
    }

    /** Counted from zero. */
    public static Spot at(String page, int row, int column) {
        return new Spot(page, letters(column) + (row + 1));
    }

    static String letters(int column) {
        var letters = new StringBuilder();
        for (int left = column + 1; left > 0; left = (left - 1) / 26) letters.insert(0, (char) ('A' + (left - 1) % 26));
        return letters.toString();
    }

    public String words() {
        if (page.isEmpty()) return "";
        return cell.isEmpty() ? "工作表“" + page + "”" : "工作表“" + page + "”单元格 " + cell;
    }
}
