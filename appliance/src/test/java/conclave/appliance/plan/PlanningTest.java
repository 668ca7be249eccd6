package conclave.appliance.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.appliance.plan.Plan.Placed;
import conclave.exchange.MeetingFile;
import conclave.exchange.MeetingFile.Applicant;
import conclave.exchange.MeetingFile.Person;
import conclave.exchange.MeetingFile.Role;
import conclave.meeting.event.Ground;
import conclave.meeting.prepare.Screening.Tie;
import conclave.meeting.prepare.Units;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whatever the meeting: nobody is lost, nobody reads whom they should not, and nobody sees an id. */
class PlanningTest {

    private static final long SEED = Long.getLong("conclave.seed", 1);
    private static final Pattern INNER = Pattern.compile("(apl|per|rm)_[0-9]");

    @Test
    void everybodyIsPlacedOnceWhereEnoughJudgesRemainOrIsNamedAsUnplaced() {
        int placed = 0;
        int unplaced = 0;
        for (long run = SEED; run < SEED + 1000; run++) {
            var file = RandomMeeting.of(new Random(run));
            var plan = Planning.plan(file, terms(file, new Random(run)));
            var when = "seed " + run;
            var all = new ArrayList<>(plan.unplaced());
            for (var room : plan.rooms()) {
                assertFalse(room.room().code().equals("H"), when);
                all.addAll(room.applicants());
                for (var applicant : room.applicants()) allowed(plan, room, applicant, when);
            }
            assertEquals(file.applicants().size(), all.stream().map(Applicant::code).distinct().count(), when);
            assertEquals(file.applicants().size(), all.size(), when);
            assertTrue(plan.unplaced().isEmpty() || plan.blocked(), when);
            placed += all.size() - plan.unplaced().size();
            unplaced += plan.unplaced().size();
        }
        assertTrue(placed > 1000 && unplaced > 100, placed + " placed, " + unplaced + " not");
    }

    /** Counted pair by pair, without the screening. */
    @Test
    void everyPairOfOneUnitOrOneNameIsFoundAndNoOther() {
        int found = 0;
        for (long run = SEED; run < SEED + 1000; run++) {
            var file = RandomMeeting.of(new Random(run));
            var plan = Planning.plan(file, new Terms(Units.of(List.of(List.of("单位1", "单位2"))), List.of(), 1, OptionalInt.empty(), Recuse.CERTAIN));
            for (var person : file.people()) {
                for (var applicant : file.applicants()) {
                    var said = plan.conflicts().stream()
                            .anyMatch(it -> it.expert().equals(person.code()) && it.applicant().equals(applicant.code()));
                    assertEquals(!person.roles().contains(Role.SECRETARY) && tied(person, applicant), said,
                            "seed " + run + ": " + person + applicant.code());
                    if (said) found++;
                }
            }
        }
        assertTrue(found > 1000, found + " pairs");
    }

    @Test
    void theOrderOfTheListsMakesNoDifferenceAndNoIdIsShown() {
        for (long run = SEED; run < SEED + 300; run++) {
            var file = RandomMeeting.of(new Random(run));
            var terms = terms(file, new Random(run));
            var plan = Planning.plan(file, terms);
            var people = new ArrayList<>(file.people());
            var applicants = new ArrayList<>(file.applicants());
            Collections.shuffle(people, new Random(run));
            Collections.shuffle(applicants, new Random(run));
            var other = Planning.plan(new Altered(file).people(people).applicants(applicants).file(), terms);
            var said = PlanJson.plan(plan, Optional.empty(), plan.findings());
            assertEquals(said, PlanJson.plan(other, Optional.empty(), other.findings()), "seed " + run);
            assertEquals(PlanText.lines(plan), PlanText.lines(other), "seed " + run);
            assertFalse(INNER.matcher(said + PlanText.lines(plan)).find(), "seed " + run + ": " + said);
        }
    }

    private static void allowed(Plan plan, Placed room, Applicant applicant, String when) {
        var aside = room.aside(applicant, plan.conflicts());
        assertTrue(Bench.specialties(room.room()).contains(applicant.specialty()), when);
        assertTrue(room.judges().size() - aside.size() >= plan.file().rules().panelMinimum(), when);
        if (room.reviewers().isEmpty()) return;
        var readers = room.reviewers().get(applicant.code());
        assertEquals(plan.reviewers(), readers.stream().distinct().count(), when);
        assertTrue(aside.stream().map(Person::code).noneMatch(readers::contains), when);
        for (var judge : room.judges()) {
            assertEquals(room.read(judge).stream().mapToLong(Plan::pages).sum(), room.pages().get(judge.code()), when);
        }
    }

    private static boolean tied(Person person, Applicant applicant) {
        return person.name().equals(applicant.name()) || unit(person.unit()).equals(unit(applicant.unit()))
                || unit(person.unit()).equals(unit(applicant.recommender()));
    }

    private static String unit(String name) {
        return name.equals("单位2") ? "单位1" : name;
    }

    private static Terms terms(MeetingFile file, Random chance) {
        var ties = new ArrayList<Tie>();
        for (var applicant : file.applicants()) {
            for (var person : file.people()) {
                if (person.code().startsWith("E") && chance.nextInt(6) == 0) ties.add(new Tie(person.code(), applicant.code(), Ground.KINSHIP, ""));
            }
        }
        return new Terms(Units.NONE, ties, 1 + chance.nextInt(3), chance.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(1 + chance.nextInt(6)),
                Recuse.values()[chance.nextInt(3)]);
    }
}
