package conclave.node;

import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.MeetingId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Item;
import conclave.meeting.event.Opening;
import conclave.meeting.event.Order;
import conclave.meeting.event.PrepareCommand.RecordOpenings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * 阅看: who was shown what, gathered for a few seconds and recorded together, each person once for each release of a document. What a
 * node has not handed in when it falls is lost; so it hands in before anybody asks who had seen something.
 */
public final class Openings {

    /** So often they are handed in. */
    public static final long EVERY = 3_000;
    private static final int TOGETHER = 500;
    private static final int MOST_WAITING = 50_000;

    private final House house;
    private final LongSupplier clock;
    private final Map<MeetingId, Map<String, Opening>> waiting = new ConcurrentHashMap<>();

    public Openings(House house) {
        this.house = house;
        this.clock = house.clock();
    }

    /** Somebody was shown a page of the document. */
    public void saw(Hall hall, PersonId person, ApplicantId applicant, Item.Document document) {
        var clearance = hall.meeting().clearance();
        var release = clearance.of(applicant, document).releases();
        var known = clearance.looksAt(applicant, document.id()).get(person).orElse(List.of()).stream().anyMatch(look -> look.release() == release);
        if (known || hall.meeting().ending().isSealed()) return;
        waiting.compute(hall.id(), (_, some) -> {
            var more = some == null ? new LinkedHashMap<String, Opening>() : some;
            if (more.size() < MOST_WAITING) {
                more.putIfAbsent(person.value() + " " + document.id().value() + " " + release, new Opening(person, applicant, document.id(), release, clock.getAsLong()));
            }
            return more;
        });
    }

    /** Hands in what has come together, of every meeting. */
    public void handIn() {
        for (var meeting : List.copyOf(waiting.keySet())) house.hall(meeting).ifPresent(this::handIn);
    }

    /** Completes when all that this node has seen until now is in the record, or cannot be at present. */
    public CompletableFuture<Void> handIn(Hall hall) {
        var some = waiting.remove(hall.id());
        if (some == null) return CompletableFuture.completedFuture(null);
        var all = new ArrayList<>(some.values());
        var sent = new ArrayList<CompletableFuture<Void>>();
        for (int from = 0; from < all.size(); from += TOGETHER) sent.add(record(hall, all.subList(from, Math.min(all.size(), from + TOGETHER))));
        return CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new));
    }

    private CompletableFuture<Void> record(Hall hall, List<Opening> some) {
        var order = new Order("", "", PersonId.HOUSE, clock.getAsLong(), new RecordOpenings(some));
        return hall.chamber().submit(order).thenAccept(reply -> {
            if (reply instanceof Reply.NotNow) again(hall, some);
        });
    }

    /** Not now is not never. */
    private void again(Hall hall, List<Opening> some) {
        waiting.compute(hall.id(), (_, others) -> {
            var more = others == null ? new LinkedHashMap<String, Opening>() : others;
            for (var one : some) more.putIfAbsent(one.person().value() + " " + one.document().value() + " " + one.release(), one);
            return more;
        });
    }
}
