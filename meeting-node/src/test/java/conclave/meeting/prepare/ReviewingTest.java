package conclave.meeting.prepare;

import static conclave.meeting.prepare.GroupingTest.applicant;
import static conclave.meeting.prepare.GroupingTest.person;
import static conclave.meeting.prepare.GroupingTest.room;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.meeting.event.Id.PersonId;
import conclave.meeting.prepare.Reviewing.Dossier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every dossier has its lead reviewers, nobody who is recused, and the pages are shared out fairly. */
class ReviewingTest {

    private static final long SEED = Long.getLong("conclave.seed", 1);

    private record Room(List<Dossier> dossiers, List<PersonId> judges, Recusals recusals, int each) {
    }

    @Test
    void everyDossierHasSoManyReviewersAndNoneOfThemIsRecused() {
        for (long run = SEED; run < SEED + 1000; run++) {
            var room = random(new Random(run), 20, 8, 300);
            var plan = assigned(room);
            if (plan.blocked()) continue;
            for (var dossier : room.dossiers()) {
                var reviewers = plan.reviewers().get(dossier.applicant());
                assertEquals(room.each(), new TreeSet<>(reviewers).size(), "seed " + run);
                assertEquals(room.each(), reviewers.size(), "seed " + run);
                for (var judge : reviewers) assertFalse(room.recusals().between(judge, dossier.applicant()), "seed " + run);
            }
            nothingMovedWouldEase(room, plan, "seed " + run);
            int largest = room.dossiers().stream().mapToInt(Dossier::weight).max().orElse(0);
            long busiest = plan.pages().values().stream().max(Long::compare).orElseThrow();
            assertTrue(busiest <= plan.ceiling() + largest, "seed " + run + ": " + busiest + " over " + plan.ceiling());
        }
    }

    /** Against every assignment there is: the ceiling is below the best, and the busiest is at most one dossier above it. */
    @Test
    void theBusiestReadsAtMostOneDossierMoreThanInTheBestPlan() {
        int solved = 0;
        for (long run = SEED; run < SEED + 2000; run++) {
            var room = random(new Random(run), 5, 4, 20);
            var plan = assigned(room);
            if (plan.blocked()) continue;
            solved++;
            long best = best(room, new long[room.judges().size()], 0, 0, 0);
            int largest = room.dossiers().stream().mapToInt(Dossier::weight).max().orElse(0);
            long busiest = plan.pages().values().stream().max(Long::compare).orElseThrow();
            assertTrue(plan.ceiling() <= best && busiest >= best && busiest - best <= largest, "seed " + run + ": " + busiest
                    + ", best " + best);
        }
        assertTrue(solved > 500, solved + " solved");
    }

    @Test
    void theSameWhateverTheOrderOfTheLists() {
        for (long run = SEED; run < SEED + 500; run++) {
            var chance = new Random(run);
            var room = random(chance, 10, 6, 300);
            var dossiers = new ArrayList<>(room.dossiers());
            var judges = new ArrayList<>(room.judges());
            Collections.shuffle(dossiers, chance);
            Collections.shuffle(judges, chance);
            assertEquals(assigned(room), Reviewing.assign(dossiers, judges, room.recusals(), room.each()), "seed " + run);
        }
    }

    @Test
    void whoHasTooFewReadersIsNamed() {
        var recusals = Recusals.of(List.of(new Recusals.Pair(person(0), applicant(1)), new Recusals.Pair(person(1), applicant(1))));
        var plan = Reviewing.assign(List.of(new Dossier(applicant(0), 10), new Dossier(applicant(1), 10)),
                List.of(person(0), person(1), person(2)), recusals, 2);
        assertTrue(plan.blocked());
        assertEquals(List.of("申报人apl_00000001需主审专家2名，室内无需回避的专家只有1名。"), plan.findings().stream().map(Finding::chinese).toList());
    }

    @Test
    void anEmptyRoomNeedsNobody() {
        assertFalse(Reviewing.assign(List.of(), List.of(), Recusals.of(List.of()), 2).blocked());
    }

    @Test
    void panelsAreAsLevelAsTheirSpecialtiesAllow() {
        for (long run = SEED; run < SEED + 1000; run++) {
            var chance = new Random(run);
            var experts = new ArrayList<Seating.Expert>();
            for (int i = 0; i < 12 + chance.nextInt(30); i++) experts.add(new Seating.Expert(person(i), "专业" + i % 3));
            var rooms = new ArrayList<Seating.Room>();
            for (int r = 0; r < 3; r++) rooms.add(new Seating.Room(room(r), "第" + r + "室", List.of("专业" + r, "专业" + (r + 1) % 3), 20));
            Collections.shuffle(experts, chance);
            var plan = Seating.seat(experts, rooms, 3);
            assertEquals(List.of(), plan.findings(), "seed " + run);
            var sizes = plan.rooms().values().stream().mapToInt(List::size).sorted().toArray();
            assertTrue(sizes[2] - sizes[0] <= 1, "seed " + run + ": " + Arrays.toString(sizes));
        }
    }

    @Test
    void panelsThatCannotBeFilledSayWhy() {
        var experts = List.of(new Seating.Expert(person(0), "水利"), new Seating.Expert(person(1), "水利"),
                new Seating.Expert(person(2), "水利"), new Seating.Expert(person(3), "水利"),
                new Seating.Expert(person(4), "考古"));
        var rooms = List.of(new Seating.Room(room(0), "甲室", List.of("水利"), 3), new Seating.Room(room(1), "乙室", List.of("道桥"), 3));
        assertEquals(List.of("“乙室”只有专家0名，少于规定的3名。", "专业“考古”有专家1名，没有评议室评审该专业。", "专业“水利”的4名专家只有1个评议室（甲室）可去，共设3席，超出1名。"),
                Seating.seat(experts, rooms, 3).findings().stream().map(Finding::chinese).toList());
    }

    private static Reviewing.Plan assigned(Room room) {
        return Reviewing.assign(room.dossiers(), room.judges(), room.recusals(), room.each());
    }

    /** No reader could hand one dossier to somebody who would then still have less than that reader has now. */
    private static void nothingMovedWouldEase(Room room, Reviewing.Plan plan, String when) {
        for (var dossier : room.dossiers()) {
            var reviewers = plan.reviewers().get(dossier.applicant());
            for (var other : room.judges()) {
                if (reviewers.contains(other) || room.recusals().between(other, dossier.applicant())) continue;
                for (var reviewer : reviewers) {
                    assertTrue(plan.pages().get(other) + dossier.pages() >= plan.pages().get(reviewer), when);
                }
            }
        }
    }

    /** The busiest of the best plan: all choices of reviewers, dossier by dossier and judge by judge. */
    private static long best(Room room, long[] load, int dossier, int from, int chosen) {
        if (dossier == room.dossiers().size()) return Arrays.stream(load).max().orElse(0);
        if (chosen == room.each()) return best(room, load, dossier + 1, 0, 0);
        long best = Long.MAX_VALUE;
        var here = room.dossiers().get(dossier);
        for (int judge = from; judge < load.length; judge++) {
            if (room.recusals().between(room.judges().get(judge), here.applicant())) continue;
            load[judge] += here.weight();
            best = Math.min(best, best(room, load, dossier, judge + 1, chosen + 1));
            load[judge] -= here.weight();
        }
        return best;
    }

    private static Room random(Random chance, int mostDossiers, int mostJudges, int mostPages) {
        var judges = new ArrayList<PersonId>();
        for (int i = 0; i < 2 + chance.nextInt(mostJudges - 1); i++) judges.add(person(i));
        var dossiers = new ArrayList<Dossier>();
        var pairs = new ArrayList<Recusals.Pair>();
        for (int i = 0; i < 1 + chance.nextInt(mostDossiers); i++) {
            dossiers.add(new Dossier(applicant(i), 1 + chance.nextInt(mostPages)));
            for (var judge : judges) {
                if (chance.nextInt(5) == 0) pairs.add(new Recusals.Pair(judge, applicant(i)));
            }
        }
        return new Room(dossiers, judges, Recusals.of(pairs), 1 + chance.nextInt(2));
    }
}
