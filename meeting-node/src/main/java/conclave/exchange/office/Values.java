package conclave.exchange.office;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** How people write names, numbers and days, and what they mean by it. Pure: what is worth a word is said by whoever asks. */
final class Values {

    /** What keyboards and older systems put in place of U+00B7. */
    private static final String DOTS = "[\u2022\u2027\u2219\u22c5\u30fb\uff65\u0387\u16eb\u2e31\u318d\ua78f\u25cf\u26ab\uff0e.\u2024\u3002\u00b7]";
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}&&[^\\n\\t]]");
    private static final Pattern WIDE = Pattern.compile("[\uff01-\uff5e]");
    private static final Pattern HAN_NAME = Pattern.compile("[\\p{IsHan}\\s\\p{Z}\u00b7]+");
    private static final Pattern DAY = Pattern.compile("([0-9]{4})\\s?[-/.年]\\s?([0-9]{1,2})\\s?[-/.月]\\s?([0-9]{1,2})\\s?日?(?:[ T]0?0:00(?::00)?)?");
    private static final Pattern EIGHT = Pattern.compile("([0-9]{4})([0-9]{2})([0-9]{2})");
    private static final Pattern MONTH = Pattern.compile("([0-9]{4})\\s?[-/.年]\\s?([0-9]{1,2})\\s?月?");
    private static final Pattern MOBILE = Pattern.compile("1[3-9][0-9]{9}");
    private static final Pattern LANDLINE = Pattern.compile("0[0-9]{9,11}|[2-9][0-9]{6,7}");

    private Values() {
    }

    /** Without what nobody sees, in one line. */
    static String visible(String text) {
        return INVISIBLE.matcher(text).replaceAll("").replaceAll("[\\n\\t]+", " ").strip();
    }

    static boolean invisible(String text) {
        return INVISIBLE.matcher(text).find();
    }

    /** Digits and letters from the Chinese half of the keyboard. */
    static String narrow(String text) {
        return WIDE.matcher(text).replaceAll(it -> String.valueOf((char) (it.group().charAt(0) - 0xfee0)).replace("\\", "\\\\").replace("$", "\\$")).replace('\u3000', ' ');
    }

    /** The separator as the notice of twelve ministries wants it; Latin initials keep their full stop. */
    static String dotted(String name) {
        return name.codePoints().anyMatch(c -> Character.isIdeographic(c) || Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC)
                ? name.replaceAll("[\\s\\p{Z}\u200b]*" + DOTS + "[\\s\\p{Z}\u200b]*", "\u00b7") : name;
    }

    /** 张  三 is 张三; between words of other scripts one space stays. */
    static String unspaced(String name) {
        return HAN_NAME.matcher(name).matches() ? name.replaceAll("[\\s\\p{Z}]+", "") : name.replaceAll("[\\s\\p{Z}]+", " ").strip();
    }

    /** The name without anything in which people spell it differently: for comparing only. */
    static String nameKey(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Z}\\p{Cf}]+", "").replaceAll(DOTS, "").toLowerCase(java.util.Locale.ROOT);
    }

    static Optional<LocalDate> day(String text) {
        for (var form : new Pattern[] {DAY, EIGHT}) {
            var found = form.matcher(text);
            if (found.matches()) return date(found.group(1), found.group(2), found.group(3));
        }
        return Optional.empty();
    }

    /** The first of the month, where no day was said. */
    static Optional<LocalDate> month(String text) {
        var found = MONTH.matcher(text);
        return found.matches() ? date(found.group(1), found.group(2), "1") : Optional.empty();
    }

    private static Optional<LocalDate> date(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** As people group and prefix them. */
    static String phone(String text) {
        var digits = text.replaceAll("[\\s\\p{Z}()-]", "");
        return digits.matches("(\\+|00)?86(1[3-9][0-9]{9})") ? digits.substring(digits.length() - 11) : digits;
    }

    static boolean telephone(String digits) {
        return MOBILE.matcher(digits).matches() || LANDLINE.matcher(digits).matches();
    }
}
