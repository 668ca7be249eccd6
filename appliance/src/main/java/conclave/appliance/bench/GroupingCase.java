package conclave.appliance.bench;

import conclave.meeting.prepare.Grouping;
import conclave.meeting.prepare.Grouping.Plan;
import conclave.meeting.prepare.Grouping.Task;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** 2,000 applicants into 20 rooms of 20 judges: how long, how level, and what a plain pass over the list makes of the same. */
final class GroupingCase {

    private static final TreeMap<String, Hall> HALLS = new TreeMap<>();

    static {
        HALLS.put("1 specialty", new Hall(2000, 20, 20, 1, 5, 3, 2000));
        HALLS.put("4 specialties", new Hall(2000, 20, 20, 4, 5, 3, 2000));
        HALLS.put("few rooms open to each", new Hall(2000, 20, 20, 1, 15, 19, 100));
    }

    private GroupingCase() {
    }

    static void measure(Report report, int runs) {
        HALLS.forEach((name, hall) -> measure(report, runs, name, IntStream.rangeClosed(1, runs).mapToObj(hall::task).toList()));
    }

    private static void measure(Report report, int runs, String variant, List<Task> tasks) {
        var seconds = new double[runs];
        var plain = new double[runs];
        var off = new double[runs];
        var busiest = new double[runs];
        var bound = new double[runs];
        var pairs = new double[runs];
        var plainPairs = new double[runs];
        var placed = new double[runs];
        var plainPlaced = new double[runs];
        for (int i = 0; i < runs; i++) {
            var task = tasks.get(i);
            long began = System.nanoTime();
            var plan = Grouping.group(task);
            seconds[i] = (System.nanoTime() - began) / 1e9;
            began = System.nanoTime();
            var greedy = GreedyPass.over(task);
            plain[i] = (System.nanoTime() - began) / 1e9;
            off[i] = offBalance(task, plan);
            busiest[i] = plan.rooms().values().stream().mapToInt(List::size).max().orElse(0);
            bound[i] = balanced(task, plan).values().stream().mapToInt(load -> load[1]).max().orElse(0);
            pairs[i] = plan.recusedPairs();
            plainPairs[i] = greedy.recusedPairs();
            placed[i] = task.applicants().size() - plan.unplaced().size();
            plainPlaced[i] = task.applicants().size() - greedy.leftOver();
        }
        report.add(Figure.of(variant, "grouping", "s", seconds).against("plain pass", Figure.of(variant, "", "s", plain)));
        report.add(Figure.of(variant, "rooms off the balance", "rooms", off));
        report.add(Figure.of(variant, "fullest room", "people", busiest)
                .against("the mean, rounded up", Figure.of(variant, "", "people", bound)));
        report.add(Figure.of(variant, "recused pairs in rooms", "pairs", pairs)
                .against("plain pass", Figure.of(variant, "", "pairs", plainPairs)));
        report.add(Figure.of(variant, "placed", "people", placed).against("plain pass", Figure.of(variant, "", "people", plainPlaced)));
    }

    /** Rooms that have neither the mean of their specialty rounded down nor up. */
    private static int offBalance(Task task, Plan plan) {
        var balanced = balanced(task, plan);
        return (int) task.rooms().stream().filter(room -> {
            var fair = balanced.get(room.specialties().getFirst());
            int load = plan.rooms().get(room.id()).size();
            return load < fair[0] || load > fair[1];
        }).count();
    }

    /** For each specialty the mean load of its rooms, rounded down and up; each room here judges one specialty. */
    private static TreeMap<String, int[]> balanced(Task task, Plan plan) {
        var balanced = new TreeMap<String, int[]>();
        for (var room : task.rooms()) {
            var specialty = room.specialties().getFirst();
            var loads = task.rooms().stream().filter(other -> other.specialties().contains(specialty))
                    .mapToInt(other -> plan.rooms().get(other.id()).size());
            var sum = loads.summaryStatistics();
            int rooms = (int) sum.getCount();
            int applicants = (int) sum.getSum();
            balanced.put(specialty, new int[] {applicants / rooms, (applicants + rooms - 1) / rooms});
        }
        return balanced;
    }
}
