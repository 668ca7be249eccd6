package conclave.appliance.plan;

import conclave.exchange.MeetingFile.Person;
import conclave.exchange.MeetingFile.Recusal;
import conclave.meeting.prepare.Conflict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * 回避清单: which of the conflicts the new folder holds as recusals. What the folder held before stays as it was; a doubt is for a
 * person to settle; of pairs that never meet nobody need say anything.
 *
 * @param recorded by the codes of expert and applicant
 * @param undecided pairs that meet, and about which somebody has to decide
 * @param apart how many pairs never meet
 */
record RecusalList(SortedMap<Pair, Recusal> recorded, SortedSet<Pair> undecided, int apart) {

    private static final int LONGEST_NOTE = 500;

    RecusalList {
        recorded = Collections.unmodifiableSortedMap(new TreeMap<>(recorded));
        undecided = Collections.unmodifiableSortedSet(new TreeSet<>(undecided));
    }

    record Pair(String expert, String applicant) implements Comparable<Pair> {

        static Pair of(Conflict conflict) {
            return new Pair(conflict.expert(), conflict.applicant());
        }

        static Pair of(Recusal recusal) {
            return new Pair(recusal.expert(), recusal.applicant());
        }

        @Override
        public int compareTo(Pair other) {
            return Comparator.comparing(Pair::expert).thenComparing(Pair::applicant).compare(this, other);
        }
    }

    /** What becomes of a conflict. */
    enum Outcome {
        RECORDED("登记"), UNDECIDED("待核实"), APART("不同室");

        private final String chinese;

        Outcome(String chinese) {
            this.chinese = chinese;
        }

        String chinese() {
            return chinese;
        }
    }

    List<Recusal> lines() {
        return List.copyOf(recorded.values());
    }

    Outcome of(Conflict conflict) {
        var pair = Pair.of(conflict);
        if (recorded.containsKey(pair)) return Outcome.RECORDED;
        return undecided.contains(pair) ? Outcome.UNDECIDED : Outcome.APART;
    }

    static RecusalList of(Plan plan) {
        var file = plan.file();
        var rooms = plan.roomsOf();
        var people = new TreeMap<String, Person>();
        file.people().forEach(it -> people.put(it.code(), it));
        var recorded = new TreeMap<Pair, Recusal>();
        file.recusals().forEach(it -> recorded.put(Pair.of(it), it));
        var pairs = new TreeMap<Pair, List<Conflict>>();
        plan.conflicts().forEach(it -> pairs.computeIfAbsent(Pair.of(it), _ -> new ArrayList<>()).add(it));
        pairs.keySet().removeAll(recorded.keySet());
        int all = pairs.size();
        pairs.keySet().removeIf(pair -> !file.sitsOn(people.get(pair.expert()), rooms.get(pair.applicant())));
        var undecided = new TreeSet<Pair>();
        pairs.forEach((pair, found) -> {
            var reasons = people.get(pair.expert()).judges() ? reasons(found, plan.terms().recuse()) : List.<Conflict>of();
            if (reasons.isEmpty()) undecided.add(pair);
            else recorded.put(pair, recusal(pair, reasons));
        });
        return new RecusalList(recorded, undecided, all - pairs.size());
    }

    /** Where something is certain, a doubt adds nothing to it. */
    private static List<Conflict> reasons(List<Conflict> found, Recuse recuse) {
        var certain = found.stream().filter(it -> it.sign().certain()).toList();
        return switch (recuse) {
            case NONE -> List.of();
            case CERTAIN -> certain;
            case ALL -> certain.isEmpty() ? found : certain;
        };
    }

    private static Recusal recusal(Pair pair, List<Conflict> reasons) {
        var ground = reasons.stream().map(it -> it.sign().ground()).min(Comparator.naturalOrder()).orElseThrow();
        var note = reasons.stream().map(Conflict::chinese).collect(Collectors.joining("；"));
        var points = note.codePoints().limit(LONGEST_NOTE).toArray();
        return new Recusal(pair.expert(), pair.applicant(), ground, Optional.of(new String(points, 0, points.length)));
    }
}
