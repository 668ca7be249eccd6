package conclave.meeting.tally;

import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Stage.Balloting;
import conclave.meeting.event.Table;
import conclave.meeting.event.TallyEvent;
import conclave.meeting.sitting.Casting;
import conclave.meeting.sitting.Issue;
import conclave.meeting.sitting.Round;
import conclave.meeting.sitting.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What came back in a ballot, one way or the other, ready to be counted. */
record Cast(Poll poll, Casting casting) {

    static Cast of(Walk walk, Round round, Balloting balloting) {
        var casting = round.casting().orElseThrow();
        var attending = casting.electors().size();
        var issued = casting.issue().map(Issue::issued).orElse(attending);
        return new Cast(new Poll(balloting, walk.book().profile(), round.candidates(), papers(round, casting), issued, attending,
                recused(walk, round, casting), walk.placesLeft(round.room(), balloting)), casting);
    }

    BallotCount count() {
        return switch (casting.secrecy()) {
            case NAMED -> BallotCount.of(poll);
            case PAPER -> BallotCount.of(poll, casting.agreed().orElseThrow());
            case BLIND_TOKEN -> casting.issue().flatMap(Issue::box).map(box -> BallotCount.of(poll, box))
                    .orElseGet(() -> new BallotCount.Void(TallyEvent.Void.BOX_LOST, poll.issued(), 0));
        };
    }

    private static List<SortedMap<ApplicantId, String>> papers(Round round, Casting casting) {
        var papers = new ArrayList<SortedMap<ApplicantId, String>>();
        for (var given : casting.papers().values()) {
            var read = new TreeMap<ApplicantId, String>();
            for (var candidate : round.candidates()) {
                var word = given.paper().get(candidate.value());
                if (word != null) read.put(candidate, word);
            }
            papers.add(read);
        }
        return papers;
    }

    private static Table<ApplicantId, Integer> recused(Walk walk, Round round, Casting casting) {
        Table<ApplicantId, Integer> recused = Table.empty();
        for (var candidate : round.candidates()) {
            var many = (int) casting.electors().stream().filter(elector -> walk.floor().recused(elector, candidate)).count();
            if (many > 0) recused = recused.with(candidate, many);
        }
        return recused;
    }
}
