package conclave.meeting.prepare;

import conclave.meeting.prepare.DrawTerms.Stratum;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** 同一单位人数上限: who of a unit is seated already, and whether the places that are left can be filled at all. */
final class UnitShares {

    private final DrawTerms terms;
    private final TreeMap<String, Integer> taken = new TreeMap<>();
    /** Found once for each way of writing it. */
    private final TreeMap<String, String> known = new TreeMap<>();

    UnitShares(DrawTerms terms) {
        this.terms = terms;
    }

    boolean take(Candidate candidate) {
        if (left(candidate) == 0) return false;
        taken.merge(unit(candidate), 1, Integer::sum);
        return true;
    }

    void giveBack(Candidate candidate) {
        taken.merge(unit(candidate), -1, Integer::sum);
    }

    private String unit(Candidate candidate) {
        return known.computeIfAbsent(candidate.unit(), terms.units()::unit);
    }

    /** A person without a unit shares it with nobody. */
    private int left(Candidate candidate) {
        var unit = unit(candidate);
        return terms.mostPerUnit() == 0 || unit.isEmpty() ? Integer.MAX_VALUE : terms.mostPerUnit() - taken.getOrDefault(unit, 0);
    }

    /** By a flow from units to strata: what cannot be filled, and the strata on the narrow side of the cut. */
    Optional<Finding> blocking(List<Stratum> open, SortedMap<String, List<Candidate>> waiting) {
        if (terms.mostPerUnit() == 0) return Optional.empty();
        var flow = new Flow(2);
        var units = new TreeMap<String, Integer>();
        var strata = new ArrayList<Integer>();
        for (var stratum : open) {
            int here = flow.node();
            strata.add(here);
            flow.pipe(0, here, stratum.members());
            var offered = new TreeMap<String, Integer>();
            for (var candidate : waiting.get(stratum.specialty())) {
                int left = left(candidate);
                var unit = unit(candidate);
                if (left == 0) continue;
                if (!unit.isEmpty() && !units.containsKey(unit)) {
                    units.put(unit, flow.node());
                    flow.pipe(units.get(unit), 1, left);
                }
                offered.merge(unit, 1, Integer::sum);
            }
            offered.forEach((unit, many) -> flow.pipe(here, unit.isEmpty() ? 1 : units.get(unit), many));
        }
        long needed = open.stream().mapToLong(Stratum::members).sum();
        long missing = needed - flow.most(0, 1);
        if (missing == 0) return Optional.empty();
        var tight = new ArrayList<Stratum>();
        for (int i = 0; i < open.size(); i++) {
            if (flow.reached(strata.get(i))) tight.add(open.get(i));
        }
        return Optional.of(named(tight, tight.stream().mapToLong(Stratum::members).sum(), missing));
    }

    private Finding named(List<Stratum> tight, long needed, long missing) {
        return Finding.of(Matter.UNITS_BLOCK).with("specialties", String.join("、", tight.stream().map(Stratum::specialty).toList()))
                .with("needed", needed).with("possible", needed - missing).with("most", terms.mostPerUnit());
    }
}
