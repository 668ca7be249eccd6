package conclave.meeting.prepare;

import conclave.meeting.prepare.Grouping.Applying;
import conclave.meeting.prepare.Grouping.Room;
import conclave.meeting.prepare.Grouping.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** Why a grouping cannot be better: each sentence is a count that anybody can make, and that no other plan can escape. */
final class Obstacles {

    private final Task task;
    private final int[][] cost;
    private final Levelling levelling;
    private final List<Finding> findings = new ArrayList<>();

    Obstacles(Task task, int[][] cost, Levelling levelling) {
        this.task = task;
        this.cost = cost;
        this.levelling = levelling;
    }

    List<Finding> findings() {
        for (var room : task.rooms()) Composition.tooSmall(room.name(), room.judges().size(), task.panelMinimum()).ifPresent(findings::add);
        shutOut();
        crowdedOut().forEach(this::full);
        for (int room = 0; room < task.rooms().size(); room++) {
            int least = task.rooms().get(room).least();
            if (levelling.load(room) < least) {
                findings.add(Finding.of(Matter.ROOM_TOO_EMPTY).with("room", name(room)).with("applicants", levelling.load(room))
                        .with("least", least));
            }
        }
        new Unevenness(task, cost, levelling).findings().forEach(findings::add);
        return List.copyOf(findings);
    }

    /** Those whom not one room may take. */
    private void shutOut() {
        var homeless = new TreeMap<String, Integer>();
        for (int i = 0; i < cost.length; i++) {
            if (mayBeAnywhere(i)) continue;
            var applicant = task.applicants().get(i);
            var serving = task.rooms().stream().filter(room -> room.specialties().contains(applicant.specialty())).toList();
            if (serving.isEmpty()) homeless.merge(applicant.specialty(), 1, Integer::sum);
            else findings.add(judgesTooFew(applicant, serving));
        }
        homeless.forEach((specialty, applicants) ->
                findings.add(Finding.of(Matter.NO_ROOM_FOR_SPECIALTY).with("specialty", specialty).with("applicants", applicants)));
    }

    private boolean mayBeAnywhere(int person) {
        for (int open : cost[person]) {
            if (open != Levelling.BARRED) return true;
        }
        return false;
    }

    private Finding judgesTooFew(Applying applicant, List<Room> serving) {
        var recused = task.recusals().from(applicant.id());
        long judges = serving.stream().map(Room::judges)
                .mapToLong(bench -> bench.stream().filter(judge -> !recused.contains(judge)).count()).max().orElse(0);
        return Finding.of(Matter.JUDGES_TOO_FEW).with("applicant", applicant.id().value()).with("rooms", serving.size())
                .with("judges", judges).with("least", task.panelMinimum());
    }

    /** Sets of rooms that are full to the last seat, with people in them who can go nowhere else; those that share a room are one set. */
    private List<boolean[]> crowdedOut() {
        var sets = new ArrayList<boolean[]>();
        for (int i = 0; i < cost.length; i++) {
            if (levelling.roomOf(i) != Levelling.NOWHERE || !mayBeAnywhere(i)) continue;
            var set = levelling.within(i);
            for (var other : List.copyOf(sets)) {
                if (!meet(set, other)) continue;
                for (int room = 0; room < set.length; room++) set[room] |= other[room];
                sets.remove(other);
            }
            sets.add(set);
        }
        return sets;
    }

    private static boolean meet(boolean[] one, boolean[] other) {
        for (int room = 0; room < one.length; room++) {
            if (one[room] && other[room]) return true;
        }
        return false;
    }

    private void full(boolean[] rooms) {
        int applicants = 0;
        int barred = 0;
        var specialties = new TreeSet<String>();
        for (int i = 0; i < cost.length; i++) {
            if (!mayBeAnywhere(i) || !onlyIn(rooms, i)) continue;
            applicants++;
            specialties.add(task.applicants().get(i).specialty());
            for (int room = 0; room < rooms.length; room++) {
                if (!rooms[room] && closedByRecusal(task.rooms().get(room), task.applicants().get(i))) barred++;
            }
        }
        int places = 0;
        for (int room = 0; room < rooms.length; room++) places += rooms[room] ? task.rooms().get(room).most() : 0;
        findings.add(Finding.of(Matter.ROOMS_FULL).with("specialties", String.join("、", specialties)).with("applicants", applicants)
                .with("rooms", names(rooms).size()).with("names", String.join("、", names(rooms))).with("places", places)
                .with("over", applicants - places).with("barred", barred));
    }

    /** Of a room that this person may not enter: whether it would do with all its judges. */
    private boolean closedByRecusal(Room room, Applying applicant) {
        return room.specialties().contains(applicant.specialty()) && room.judges().size() >= task.panelMinimum();
    }

    private boolean onlyIn(boolean[] rooms, int person) {
        for (int room = 0; room < rooms.length; room++) {
            if (cost[person][room] != Levelling.BARRED && !rooms[room]) return false;
        }
        return true;
    }

    private List<String> names(boolean[] rooms) {
        var names = new ArrayList<String>();
        for (int room = 0; room < rooms.length; room++) {
            if (rooms[room]) names.add(name(room));
        }
        return names;
    }

    private String name(int room) {
        return task.rooms().get(room).name();
    }
}
