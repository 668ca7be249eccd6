package conclave.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A list hangs for five working days, and a holiday is none. */
final class PeriodTest {

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }

    @Test
    void weekendsAndDaysOffDoNotCountAndWorkedWeekendsDo() {
        // 2026-12-01 is a Tuesday.
        assertEquals(day("2026-12-07"), Period.of(day("2026-12-01"), 5, List.of(), List.of()).last());
        assertEquals(day("2026-12-08"), Period.of(day("2026-12-01"), 5, List.of(day("2026-12-03")), List.of()).last());
        assertEquals(day("2026-12-05"), Period.of(day("2026-12-01"), 5, List.of(), List.of(day("2026-12-05"))).last());
        assertEquals(day("2026-12-11"), Period.of(day("2026-12-05"), 5, List.of(), List.of()).last());
    }

    @Test
    void fewerThanFiveAreNoPeriodAndDaysOffWithoutEndAreNoneEither() {
        assertThrows(IllegalArgumentException.class, () -> Period.of(day("2026-12-01"), 4, List.of(), List.of()));
        assertThrows(IllegalArgumentException.class, () -> Period.of(day("2026-12-01"), 10_000, List.of(), List.of()));
        var never = day("2026-12-01").datesUntil(day("2036-12-01")).toList();
        assertThrows(IllegalArgumentException.class, () -> Period.of(day("2026-12-01"), 5, never, List.of()));
    }
}
