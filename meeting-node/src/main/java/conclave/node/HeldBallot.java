package conclave.node;

import conclave.ballot.Announcement;
import conclave.ballot.BallotBox.Answer;
import conclave.ballot.BallotBox;
import conclave.ballot.Covered;
import conclave.ballot.IssueDesk;
import conclave.link.NoAnswer;
import conclave.meeting.Meeting;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Id.RoundId;
import conclave.meeting.event.SittingCommand.AnnounceBallot;
import conclave.meeting.event.SittingCommand.OpenBox;
import conclave.meeting.sitting.Round;
import conclave.node.BallotTwin.Inside;
import conclave.node.BallotTwin.Passed;
import conclave.seal.BlindSigner;
import conclave.seal.CoverKey;
import conclave.seal.RandomIds;
import conclave.seal.RoundKey;
import conclave.seal.Stamp;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * One secret ballot in the memory of this node: its keys, its box, and, once opened, what the box said. Where another server holds it
 * too, papers that come here go to the other one under a cover that does not open here, and what comes from there lies in the box.
 */
final class HeldBallot {

    private static final byte[] NO_NAME = new byte[32];

    private final RoundId round;
    private final RoomId room;
    private final List<ApplicantId> candidates;
    private final Announcement announced;
    private final IssueDesk desk;
    private final BallotBox box;
    private final Optional<BallotTwin> twin;
    private final Covered covered;
    private final Stamp names = new Stamp(RandomIds.bytes(32));
    private final ReentrantLock lid = new ReentrantLock();
    private volatile Optional<OpenBox> said = Optional.empty();
    private volatile Optional<CoverKey> spare = Optional.empty();
    private volatile boolean opening;

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
        this.twin = hand.twin();
        this.covered = new Covered(announced.size());
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

    /** For the other server, which opens the box. */
    Inside inside() {
        synchronized (covered) {
            return new Inside(box.papers(), said);
        }
    }

    /** An emptied box has always said something. */
    private OpenBox emptied() {
        synchronized (covered) {
            var order = BallotMinutes.order(round, candidates, announced, box.close());
            said = Optional.of(order);
            return order;
        }
    }

    Optional<BallotTwin> twin() {
        return twin;
    }

    /** As far as is known here: what the other one took from its own laptops lies in this box, what it was passed is counted by covers. */
    boolean complete() {
        return box.complete(covered.waiting());
    }

    /** From a laptop. What lies in the box lies on two servers; whoever passes on does not read, and whoever reads does not see who sent. */
    CompletableFuture<Answer> thrownIn(byte[] body, BallotWire wire) {
        if (twin.isEmpty()) return CompletableFuture.completedFuture(box.take(body));
        if (!Covered.is(body)) return CompletableFuture.completedFuture(Answer.WRONG_COVER);
        if (opening) return CompletableFuture.completedFuture(Answer.NOT_NOW);
        return wire.cast(twin.get().peer(), body).handle((passed, away) -> away == null && passed.answer().isPresent()
                ? CompletableFuture.completedFuture(kept(body, passed)) : alone(body, wire)).thenCompose(Function.identity());
    }

    /** Nobody is promised anything while the box is being opened: the other one may have handed over its papers already. */
    private Answer kept(byte[] body, Passed passed) {
        var answer = passed.answer().orElseThrow();
        if (answer != Answer.LIES_IN_THE_BOX) return answer;
        return covered.keep(passed.name(), body) && !opening ? answer : Answer.NOT_NOW;
    }

    private CompletableFuture<Answer> alone(byte[] body, BallotWire wire) {
        var key = spare.map(CompletableFuture::completedFuture).orElseGet(() -> wire.spare(twin.orElseThrow(), round));
        return key.handle((opens, refused) -> refused == null ? uncovered(opens, body) : Answer.NOT_NOW);
    }

    private Answer uncovered(CoverKey opens, byte[] body) {
        putIn(opens);
        var answer = opens.open(Covered.cover(body), Covered.label(body)).map(box::take).orElse(Answer.WRONG_COVER);
        return answer == Answer.LIES_IN_THE_BOX ? Answer.LIES_AT_ONE_SERVER : answer;
    }

    /** The other one is gone: the second copies become the only ones. */
    private void putIn(CoverKey opens) {
        spare = Optional.of(opens);
        var these = covered.papers();
        for (var body : these) opens.open(Covered.cover(body), Covered.label(body)).ifPresent(box::take);
        covered.settle(these);
    }

    /** The other one was started again and has nothing any more: its key is fetched while the third node still has it. */
    void takeOver(BallotWire wire) {
        if (spare.isEmpty()) wire.spare(twin.orElseThrow(), round).thenAccept(this::putIn);
    }

    /** From another server, which keeps it too, under the name that is said. */
    Passed passed(byte[] body) {
        if (opening) return new Passed(Optional.of(Answer.NOT_NOW), name(NO_NAME));
        var paper = twin.isEmpty() ? Optional.of(body)
                : Optional.of(body).filter(Covered::is).flatMap(one -> twin.get().own().open(Covered.cover(one), Covered.label(one)));
        var answer = paper.map(box::take).orElse(Answer.WRONG_COVER);
        var lies = answer == Answer.LIES_IN_THE_BOX;
        return new Passed(Optional.of(answer), name(lies ? names.of(BallotBox.token(paper.get())) : NO_NAME));
    }

    private static String name(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /**
     * The box is opened once; who asks again, because the answer was lost, hears the same. What lies at the other server is fetched
     * first, so this waits for it. Where it is alive and not heard from here nothing is opened.
     */
    Opened open(boolean acceptMissing, BallotWire wire) throws InterruptedException {
        lid.lockInterruptibly();
        try {
            if (said.isPresent()) return new Opened.Said(said.get());
            opening = true;
            if (!gathered(wire)) return new Opened.OtherUnheard();
            if (said.isPresent()) return new Opened.Said(said.get());
            if (!acceptMissing && !box.complete()) return new Opened.PapersOut();
            return new Opened.Said(emptied());
        } finally {
            opening = said.isPresent();
            lid.unlock();
        }
    }

    private boolean gathered(BallotWire wire) throws InterruptedException {
        if (twin.isEmpty()) return true;
        var these = covered.papers();
        try {
            var other = wire.inside(twin.get().peer(), round).get();
            said = other.said();
            if (said.isPresent()) return true;
            other.papers().forEach(box::take);
            covered.settle(these);
            return true;
        } catch (ExecutionException away) {
            var nothingThere = away.getCause() instanceof NoAnswer no && no.refused();
            if (!nothingThere || spare.isEmpty()) return withSpare(wire);
            putIn(spare.get());
            return true;
        }
    }

    /** Asked anew each time: the keeper has to find that the other one is gone at this moment. */
    private boolean withSpare(BallotWire wire) throws InterruptedException {
        try {
            putIn(wire.spare(twin.orElseThrow(), round).get());
            return true;
        } catch (ExecutionException refused) {
            return false;
        }
    }

    /** Nothing points to keys and papers from here on. */
    void forget() {
        said = Optional.empty();
        opening = true;
        desk.close();
        box.forget();
        covered.forget();
        twin.ifPresent(with -> with.own().close());
        spare.ifPresent(CoverKey::close);
    }

    @Override
    public String toString() {
        return "HeldBallot(not shown)";
    }
}
