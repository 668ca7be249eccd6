package conclave.node;

import conclave.meeting.event.Id.MeetingId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Order;
import conclave.meeting.event.PauseReason;
import conclave.meeting.event.SittingCommand.PauseRooms;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether a meeting was without any node before this one came back. Then its rooms are paused before anybody's order is
 * taken, because in the rooms nobody knows what was heard. Where another node has been at work all the time, or has come
 * back and seen to it already, the rooms have gone on.
 */
final class Outage {

    private static final Logger LOG = LoggerFactory.getLogger(Outage.class);
    private static final String AT_WORK = "at-work";
    private static final long PATIENCE_MS = 3_000;
    private static final long AGAIN_AFTER_MS = 1_000;

    private final House house;
    private final Company company;
    private final LongSupplier clock;
    private final Executor later = CompletableFuture.delayedExecutor(AGAIN_AFTER_MS, TimeUnit.MILLISECONDS);

    Outage(House house, Company company, LongSupplier clock) {
        this.house = house;
        this.company = company;
        this.clock = clock;
    }

    /** From now on others hear whether a meeting's orders are taken here. */
    void begin() {
        company.link().answer(AT_WORK, (_, question) -> CompletableFuture.completedFuture(atWork(new String(question, StandardCharsets.US_ASCII))));
    }

    private byte[] atWork(String meeting) {
        var here = house.chamber(new MeetingId(meeting)).filter(chamber -> chamber.ready().isDone() && !chamber.ready().isCompletedExceptionally());
        return new byte[] {(byte) (here.isPresent() ? 1 : 0)};
    }

    /** Completes when the meeting's orders may be taken. */
    CompletableFuture<Void> over(Chamber chamber) {
        if (chamber.meeting().floor().running().isEmpty()) return CompletableFuture.completedFuture(null);
        return anotherAtWork(chamber.id()).thenCompose(another -> another ? CompletableFuture.completedFuture(null) : paused(chamber));
    }

    /** Who does not answer has not been at work, or nobody could have done without this node. */
    private CompletableFuture<Boolean> anotherAtWork(MeetingId meeting) {
        var question = meeting.value().getBytes(StandardCharsets.US_ASCII);
        var answer = new CompletableFuture<Boolean>();
        var asked = company.others().stream().map(other -> company.link().ask(other, AT_WORK, question).orTimeout(PATIENCE_MS, TimeUnit.MILLISECONDS)
                .handle((said, failure) -> {
                    if (failure == null && said.length == 1 && said[0] == 1) answer.complete(true);
                    return null;
                })).toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(asked).thenRun(() -> answer.complete(false));
        return answer;
    }

    private CompletableFuture<Void> paused(Chamber chamber) {
        LOG.warn("no node kept the meeting {} before this one: its rooms are paused until their secretaries resume them", chamber.id().value());
        return chamber.ofTheHouse(new Order("", "", PersonId.HOUSE, clock.getAsLong(), new PauseRooms(PauseReason.AFTER_OUTAGE))).thenCompose(reply -> switch (reply) {
            case Reply.Done _, Reply.Refused _ -> CompletableFuture.completedFuture(null);
            case Reply.NotNow _ -> CompletableFuture.supplyAsync(() -> chamber, later).thenCompose(this::over);
        });
    }
}
