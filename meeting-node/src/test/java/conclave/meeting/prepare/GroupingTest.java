package conclave.meeting.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.prepare.Grouping.Applying;
import conclave.meeting.prepare.Grouping.Plan;
import conclave.meeting.prepare.Grouping.Room;
import conclave.meeting.prepare.Grouping.Task;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Applicants come to rooms as evenly as can be; what cannot be is said, and is true. */
class GroupingTest {

    private static final long SEED = Long.getLong("conclave.seed", 1);

    @Test
    void theHallIsWithinOneOfTheBalancedLoad() {
        var task = hall(2000, 20, 20, 50, 4, SEED);
        var plan = Grouping.group(task);
        assertEquals(List.of(), plan.findings(), "seed " + SEED);
        assertEquals(2000, plan.rooms().values().stream().mapToInt(List::size).sum());
        for (var specialty : List.of("专业0", "专业1", "专业2", "专业3")) {
            var loads = task.rooms().stream().filter(room -> room.specialties().contains(specialty))
                    .mapToInt(room -> plan.rooms().get(room.id()).size()).sorted().toArray();
            assertTrue(loads[loads.length - 1] - loads[0] <= 1, "seed " + SEED + ": " + specialty);
        }
        allowed(task, plan, "seed " + SEED);
    }

    /** Against every assignment there is: as many placed, the least filled, the loads as level, the recusals as few. */
    @Test
    void nothingBetterExists() {
        int infeasible = 0;
        for (long run = SEED; run < SEED + 3000; run++) {
            var task = small(new Random(run));
            var plan = Grouping.group(task);
            allowed(task, plan, "seed " + run);
            var best = best(task, new int[task.rooms().size()], 0, 0, 0);
            assertEquals(best, merit(task, plan), "seed " + run);
            if (!plan.unplaced().isEmpty()) infeasible++;
        }
        assertTrue(infeasible > 300, infeasible + " that were not to be solved");
    }

    @Test
    void theSameWhateverTheOrderOfTheLists() {
        for (long run = SEED; run < SEED + 1000; run++) {
            var chance = new Random(run);
            var task = small(chance);
            var applicants = new ArrayList<>(task.applicants());
            var rooms = new ArrayList<>(task.rooms());
            Collections.shuffle(applicants, chance);
            Collections.shuffle(rooms, chance);
            assertEquals(Grouping.group(task), Grouping.group(new Task(applicants, rooms, task.recusals(), task.panelMinimum())),
                    "seed " + run);
        }
    }

    /** A blocker is true when nothing helps that leaves it in place, and giving way where it points does. */
    @Test
    void aNamedBlockerIsTheOneThatBlocks() {
        int seen = 0;
        for (long run = SEED; run < SEED + 3000; run++) {
            var task = small(new Random(run));
            var full = Grouping.group(task).findings().stream().filter(finding -> finding.matter() == Matter.ROOMS_FULL).toList();
            if (full.isEmpty()) continue;
            seen++;
            for (var finding : full) {
                var named = List.of(finding.facts().get("names").split("、"));
                int over = Integer.parseInt(finding.facts().get("over"));
                assertTrue(over > 0, "seed " + run);
                var elsewhere = Grouping.group(larger(task, room -> !named.contains(room.name()), 100));
                assertTrue(elsewhere.findings().contains(finding), "seed " + run + ": " + finding.chinese() + " but\n" + elsewhere);
            }
            var eased = task;
            for (var finding : full) {
                var named = List.of(finding.facts().get("names").split("、"));
                eased = larger(eased, room -> named.contains(room.name()), Integer.parseInt(finding.facts().get("over")));
            }
            assertTrue(Grouping.group(eased).findings().stream().noneMatch(finding -> finding.matter() == Matter.ROOMS_FULL),
                    "seed " + run);
        }
        assertTrue(seen > 300, seen + " that were full");
    }

    @Test
    void whoLosesTooManyJudgesEverywhereIsNamedAndComesInWithoutTheRecusals() {
        int seen = 0;
        for (long run = SEED; run < SEED + 2000; run++) {
            var task = small(new Random(run));
            if (Grouping.group(task).findings().stream().noneMatch(finding -> finding.matter() == Matter.JUDGES_TOO_FEW)) continue;
            seen++;
            var lifted = Grouping.group(new Task(task.applicants(), task.rooms(), Recusals.of(List.of()), task.panelMinimum())).findings();
            assertTrue(lifted.stream().noneMatch(finding -> finding.matter() == Matter.JUDGES_TOO_FEW), "seed " + run);
        }
        assertTrue(seen > 200, seen + " that lost their judges");
    }

    @Test
    void blockersAreSentences() {
        var applicants = new ArrayList<Applying>();
        for (int i = 0; i < 5; i++) applicants.add(new Applying(applicant(i), "水利"));
        applicants.add(new Applying(applicant(5), "考古"));
        var judges = List.of(person(0), person(1), person(2));
        var rooms = List.of(new Room(room(0), "第一评议室", List.of("水利"), 0, 2, judges),
                new Room(room(1), "第二评议室", List.of("水利"), 0, 2, judges),
                new Room(room(2), "第三评议室", List.of("道桥"), 1, 9, List.of(person(7), person(8))));
        var said = Grouping.group(new Task(applicants, rooms, Recusals.of(List.of()), 3)).findings().stream().map(Finding::chinese)
                .toList();
        assertEquals(List.of("“第三评议室”只有专家2名，少于规定的3名。", "专业“考古”有申报人1名，没有评议室评审该专业。",
                "专业“水利”的5名申报人只有2个评议室（第一评议室、第二评议室）可去，这些评议室共可容纳4人，超出1人。其中因回避而不能去的评议室共0人次。",
                "“第三评议室”只能分到申报人0名，少于要求的1名。"), said);
    }

    @Test
    void roomsThatCannotBeLevelSayWhy() {
        var judges = List.of(person(0), person(1), person(2));
        var others = List.of(person(3), person(4), person(5));
        var applicants = new ArrayList<Applying>();
        var pairs = new ArrayList<Recusals.Pair>();
        for (int i = 0; i < 10; i++) {
            applicants.add(new Applying(applicant(i), "水利"));
            if (i < 8) pairs.add(new Recusals.Pair(person(3), applicant(i)));
        }
        var plan = Grouping.group(new Task(applicants, List.of(new Room(room(0), "甲室", List.of("水利"), 0, 99, judges),
                new Room(room(1), "乙室", List.of("水利"), 0, 99, others)),
                Recusals.of(pairs), 3));
        assertFalse(plan.blocked());
        assertEquals(List.of("“甲室”的8名申报人只能在这1个评议室，至少有一室须达到8人，各室人数无法更均衡。",
                "“乙室”这1个评议室最多只有2名申报人可去，至少有一室只能有2人，各室人数无法更均衡。"), plan.findings().stream().map(Finding::chinese).toList());
    }

    private static void allowed(Task task, Plan plan, String when) {
        for (var room : task.rooms()) {
            assertTrue(plan.rooms().get(room.id()).size() <= room.most(), when);
            for (var id : plan.rooms().get(room.id())) {
                var applicant = task.applicants().stream().filter(a -> a.id().equals(id)).findFirst().orElseThrow();
                assertTrue(open(task, applicant, room), when);
            }
        }
    }

    private static boolean open(Task task, Applying applicant, Room room) {
        return room.specialties().contains(applicant.specialty()) && room.judges()
                .size() - recused(task, applicant, room) >= task.panelMinimum();
    }

    private static int recused(Task task, Applying applicant, Room room) {
        return (int) room.judges().stream().filter(judge -> task.recusals().between(judge, applicant.id())).count();
    }

    /** What matters, in its order: left out, missing from the least, unevenness; and recusals, where nobody is left out. */
    private static long merit(Task task, int[] loads, int unplaced, int pairs) {
        int missing = 0;
        int squares = 0;
        for (int i = 0; i < loads.length; i++) {
            missing += Math.max(0, task.rooms().get(i).least() - loads[i]);
            squares += loads[i] * loads[i];
        }
        return ((unplaced * 1000L + missing) * 1000L + squares) * 1000L + (unplaced == 0 ? pairs : 0);
    }

    private static long merit(Task task, Plan plan) {
        return merit(task, task.rooms().stream().mapToInt(room -> plan.rooms().get(room.id()).size()).toArray(), plan.unplaced().size(),
                plan.recusedPairs());
    }

    private static long best(Task task, int[] loads, int at, int unplaced, int pairs) {
        if (at == task.applicants().size()) return merit(task, loads, unplaced, pairs);
        var applicant = task.applicants().get(at);
        long best = best(task, loads, at + 1, unplaced + 1, pairs);
        for (int i = 0; i < loads.length; i++) {
            var room = task.rooms().get(i);
            if (loads[i] == room.most() || !open(task, applicant, room)) continue;
            loads[i]++;
            best = Math.min(best, best(task, loads, at + 1, unplaced, pairs + recused(task, applicant, room)));
            loads[i]--;
        }
        return best;
    }

    private static Task larger(Task task, Predicate<Room> which, int by) {
        return new Task(task.applicants(), task.rooms().stream().map(room -> which.test(room)
                ? new Room(room.id(), room.name(), room.specialties(), room.least(), room.most() + by, room.judges()) : room).toList(),
                task.recusals(), task.panelMinimum());
    }

    /** Up to seven applicants, up to three rooms, often more than fit. */
    private static Task small(Random chance) {
        var specialties = List.of("水利", "道桥");
        var rooms = new ArrayList<Room>();
        var judges = new ArrayList<PersonId>();
        for (int i = 0; i < 1 + chance.nextInt(3); i++) {
            var here = List.of(person(judges.size()), person(judges.size() + 1), person(judges.size() + 2), person(judges.size() + 3));
            judges.addAll(here);
            int least = chance.nextInt(3);
            rooms.add(new Room(room(i), "第" + (i + 1) + "室", chance.nextInt(3) == 0 ? specialties
                    : List.of(specialties.get(chance.nextInt(2))), least, least + chance.nextInt(4), here));
        }
        var applicants = new ArrayList<Applying>();
        var pairs = new ArrayList<Recusals.Pair>();
        for (int i = 0; i < 1 + chance.nextInt(7); i++) {
            applicants.add(new Applying(applicant(i), specialties.get(chance.nextInt(2))));
            for (var judge : judges) {
                if (chance.nextInt(4) == 0) pairs.add(new Recusals.Pair(judge, applicant(i)));
            }
        }
        return new Task(applicants, rooms, Recusals.of(pairs), 3);
    }

    static Task hall(int applicants, int rooms, int perRoom, int oneIn1000, int specialties, long seed) {
        var chance = new Random(seed);
        var benches = new ArrayList<Room>();
        for (int r = 0; r < rooms; r++) {
            var judges = new ArrayList<PersonId>();
            for (int j = 0; j < perRoom; j++) judges.add(person(r * perRoom + j));
            benches.add(new Room(room(r), "第" + (r + 1) + "评议室", List.of("专业" + r % specialties), 0, applicants, judges));
        }
        var applying = new ArrayList<Applying>();
        var pairs = new ArrayList<Recusals.Pair>();
        for (int i = 0; i < applicants; i++) {
            applying.add(new Applying(applicant(i), "专业" + chance.nextInt(specialties)));
            for (int j = 0; j < rooms * perRoom; j++) {
                if (chance.nextInt(1000) < oneIn1000) pairs.add(new Recusals.Pair(person(j), applicant(i)));
            }
        }
        return new Task(applying, benches, Recusals.of(pairs), 3);
    }

    static ApplicantId applicant(int number) {
        return new ApplicantId(String.format(Locale.ROOT, "apl_%08d", number));
    }

    static PersonId person(int number) {
        return new PersonId(String.format(Locale.ROOT, "per_%08d", number + 1));
    }

    static RoomId room(int number) {
        return new RoomId(String.format(Locale.ROOT, "rm_%08d", number));
    }
}
