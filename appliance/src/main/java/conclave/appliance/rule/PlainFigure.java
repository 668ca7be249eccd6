package conclave.appliance.rule;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A figure as people write it. 1e99999 is one for the library as well, and would be printed digit by digit. */
final class PlainFigure implements ITypeConverter<BigDecimal> {

    static final Pattern FORM = Pattern.compile("-?[0-9]{1,12}([.][0-9]{1,6})?");

    @Override
    public BigDecimal convert(String text) {
        if (FORM.matcher(text).matches()) return new BigDecimal(text);
        throw new TypeConversionException("应写成普通小数，如 62.5。A plain decimal is wanted, such as 62.5.");
    }
}
