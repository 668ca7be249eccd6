package conclave.audit;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What was found, in the order of finding; of one kind the first few are told, the rest counted. */
final class Findings {

    private static final int TOLD = 5;

    private final Map<Matter, List<Finding>> told = new EnumMap<>(Matter.class);
    private final Map<Matter, Integer> counts = new EnumMap<>(Matter.class);

    void add(Matter matter, Object... facts) {
        if (counts.merge(matter, 1, Integer::sum) <= TOLD) told.computeIfAbsent(matter, _ -> new ArrayList<>()).add(Finding.of(matter, facts));
    }

    boolean breaking() {
        return counts.keySet().stream().anyMatch(matter -> matter.weight() == Matter.Weight.BREAKS);
    }

    List<Finding> all() {
        var all = new ArrayList<Finding>();
        told.forEach((matter, some) -> {
            all.addAll(some);
            int untold = counts.get(matter) - some.size();
            if (untold > 0) all.add(Finding.of(Matter.MORE, "count", untold));
        });
        return all;
    }
}
