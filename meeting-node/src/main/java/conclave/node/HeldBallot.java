package conclave.node;

import conclave.ballot.Announcement;
import conclave.ballot.BallotBox.Answer;
import conclave.ballot.BallotBox;
import conclave.ballot.IssueDesk;
import conclave.link.NoAnswer;
import conclave.meeting.Meeting;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Id.RoundId;
import conclave.meeting.event.SittingCommand.AnnounceBallot;
import conclave.meeting.event.SittingCommand.OpenBox;
import conclave.meeting.event.SittingCommand.SignedToken;
import conclave.meeting.event.SittingEvent.BoxOpened;
import conclave.meeting.sitting.Round;
import conclave.node.BallotTwin.Inside;
import conclave.node.BallotTwin.Passed;
import conclave.node.SecretBallots.Agreement;
import conclave.seal.BlindSigner;
import conclave.seal.RoundKey;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

/**
 * One secret ballot in the memory of this node: its keys, its box, and, once opened, what the box said. Where another server holds it
 * too, the two hold against each other what they have before anything is said.
 */
final class HeldBallot {

    private final RoundId round;
    private final RoomId room;
    private final List<ApplicantId> candidates;
    private final Announcement announced;
    private final IssueDesk desk;
    private final BallotBox box;
    private final Optional<PairedBox> paired;
    private final ReentrantLock lid = new ReentrantLock();
    /** What lay here when it was opened, for the other server, which holds it against what it knows. */
    private List<byte[]> handed = List.of();
    private Set<String> shown = Set.of();
    private boolean wasShown;
    private volatile Optional<OpenBox> said = Optional.empty();
    private volatile boolean disputed;

    /** What one node has in hand of a ballot. */
    record Hand(BlindSigner signer, int place, RoundKey key, Optional<BallotTwin> twin) {
    }

    private HeldBallot(Round round, Announcement announced, Hand hand) {
        this.round = round.id();
        this.room = round.room();
        this.candidates = round.candidates();
        this.announced = announced;
        this.desk = new IssueDesk(hand.signer(), hand.place());
        this.box = new BallotBox(announced, hand.key());
        this.paired = hand.twin().map(twin -> new PairedBox(round.id(), box, twin, announced.size()));
    }

    static HeldBallot of(Meeting meeting, Round round, List<String> signers, Hand hand) {
        return new HeldBallot(round, BallotMinutes.announcement(meeting, round, signers, BallotWire.written(hand.key().publicKey())), hand);
    }

    RoundId round() {
        return round;
    }

    RoomId room() {
        return room;
    }

    String digest() {
        return announced.hex();
    }

    AnnounceBallot order() {
        return new AnnounceBallot(round, announced.hex(), announced.signers(), announced.round());
    }

    IssueDesk desk() {
        return desk;
    }

    void bar(int issued) {
        box.open(issued);
    }

    /** For the other server, which opens the box, and shows what it has itself; for nobody else. */
    Inside inside(String peer, Optional<List<byte[]>> theirs) {
        if (twin().filter(twin -> twin.peer().equals(peer)).isEmpty()) throw new NoAnswer("not held together with " + peer, true, null);
        if (theirs.map(List::size).orElse(0) > announced.size()) throw new NoAnswer("more papers than voters", true, null);
        // Looked through before the box is held: whoever casts or counts meanwhile does not wait for it.
        var tokens = theirs.map(box::tokens);
        synchronized (box) {
            tokens.ifPresent(these -> {
                wasShown = true;
                shown = these;
            });
            return new Inside(said.isPresent() ? handed : paired.orElseThrow().own(), said);
        }
    }

    /** An emptied box has always said something. */
    private OpenBox emptied() {
        synchronized (box) {
            handed = paired.map(PairedBox::own).orElse(List.of());
            var order = BallotMinutes.order(round, candidates, announced, box.close());
            said = Optional.of(order);
            return order;
        }
    }

    Optional<BallotTwin> twin() {
        return paired.map(PairedBox::twin);
    }

    /** As far as is known here: what the other one took from its own laptops lies in this box, what it was passed is counted by covers. */
    boolean complete() {
        return box.complete(paired.map(PairedBox::waiting).orElse(0));
    }

    CompletableFuture<Answer> thrownIn(byte[] body, BallotWire wire) {
        return paired.map(pair -> pair.thrownIn(body, wire)).orElseGet(() -> CompletableFuture.completedFuture(box.take(body)));
    }

    void takeOver(BallotWire wire) {
        paired.ifPresent(pair -> pair.takeOver(wire));
    }

    /** From another server. */
    Passed passed(byte[] body) {
        return paired.map(pair -> pair.passed(body)).orElseGet(() -> new Passed(Optional.of(box.take(body)), ""));
    }

    /**
     * The box is opened once; who asks again, because the answer was lost, hears the same. What lies at the other server is fetched
     * first, so this waits for it. Where it is alive and not heard from here nothing is opened; where the two do not hold or count the
     * same nothing is said, and the ballot is held again.
     */
    Opened open(boolean acceptMissing, BallotWire wire) throws InterruptedException {
        lid.lockInterruptibly();
        try {
            if (said.isPresent()) return saidHere();
            paired.ifPresent(pair -> pair.shut(true));
            var gathered = paired.isEmpty() ? new Gathered.Together(Optional.empty()) : paired.get().gather(wire);
            return switch (gathered) {
                case Gathered.Unheard _ -> new Opened.OtherUnheard();
                case Gathered.Fewer _ -> new Opened.Differs();
                case Gathered.Together with -> counted(with.said(), acceptMissing);
            };
        } finally {
            paired.ifPresent(pair -> pair.shut(said.isPresent()));
            lid.unlock();
        }
    }

    private Opened counted(Optional<OpenBox> theirs, boolean acceptMissing) {
        if (theirs.isEmpty() && !acceptMissing && !box.complete()) return new Opened.PapersOut();
        var here = emptied();
        disputed = theirs.isPresent() && !theirs.get().equals(here);
        return saidHere();
    }

    private Opened saidHere() {
        return disputed ? new Opened.Differs() : new Opened.Said(said.orElseThrow());
    }

    /** Whether what the record says of the box is what lay on both servers; empty where it lay on this one alone. */
    Optional<Agreement> agreement(BoxOpened recorded) {
        if (paired.isEmpty()) return Optional.empty();
        synchronized (box) {
            if (said.isPresent()) return Optional.of(Agreement.of(said.get().equals(new OpenBox(round, recorded.tokens(), recorded.valid(), recorded.columns()))));
            var tokens = recorded.tokens().stream().map(SignedToken::token).collect(Collectors.toSet());
            if (!wasShown) return Optional.of(tokens.containsAll(box.tokens()) ? Agreement.UNCHECKED : Agreement.DIFFERS);
            var both = new TreeSet<>(box.tokens());
            both.addAll(shown);
            return Optional.of(Agreement.of(shown.size() >= paired.get().acknowledged() && tokens.equals(both)));
        }
    }

    /** Nothing points to keys and papers from here on. */
    void forget() {
        said = Optional.empty();
        desk.close();
        paired.ifPresent(PairedBox::forget);
        synchronized (box) {
            box.forget();
            handed.forEach(paper -> Arrays.fill(paper, (byte) 0));
            handed = List.of();
        }
    }

    @Override
    public String toString() {
        return "HeldBallot(not shown)";
    }
}
