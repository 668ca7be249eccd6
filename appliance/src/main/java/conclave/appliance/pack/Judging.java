package conclave.appliance.pack;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import picocli.CommandLine.Option;

/** The time that a package is held against: the clock's, or noon of a day that somebody confirmed, so that no time zone makes another day of it. */
public final class Judging {

    @Option(names = "--date", paramLabel = "YYYY-MM-DD", description = "按哪一天核验；默认今天。本机时钟不可信时，由操作人确认日期。"
            + "The day to check for (today); confirmed by you where the clock is not trusted.")
    private LocalDate date;

    public Instant at() {
        return confirmed() ? date.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC) : Instant.now();
    }

    public boolean confirmed() {
        return date != null;
    }
}
