package conclave.meeting.prepare;

import conclave.meeting.prepare.Grouping.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Where rooms of the same specialties differ by more than one applicant, what makes it so: people who can be nowhere else than in
 * the crowded rooms, or too few who can be in the sparse ones. Both are proofs, for the loads are optimal.
 */
final class Unevenness {

    private final Task task;
    private final int[][] cost;
    private final Levelling levelling;

    Unevenness(Task task, int[][] cost, Levelling levelling) {
        this.task = task;
        this.cost = cost;
        this.levelling = levelling;
    }

    List<Finding> findings() {
        var classes = new TreeMap<String, List<Integer>>();
        for (int room = 0; room < task.rooms().size(); room++) {
            classes.computeIfAbsent(String.join("、", task.rooms().get(room).specialties()), _ -> new ArrayList<>()).add(room);
        }
        var findings = new ArrayList<Finding>();
        for (var rooms : classes.values()) {
            int heaviest = rooms.getFirst();
            int lightest = rooms.getFirst();
            for (int room : rooms) {
                if (levelling.load(room) > levelling.load(heaviest)) heaviest = room;
                if (levelling.load(room) < levelling.load(lightest)) lightest = room;
            }
            if (levelling.load(heaviest) - levelling.load(lightest) < 2) continue;
            crowded(heaviest, findings);
            sparse(lightest, findings);
        }
        return findings;
    }

    /** Nobody here can leave these rooms, so one of them has at least the mean, rounded up. */
    private void crowded(int heaviest, List<Finding> findings) {
        var rooms = levelling.behind(heaviest);
        int applicants = 0;
        for (int person = 0; person < cost.length; person++) {
            int room = levelling.roomOf(person);
            if (room != Levelling.NOWHERE && rooms[room]) applicants++;
        }
        int many = names(rooms).size();
        int atLeast = (applicants + many - 1) / many;
        if (atLeast == levelling.load(heaviest)) findings.add(found(Matter.CROWDED, rooms, applicants).with("most", atLeast));
    }

    /** Nobody else can come into these rooms, so one of them has at most the mean, rounded down. */
    private void sparse(int lightest, List<Finding> findings) {
        var rooms = levelling.before(lightest);
        int applicants = 0;
        for (int person = 0; person < cost.length; person++) {
            if (levelling.roomOf(person) != Levelling.NOWHERE && mayBeIn(rooms, person)) applicants++;
        }
        int atMost = applicants / names(rooms).size();
        if (atMost == levelling.load(lightest)) findings.add(found(Matter.SPARSE, rooms, applicants).with("fewest", atMost));
    }

    private boolean mayBeIn(boolean[] rooms, int person) {
        for (int room = 0; room < rooms.length; room++) {
            if (rooms[room] && cost[person][room] != Levelling.BARRED) return true;
        }
        return false;
    }

    private Finding found(Matter matter, boolean[] rooms, int applicants) {
        return Finding.of(matter).with("names", String.join("、", names(rooms))).with("rooms", names(rooms).size())
                .with("applicants", applicants);
    }

    private List<String> names(boolean[] rooms) {
        var names = new ArrayList<String>();
        for (int room = 0; room < rooms.length; room++) {
            if (rooms[room]) names.add(task.rooms().get(room).name());
        }
        return names;
    }
}
