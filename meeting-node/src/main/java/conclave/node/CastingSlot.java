package conclave.node;

import conclave.ballot.BallotBox.Answer;
import conclave.ballot.Covered;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Id.RoundId;
import conclave.node.BallotTwin.Passed;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * 投票口. Where papers come in, from laptops and from the other server. A paper finds its box by the announcement it names; it says
 * nothing else about where it belongs. In a pause it waits at the laptop.
 */
final class CastingSlot {

    private final BallotWire wire;
    private final BallotNews news;
    private final BallotsInHand hand;
    private final Set<RoomId> paused = ConcurrentHashMap.newKeySet();

    CastingSlot(BallotWire wire, BallotNews news, BallotsInHand hand) {
        this.wire = wire;
        this.news = news;
        this.hand = hand;
    }

    void rest(RoomId room) {
        paused.add(room);
    }

    void goOn(RoomId room) {
        paused.remove(room);
    }

    /** From a laptop; empty for what belongs to no ballot that is open. */
    Optional<CompletableFuture<Answer>> cast(byte[] paper) {
        var digest = Covered.digest(paper);
        var round = digest.flatMap(hand::round);
        if (round.isEmpty()) return Optional.empty();
        return hand.held(digest.get()).map(ballot -> paused.contains(ballot.room()) ? now(Answer.NOT_NOW) : ballot.thrownIn(paper, wire))
                .or(() -> elsewhere(round.get(), paper));
    }

    private Optional<CompletableFuture<Answer>> elsewhere(RoundId round, byte[] paper) {
        var holder = news.holder(round);
        if (holder.isEmpty()) return news.lostByAll(round) ? Optional.empty() : Optional.of(now(Answer.NOT_NOW));
        var two = news.held(round).flatMap(BallotTwin.Seen::cover).isPresent();
        return Optional.of(wire.cast(holder.get(), paper).handle((passed, away) ->
                away == null ? passed.answer().map(answer -> two ? once(answer) : answer).orElse(Answer.NOT_NOW) : Answer.NOT_NOW));
    }

    private static CompletableFuture<Answer> now(Answer answer) {
        return CompletableFuture.completedFuture(answer);
    }

    /** This node keeps no copy. */
    private static Answer once(Answer answer) {
        return answer == Answer.LIES_IN_THE_BOX ? Answer.LIES_AT_ONE_SERVER : answer;
    }

    /** From another server; empty where nothing is known of this ballot, or no more. */
    Optional<Passed> passed(byte[] paper) {
        return Covered.digest(paper).flatMap(hand::held).map(ballot -> paused.contains(ballot.room())
                ? new Passed(Optional.of(Answer.NOT_NOW), "") : ballot.passed(paper));
    }
}
