package conclave.meeting.prepare;

import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoomId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** 专家编组: experts to rooms by specialty, the panels as level as can be and none larger than its seats. */
public final class Seating {

    public record Expert(PersonId id, String specialty) {
    }

    public record Room(RoomId id, String name, List<String> specialties, int seats) {
        public Room {
            specialties = specialties.stream().distinct().sorted().toList();
        }
    }

    public record Plan(SortedMap<RoomId, List<PersonId>> rooms, List<PersonId> unseated, List<Finding> findings) {
        public Plan {
            rooms = Lists.kept(rooms);
            unseated = List.copyOf(unseated);
            findings = List.copyOf(findings);
        }

        public boolean blocked() {
            return Finding.blocked(findings);
        }
    }

    private final List<Expert> experts;
    private final List<Room> rooms;
    private final int[][] cost;
    private final Levelling levelling;
    private final List<Finding> findings = new ArrayList<>();

    private Seating(List<Expert> experts, List<Room> rooms, int panelMinimum) {
        this.experts = experts.stream().sorted(Comparator.comparing(Expert::id)).toList();
        this.rooms = rooms.stream().sorted(Comparator.comparing(Room::id)).toList();
        cost = new int[experts.size()][rooms.size()];
        for (int i = 0; i < cost.length; i++) {
            for (int r = 0; r < rooms.size(); r++) {
                cost[i][r] = this.rooms.get(r).specialties().contains(this.experts.get(i).specialty()) ? 0 : Levelling.BARRED;
            }
        }
        var least = this.rooms.stream().mapToInt(room -> Math.min(panelMinimum, room.seats())).toArray();
        levelling = new Levelling(cost, least, this.rooms.stream().mapToInt(Room::seats).toArray()).solved();
        for (int r = 0; r < rooms.size(); r++) {
            Composition.tooSmall(this.rooms.get(r).name(), levelling.load(r), panelMinimum).ifPresent(findings::add);
        }
    }

    public static Plan seat(List<Expert> experts, List<Room> rooms, int panelMinimum) {
        return new Seating(experts, rooms, panelMinimum).plan();
    }

    private Plan plan() {
        var seated = new TreeMap<RoomId, List<PersonId>>();
        for (var room : rooms) seated.put(room.id(), new ArrayList<>());
        var unseated = new ArrayList<PersonId>();
        var homeless = new TreeMap<String, Integer>();
        var full = new TreeMap<String, boolean[]>();
        for (int i = 0; i < cost.length; i++) {
            var expert = experts.get(i);
            if (levelling.roomOf(i) != Levelling.NOWHERE) {
                seated.get(rooms.get(levelling.roomOf(i)).id()).add(expert.id());
                continue;
            }
            unseated.add(expert.id());
            if (Arrays.stream(cost[i]).allMatch(c -> c == Levelling.BARRED)) homeless.merge(expert.specialty(), 1, Integer::sum);
            else full.put(Arrays.toString(levelling.within(i)), levelling.within(i));
        }
        homeless.forEach((specialty, many) ->
                findings.add(Finding.of(Matter.NO_ROOM_FOR_EXPERTS).with("specialty", specialty).with("experts", many)));
        full.values().forEach(set -> findings.add(seatsTooFew(set)));
        return new Plan(seated, unseated, findings);
    }

    private Finding seatsTooFew(boolean[] set) {
        var inside = new ArrayList<Room>();
        for (int r = 0; r < set.length; r++) {
            if (set[r]) inside.add(rooms.get(r));
        }
        var served = experts.stream().filter(expert -> rooms.stream().anyMatch(room -> serves(room, expert))
                && rooms.stream().filter(room -> serves(room, expert)).allMatch(inside::contains)).toList();
        int places = inside.stream().mapToInt(Room::seats).sum();
        var specialties = served.stream().map(Expert::specialty).distinct().sorted().toList();
        return Finding.of(Matter.SEATS_TOO_FEW).with("specialties", String.join("、", specialties))
                .with("experts", served.size()).with("rooms", inside.size())
                .with("names", String.join("、", inside.stream().map(Room::name).toList()))
                .with("places", places).with("over", served.size() - places);
    }

    private static boolean serves(Room room, Expert expert) {
        return room.specialties().contains(expert.specialty());
    }
}
