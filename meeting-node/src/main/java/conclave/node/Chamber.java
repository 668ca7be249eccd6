package conclave.node;

import conclave.codec.BadJson;
import conclave.codec.CanonicalJson;
import conclave.codec.Codec;
import conclave.ledger.Broken;
import conclave.ledger.Evidence;
import conclave.ledger.ForwardedLedger;
import conclave.ledger.Ledger;
import conclave.ledger.Ledgers;
import conclave.ledger.Notary;
import conclave.ledger.Peers;
import conclave.ledger.Receipt;
import conclave.ledger.Road;
import conclave.meeting.Meeting;
import conclave.meeting.event.Decision;
import conclave.meeting.event.Fact;
import conclave.meeting.event.Id.MeetingId;
import conclave.meeting.event.Order;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One meeting, live on this node. Orders are tried here first and refused cheaply; what may go on is committed by
 * the ledger, and only then decided: by the same rules, in the same order, on every node.
 */
public final class Chamber implements Ledgers.Reader, AutoCloseable {

    private final MeetingId id;
    private final Evidence evidence;
    private final Function<Evidence, Notary> notaries;
    private final Courier courier;
    private final Pace pace;
    private final DiskSpace space;
    private final Watcher watcher;
    private final Consumer<Broken> alarm;
    private final Numbers numbers = new Numbers();
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private volatile Meeting meeting = Meeting.NOT_FOUNDED;
    private volatile Notary notary;
    private volatile long lines;
    private volatile Ledger ledger;
    private volatile Abreast abreast;
    private volatile InTouch touch;

    Chamber(MeetingId id, Evidence evidence, Function<Evidence, Notary> notaries, Courier courier,
            Pace pace, DiskSpace space, Watcher watcher, Consumer<Broken> alarm) {
        this.id = id;
        this.evidence = evidence;
        this.notaries = notaries;
        this.courier = courier;
        this.pace = pace;
        this.space = space;
        this.watcher = watcher;
        this.alarm = alarm;
    }

    /** What has to be settled between the log's end and the first order. */
    interface Opening {
        CompletableFuture<Void> settled(Chamber chamber);
    }

    /** Orders are taken once the log has been read to its end; where that takes other nodes, this does not wait. */
    void start(Ledger opened, Road road, Peers peers, Opening opening) {
        ledger = opened;
        abreast = new Abreast(opened, peers, pace);
        touch = new InTouch(abreast, pace);
        var caughtUp = opened.caughtUp();
        if (caughtUp.isDone()) begin(road, opening);
        else caughtUp.thenRunAsync(() -> begin(road, opening), pace::aside).exceptionally(this::stumbled);
    }

    private void begin(Road road, Opening opening) {
        begin(road);
        opening.settled(this).thenRun(() -> ready.complete(null)).exceptionally(this::stumbled);
    }

    /** The log has been read to its end: the record must end there as well. Nothing is read meanwhile. */
    private synchronized void begin(Road road) {
        evidence.caughtUp();
        notary = notaries.apply(evidence);
        courier.start(new ForwardedLedger(ledger, road));
    }

    private Void stumbled(Throwable failure) {
        var cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        ready.completeExceptionally(cause);
        if (cause instanceof Broken broken) alarm.accept(broken);
        return null;
    }

    /** Completes when orders are taken. */
    public CompletableFuture<Void> ready() {
        return ready;
    }

    public Ledger ledger() {
        return ledger;
    }

    public MeetingId id() {
        return id;
    }

    /** The meeting as it stands. */
    public Meeting meeting() {
        return meeting;
    }

    public Evidence evidence() {
        return evidence;
    }

    /** When this node last signed for lines of the record; nothing before it ever has. */
    Optional<Long> signedAt() {
        return Optional.ofNullable(notary).map(Notary::signedAt).filter(at -> at > 0);
    }

    /** How many lines the record has; asked every second, so it does not wait for a reader that hangs. */
    long lines() {
        return lines;
    }

    public CompletableFuture<Reply> submit(Order order) {
        // What is known before the log was read to its end is not yet the meeting.
        return ready.isDone() ? tried(order, space::enough) : CompletableFuture.completedFuture(new Reply.NotNow(Reply.Why.NOT_READY));
    }

    /** What the house orders of itself comes before the first order of anybody else, and is too little to fill a disk. */
    CompletableFuture<Reply> ofTheHouse(Order order) {
        return tried(order, () -> true);
    }

    /** What this node has not read yet may have made a "no" wrong: it is said by a node that knows it has missed nothing. */
    private CompletableFuture<Reply> tried(Order order, BooleanSupplier enough) {
        var decision = Meeting.decide(meeting, order);
        if (!(decision instanceof Decision.Refused) || abreast.always()) return follow(decision, order, enough);
        return abreast.now().thenCompose(sure -> sure ? follow(Meeting.decide(meeting, order), order, enough)
                : CompletableFuture.completedFuture(new Reply.NotNow(Reply.Why.NOT_READY)));
    }

    private CompletableFuture<Reply> follow(Decision decision, Order order, BooleanSupplier enough) {
        return switch (decision) {
            case Decision.Refused refused -> CompletableFuture.completedFuture(new Reply.Refused(refused.refusal()));
            case Decision.Repeated repeated -> again(repeated.seq());
            case Decision.Accepted _ -> enough.getAsBoolean() ? courier.send(order)
                    : CompletableFuture.completedFuture(new Reply.NotNow(Reply.Why.DISK_FULL));
        };
    }

    /** True once this node has read all that counted when this was asked; false where it cannot find out within two seconds. */
    public CompletableFuture<Boolean> abreast() {
        return abreast.always() ? CompletableFuture.completedFuture(true) : abreast.now();
    }

    /** True where this node was abreast at some moment of the last five seconds: then it has heard what was taken back before. */
    public CompletableFuture<Boolean> inTouch() {
        return touch.lately();
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
        }, pace::aside).thenCompose(Function.identity());
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
    public synchronized void committed(long index, byte[] bytes) {
        var entry = read(index, bytes);
        if (!numbers.first(entry.by(), entry.number())) return;
        var waiting = courier.arrived(entry.by(), entry.number());
        var outcome = new Outcome(id, meeting, evidence);
        for (int i = 0; i < entry.orders().size(); i++) {
            outcome.decide(entry.orders().get(i), waiting.isPresent() ? Optional.of(waiting.get().get(i).reply()) : Optional.empty());
        }
        evidence.flush();
        lines = evidence.size();
        publish(outcome);
    }

    /**
     * What counts and who signs for it change together: whoever asks again finds both or neither. Nobody is answered before
     * whoever watches has heard: the next question may be about that.
     */
    private void publish(Outcome outcome) {
        meeting = outcome.meeting();
        if (!outcome.happened().isEmpty()) watcher.happened(id, outcome.happened(), meeting);
        // During the replay nobody waits, and what is not signed for yet is covered when it has ended.
        if (notary != null) notary.together(() -> outcome.answers().forEach(this::answer));
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
    }
}
