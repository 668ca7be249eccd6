package conclave.node;

import conclave.ballot.Announcement;
import conclave.ballot.BallotBox;
import conclave.meeting.Meeting;
import conclave.meeting.event.Event;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Id.RoundId;
import conclave.meeting.event.SittingCommand.AnnounceBallot;
import conclave.meeting.event.SittingCommand.OpenBox;
import conclave.meeting.event.SittingEvent.BallotAnnounced;
import conclave.meeting.event.SittingEvent.BoxOpened;
import conclave.meeting.event.SittingEvent.IssuingClosed;
import conclave.meeting.event.SittingEvent.RoomPaused;
import conclave.meeting.event.SittingEvent.RoomResumed;
import conclave.meeting.event.SittingEvent.RoundClosed;
import conclave.meeting.event.SittingEvent.SittingClosed;
import conclave.meeting.event.Stage.Secrecy;
import conclave.meeting.sitting.Issue;
import conclave.meeting.sitting.Round;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * 盲签投票 on this node. Keys and papers lie in memory and nowhere else; a node that was restarted in mid-ballot has none, and the
 * ballot is held again. What the record says moves the box: the barrier opens it, the end of the round clears it away.
 */
public final class SecretBallots implements AutoCloseable {

    private static final int DIGEST_AT = 1;
    private static final int DIGEST_END = 33;

    private final Map<String, HeldBallot> held = new ConcurrentHashMap<>();
    private final Set<RoomId> paused = ConcurrentHashMap.newKeySet();
    private final Map<RoundId, BoxOpened> records = new ConcurrentHashMap<>();

    SecretBallots() {
    }

    /** What was committed, in its order, during replay as well: the records come back, keys do not. */
    void happened(List<Recorded> facts) {
        for (var recorded : facts) {
            switch (recorded.fact().event()) {
                case BallotAnnounced e -> forget(e.round(), e.digest());
                case IssuingClosed e -> held.values().stream().filter(ballot -> ballot.round().equals(e.round()))
                        .forEach(ballot -> ballot.box().open(e.issued()));
                case BoxOpened e -> records.put(e.round(), e);
                case RoundClosed e -> forget(e.round(), "");
                case RoomPaused e -> paused.add(e.room());
                case RoomResumed e -> paused.remove(e.room());
                case SittingClosed e -> paused.remove(e.room());
                case Event _ -> { }
            }
        }
    }

    private void forget(RoundId round, String butFor) {
        held.values().removeIf(ballot -> {
            var goes = ballot.round().equals(round) && !ballot.digest().equals(butFor);
            if (goes) ballot.forget();
            return goes;
        });
    }

    /** Makes the keys and what is said of them; empty where the round takes no announcement, which is for the meeting to refuse. */
    public Optional<AnnounceBallot> prepare(Meeting meeting, Round round) {
        var blind = round.casting().filter(casting -> casting.secrecy() == Secrecy.BLIND_TOKEN && casting.issue().isEmpty());
        if (blind.isEmpty() || !round.open()) return Optional.empty();
        var ballot = HeldBallot.fresh(meeting, round);
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
        return issue(round).map(issue -> HeldBallot.announcement(meeting, round, issue.announced().signers(), issue.announced().key()));
    }

    /** 票箱已失: announced and not ended, and this node has neither its keys nor its papers. */
    public boolean lost(Round round) {
        return round.open() && issue(round).isPresent() && of(round).isEmpty();
    }

    /** What the record will hold of a request for a token; empty where it is none. */
    public Optional<String> mark(Round round, byte[] blinded) {
        return of(round).flatMap(ballot -> ballot.desk().mark(blinded));
    }

    /** Signs what the record holds for this person, and nothing else. */
    public Optional<byte[]> sign(Round round, PersonId person, byte[] blinded) {
        var recorded = issue(round).flatMap(issue -> issue.tokens().get(person)).map(Issue.Token::blindedHash);
        return recorded.flatMap(hash -> of(round).flatMap(ballot -> ballot.desk().sign(blinded, hash)));
    }

    /** A paper finds its box by the announcement it names; it says nothing else about where it belongs. In a pause it waits at the laptop. */
    public Optional<BallotBox.Answer> cast(byte[] paper) {
        if (paper.length < DIGEST_END) return Optional.empty();
        var digest = HexFormat.of().formatHex(Arrays.copyOfRange(paper, DIGEST_AT, DIGEST_END));
        return Optional.ofNullable(held.get(digest))
                .map(ballot -> paused.contains(ballot.room()) ? BallotBox.Answer.NOT_NOW : ballot.box().take(paper));
    }

    public boolean complete(Round round) {
        return of(round).map(ballot -> ballot.box().complete()).orElse(false);
    }

    /** After the barrier: closes the box, counts, and says what there is to record; the same again, as long as the record does not have it. */
    public Optional<OpenBox> open(Round round) {
        return of(round).map(ballot -> {
            ballot.box().open(issue(round).orElseThrow().issued());
            return ballot.open();
        });
    }

    /** What the box said, as it stands in the record. */
    public Optional<BoxOpened> record(RoundId round) {
        return Optional.ofNullable(records.get(round));
    }

    private Optional<HeldBallot> of(Round round) {
        return issue(round).map(issue -> held.get(issue.announced().digest()));
    }

    private static Optional<Issue> issue(Round round) {
        return round.casting().flatMap(casting -> casting.issue());
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
