package conclave.appliance.plan;

import conclave.exchange.MeetingFile;
import conclave.exchange.MeetingFile.Applicant;
import conclave.meeting.prepare.Conflict;
import conclave.meeting.prepare.Conflict.Sign;
import conclave.meeting.prepare.Screening;
import conclave.meeting.prepare.Standing;
import conclave.meeting.prepare.Units;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * 回避筛查 of a meeting folder: it tells units, recommenders and names; works and kin come as declared ties, and
 * what was confirmed before stands in the folder.
 */
final class Suspicions {

    private static final Comparator<Conflict> ORDER = Comparator.comparing(Conflict::expert).thenComparing(Conflict::applicant)
            .thenComparing(Conflict::sign).thenComparing(Conflict::fact);

    private Suspicions() {
    }

    static List<Conflict> of(MeetingFile file, Terms terms) {
        var experts = Bench.screened(file).stream().map(it -> standing(it.code(), it.name(), it.unit())).toList();
        var applicants = file.applicants().stream().map(it -> standing(it.code(), it.name(), it.unit())).toList();
        var recommended = file.applicants().stream().filter(it -> apart(it, terms.units()))
                .map(it -> standing(it.code(), "", it.recommender())).toList();
        var found = new ArrayList<>(Screening.screen(experts, applicants, terms.ties(), terms.units()));
        for (var conflict : Screening.screen(experts, recommended, List.of(), terms.units())) {
            found.add(new Conflict(conflict.expert(), conflict.applicant(), Sign.RECOMMENDER, conflict.fact()));
        }
        for (var it : file.recusals()) found.add(new Conflict(it.expert(), it.applicant(), Sign.recorded(it.ground()), it.note().orElse("")));
        return found.stream().sorted(ORDER).toList();
    }

    private static Standing standing(String code, String name, String unit) {
        return new Standing(code, name, List.of(unit), List.of(), List.of());
    }

    /** Who is recommended by the own unit has one tie to it and not two. */
    private static boolean apart(Applicant applicant, Units units) {
        return !units.same(applicant.unit(), applicant.recommender());
    }
}
