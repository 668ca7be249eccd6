package conclave.meeting.sitting;

import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Refusal;
import conclave.meeting.event.Refusal.Code;
import conclave.meeting.event.Stage.Balloting;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * What may stand on a paper: "yes", "against" or "abstain" for everybody; "yes" for some, where they are to be chosen; "1", "2", … for all.
 * A paper that is filled in on a screen is checked before it is cast, so that none is lost.
 */
public final class Paper {

    public static final String YES = "yes";
    public static final String AGAINST = "against";
    public static final String ABSTAIN = "abstain";

    private Paper() {
    }

    static Optional<Refusal> wrong(Balloting ballot, List<ApplicantId> candidates, SortedMap<String, String> paper) {
        var known = new TreeSet<String>();
        for (var candidate : candidates) known.add(candidate.value());
        if (!known.containsAll(paper.keySet())) return invalid("candidate");
        return switch (ballot.form()) {
            case APPROVE -> {
                if (paper.size() < known.size()) yield invalid("missing");
                var words = paper.values().stream().allMatch(word -> word.equals(YES) || word.equals(AGAINST) || word.equals(ABSTAIN));
                yield words ? Optional.empty() : invalid("word");
            }
            case CHOOSE -> {
                if (!paper.values().stream().allMatch(YES::equals)) yield invalid("word");
                yield paper.size() > ballot.choose() ? invalid("tooMany") : Optional.empty();
            }
            case RANK -> {
                var places = new TreeSet<String>();
                for (int place = 1; place <= known.size(); place++) places.add(Integer.toString(place));
                yield paper.size() == known.size() && new TreeSet<>(paper.values()).equals(places) ? Optional.empty() : invalid("order");
            }
        };
    }

    private static Optional<Refusal> invalid(String wrong) {
        return Optional.of(Refusal.of(Code.PAPER_INVALID).with("wrong", wrong));
    }
}
