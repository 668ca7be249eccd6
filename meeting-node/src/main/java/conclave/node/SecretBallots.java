package conclave.node;

import conclave.ballot.Announcement;
import conclave.ballot.BallotBox.Answer;
import conclave.ballot.IssueDesk;
import conclave.meeting.Meeting;
import conclave.meeting.event.Event;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoundId;
import conclave.meeting.event.SittingCommand.AnnounceBallot;
import conclave.meeting.event.SittingEvent.BallotAnnounced;
import conclave.meeting.event.SittingEvent.BoxOpened;
import conclave.meeting.event.SittingEvent.IssuingClosed;
import conclave.meeting.event.SittingEvent.RoomPaused;
import conclave.meeting.event.SittingEvent.RoomResumed;
import conclave.meeting.event.SittingEvent.RoundClosed;
import conclave.meeting.event.SittingEvent.SittingClosed;
import conclave.meeting.event.Stage.Secrecy;
import conclave.meeting.sitting.Casting;
import conclave.meeting.sitting.Issue;
import conclave.meeting.sitting.Round;
import conclave.node.BallotTwin.Passed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * 盲签投票 of one meeting, as this node takes part in it. Keys and papers lie in memory and nowhere else, on two servers where there are
 * two; any server answers whoever comes to it. What the record says moves the box: the barrier opens it, the end of the round clears it
 * away. A third node has spare keys, for the case that one of the two is gone.
 */
public final class SecretBallots implements AutoCloseable {

    /** Where the box of a ballot is, as seen from here. */
    public enum Where { HERE, ELSEWHERE, UNHEARD, LOST }

    /** 两台服务器互相核对: what this server, which held the ballot too, found when the box of a ballot was opened. */
    public enum Agreement {
        AGREES, DIFFERS,
        /** The other one opened without showing its papers, because this one was not heard. */
        UNCHECKED;

        static Agreement of(boolean same) {
            return same ? AGREES : DIFFERS;
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(SecretBallots.class);

    private final BallotWire wire;
    private final BallotPairing pairing;
    private final BallotNews news;
    private final SpareKeys spares = new SpareKeys();
    private final BallotsInHand hand = new BallotsInHand();
    private final CastingSlot slot;
    private final Map<RoundId, BoxOpened> records = new ConcurrentHashMap<>();
    private final Map<RoundId, Agreement> agreements = new ConcurrentHashMap<>();

    SecretBallots(BallotWire wire, BallotKeys keys) {
        this.wire = wire;
        this.pairing = new BallotPairing(wire, keys);
        this.news = new BallotNews(wire);
        this.slot = new CastingSlot(wire, news, hand);
    }

    /** What was committed, in its order, during replay as well: the records come back, keys do not. */
    void happened(List<Recorded> facts, Meeting after) {
        for (var recorded : facts) {
            switch (recorded.fact().event()) {
                case BallotAnnounced e -> announced(e, after);
                case IssuingClosed e -> hand.of(e.round()).ifPresent(ballot -> ballot.bar(e.issued()));
                case BoxOpened e -> opened(e);
                case RoundClosed e -> forget(e.round());
                case RoomPaused e -> slot.rest(e.room());
                case RoomResumed e -> slot.goOn(e.room());
                case SittingClosed e -> slot.goOn(e.room());
                case Event _ -> { }
            }
        }
    }

    private void announced(BallotAnnounced e, Meeting after) {
        hand.clear(e.round(), e.digest());
        var round = after.floor().rounds().get(e.round()).orElseThrow();
        pairing.taken(e, after, round).ifPresent(ballot -> hand.hold(e.digest(), ballot));
        // Last, so that nobody is told that this node knows of it and has nothing.
        hand.announced(e.digest(), e.round());
    }

    /** The keys are still here: the round ends with the same order. */
    private void opened(BoxOpened e) {
        records.put(e.round(), e);
        hand.of(e.round()).flatMap(ballot -> ballot.agreement(e)).ifPresent(agreement -> {
            agreements.put(e.round(), agreement);
            if (agreement == Agreement.DIFFERS) {
                LOG.error("第 {} 轮表决的开箱记录与本服务器所存的选票对不上：不要据此公布结果，请监督人员核查。", e.round().value());
            }
        });
    }

    private void forget(RoundId round) {
        hand.forget(round);
        pairing.forget(round);
        news.forget(round);
        spares.forget(round);
    }

    /**
     * Makes the keys, with the other server where there is one, and what is said of them; waits for that. Empty where the round takes no
     * announcement, which is for the meeting to refuse.
     */
    public Optional<AnnounceBallot> prepare(Meeting meeting, Round round) throws InterruptedException {
        var blind = round.casting().filter(casting -> casting.secrecy() == Secrecy.BLIND_TOKEN && casting.issue().isEmpty());
        if (blind.isEmpty() || !round.open()) return Optional.empty();
        var ballot = pairing.fresh(meeting, round);
        hand.prepared(ballot);
        return Optional.of(ballot.order());
    }

    /** The announcement was refused: its keys were for nothing. */
    public void dismiss(AnnounceBallot refused) {
        hand.dismiss(refused.digest());
    }

    /** What everybody was told, out of the record. */
    public Optional<Announcement> announcement(Meeting meeting, Round round) {
        return issue(round).map(issue -> BallotMinutes.announcement(meeting, round, issue.announced().signers(), issue.announced().key()));
    }

    /** Lost is said only where it is sure: laptops forget their tokens then. */
    public Where where(Round round) {
        if (!round.open() || issue(round).isEmpty()) return Where.UNHEARD;
        var here = held(round);
        var mute = incomplete(round);
        if (here.isPresent()) {
            var gone = here.get().twin().map(twin -> news.lostBy(twin.peer(), round.id())).orElse(false);
            return mute && gone ? Where.LOST : Where.HERE;
        }
        if (news.held(round.id()).isPresent()) return mute && news.held(round.id()).get().yours() ? Where.LOST : Where.ELSEWHERE;
        return news.lostByAll(round.id()) ? Where.LOST : Where.UNHEARD;
    }

    /** Some have no token yet, and each signer is needed for it. */
    private static boolean incomplete(Round round) {
        var casting = round.casting().orElseThrow();
        return !casting.issue().orElseThrow().closed() && casting.issue().get().issued() < casting.electors().size();
    }

    public boolean lost(Round round) {
        return where(round) == Where.LOST && round.open();
    }

    /** What laptops at this server cover their papers with; empty where they come as they are. */
    public Optional<byte[]> cover(Round round) {
        var here = held(round);
        return here.isPresent() ? here.get().twin().map(BallotTwin::cover) : news.held(round.id()).flatMap(BallotTwin.Seen::cover);
    }

    /** What the record will hold of a request for a token; empty where it is none. */
    public Optional<String> mark(Round round, List<byte[]> blinded) {
        return issue(round).flatMap(issue -> IssueDesk.mark(issue.announced().signers(), blinded));
    }

    /** Signs what the record holds for this person, and nothing else; empty where not all signers do so now. */
    public CompletableFuture<Optional<List<byte[]>>> sign(Round round, PersonId person, List<byte[]> blinded) {
        var signers = issue(round).map(issue -> issue.announced().signers()).orElse(List.of());
        return new Signing(wire, round.id(), person, blinded).all(signers, signed(round, person, blinded));
    }

    /** This node's own part of it. */
    Optional<Signing.Part> signed(Round round, PersonId person, List<byte[]> blinded) {
        var recorded = issue(round).flatMap(issue -> issue.tokens().get(person)).map(Issue.Token::blindedHash);
        return held(round).flatMap(ballot -> recorded.flatMap(hash -> ballot.desk().sign(blinded, hash))
                .map(signature -> new Signing.Part(ballot.desk().place(), signature)));
    }

    /** From a laptop. */
    public Optional<CompletableFuture<Answer>> cast(byte[] paper) {
        return slot.cast(paper);
    }

    /** From another server; empty where nothing is known of this ballot, or no more. */
    Optional<Passed> passed(byte[] paper) {
        return slot.passed(paper);
    }

    public boolean complete(Round round) {
        return held(round).map(HeldBallot::complete).orElseGet(() -> news.held(round.id()).map(BallotTwin.Seen::complete).orElse(false));
    }

    /** After the barrier: closes the box, counts, and says what there is to record; the same again, as long as the record does not have it. */
    public Opened open(Round round, boolean acceptMissing) throws InterruptedException {
        var here = held(round);
        if (here.isPresent()) return here.get().open(acceptMissing, wire);
        var holder = news.holder(round.id());
        if (holder.isEmpty()) return where(round) == Where.LOST ? new Opened.NotHeld() : new Opened.OtherUnheard();
        try {
            return wire.open(holder.get(), round.id(), acceptMissing).get();
        } catch (ExecutionException away) {
            return new Opened.OtherUnheard();
        }
    }

    /** What the box said, as it stands in the record. */
    public Optional<BoxOpened> record(RoundId round) {
        return Optional.ofNullable(records.get(round));
    }

    /** Empty where it was opened here alone, and after a restart: papers are remembered nowhere. */
    public Optional<Agreement> agreement(RoundId round) {
        return Optional.ofNullable(agreements.get(round));
    }

    Optional<HeldBallot> held(Round round) {
        return issue(round).flatMap(issue -> hand.held(issue.announced().digest()));
    }

    /** It has not answered for several seconds in a row. */
    boolean silent(String peer, RoundId round) {
        return news.silent(peer, round);
    }

    /** What is open by the record. */
    boolean open(RoundId round) {
        return hand.open(round);
    }

    BallotPairing pairing() {
        return pairing;
    }

    SpareKeys spares() {
        return spares;
    }

    BallotWire wire() {
        return wire;
    }

    /** Once a second, whether anybody casts or not; completes when the others have answered, or not. */
    CompletableFuture<Void> look() {
        var asked = new ArrayList<CompletableFuture<Void>>();
        for (var round : hand.open()) {
            asked.add(news.ask(round));
            hand.of(round).ifPresent(this::lookAfter);
        }
        return CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new));
    }

    private void lookAfter(HeldBallot ballot) {
        ballot.twin().ifPresent(twin -> {
            wire.leaveSpare(twin.keeper(), ballot.round(), twin.own());
            if (news.lostBy(twin.peer(), ballot.round())) ballot.takeOver(wire);
        });
    }

    private static Optional<Issue> issue(Round round) {
        return round.casting().flatMap(Casting::issue);
    }

    @Override
    public void close() {
        hand.close();
    }

    @Override
    public String toString() {
        return "SecretBallots(not shown)";
    }
}
