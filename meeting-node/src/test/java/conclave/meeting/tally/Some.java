package conclave.meeting.tally;

import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Profile;
import conclave.meeting.event.Profile.Denominator;
import conclave.meeting.event.Profile.Parity;
import conclave.meeting.event.Profile.Swap;
import conclave.meeting.event.Stage.Aggregation;
import conclave.meeting.event.Stage.Balloting;
import conclave.meeting.event.Stage.Body;
import conclave.meeting.event.Stage.ClassWeight;
import conclave.meeting.event.Stage.Divergence;
import conclave.meeting.event.Stage.Effect;
import conclave.meeting.event.Stage.Entrants;
import conclave.meeting.event.Stage.Form;
import conclave.meeting.event.Stage.Method;
import conclave.meeting.event.Stage.Per;
import conclave.meeting.event.Stage.Remedy;
import conclave.meeting.event.Stage.Secrecy;
import conclave.meeting.event.Stage.Ties;
import conclave.meeting.event.Threshold;
import conclave.meeting.event.Threshold.Share;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Values for tests of the count. */
final class Some {

    static final Share TWO_THIRDS = new Share(2, 3, false);

    private Some() {
    }

    static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    static ApplicantId applicant(int number) {
        return new ApplicantId("apl_0000" + (1000 + number));
    }

    static PersonId expert(int number) {
        return new PersonId("per_0000" + (1000 + number));
    }

    static Judged judged(int expert, String expertClass, String... marks) {
        var given = new TreeMap<String, BigDecimal>();
        for (int i = 0; i < marks.length; i++) given.put("A" + (i + 1), number(marks[i]));
        return new Judged(expert(expert), expertClass.isEmpty() ? Optional.empty() : Optional.of(expertClass), given);
    }

    /** One expert a sum. */
    static List<Judged> sums(String... sums) {
        var all = new ArrayList<Judged>();
        for (int i = 0; i < sums.length; i++) all.add(judged(i, "", sums[i]));
        return all;
    }

    static Aggregation aggregation(Method method, int from) {
        return new Aggregation(method, from, Per.SHEET, List.of(), Optional.empty());
    }

    static Aggregation weighted(String... classesAndWeights) {
        var weights = new ArrayList<ClassWeight>();
        for (int i = 0; i < classesAndWeights.length; i += 2) {
            weights.add(new ClassWeight(classesAndWeights[i], number(classesAndWeights[i + 1])));
        }
        return new Aggregation(Method.MEAN, 5, Per.SHEET, weights, Optional.empty());
    }

    static Aggregation diverging(Method method, int from, String range) {
        return new Aggregation(method, from, Per.SHEET, List.of(), Optional.of(new Divergence(number(range), Remedy.EXTRA_REVIEWER)));
    }

    static List<Candidate> candidates(String... totals) {
        var all = new ArrayList<Candidate>();
        for (int i = 0; i < totals.length; i++) {
            all.add(new Candidate(applicant(i + 1), totals[i].isEmpty() ? Optional.empty() : Optional.of(number(totals[i]))));
        }
        return all;
    }

    static Profile profile(Threshold passing, Denominator denominator) {
        return new Profile("p", 1, "规则", TWO_THIRDS, passing, denominator, 3, 25, Parity.ODD, false, 3, 9, Swap.VOID_SCORES);
    }

    static Balloting balloting(Form form, int choose, int places, Ties ties) {
        return new Balloting("ballot", "票决", Body.PLENARY, form, Secrecy.PAPER, new Entrants.Undecided(), choose, places, Optional.empty(),
                Effect.PASS, Effect.FAIL, ties);
    }

    /** A sign for each candidate: y, n, a, a digit for a place, or - for unmarked. */
    static SortedMap<ApplicantId, String> paper(String signs) {
        var paper = new TreeMap<ApplicantId, String>();
        for (int i = 0; i < signs.length(); i++) {
            var sign = signs.charAt(i);
            if (sign == '-') continue;
            paper.put(applicant(i + 1), sign == 'y' ? Poll.YES : sign == 'n' ? Poll.AGAINST : sign == 'a' ? Poll.ABSTAIN : String.valueOf(sign));
        }
        return paper;
    }

    static List<SortedMap<ApplicantId, String>> papers(String... papers) {
        return java.util.stream.Stream.of(papers).map(Some::paper).toList();
    }
}
