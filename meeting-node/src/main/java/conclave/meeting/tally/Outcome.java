package conclave.meeting.tally;

import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Stage.Effect;
import conclave.meeting.event.Stage.Form;
import conclave.meeting.event.Threshold;
import conclave.meeting.event.Vote;
import conclave.meeting.rule.Thresholds;
import conclave.meeting.tally.BallotCount.Counted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The papers held against the rules. */
record Outcome(Poll poll, Papers papers) {

    Counted counted() {
        var row = poll.candidates().stream().sorted(byShare().thenComparing(Comparator.naturalOrder())).toList();
        var winners = row.stream().filter(this::reached).toList();
        var edge = Edge.at(poll.placesLeft().orElse(winners.size()), winners.size(),
                i -> byShare().compare(winners.get(i), winners.get(i + 1)) == 0, poll.balloting().ties());
        var in = winners.subList(0, edge.in());
        var tied = winners.subList(edge.in(), edge.in() + edge.tied());
        var votes = new ArrayList<Vote>();
        for (var candidate : poll.candidates()) {
            var effect = in.contains(candidate) ? poll.balloting().winners() : tied.contains(candidate) ? Effect.STAY : poll.balloting().losers();
            votes.add(vote(candidate, place(candidate, row), effect, tied.contains(candidate)));
        }
        return new Counted(poll.issued(), papers.returned(), papers.valid(), votes, edge.taken(), edge.open(), edge.over());
    }

    private Vote vote(ApplicantId candidate, Optional<Integer> place, Effect effect, boolean tied) {
        var said = papers.about(candidate);
        var silent = Math.max(0, said.unmarked() - poll.recusedFrom(candidate));
        return new Vote(candidate, said.yes(), said.against(), said.abstain() + silent, poll.denominator(candidate), needed(candidate),
                place, effect, tied);
    }

    private int needed(ApplicantId candidate) {
        return ordered() ? 0 : Thresholds.needed(passing(), poll.denominator(candidate));
    }

    private boolean reached(ApplicantId candidate) {
        var said = papers.about(candidate);
        return ordered() ? said.yes() > 0 : Thresholds.reached(passing(), said.yes(), said.against(), poll.denominator(candidate));
    }

    private Threshold passing() {
        return poll.balloting().passing().orElse(poll.profile().passing());
    }

    private boolean ordered() {
        return poll.balloting().form() == Form.RANK;
    }

    /** One more than there are better ones. */
    private Optional<Integer> place(ApplicantId candidate, List<ApplicantId> row) {
        if (!ordered() && poll.placesLeft().isEmpty()) return Optional.empty();
        return Optional.of(1 + (int) row.stream().filter(other -> byShare().compare(other, candidate) < 0).count());
    }

    /** The highest share first; shares, because recusal may leave candidates with different denominators. */
    private Comparator<ApplicantId> byShare() {
        return (one, other) -> Long.compare((long) papers.about(other).yes() * Math.max(1, poll.denominator(one)),
                (long) papers.about(one).yes() * Math.max(1, poll.denominator(other)));
    }
}
