package conclave.node;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;

/**
 * Settles what time this node goes by. Where the others it hears have the same, that is the time; where all of them agree
 * on another one, theirs is, because one wrong clock must end nobody's session and stand on no record. A node that starts
 * lets them speak first; once it has the time, a {@link SteadyClock} keeps it, whatever happens to anybody's clock.
 *
 * <p>Where only one other is heard, one stands against one, and the record decides: of two clocks far apart the earlier is right, as long as
 * it is not before what stands in the record already. A dead battery shows a year long past; a clock that is ahead would end every session.
 */
final class Timekeeping {

    /** On a busy machine the first words over a new link have taken more than three seconds. */
    private static final long PATIENCE_MS = 10_000;

    /** So many looks in a row: what was heard before the clock jumped speaks for the time before. */
    private static final int LOOKS = 5;

    private final LongSupplier recorded;
    private final CompletableFuture<Void> known = new CompletableFuture<>();
    private volatile Optional<SteadyClock> clock = Optional.empty();
    private long began = -1;
    private boolean settled;
    private int confirmedApart;

    /** @param recorded the latest time that stands in any record here: nobody is followed to before it */
    Timekeeping(LongSupplier recorded) {
        this.recorded = recorded;
    }

    void keep(SteadyClock kept) {
        clock = Optional.of(kept);
    }

    /** Completes once the others have had the chance to say what time it is. */
    CompletableFuture<Void> known() {
        return known;
    }

    /** @param asked everybody has answered or will not */
    void judge(Appraisal seen, boolean asked, long now) {
        if (began < 0) began = now;
        clock.ifPresent(kept -> judge(seen, asked, kept));
        // Whoever waits for this may ask here again, so it is told on another thread.
        if (!known.isDone() && (asked || now - began >= PATIENCE_MS)) known.completeAsync(() -> null);
    }

    private void judge(Appraisal seen, boolean asked, SteadyClock kept) {
        var confirmed = seen.clockConfirmed();
        confirmedApart = confirmed && kept.apart() ? confirmedApart + 1 : 0;
        if (confirmedApart >= LOOKS) kept.follow();
        var offset = seen.clockRefuted().filter(by -> !settled && kept.wall() + by >= recorded.getAsLong());
        offset.ifPresent(kept::goBy);
        settled |= confirmed || offset.isPresent();
        if (asked && !settled) nearerToTheRecord(seen, kept).ifPresent(kept::goBy);
    }

    /** Both come to the same, so that one of them follows. Where nothing is recorded there is nothing to go by, and nobody's session to end. */
    private Optional<Long> nearerToTheRecord(Appraisal seen, SteadyClock kept) {
        long record = recorded.getAsLong();
        long own = kept.wall();
        return seen.clockDisputed().filter(by -> record > 0 && own + by >= record && (own < record || by < 0));
    }
}
