package conclave.exchange.workbook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers, days and words as workbooks hold them, and as we mean them. */
final class Figures {

    /** What Excel itself keeps of a number. */
    private static final MathContext EXCEL = new MathContext(15, RoundingMode.HALF_EVEN);
    private static final Pattern PLAIN = Pattern.compile("-?[0-9]{1,12}([.][0-9]{1,6})?");
    private static final Pattern PLACES = Pattern.compile("0[.](0{1,6})");
    private static final Pattern DAY = Pattern.compile("([0-9]{4})\\s?[-/.年]\\s?([0-9]{1,2})\\s?[-/.月]\\s?([0-9]{1,2})\\s?日?");

    private Figures() {
    }

    /** The number that the person saw when writing it: 0.3 and not 0.29999999999999999; 0.30 where the cell says two places. */
    static String plain(String raw, String format) {
        var number = new BigDecimal(Double.parseDouble(raw)).round(EXCEL).stripTrailingZeros();
        var places = format == null ? null : PLACES.matcher(format);
        var wanted = places != null && places.matches() ? places.group(1).length() : 0;
        return number.setScale(Math.max(wanted, Math.max(0, number.scale())), RoundingMode.UNNECESSARY).toPlainString();
    }

    static Optional<BigDecimal> number(String text) {
        return PLAIN.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    /** Whether a workbook can keep it as a number without losing a digit. */
    static boolean fits(BigDecimal number) {
        return number.precision() <= EXCEL.getPrecision() && number.scale() >= 0 && number.scale() <= 6;
    }

    /** The format under which the number is read again with all its places; General where it has none to spare. */
    static String format(BigDecimal number) {
        var spare = number.scale() > Math.max(0, number.stripTrailingZeros().scale());
        return spare ? "0." + "0".repeat(number.scale()) : "General";
    }

    /** 2025/3/1 and 2025年3月1日 are days too. What is no day stays as it was written. */
    static String day(String text) {
        var day = DAY.matcher(text);
        return day.matches() ? day.group(1) + "-" + two(day.group(2)) + "-" + two(day.group(3)) : text;
    }

    private static String two(String digits) {
        return digits.length() == 1 ? "0" + digits : digits;
    }

    /** Without the space around it that nobody sees. */
    static String tidy(String text) {
        var from = 0;
        var to = text.length();
        while (from < to && space(text.charAt(from))) from++;
        while (to > from && space(text.charAt(to - 1))) to--;
        return text.substring(from, to).replace("\r\n", "\n").replace('\r', '\n');
    }

    private static boolean space(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0xfeff || c == 0x200b;
    }
}
