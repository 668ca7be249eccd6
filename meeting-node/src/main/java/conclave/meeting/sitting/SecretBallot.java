package conclave.meeting.sitting;

import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoundId;
import conclave.meeting.event.Profile;
import conclave.meeting.event.Refusal;
import conclave.meeting.event.Refusal.Code;
import conclave.meeting.event.SittingCommand.AnnounceBallot;
import conclave.meeting.event.SittingCommand.CloseIssuing;
import conclave.meeting.event.SittingCommand.IssueToken;
import conclave.meeting.event.SittingCommand.OpenBox;
import conclave.meeting.event.SittingEvent.BallotAnnounced;
import conclave.meeting.event.SittingEvent.BoxOpened;
import conclave.meeting.event.SittingEvent.IssuingClosed;
import conclave.meeting.event.SittingEvent.RoundClosed;
import conclave.meeting.event.SittingEvent.TokenIssued;
import conclave.meeting.event.Stage.Balloting;
import conclave.meeting.event.Stage.Secrecy;
import conclave.meeting.event.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * 盲签投票 (decision 0009): announce, issue, barrier, cast, open. The fourth step never comes here: papers lie in the memory of the
 * nodes, and the record learns of all of them at once.
 */
final class SecretBallot {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{1,2000}");
    private static final int MOST_SIGNERS = 4;
    /** What fits on a sealed paper, a byte a name. */
    private static final int MOST_NAMES = 255;

    private SecretBallot() {
    }

    /**
     * How a ballot is held. Tokens hide nobody among a few; and a box cannot tell a name that its voter may not mark from one that the
     * voter passed over. Both go on paper.
     */
    static Secrecy secrecy(Balloting ballot, Profile profile, Floor floor, List<ApplicantId> candidates, List<PersonId> electors) {
        if (ballot.secrecy() != Secrecy.BLIND_TOKEN) return ballot.secrecy();
        var recused = candidates.stream().anyMatch(candidate -> electors.stream().anyMatch(elector -> floor.recused(elector, candidate)));
        return recused || electors.size() < profile.paperBelow() || candidates.size() > MOST_NAMES ? Secrecy.PAPER : Secrecy.BLIND_TOKEN;
    }

    static Verdict announce(Walk walk, PersonId actor, AnnounceBallot c) {
        var refused = toConduct(walk, actor, walk.floor().rounds().get(c.round()));
        if (refused.isPresent()) return Verdict.no(refused.get());
        if (casting(walk, c.round()).issue().isPresent()) return Verdict.no(Code.ALREADY_ANNOUNCED);
        var keys = !c.signers().isEmpty() && c.signers().size() <= MOST_SIGNERS && c.signers().stream().allMatch(SecretBallot::isKey) && isKey(c.key());
        if (!keys || !isHash(c.digest())) return Verdict.no(Refusal.of(Code.BOX_DISAGREES).with("wrong", "announcement"));
        return Verdict.yes(new BallotAnnounced(c.round(), c.digest(), c.signers(), c.key()));
    }

    /** Asked for again with the same bytes it is the same token; with others it would be a second one. */
    static Verdict issue(Walk walk, PersonId elector, IssueToken c) {
        var round = walk.floor().rounds().get(c.round());
        var refused = notHeld(round);
        if (refused.isPresent()) return Verdict.no(refused.get());
        var casting = casting(walk, c.round());
        if (!casting.electors().contains(elector)) return Verdict.no(Code.NOT_AN_ELECTOR);
        if (casting.issue().isEmpty()) return Verdict.no(Code.BALLOT_NOT_ANNOUNCED);
        var issue = casting.issue().get();
        var before = issue.tokens().get(elector);
        if (before.isPresent()) {
            return before.get().blindedHash().equals(c.blindedHash()) ? new Verdict.Already(before.get().seq(), before.get().at())
                    : Verdict.no(Code.TOKEN_ALREADY_ISSUED);
        }
        if (issue.closed()) return Verdict.no(Code.ISSUING_CLOSED);
        if (!walk.floor().present(round.orElseThrow().room(), elector)) return Verdict.no(Code.NOT_PRESENT);
        if (!isHash(c.blindedHash())) return Verdict.no(Refusal.of(Code.PAPER_INVALID).with("wrong", "token"));
        return Verdict.yes(new TokenIssued(c.round(), elector, c.blindedHash()));
    }

    /** Nobody casts before everybody has a token: the first in the box would be the first in the queue. */
    static Verdict closeIssuing(Walk walk, PersonId actor, CloseIssuing c) {
        var refused = toConduct(walk, actor, walk.floor().rounds().get(c.round()));
        if (refused.isPresent()) return Verdict.no(refused.get());
        var casting = casting(walk, c.round());
        if (casting.issue().isEmpty()) return Verdict.no(Code.BALLOT_NOT_ANNOUNCED);
        if (casting.issue().get().closed()) return Verdict.no(Code.ISSUING_CLOSED);
        var missing = casting.electors().size() - casting.issue().get().issued();
        if (missing > 0 && !c.acceptMissing()) return Verdict.no(Refusal.of(Code.TOKENS_MISSING).with("missing", missing));
        return Verdict.yes(new IssuingClosed(c.round(), casting.issue().get().issued()));
    }

    /** The box is opened once, and with that the ballot is over. */
    static Verdict open(Walk walk, PersonId actor, OpenBox c) {
        var round = walk.floor().rounds().get(c.round());
        var refused = toConduct(walk, actor, round);
        if (refused.isPresent()) return Verdict.no(refused.get());
        var casting = casting(walk, c.round());
        if (casting.issue().isEmpty()) return Verdict.no(Code.BALLOT_NOT_ANNOUNCED);
        if (!casting.issue().get().closed()) return Verdict.no(Code.ISSUING_NOT_CLOSED);
        var wrong = new BoxCheck(ballot(walk, round.orElseThrow()), round.orElseThrow().candidates(), casting.issue().get(),
                walk.book().profile().fewestSecret()).wrong(c);
        if (wrong.isPresent()) return Verdict.no(Refusal.of(Code.BOX_DISAGREES).with("wrong", wrong.get()));
        var expected = casting.electors().size();
        return Verdict.yes(new BoxOpened(c.round(), c.tokens(), c.valid(), c.columns()),
                new RoundClosed(c.round(), expected, c.tokens().size(), Math.max(0, expected - c.tokens().size()), Optional.empty()));
    }

    private static Optional<Refusal> toConduct(Walk walk, PersonId actor, Optional<Round> round) {
        if (round.isEmpty()) return Optional.of(Refusal.of(Code.UNKNOWN_ROUND));
        return Rights.toRun(walk.register(), actor, round.get().room()).or(() -> notHeld(round));
    }

    private static Optional<Refusal> notHeld(Optional<Round> round) {
        if (round.isEmpty()) return Optional.of(Refusal.of(Code.UNKNOWN_ROUND));
        if (round.get().casting().filter(casting -> casting.secrecy() == Secrecy.BLIND_TOKEN).isEmpty()) {
            return Optional.of(Refusal.of(Code.NOT_A_BALLOT));
        }
        return round.get().open() ? Optional.empty() : Optional.of(Refusal.of(Code.ROUND_CLOSED));
    }

    private static Casting casting(Walk walk, RoundId round) {
        return walk.floor().rounds().get(round).flatMap(Round::casting).orElseThrow();
    }

    private static Balloting ballot(Walk walk, Round round) {
        return (Balloting) walk.book().mode().stage(round.stage()).orElseThrow();
    }

    private static boolean isHash(String text) {
        return HASH.matcher(text).matches();
    }

    private static boolean isKey(String text) {
        return KEY.matcher(text).matches();
    }
}
