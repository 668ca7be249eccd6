package conclave.node;

import conclave.exchange.Deadline;
import conclave.exchange.Deadline.Grade;
import conclave.exchange.Deadline.Way;
import conclave.exchange.Deadlines;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How one of a meeting's two 24-hour clocks stands at this moment, for a page.
 *
 * @param ends milliseconds since 1970, as all times here
 * @param left until then, or since
 */
public record Countdown(Way way, long begun, long ends, long left, Grade grade) {

    private static final Logger LOG = LoggerFactory.getLogger(Countdown.class);

    /** Both, as far as they have begun. Where all the other nodes have another time, nobody is told how late it is. */
    public static List<Countdown> of(House house, Hall hall) {
        var now = Instant.ofEpochMilli(house.clock().getAsLong());
        boolean trusted = new Appraisal(house.watchtower().sightings()).clockRefuted().isEmpty();
        try {
            return Deadlines.in(house.folder(hall.id())).all(hall.meeting().ending().sealedAt().map(Instant::ofEpochMilli)).stream()
                    .map(one -> of(one, now, trusted)).toList();
        } catch (IOException e) {
            LOG.warn("the clocks of {} cannot be read", hall.id().value(), e);
            return List.of();
        }
    }

    private static Countdown of(Deadline one, Instant now, boolean trusted) {
        return new Countdown(one.way(), one.begun().toEpochMilli(), one.ends().toEpochMilli(), one.left(now).toMillis(), one.grade(now, trusted));
    }
}
