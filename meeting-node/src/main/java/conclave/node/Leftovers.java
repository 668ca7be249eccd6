package conclave.node;

import java.io.IOException;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files that somebody sent to this server and nobody wanted in the end: sealed as they are, they are somebody's papers and do not stay for ever. */
final class Leftovers {

    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);

    private final House house;

    Leftovers(House house) {
        this.house = house;
    }

    /** Only where this server knows the whole record: what it has not heard of yet may have been proposed. */
    void look() {
        if (house.unready().isPresent()) return;
        for (var hall : house.halls()) {
            try {
                var gone = house.uploads().clear(hall, Instant.now());
                if (gone > 0) LOG.info("{}: {} files that were sent and not used were removed", hall.id().value(), gone);
            } catch (IOException | RuntimeException e) {
                LOG.warn("{}: what was sent and not used could not be removed; tried again", hall.id().value(), e);
            }
        }
    }
}
