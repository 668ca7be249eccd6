package conclave.report;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.TreeSet;

/**
 * 公示期: from a day on so many working days, that day included. Which days off the state gives in a year no program knows: they are told.
 */
public record Period(LocalDate first, LocalDate last, int days) {

    /** Fewer may no period have. */
    public static final int FEWEST = 5;
    private static final int LONGEST = 250;

    /**
     * @param off      days on which nobody works beside Saturdays and Sundays
     * @param workdays Saturdays and Sundays on which people work instead (调休)
     */
    public static Period of(LocalDate first, int days, Collection<LocalDate> off, Collection<LocalDate> workdays) {
        if (days < FEWEST || days > LONGEST) throw new IllegalArgumentException("a period has " + FEWEST + " to " + LONGEST + " working days");
        var free = new TreeSet<>(off);
        var busy = new TreeSet<>(workdays);
        var day = first;
        for (int left = days, looked = 0; looked < 4 * LONGEST; looked++, day = day.plusDays(1)) {
            if (works(day, free, busy) && --left == 0) return new Period(first, day, days);
        }
        throw new IllegalArgumentException("so many days off leave no period");
    }

    private static boolean works(LocalDate day, TreeSet<LocalDate> free, TreeSet<LocalDate> busy) {
        if (busy.contains(day)) return true;
        return !free.contains(day) && day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    String said() {
        return "公示期：" + Wording.date(first) + "至" + Wording.date(last) + "，共" + days + "个工作日。";
    }
}
