package conclave.appliance.pack;

import conclave.codec.Codec;
import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.exchange.Deadline;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** One of the two clocks of 24 hours as it is said on a screen, with the marks that other lines bear, and to programs. */
public final class DayClock {

    private DayClock() {
    }

    /** A time as an office writes it, with or without its zone; empty for anything else. */
    static Optional<Instant> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.SECONDS));
        } catch (DateTimeException withoutZone) {
            return local(text);
        }
    }

    private static Optional<Instant> local(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text.replace(' ', 'T')).toInstant(WallClock.HERE).truncatedTo(ChronoUnit.SECONDS));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    public static List<String> lines(Deadline one, Instant now) {
        var left = one.left(now);
        var ends = WallClock.minutes(one.ends());
        var way = one.way() == Deadline.Way.IN ? "接收时限 " : "回传时限 ";
        return switch (one.grade(now, true)) {
            case MET -> List.of("✓ " + way + "24 小时内完成。Done within the 24 hours.");
            case MISSED -> List.of("✗ " + way + "完成时已超过 " + chinese(left) + "，请在报告中说明原因。Done " + english(left) + " late: say why in the report.");
            case RUNNING -> List.of("· " + way + "须在 " + ends + " 前完成，还有 " + chinese(left) + "。Due " + ends + ": " + english(left) + " left.");
            case SOON -> List.of("! " + way + "须在 " + ends + " 前完成，只剩 " + chinese(left) + "，请尽快办理。Due " + ends + ": only " + english(left) + " left. Do it soon.");
            case URGENT -> List.of("!! " + way + "须在 " + ends + " 前完成，只剩 " + chinese(left) + "，请立即办理并报告会议负责人。",
                    "   Due " + ends + ": only " + english(left) + " left. Do it now, and tell whoever is responsible.");
            case OVERDUE -> List.of("✗ " + way + "已于 " + ends + " 到期，超过 " + chinese(left) + "，请立即办理并记录原因。", "  Was due " + ends + ", " + english(left) + " ago. Do it now, and note why.");
            case UNTRUSTED -> List.of("? " + way + "自 " + WallClock.minutes(one.begun()) + " 起计 24 小时；本机时钟不可信，请按钟表自行掌握。",
                    "  24 hours from " + WallClock.minutes(one.begun()) + "; the clock of this machine cannot be trusted. Watch the time yourself.");
        };
    }

    public static Json json(Deadline one, Instant now) {
        return new JsonFields().put("way", Codec.name(one.way())).put("begun", one.begun().toString()).put("ends", one.ends().toString())
                .maybe("stopped", one.stopped().map(Instant::toString)).put("grade", Codec.name(one.grade(now, true))).end();
    }

    private static String chinese(Duration left) {
        return left.toHours() + " 小时 " + left.toMinutesPart() + " 分";
    }

    private static String english(Duration left) {
        return left.toHours() + " h " + left.toMinutesPart() + " min";
    }
}
