package conclave.meeting.prepare;

import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoomId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * 分组: applicants to rooms by specialty, size and recusal. An applicant comes only where enough judges remain; the loads are as
 * level as they can be; after that, as few recused pairs as possible meet in a room. All three exactly, by {@link Levelling}.
 */
public final class Grouping {

    public record Applying(ApplicantId id, String specialty) {
    }

    /**
     * @param specialties what is judged here
     * @param least applicants at least
     * @param most applicants at most
     */
    public record Room(RoomId id, String name, List<String> specialties, int least, int most, List<PersonId> judges) {
        public Room {
            specialties = specialties.stream().distinct().sorted().toList();
            judges = List.copyOf(judges);
            if (least < 0 || most < least) throw new IllegalArgumentException("评议室人数上下限不正确。The limits of a room are wrong.");
        }
    }

    public record Task(List<Applying> applicants, List<Room> rooms, Recusals recusals, int panelMinimum) {
        public Task {
            applicants = applicants.stream().sorted(Comparator.comparing(Applying::id)).toList();
            rooms = rooms.stream().sorted(Comparator.comparing(Room::id)).toList();
        }
    }

    /** @param recusedPairs how many of the recusals meet in one room all the same, where the expert stands aside */
    public record Plan(SortedMap<RoomId, List<ApplicantId>> rooms, List<ApplicantId> unplaced, int recusedPairs, List<Finding> findings) {
        public Plan {
            rooms = Lists.kept(rooms);
            unplaced = List.copyOf(unplaced);
            findings = List.copyOf(findings);
        }


        public boolean blocked() {
            return Finding.blocked(findings);
        }
    }

    private Grouping() {
    }

    public static Plan group(Task task) {
        var cost = cost(task);
        var least = task.rooms().stream().mapToInt(Room::least).toArray();
        var most = task.rooms().stream().mapToInt(Room::most).toArray();
        var levelling = new Levelling(cost, least, most).solved();
        var rooms = new TreeMap<RoomId, List<ApplicantId>>();
        for (var room : task.rooms()) rooms.put(room.id(), new ArrayList<>());
        var unplaced = new ArrayList<ApplicantId>();
        int pairs = 0;
        for (int i = 0; i < cost.length; i++) {
            var applicant = task.applicants().get(i).id();
            int room = levelling.roomOf(i);
            if (room == Levelling.NOWHERE) {
                unplaced.add(applicant);
            } else {
                rooms.get(task.rooms().get(room).id()).add(applicant);
                pairs += cost[i][room];
            }
        }
        return new Plan(rooms, unplaced, pairs, new Obstacles(task, cost, levelling).findings());
    }

    /** Recusals of each applicant in each room, or barred. */
    private static int[][] cost(Task task) {
        var seats = new TreeMap<PersonId, List<Integer>>();
        for (int room = 0; room < task.rooms().size(); room++) {
            for (var judge : task.rooms().get(room).judges()) seats.computeIfAbsent(judge, _ -> new ArrayList<>()).add(room);
        }
        var cost = new int[task.applicants().size()][task.rooms().size()];
        for (int i = 0; i < cost.length; i++) {
            var applicant = task.applicants().get(i);
            for (var judge : task.recusals().from(applicant.id())) {
                for (int room : seats.getOrDefault(judge, List.of())) cost[i][room]++;
            }
            for (int r = 0; r < cost[i].length; r++) {
                var room = task.rooms().get(r);
                boolean open = room.specialties().contains(applicant.specialty())
                        && room.judges().size() - cost[i][r] >= task.panelMinimum();
                if (!open) cost[i][r] = Levelling.BARRED;
            }
        }
        return cost;
    }
}
