package conclave.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.meeting.event.Ciphertext;
import conclave.meeting.event.Decision;
import conclave.meeting.event.Ground;
import conclave.meeting.event.Half;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Item;
import conclave.meeting.event.Item.Grant;
import conclave.meeting.event.Mode;
import conclave.meeting.event.Order;
import conclave.meeting.event.Refusal;
import conclave.meeting.event.Refusal.Code;
import conclave.meeting.event.Role;
import conclave.meeting.event.SittingCommand.OpenRound;
import conclave.meeting.event.SittingCommand.PauseRoom;
import conclave.meeting.event.SittingCommand.Recuse;
import conclave.meeting.event.SittingCommand.ReopenRound;
import conclave.meeting.event.Stage;
import conclave.meeting.sitting.Judges;
import conclave.meeting.sitting.Round;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whose dossier lies before which expert, and while. */
class DistributionTest {

    private static final TestPackage PACKAGE = TestPackage.rooms(1, 3, 2);
    private static final Optional<Code> OPEN = Optional.empty();

    private final long seed = Long.getLong("conclave.seed", System.nanoTime());

    @Test
    void whereTheModeHasNoStageForItNothingIsReadBeforeTheRoundOpens() {
        var mode = PACKAGE.mode();
        var stages = mode.stages().stream().filter(stage -> !(stage instanceof Stage.Reading)).toList();
        opensWithTheRound(TestMeeting.of(PACKAGE.by(new Mode(mode.code(), mode.version(), mode.name(), mode.nameEn(), mode.scale(), stages))));
    }

    @Test
    void aMeetingMaySayThatItIsReadInRoundsOnly() {
        opensWithTheRound(TestMeeting.of(PACKAGE.by(Item.Reading.ROUNDS)));
    }

    private static void opensWithTheRound(TestMeeting test) {
        test.gathered();
        assertEquals(Optional.of(Code.READING_NOT_BEGUN), reading(test, 1, 1));
        opened(test);
        assertEquals(OPEN, reading(test, 1, 1));
    }

    @Test
    void whereTheModeHasItReadFirstItLiesThereFromTheSignInOnAndIsGoneWhenTheRoundIsClosed() {
        var test = TestMeeting.of(PACKAGE).sittingOpened(1, Half.MORNING);
        assertEquals(Optional.of(Code.NOT_PRESENT), reading(test, 1, 1));
        test.signedIn(test.expert(1)).signedIn(test.expert(2)).signedIn(test.expert(3));
        assertEquals(OPEN, reading(test, 1, 1));
        opened(test).givenByAll(1, "1", "2", "3").givenByAll(2, "1", "2", "3").closed();
        assertEquals(Optional.of(Code.READING_OVER), reading(test, 1, 1));
        test.accepted(test.secretary(), new ReopenRound(test.round(), new Ciphertext("why")));
        assertEquals(OPEN, reading(test, 1, 1));
        test.closed().tallied().signedOff();
        assertEquals(Optional.of(Code.READING_OVER), reading(test, 1, 1));
        assertTrue(test.now().rights(test.expert(1)).toKnow(test.applicant(1)).isEmpty(), "the own sheet may be looked at");
        assertTrue(test.now().rights(test.secretary()).toRead(test.applicant(1)).isEmpty());
    }

    @Test
    void betweenTwoRoundsNothingLiesThereUnlessTheModeSaysSo() {
        var test = Stages.scoredThenVoting(TestPackage.rooms(1, 3, 1));
        assertEquals(Optional.of(Code.READING_OVER), reading(test, 1, 1));
        assertEquals(OPEN, reading(Stages.underTheNext(test), 1, 1));
    }

    @Test
    void aMeetingMayLeaveItOpenForTheHalfDay() {
        var test = TestMeeting.of(TestPackage.rooms(1, 3, 1).by(Item.Reading.SITTINGS)).scoring().givenByAll(1, "1", "2", "3").closed().tallied();
        assertEquals(OPEN, reading(test, 1, 1));
        test.signedOff();
        assertEquals(OPEN, reading(test, 1, 1));
        test.sittingClosed(1);
        assertEquals(Optional.of(Code.SITTING_NOT_OPEN), reading(test, 1, 1));
    }

    @Test
    void whoIsNotAskedAboutAnApplicantReadsNothingOfThem() {
        var test = TestMeeting.of(TestPackage.rooms(1, 3, 1).by(Stages.reviewed(2))).gathered();
        assertEquals(List.of(OPEN, OPEN, Optional.of(Code.NOT_ASSIGNED)), readers(test), "before the round");
        opened(test);
        assertEquals(List.of(OPEN, OPEN, Optional.of(Code.NOT_ASSIGNED)), readers(test));
        test.accepted(test.secretary(), new Recuse(test.expert(1), test.applicant(1), Ground.KINSHIP, Optional.empty()));
        assertEquals(List.of(Optional.of(Code.RECUSED), OPEN, OPEN), readers(test), "the next one takes the place");
    }

    @Test
    void aChairWhoJudgesReadsAsAllWhoJudge() {
        var items = new ArrayList<>(PACKAGE.by(Item.Reading.ROUNDS).items());
        items.replaceAll(item -> item instanceof Item.Person p && p.id().equals(TestPackage.expert(1, 1)) ? chairing(p) : item);
        var test = TestMeeting.founded().imported(items).gathered();
        assertEquals(Optional.of(Code.READING_NOT_BEGUN), reading(test, 1, 1));
        opened(test);
        assertEquals(OPEN, reading(test, 1, 1));
        test.accepted(test.secretary(), new Recuse(test.expert(1), test.applicant(1), Ground.KINSHIP, Optional.empty()));
        assertEquals(Optional.of(Code.RECUSED), reading(test, 1, 1));
        assertEquals(OPEN, reading(test, 1, 2));
    }

    @Test
    void aPauseTakesNothingAway() {
        var test = TestMeeting.of(PACKAGE).scoring();
        test.accepted(test.secretary(), new PauseRoom(TestPackage.room(1)));
        assertEquals(OPEN, reading(test, 1, 1));
    }

    @Test
    void whateverPeopleDoNobodyReadsWhatIsNotHandedOut() {
        int open = 0;
        int closed = 0;
        for (long run = seed; run < seed + 80; run++) {
            var rounds = Math.floorMod(run, 3) == 0;
            var pack = RandomRules.of(run, TestPackage.rooms(2, 3, 3));
            var stream = new RandomOrders(run, rounds ? pack.by(Item.Reading.ROUNDS) : pack);
            var meeting = Meeting.NOT_FOUNDED;
            for (var order : stream.beginning()) meeting = after(meeting, order);
            for (int i = 0; i < 150; i++) {
                meeting = after(meeting, stream.next(meeting));
                if (i % 5 > 0 || meeting.intake().register().isEmpty()) continue;
                for (var expert : experts(meeting)) {
                    for (var applicant : meeting.intake().register().get().applicants().keys()) {
                        if (fits(meeting, expert, applicant, rounds, "seed " + run + " order " + i)) open++;
                        else closed++;
                    }
                }
            }
        }
        assertTrue(open > 500 && closed > 500, "the streams get somewhere: " + open + " and " + closed + " with seed " + seed);
    }

    /** What the rights say, held against what stands on the floor. @return whether it may be read */
    private static boolean fits(Meeting meeting, PersonId expert, ApplicantId applicant, boolean roundsOnly, String where) {
        var reads = meeting.rights(expert).toRead(applicant).isEmpty();
        var floor = meeting.floor();
        var seats = seats(meeting, expert, applicant).stream().filter(room -> floor.present(room, expert)).toList();
        var open = seats.stream().flatMap(room -> floor.round(room).stream()).filter(Round::open).filter(round -> round.candidates().contains(applicant)).toList();
        if (floor.recused(expert, applicant) || seats.isEmpty()) {
            assertFalse(reads, where);
        } else if (open.stream().anyMatch(round -> asks(meeting, round, expert, applicant))) {
            assertTrue(reads, where);
        } else if (reads) {
            assertFalse(roundsOnly, where);
            assertTrue(seats.stream().anyMatch(room -> untouched(meeting, room)), where);
        }
        return reads;
    }

    private static boolean asks(Meeting meeting, Round round, PersonId expert, ApplicantId applicant) {
        var judges = new Judges(meeting.intake().register().orElseThrow(), meeting.book(), meeting.floor());
        return !(judges.stage(round) instanceof Stage.Scoring s) || s.reviewers() == 0 || judges.of(round, applicant).contains(expert);
    }

    /** In these modes the material is read before all else: with the first round closed that is over. */
    private static boolean untouched(Meeting meeting, RoomId room) {
        return meeting.floor().round(room).isEmpty();
    }

    private static List<RoomId> seats(Meeting meeting, PersonId expert, ApplicantId applicant) {
        var register = meeting.intake().register().orElseThrow();
        var panel = register.applicants().get(applicant).orElseThrow().room();
        return List.of(panel, register.hallOf(panel)).stream().filter(room -> register.expertsOf(room).contains(expert)).toList();
    }

    private static List<PersonId> experts(Meeting meeting) {
        var register = meeting.intake().register().orElseThrow();
        return register.people().values().stream().map(Item.Person::id).filter(id -> register.holdsAnywhere(id, Role.EXPERT)).toList();
    }

    private static Meeting after(Meeting meeting, Order order) {
        var now = meeting;
        if (Meeting.decide(meeting, order) instanceof Decision.Accepted yes) {
            for (var fact : yes.facts()) now = Meeting.evolve(now, fact);
        }
        return now;
    }

    private static List<Optional<Code>> readers(TestMeeting test) {
        return List.of(reading(test, 1, 1), reading(test, 2, 1), reading(test, 3, 1));
    }

    private static Optional<Code> reading(TestMeeting test, int expert, int applicant) {
        return test.now().rights(test.expert(expert)).toRead(test.applicant(applicant)).map(Refusal::code);
    }

    private static TestMeeting opened(TestMeeting test) {
        test.accepted(test.secretary(), new OpenRound(TestPackage.room(1), test.round(), "chance"));
        return test;
    }

    private static Item.Person chairing(Item.Person p) {
        var grants = new ArrayList<>(p.grants());
        grants.add(new Grant(Role.CHAIR, Optional.of(TestPackage.room(1))));
        return new Item.Person(p.id(), p.seat(), grants, p.expertClass(), p.identity(), p.codeHash());
    }
}
