package conclave.node;

import conclave.ledger.Broken;
import conclave.ledger.Evidence;
import conclave.ledger.Ledger;
import conclave.ledger.Notary;
import conclave.ledger.Peers;
import conclave.ledger.Road;
import conclave.meeting.event.Id.MeetingId;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/** The true chamber and courier, at a pace that is given to them. */
public final class StagedChamber {

    /** Small, so that orders that wait do not all fit into one entry. */
    private static final int MOST_ORDERS = 3;
    private static final int MOST_BYTES = 1 << 16;

    private StagedChamber() {
    }

    public static Chamber of(MeetingId id, String sender, Evidence evidence, Function<Evidence, Notary> notaries, Pace pace,
                             DiskSpace space, Watcher watcher, Consumer<Broken> alarm) {
        return new Chamber(id, evidence, notaries, new Courier(sender, pace, MOST_ORDERS, MOST_BYTES), pace, space, watcher, alarm);
    }

    public static void start(Chamber chamber, Ledger ledger, Road road, Peers peers) {
        chamber.start(ledger, road, peers, _ -> CompletableFuture.completedFuture(null));
    }
}
