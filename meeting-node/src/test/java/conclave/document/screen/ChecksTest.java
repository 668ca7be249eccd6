package conclave.document.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ChecksTest {

    private static final String CREDIT = "0123456789abcdefghjklmnpqrtuwxy";

    @Test
    void theIdentityNumberOfTheStandardChecks() {
        var digits = new byte[17];
        for (int i = 0; i < 17; i++) digits[i] = (byte) ("11010519491231002".charAt(i) - '0');
        assertEquals('x', Checks.identity(digits, 0));
    }

    @Test
    void twoCodesOfContractsCheckAndNoOtherLastSignDoes() {
        for (var code : List.of("916501007576602118", "11150623mb0885697d")) {
            for (char last : CREDIT.toCharArray()) {
                var with = code.substring(0, 17) + last;
                assertEquals(with.equals(code), Checks.credit(with.chars().toArray(), 0), with);
            }
        }
    }

    /** Where the sum is a multiple of 31 the check sign is 0: without the outer modulo it would be the thirty-second. */
    @Test
    void aSumThatIsAMultipleOfThirtyOneHasTheCheckNought() {
        var found = new ArrayList<String>();
        for (int i = 0; i < 1000 && found.isEmpty(); i++) {
            var code = "91650100" + String.format(Locale.ROOT, "%09d", i * 37) + "0";
            if (Checks.credit(code.chars().toArray(), 0)) found.add(code);
        }
        assertFalse(found.isEmpty());
        assertTrue(found.getFirst().endsWith("0"));
        var hits = Sieve.of(List.of()).screen("统一社会信用代码：" + found.getFirst().toUpperCase(Locale.ROOT));
        assertEquals(List.of(new Hit(Kind.CREDIT_CODE, 9, 27, 99, false)), hits);
    }

    @Test
    void cardsCheckByLuhn() {
        var digits = new byte[] {4, 5, 3, 9, 1, 4, 8, 8, 0, 3, 4, 3, 6, 4, 6, 7};
        assertTrue(Checks.luhn(digits, 0, 16));
        digits[3]++;
        assertFalse(Checks.luhn(digits, 0, 16));
    }

    @Test
    void daysThatTheCalendarDoesNotHaveAreNone() {
        assertTrue(Checks.date(2000, 2, 29));
        assertFalse(Checks.date(1900, 2, 29));
        assertFalse(Checks.date(1985, 13, 1));
        assertFalse(Checks.date(3000, 1, 1));
    }
}
