package conclave.meeting.tally;

import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Profile;
import conclave.meeting.event.Profile.Denominator;
import conclave.meeting.event.Stage.Balloting;
import conclave.meeting.event.Stage.Form;
import conclave.meeting.event.Table;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * All there is to a ballot at its close.
 *
 * @param papers what came back: to each name a word ({@link #YES}, {@link #AGAINST}, {@link #ABSTAIN}, or a place where an
 *     order is voted); a name without a word is unmarked
 * @param attending those present, whether they returned a paper or not
 * @param recused how many of the attending are recused from a candidate
 * @param placesLeft absent: no limit
 */
public record Poll(Balloting balloting, Profile profile, List<ApplicantId> candidates, List<SortedMap<ApplicantId, String>> papers,
                   int issued, int attending, Table<ApplicantId, Integer> recused, Optional<Integer> placesLeft) {

    public static final String YES = "yes";
    public static final String AGAINST = "against";
    public static final String ABSTAIN = "abstain";

    public Poll {
        candidates = List.copyOf(candidates);
        papers = List.copyOf(papers);
    }

    int recusedFrom(ApplicantId candidate) {
        return recused.get(candidate).orElse(0);
    }

    int voters(ApplicantId candidate) {
        return profile.denominator() == Denominator.ATTENDING ? attending : Math.max(0, attending - recusedFrom(candidate));
    }

    int denominator(ApplicantId candidate) {
        return balloting.form() == Form.RANK ? voters(candidate) * candidates.size() : voters(candidate);
    }
}
