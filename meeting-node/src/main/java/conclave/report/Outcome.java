package conclave.report;

import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Item;
import conclave.meeting.event.RuleEvent.ApplicantCounted;
import conclave.meeting.event.RuleEvent.Eligibility;
import conclave.meeting.event.Stage.Effect;
import conclave.meeting.event.TallyEvent.Row;
import conclave.meeting.event.Vote;
import conclave.meeting.sitting.Round;
import java.util.Comparator;
import java.util.Optional;

/** What became of one applicant: what every list of results says, said once. */
record Outcome(Item.Applicant applicant, ApplicantCounted counted, Optional<Row> row, Optional<Vote> vote, Effect standing) {

    static Outcome of(Held held, Item.Applicant applicant) {
        var end = held.end();
        return new Outcome(applicant, end.book().countedOf(applicant.id()), end.tallies().latest(end.floor(), applicant.id()),
                vote(held, applicant.id()), end.walk().standing(applicant.id()));
    }

    /** The latest ballot that counts and names the applicant. */
    private static Optional<Vote> vote(Held held, ApplicantId applicant) {
        return held.rounds().stream().sorted(Comparator.comparing(Round::openedAt).reversed())
                .flatMap(round -> held.end().tallies().ballots().get(round.id()).stream())
                .flatMap(ballot -> ballot.votes().stream()).filter(vote -> vote.applicant().equals(applicant)).findFirst();
    }

    boolean passed() {
        return standing == Effect.PASS;
    }

    /** Yes of how many, as it is written in a review form. */
    String votes() {
        return vote.map(it -> it.yes() + "/" + it.denominator()).orElse("");
    }

    /** Whoever was out before anybody sat is told apart from whom a room did not pass. */
    String words() {
        if (counted.eligibility() != Eligibility.ELIGIBLE && standing == Effect.FAIL) return Wording.eligibility(counted.eligibility());
        return Wording.effect(standing);
    }
}
