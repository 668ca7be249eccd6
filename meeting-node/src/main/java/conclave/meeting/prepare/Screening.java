package conclave.meeting.prepare;

import conclave.meeting.event.Ground;
import conclave.meeting.prepare.Conflict.Sign;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;

/**
 * 回避筛查: what units, names, works and declarations say about experts and applicants. It does not matter who of the two said
 * it. Everything is looked up by its key, so that four hundred experts and two thousand applicants take no time.
 */
public final class Screening {

    /** Somebody said so, of either side; order makes no difference. */
    public record Tie(String one, String other, Ground ground, String words) {
    }

    private static final Comparator<Conflict> ORDER = Comparator.comparing(Conflict::expert).thenComparing(Conflict::applicant)
            .thenComparing(Conflict::sign).thenComparing(Conflict::fact);

    private final Units units;
    private final Traces experts;
    private final Traces applicants;
    private final TreeSet<Conflict> found = new TreeSet<>(ORDER);

    private Screening(Units units, Traces experts, Traces applicants) {
        this.units = units;
        this.experts = experts;
        this.applicants = applicants;
    }

    public static List<Conflict> screen(List<Standing> experts, List<Standing> applicants, List<Tie> ties, Units units) {
        var screening = new Screening(units, Traces.of(experts, units), Traces.of(applicants, units));
        screening.units(experts);
        screening.names();
        screening.ties(ties);
        return List.copyOf(screening.found);
    }

    private void units(List<Standing> people) {
        for (var expert : people) {
            for (int i = 0; i < expert.units().size(); i++) {
                var name = expert.units().get(i);
                for (var met : applicants.inUnit(units.unit(name))) {
                    var sign = i == 0 && met.now() ? Sign.SAME_UNIT : Sign.FORMER_UNIT;
                    found.add(new Conflict(expert.id(), met.id(), sign, agreed(name, met.words())));
                }
            }
        }
    }

    /** Both spellings where they differ, so that a person sees what was held for equal. */
    private static String agreed(String one, String other) {
        return one.equals(other) ? one : one.compareTo(other) < 0 ? one + "／" + other : other + "／" + one;
    }

    private void names() {
        experts.names().forEach((spelling, people) -> {
            for (var expert : people) {
                for (var applicant : applicants.named(spelling)) {
                    found.add(new Conflict(expert.id(), applicant.id(), Sign.SAME_NAME, agreed(expert.words(), applicant.words())));
                }
            }
        });
        named(Traces::relatedTo, Sign.NAMED_AS_KIN);
        named(Traces::workedWith, Sign.SHARED_WORK);
    }

    /** Those of either side whom somebody of the other names. */
    private void named(BiFunction<Traces, String, List<Traces.Trace>> where, Sign sign) {
        experts.names().forEach((spelling, people) -> people.forEach(expert -> where.apply(applicants, spelling).forEach(
                naming -> found.add(new Conflict(expert.id(), naming.id(), sign, naming.words())))));
        applicants.names().forEach((spelling, people) -> people.forEach(applicant -> where.apply(experts, spelling).forEach(
                naming -> found.add(new Conflict(naming.id(), applicant.id(), sign, naming.words())))));
    }

    private void ties(List<Tie> ties) {
        for (var tie : ties) {
            if (experts.knows(tie.one()) && applicants.knows(tie.other())) {
                found.add(new Conflict(tie.one(), tie.other(), Sign.declared(tie.ground()), tie.words()));
            } else if (experts.knows(tie.other()) && applicants.knows(tie.one())) {
                found.add(new Conflict(tie.other(), tie.one(), Sign.declared(tie.ground()), tie.words()));
            }
        }
    }

    /** Where people of one side left their names and their units. */
    private record Traces(TreeSet<String> ids, TreeMap<String, List<Trace>> names, TreeMap<String, List<Trace>> units,
                          TreeMap<String, List<Trace>> works, TreeMap<String, List<Trace>> kin) {

        record Trace(String id, String words, boolean now) {
        }

        static Traces of(List<Standing> people, Units units) {
            var traces = new Traces(new TreeSet<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
            for (var person : people) {
                traces.ids.add(person.id());
                leave(traces.names, Spelling.of(person.name()), new Trace(person.id(), person.name(), true));
                for (int i = 0; i < person.units().size(); i++) {
                    leave(traces.units, units.unit(person.units().get(i)), new Trace(person.id(), person.units().get(i), i == 0));
                }
                for (var work : person.works()) {
                    for (var name : work.people()) leave(traces.works, Spelling.of(name), new Trace(person.id(), work.title(), true));
                }
                for (var name : person.kin()) leave(traces.kin, Spelling.of(name), new Trace(person.id(), name, true));
            }
            return traces;
        }

        private static void leave(TreeMap<String, List<Trace>> place, String key, Trace trace) {
            if (!key.isEmpty()) place.computeIfAbsent(key, _ -> new ArrayList<>()).add(trace);
        }

        boolean knows(String id) {
            return ids.contains(id);
        }

        List<Trace> named(String spelling) {
            return names.getOrDefault(spelling, List.of());
        }

        List<Trace> inUnit(String unit) {
            return units.getOrDefault(unit, List.of());
        }

        List<Trace> workedWith(String spelling) {
            return works.getOrDefault(spelling, List.of());
        }

        List<Trace> relatedTo(String spelling) {
            return kin.getOrDefault(spelling, List.of());
        }
    }
}
