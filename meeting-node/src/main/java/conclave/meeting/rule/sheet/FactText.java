package conclave.meeting.rule.sheet;

import conclave.meeting.event.Sheet.Field;
import conclave.meeting.rule.expression.Fraction;
import conclave.meeting.rule.expression.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/** A fact as it stands in the form, read as what its field says it is. */
final class FactText {

    static final int LONGEST = 200;
    /** Plain decimals only: "1e9" is nothing that a person wrote, and would cost a gigabyte to print. */
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,12}([.][0-9]{1,6})?");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private FactText() {
    }

    static Optional<Value> value(Field field, String text) {
        if (text.length() > LONGEST) return Optional.empty();
        return switch (field.type()) {
            case NUMBER -> NUMBER.matcher(text).matches() ? Optional.of(new Value.Number(Fraction.of(new BigDecimal(text)))) : Optional.empty();
            case CHOICE -> field.choices().contains(text) ? Optional.of(new Value.Text(text)) : Optional.empty();
            case KEY -> text.isBlank() ? Optional.empty() : Optional.of(new Value.Text(text));
            case FLAG -> flag(text);
            case DATE -> day(text).map(Value.Day::new);
            case LIST -> Optional.empty();
        };
    }

    private static Optional<Value> flag(String text) {
        if (text.equals("true") || text.equals("是")) return Optional.of(new Value.Flag(true));
        return text.equals("false") || text.equals("否") ? Optional.of(new Value.Flag(false)) : Optional.empty();
    }

    static Optional<LocalDate> day(String text) {
        if (!DAY.matcher(text).matches()) return Optional.empty();
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
