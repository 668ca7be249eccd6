package conclave.node;

import conclave.ballot.Announcement;
import conclave.ballot.BallotBox.Answer;
import conclave.ballot.Covered;
import conclave.ballot.IssueDesk;
import conclave.meeting.Meeting;
import conclave.meeting.event.Event;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoomId;
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
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;

/**
 * 盲签投票 of one meeting, as this node takes part in it. Keys and papers lie in memory and nowhere else, on two servers where there are
 * two; any server answers whoever comes to it. What the record says moves the box: the barrier opens it, the end of the round clears it
 * away. A third node has spare keys, for the case that one of the two is gone.
 */
public final class SecretBallots implements AutoCloseable {

    /** Where the box of a ballot is, as seen from here. */
    public enum Where { HERE, ELSEWHERE, UNHEARD, LOST }

    private final BallotWire wire;
    private final BallotPairing pairing;
    private final BallotNews news;
    private final SpareKeys spares = new SpareKeys();
    private final Map<String, HeldBallot> held = new ConcurrentHashMap<>();
    /** Announced and not ended, by the digest of the announcement. */
    private final Map<String, RoundId> open = new ConcurrentHashMap<>();
    private final Set<RoomId> paused = ConcurrentHashMap.newKeySet();
    private final Map<RoundId, BoxOpened> records = new ConcurrentHashMap<>();

    SecretBallots(BallotWire wire, BallotKeys keys) {
        this.wire = wire;
        this.pairing = new BallotPairing(wire, keys);
        this.news = new BallotNews(wire);
    }

    /** What was committed, in its order, during replay as well: the records come back, keys do not. */
    void happened(List<Recorded> facts, Meeting after) {
        for (var recorded : facts) {
            switch (recorded.fact().event()) {
                case BallotAnnounced e -> announced(e, after);
                case IssuingClosed e -> held.values().stream().filter(ballot -> ballot.round().equals(e.round()))
                        .forEach(ballot -> ballot.bar(e.issued()));
                case BoxOpened e -> records.put(e.round(), e);
                case RoundClosed e -> forget(e.round());
                case RoomPaused e -> paused.add(e.room());
                case RoomResumed e -> paused.remove(e.room());
                case SittingClosed e -> paused.remove(e.room());
                case Event _ -> { }
            }
        }
    }

    private void announced(BallotAnnounced e, Meeting after) {
        clear(e.round(), e.digest());
        var round = after.floor().rounds().get(e.round()).orElseThrow();
        pairing.taken(e, after, round).ifPresent(ballot -> held.putIfAbsent(e.digest(), ballot));
        // Last, so that nobody is told that this node knows of it and has nothing.
        open.put(e.digest(), e.round());
    }

    private void forget(RoundId round) {
        clear(round, "");
        open.values().removeIf(round::equals);
        pairing.forget(round);
        news.forget(round);
        spares.forget(round);
    }

    private void clear(RoundId round, String butFor) {
        held.values().removeIf(ballot -> {
            var goes = ballot.round().equals(round) && !ballot.digest().equals(butFor);
            if (goes) ballot.forget();
            return goes;
        });
    }

    /**
     * Makes the keys, with the other server where there is one, and what is said of them; waits for that. Empty where the round takes no
     * announcement, which is for the meeting to refuse.
     */
    public Optional<AnnounceBallot> prepare(Meeting meeting, Round round) throws InterruptedException {
        var blind = round.casting().filter(casting -> casting.secrecy() == Secrecy.BLIND_TOKEN && casting.issue().isEmpty());
        if (blind.isEmpty() || !round.open()) return Optional.empty();
        var ballot = pairing.fresh(meeting, round);
        held.put(ballot.digest(), ballot);
        return Optional.of(ballot.order());
    }

    /** The announcement was refused: its keys were for nothing. */
    public void dismiss(AnnounceBallot refused) {
        var ballot = held.remove(refused.digest());
        if (ballot != null) ballot.forget();
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
        var signers = issue(round).map(issue -> issue.announced().signers().size()).orElse(0);
        return new Signing(wire, round.id(), person, blinded).all(signers, signed(round, person, blinded));
    }

    /** This node's own part of it. */
    Optional<Signing.Part> signed(Round round, PersonId person, List<byte[]> blinded) {
        var recorded = issue(round).flatMap(issue -> issue.tokens().get(person)).map(Issue.Token::blindedHash);
        return held(round).flatMap(ballot -> recorded.flatMap(hash -> ballot.desk().sign(blinded, hash))
                .map(signature -> new Signing.Part(ballot.desk().place(), signature)));
    }

    /**
     * From a laptop. A paper finds its box by the announcement it names; it says nothing else about where it belongs. In a pause it waits
     * at the laptop.
     */
    public Optional<CompletableFuture<Answer>> cast(byte[] paper) {
        var digest = Covered.digest(paper).filter(open::containsKey);
        if (digest.isEmpty()) return Optional.empty();
        var ballot = held.get(digest.get());
        if (ballot != null) return Optional.of(rests(ballot) ? CompletableFuture.completedFuture(Answer.NOT_NOW) : ballot.thrownIn(paper, wire));
        var round = open.get(digest.get());
        var holder = news.holder(round);
        if (holder.isEmpty()) return news.lostByAll(round) ? Optional.empty() : Optional.of(CompletableFuture.completedFuture(Answer.NOT_NOW));
        var two = news.held(round).flatMap(BallotTwin.Seen::cover).isPresent();
        return Optional.of(wire.cast(holder.get(), paper).handle((passed, away) ->
                away == null ? passed.answer().map(answer -> two ? once(answer) : answer).orElse(Answer.NOT_NOW) : Answer.NOT_NOW));
    }

    /** This node keeps no copy. */
    private static Answer once(Answer answer) {
        return answer == Answer.LIES_IN_THE_BOX ? Answer.LIES_AT_ONE_SERVER : answer;
    }

    /** From another server; empty where nothing is known of this ballot, or no more. */
    Optional<Passed> passed(byte[] paper) {
        return Covered.digest(paper).map(held::get).map(ballot -> rests(ballot)
                ? new Passed(Optional.of(Answer.NOT_NOW), "") : ballot.passed(paper));
    }

    private boolean rests(HeldBallot ballot) {
        return paused.contains(ballot.room());
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

    Optional<HeldBallot> held(Round round) {
        return issue(round).map(issue -> held.get(issue.announced().digest()));
    }

    /** What is open by the record. */
    boolean open(RoundId round) {
        return open.containsValue(round);
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
        for (var round : Set.copyOf(open.values())) {
            asked.add(news.ask(round));
            held.values().stream().filter(ballot -> ballot.round().equals(round)).forEach(this::lookAfter);
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
        held.values().forEach(HeldBallot::forget);
        held.clear();
    }

    @Override
    public String toString() {
        return "SecretBallots(not shown)";
    }
}
