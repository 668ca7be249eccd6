package conclave.meeting.prepare;

import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.PersonId;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** 回避关系: who must not judge whom. */
public final class Recusals {

    private final TreeMap<ApplicantId, TreeSet<PersonId>> judges = new TreeMap<>();

    public record Pair(PersonId expert, ApplicantId applicant) {
    }

    private Recusals() {
    }

    public static Recusals of(List<Pair> pairs) {
        var recusals = new Recusals();
        for (var pair : pairs) recusals.judges.computeIfAbsent(pair.applicant(), _ -> new TreeSet<>()).add(pair.expert());
        return recusals;
    }

    /** Who must not judge this applicant. */
    public SortedSet<PersonId> from(ApplicantId applicant) {
        return Collections.unmodifiableSortedSet(judges.getOrDefault(applicant, new TreeSet<>()));
    }

    public boolean between(PersonId expert, ApplicantId applicant) {
        return judges.containsKey(applicant) && judges.get(applicant).contains(expert);
    }
}
