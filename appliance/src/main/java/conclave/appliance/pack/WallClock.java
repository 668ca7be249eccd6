package conclave.appliance.pack;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times as they hang on the wall of the meeting: all of China keeps one time. Programs are given UTC. */
public final class WallClock {

    static final ZoneOffset HERE = ZoneOffset.ofHours(8);
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(HERE);

    private WallClock() {
    }

    static String minutes(Instant at) {
        return MINUTES.format(at);
    }

    /** With its zone, for whoever reads it elsewhere. */
    public static String said(Instant at) {
        return minutes(at) + "（北京时间 UTC+8）";
    }

    /** A fact of a refusal as people read it; what is no time stays what it is. */
    static String plain(String fact) {
        if (fact.length() < 20 || !fact.endsWith("Z")) return fact;
        try {
            return minutes(Instant.parse(fact)) + " UTC+8";
        } catch (DateTimeException none) {
            return fact;
        }
    }
}
