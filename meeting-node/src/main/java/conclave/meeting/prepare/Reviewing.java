package conclave.meeting.prepare;

import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.PersonId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * 材料分配: so many lead reviewers (主审) for each applicant of a room, by pages. Nobody reads more than the best plan's busiest
 * reader and one dossier besides: loads are first shared out in fractions under the lowest ceiling that holds, then each
 * dossier is given whole to readers of its fractions (Shmoys and Tardos), then moved where that evens out.
 */
public final class Reviewing {

    public record Dossier(ApplicantId applicant, int pages) {
        public Dossier {
            if (pages < 0) throw new IllegalArgumentException("页数不能为负。Fewer than no pages.");
        }

        /** Even an empty folder has to be opened. */
        int weight() {
            return Math.max(1, pages);
        }
    }

    /** @param ceiling no plan has a busiest reader with less, in pages (an empty dossier counted as one) */
    public record Plan(SortedMap<ApplicantId, List<PersonId>> reviewers, SortedMap<PersonId, Long> pages, long ceiling,
                       List<Finding> findings) {
        public Plan {
            reviewers = Lists.kept(reviewers);
            pages = Collections.unmodifiableSortedMap(new TreeMap<>(pages));
            findings = List.copyOf(findings);
        }

        public boolean blocked() {
            return Finding.blocked(findings);
        }
    }

    private final List<Dossier> dossiers;
    private final List<PersonId> judges;
    private final Recusals recusals;
    private final int each;

    private Reviewing(List<Dossier> dossiers, List<PersonId> judges, Recusals recusals, int each) {
        this.dossiers = dossiers.stream().sorted(Comparator.comparing(Dossier::applicant)).toList();
        this.judges = judges.stream().sorted().distinct().toList();
        this.recusals = recusals;
        this.each = each;
    }

    public static Plan assign(List<Dossier> dossiers, List<PersonId> judges, Recusals recusals, int each) {
        if (each < 1) throw new IllegalArgumentException("每份材料至少一名主审。At least one reviewer for each.");
        return new Reviewing(dossiers, judges, recusals, each).plan();
    }

    private Plan plan() {
        var able = new ArrayList<List<Integer>>();
        var findings = new ArrayList<Finding>();
        for (var dossier : dossiers) {
            var here = new ArrayList<Integer>();
            for (int j = 0; j < judges.size(); j++) {
                if (!recusals.between(judges.get(j), dossier.applicant())) here.add(j);
            }
            able.add(here);
            if (here.size() >= each) continue;
            findings.add(Finding.of(Matter.REVIEWERS_TOO_FEW).with("applicant", dossier.applicant().value()).with("needed", each)
                    .with("able", here.size()));
        }
        var reviewers = new TreeMap<ApplicantId, List<PersonId>>();
        var pages = new TreeMap<PersonId, Long>();
        if (!findings.isEmpty()) return new Plan(reviewers, pages, 0, findings);
        for (var judge : judges) pages.put(judge, 0L);
        var shares = new ReadingShares(dossiers.stream().mapToInt(Dossier::weight).toArray(), able, judges.size(), each);
        var given = shares.whole();
        for (int i = 0; i < given.size(); i++) {
            var dossier = dossiers.get(i);
            reviewers.put(dossier.applicant(), given.get(i).stream().map(judges::get).toList());
            for (int judge : given.get(i)) pages.merge(judges.get(judge), (long) dossier.pages(), Long::sum);
        }
        return new Plan(reviewers, pages, shares.ceiling(), findings);
    }
}
