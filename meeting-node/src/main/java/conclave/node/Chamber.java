package conclave.node;

import conclave.codec.BadJson;
import conclave.codec.CanonicalJson;
import conclave.codec.Codec;
import conclave.ledger.Broken;
import conclave.ledger.Evidence;
import conclave.ledger.Ledger;
import conclave.ledger.Ledgers;
import conclave.ledger.Notary;
import conclave.ledger.Receipt;
import conclave.meeting.Meeting;
import conclave.meeting.event.Decision;
import conclave.meeting.event.Fact;
import conclave.meeting.event.Id.MeetingId;
import conclave.meeting.event.Order;
import conclave.seal.MeetingKey;
import conclave.seal.Stamp;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * One meeting, live on this node. Orders are tried here first and refused cheaply; what may go on is committed by
 * the ledger, and only then decided: by the same rules, in the same order, on every node.
 */
public final class Chamber implements Ledgers.Reader, AutoCloseable {

    private static final Executor READERS = task -> Thread.ofVirtual().name("receipt").start(task);

    private final MeetingId id;
    private final MeetingKey key;
    private final Stamp requests;
    private final Evidence evidence;
    private final Function<Evidence, Notary> notaries;
    private final Courier courier;
    private final DiskSpace space;
    private final Watcher watcher;
    private volatile Meeting meeting = Meeting.NOT_FOUNDED;
    private volatile Notary notary;
    private Ledger ledger;

    Chamber(MeetingId id, MeetingKey key, Evidence evidence, Function<Evidence, Notary> notaries, Courier courier,
            DiskSpace space, Watcher watcher) {
        this.id = id;
        this.key = key;
        this.requests = new Stamp(key.derive("requests"));
        this.evidence = evidence;
        this.notaries = notaries;
        this.courier = courier;
        this.space = space;
        this.watcher = watcher;
    }

    /** The log has been read to its end: the record must end there as well, and orders are taken from now on. */
    void start(Ledger opened) {
        ledger = opened;
        evidence.caughtUp();
        notary = notaries.apply(evidence);
        courier.start(opened);
    }

    public MeetingId id() {
        return id;
    }

    public MeetingKey key() {
        return key;
    }

    /** The meeting as it stands. */
    public Meeting meeting() {
        return meeting;
    }

    public Evidence evidence() {
        return evidence;
    }

    /** Tells one request from another in the record, where a plain digest would let anybody try out what was written. */
    public byte[] mark(byte[] request) {
        return requests.of(request);
    }

    public CompletableFuture<Reply> submit(Order order) {
        return switch (Meeting.decide(meeting, order)) {
            case Decision.Refused refused -> CompletableFuture.completedFuture(new Reply.Refused(refused.refusal()));
            case Decision.Repeated repeated -> again(repeated.seq());
            case Decision.Accepted _ -> space.enough() ? courier.send(order)
                    : CompletableFuture.completedFuture(new Reply.NotNow(Reply.Why.DISK_FULL));
        };
    }

    /** The line that an earlier request left, with a receipt for it. */
    private CompletableFuture<Reply> again(long seq) {
        return receipt(seq).handle((receipt, failure) -> failure == null
                ? new Reply.Done(List.of(factOf(receipt)), Optional.of(receipt), true) : new Reply.NotNow(Reply.Why.OUTCOME_UNKNOWN));
    }

    /** For a line that counts already. It may have to be read from the disk and proven anew, so no event loop waits for it. */
    public CompletableFuture<Receipt> receipt(long seq) {
        return CompletableFuture.supplyAsync(() -> {
            settled();
            return notary.receipt(seq);
        }, READERS).thenCompose(Function.identity());
    }

    /** Lets the moment pass between "this line counts" and "the notary has it". */
    private synchronized void settled() {
        if (notary == null) throw new IllegalStateException("the meeting " + id.value() + " is being opened");
    }

    private static Fact factOf(Receipt receipt) {
        return Codec.fact(CanonicalJson.readObject(receipt.line().getBytes(StandardCharsets.UTF_8)));
    }

    /** One committed entry. Whatever it says, every node comes to the same meeting and the same lines. */
    @Override
    public void committed(long index, byte[] bytes) {
        var entry = read(index, bytes);
        var waiting = courier.arrived(entry.by(), entry.number());
        var outcome = new Outcome(id, meeting, evidence);
        for (int i = 0; i < entry.orders().size(); i++) {
            outcome.decide(entry.orders().get(i), waiting.isPresent() ? Optional.of(waiting.get().get(i).reply()) : Optional.empty());
        }
        evidence.flush();
        publish(outcome);
        if (!outcome.happened().isEmpty()) watcher.happened(id, outcome.happened(), meeting);
    }

    /** What counts and who signs for it change together: whoever asks again finds both or neither. */
    private synchronized void publish(Outcome outcome) {
        meeting = outcome.meeting();
        // During the replay nobody waits, and what is not signed for yet is covered when it has ended.
        if (notary != null) outcome.answers().forEach(this::answer);
    }

    /** The first line of what an order led to is what its receipt speaks for; the rest are signed all the same. */
    private void answer(Outcome.Answer answer) {
        switch (answer) {
            case Outcome.No no -> no.to().complete(new Reply.Refused(no.refusal()));
            case Outcome.Again again -> again(again.seq()).thenAccept(again.to()::complete);
            case Outcome.Said said -> sign(said);
        }
    }

    private void sign(Outcome.Said said) {
        if (said.lines().isEmpty()) said.to().ifPresent(to -> to.complete(new Reply.Done(said.facts(), Optional.empty(), false)));
        else if (said.to().isEmpty()) notary.cover(said.lines().getFirst());
        else notary.receipt(said.lines().getFirst()).whenComplete((receipt, failure) -> said.to().get().complete(failure == null
                ? new Reply.Done(said.facts(), Optional.of(receipt), false) : new Reply.NotNow(Reply.Why.OUTCOME_UNKNOWN)));
        for (int i = 1; i < said.lines().size(); i++) notary.cover(said.lines().get(i));
    }

    private Codec.Entry read(long index, byte[] bytes) {
        try {
            return Codec.entry(bytes);
        } catch (BadJson e) {
            throw new Broken("entry " + index + " of the meeting " + id.value() + " cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        if (ledger != null) ledger.close();
        if (notary != null) notary.close();
        evidence.close();
        key.close();
    }
}
