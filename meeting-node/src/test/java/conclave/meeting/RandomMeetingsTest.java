package conclave.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.meeting.event.AmendmentEvent.DossierChanged;
import conclave.meeting.event.Command;
import conclave.meeting.event.Decision;
import conclave.meeting.event.Event;
import conclave.meeting.event.Fact;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Id.RoundId;
import conclave.meeting.event.Order;
import conclave.meeting.event.Refusal.Code;
import conclave.meeting.event.RuleCommand.ApproveSheet;
import conclave.meeting.event.RuleEvent.ScoreReturned;
import conclave.meeting.event.SittingEvent.ScoreSubmitted;
import conclave.meeting.event.SittingEvent.ScoreVoided;
import conclave.meeting.event.TallyEvent.TallyComputed;
import conclave.meeting.event.TransferEvent.MeetingSealed;
import conclave.meeting.event.TransferEvent.ReopeningAsked;
import conclave.meeting.event.TransferEvent.RoomReopened;
import conclave.meeting.transfer.ExpertRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Meetings by the thousand, lived through by chance: what holds in each of them, whatever people do. */
class RandomMeetingsTest {

    private static final int MEETINGS = 1000;
    private static final int ORDERS = 200;
    private static final TestPackage PACKAGE = TestPackage.rooms(2, 3, 3);

    private record Sheet(RoundId round, PersonId expert, ApplicantId applicant) {
    }

    private record Mark(int revision, String total, boolean voided) {
    }

    /** One random meeting with all that was asked and all that happened. */
    private record Life(Meeting meeting, List<Fact> facts, List<Order> orders) {
    }

    private final long seed = Long.getLong("conclave.seed", System.nanoTime());

    @Test
    void nothingThatPeopleDoBreaksTheMeeting() {
        var happened = new TreeMap<String, Integer>();
        for (long run = seed; run < seed + MEETINGS; run++) {
            var life = lived(run);
            for (var fact : life.facts) happened.merge(fact.event().getClass().getSimpleName(), 1, Integer::sum);
            agrees(life, run);
        }
        System.out.println("> seed " + seed + ": " + happened);
        // The streams must get somewhere, or they prove nothing.
        for (var kind : kinds(Event.class)) assertTrue(happened.getOrDefault(kind.getSimpleName(), 0) > 20, "too few " + kind + " with seed " + seed);
    }

    private static List<Class<?>> kinds(Class<?> family) {
        if (!family.isSealed()) return List.of(family);
        return List.of(family.getPermittedSubclasses()).stream().flatMap(kind -> kinds(kind).stream()).collect(Collectors.toList());
    }

    private static Life lived(long run) {
        var stream = new RandomOrders(run, RandomRules.of(run, PACKAGE));
        var life = new Life(Meeting.NOT_FOUNDED, new ArrayList<>(), new ArrayList<>());
        for (var order : stream.beginning()) life = after(life, order, run);
        for (int i = 0; i < ORDERS; i++) life = after(life, stream.next(life.meeting), run);
        return life;
    }

    private static Life after(Life life, Order order, long run) {
        life.orders.add(order);
        try {
            var decision = Meeting.decide(life.meeting, order);
            assertEquals(decision, Meeting.decide(life.meeting, order), () -> "decided twice, differently; seed " + run);
            if (!(decision instanceof Decision.Accepted yes)) return life;
            assertTrue(!yes.facts().isEmpty(), () -> "accepted, and nothing happened: " + order + " seed " + run);
            var next = life.meeting;
            for (var fact : yes.facts()) {
                assertTrue(fact.at() >= life.meeting.clock(), () -> "time ran back; seed " + run);
                next = Meeting.evolve(next, fact);
            }
            told(life.meeting, next, yes.facts(), run);
            life.facts.addAll(yes.facts());
            return new Life(next, life.facts, life.orders);
        } catch (RuntimeException e) {
            throw new AssertionError("it threw on " + order + "; seed " + run, e);
        }
    }

    /** What is told of a swap or a recusal is what its facts did: the same scores went, the same ranks became others. */
    private static void told(Meeting before, Meeting after, List<Fact> facts, long run) {
        if (after.changes().size() == before.changes().size()) return;
        var change = after.changes().getLast();
        assertEquals(facts.getFirst().event(), change.event(), () -> "seed " + run);
        assertEquals(facts.stream().map(Fact::event).filter(ScoreVoided.class::isInstance).map(event -> ((ScoreVoided) event).applicant()).toList(),
                change.voided(), () -> "seed " + run);
        assertEquals(RankChange.between(before, after, begun(before, change)), change.ranks(), () -> "seed " + run);
    }

    private static List<RoomId> begun(Meeting meeting, SeatChange change) {
        return change.rooms().stream().filter(room -> meeting.floor().round(room).isPresent()).toList();
    }

    private static void agrees(Life life, long run) {
        var when = "seed " + run;
        assertEquals(Portrait.of(life.meeting), Portrait.of(fold(life.facts)), when);
        var evidence = life.facts.stream().filter(fact -> fact.event().evidence()).toList();
        assertEquals(evidence.size(), life.meeting.recorded(), when);
        assertEquals(Portrait.of(withoutDrafts(life.meeting)), Portrait.of(withoutDrafts(fold(evidence))), when);
        standing(life, when);
        seen(life, when);
        Stillness.held(life.facts, when);
        ReleaseBook.agrees(life.facts, when);
        present(life.meeting, when);
        answers(life.meeting, evidence, when);
        experts(life, when);
        foreseen(life.meeting, when);
    }

    /** What the record says of the experts is what the rooms hold: every score that stands, once. */
    private static void experts(Life life, String when) {
        var standing = life.meeting.floor().rounds().values().stream().flatMap(round -> round.sheets().scores().values().stream())
                .flatMap(row -> row.values().stream()).filter(score -> !score.voided()).count();
        var said = ExpertRecord.of(life.facts).stream().flatMap(expert -> expert.rounds().stream()).mapToInt(ExpertRecord.OfRound::scores).sum();
        assertEquals(standing, said, when);
    }

    /** A sheet that may be replaced comes to what was shown before; nothing is carried out by looking. */
    private static void foreseen(Meeting meeting, String when) {
        var proposal = meeting.book().proposal();
        if (proposal.isEmpty() || proposal.get().approvals().isEmpty() || meeting.ending().isSealed()) return;
        var preview = SheetPreview.of(meeting, proposal.get().sheet());
        for (var approver : List.of(TestPackage.SUPERVISOR, TestPackage.chair(1), TestPackage.REGISTRAR)) {
            var order = new Order("last", "last", approver, meeting.clock(), new ApproveSheet("A", proposal.get().sheet().version()));
            switch (Meeting.decide(meeting, order)) {
                case Decision.Accepted yes -> {
                    assertEquals(preview.returned(), yes.facts().stream().map(Fact::event).filter(ScoreReturned.class::isInstance).toList(), when);
                    assertEquals(preview.ranks(), RankChange.between(meeting, folded(meeting, yes.facts())), when);
                }
                case Decision.Refused no -> assertTrue(no.refusal().code() == Code.ALREADY_APPROVED || preview.refused().equals(Optional.of(no.refusal())), when);
                case Decision.Repeated _ -> throw new AssertionError(when);
            }
        }
    }

    private static Meeting fold(List<Fact> facts) {
        return folded(Meeting.NOT_FOUNDED, facts);
    }

    private static Meeting folded(Meeting meeting, List<Fact> facts) {
        for (var fact : facts) meeting = Meeting.evolve(meeting, fact);
        return meeting;
    }

    /** All of the state that the evidence must give back: everything but drafts and the clock they moved. */
    private static List<Object> withoutDrafts(Meeting meeting) {
        var floor = meeting.floor();
        var scores = floor.rounds().values().stream().map(round -> List.of(round.id(), round.room(), round.open(),
                round.signedOff(), round.closedAt(), round.counted(), round.sheets().scores())).toList();
        return List.of(meeting.intake(), meeting.clearance(), meeting.book(), meeting.tallies(), meeting.ending(), meeting.answers(), meeting.recorded(), scores,
                floor.sessions(), floor.sittings(), floor.roundOf(), floor.courses(), floor.recusals());
    }

    /** A second book, kept from the facts by somebody who does not know how the state is made. */
    private static void standing(Life life, String when) {
        Map<String, Mark> book = new TreeMap<>();
        for (var fact : life.facts) {
            if (fact.event() instanceof ScoreSubmitted e) {
                var before = book.get(new Sheet(e.round(), e.expert(), e.applicant()).toString());
                assertEquals(before == null ? 1 : before.revision + 1, e.revision(), when);
                assertEquals(fact.by(), e.expert(), when);
                book.put(new Sheet(e.round(), e.expert(), e.applicant()).toString(), new Mark(e.revision(), e.total().toString(), false));
            } else if (fact.event() instanceof ScoreVoided e) {
                book.computeIfPresent(new Sheet(e.round(), e.expert(), e.applicant()).toString(), (_, mark) -> new Mark(mark.revision, mark.total, true));
            } else if (fact.event() instanceof ScoreReturned e) {
                book.computeIfPresent(new Sheet(e.round(), e.expert(), e.applicant()).toString(), (_, mark) -> new Mark(mark.revision, mark.total, true));
            }
        }
        Map<String, Mark> state = new TreeMap<>();
        for (var round : life.meeting.floor().rounds().values()) {
            for (var row : round.sheets().scores()) {
                for (var score : row.getValue()) {
                    state.put(new Sheet(round.id(), score.getKey(), row.getKey()).toString(),
                            new Mark(score.getValue().revision(), score.getValue().total().toString(), score.getValue().voided()));
                }
            }
        }
        assertEquals(book, state, when);
    }

    /** At every moment a score that stands was given to the version of the dossier that is in force: no count can hold another. */
    private static void seen(Life life, String when) {
        var versions = new TreeMap<ApplicantId, Integer>();
        var standing = new TreeMap<String, Integer>();
        for (var fact : life.facts) {
            switch (fact.event()) {
                case DossierChanged e -> versions.put(e.applicant().id(), e.version());
                case ScoreSubmitted e -> {
                    assertEquals(versions.getOrDefault(e.applicant(), 1), e.dossier().orElse(1), when);
                    standing.put(e.applicant().value() + e.expert() + e.round(), e.dossier().orElse(1));
                }
                case ScoreVoided e -> standing.remove(e.applicant().value() + e.expert() + e.round());
                case ScoreReturned e -> standing.remove(e.applicant().value() + e.expert() + e.round());
                case TallyComputed e -> {
                    for (var applicant : life.meeting.floor().rounds().get(e.round()).orElseThrow().candidates()) {
                        for (var one : standing.tailMap(applicant.value()).entrySet()) {
                            if (!one.getKey().startsWith(applicant.value())) break;
                            if (!one.getKey().endsWith(e.round().toString())) continue;
                            assertEquals(versions.getOrDefault(applicant, 1), one.getValue(), when);
                        }
                    }
                }
                default -> { }
            }
        }
        for (var version : versions.entrySet()) {
            assertEquals(version.getValue(), life.meeting.intake().register().orElseThrow().version(version.getKey()), when);
        }
    }

    private static void present(Meeting meeting, String when) {
        var register = meeting.intake().register().orElseThrow();
        for (var room : register.rooms().values()) {
            var experts = register.expertsOf(room.id());
            assertTrue(meeting.floor().presentExperts(register, room.id()) <= experts.size(), when);
            meeting.floor().sitting(room.id()).ifPresent(sitting ->
                    sitting.present().forEach(there -> assertTrue(experts.contains(there.getKey()), when)));
        }
    }

    /** Each answer points at a line that the same person and the same key made. */
    private static void answers(Meeting meeting, List<Fact> evidence, String when) {
        for (var own : meeting.answers()) {
            for (var entry : own.getValue()) {
                var line = evidence.get((int) entry.getValue().seq() - 1);
                assertEquals(own.getKey(), line.by(), when);
                assertEquals(entry.getKey(), line.key(), when);
                assertEquals(entry.getValue().request(), line.request(), when);
                assertEquals(entry.getValue().at(), line.at(), when);
            }
        }
    }

    @Test
    void nothingCountsAfterTheSeal() {
        var sealed = 0;
        for (long run = seed; run < seed + 300; run++) {
            var facts = lived(run).facts;
            var asked = new TreeMap<RoomId, PersonId>();
            var closed = false;
            for (var fact : facts) {
                if (fact.event() instanceof ReopeningAsked e) asked.put(e.room(), fact.by());
                else if (fact.event() instanceof RoomReopened e) twoPersons(asked.remove(e.room()), e.asker(), fact.by(), run);
                else if (closed) assertTrue(fact.event().getClass().getSimpleName().startsWith("Signed"), "seed " + run + ": " + fact);
                if (fact.event() instanceof MeetingSealed) sealed++;
                closed = fact.event() instanceof MeetingSealed || closed && !(fact.event() instanceof RoomReopened);
            }
        }
        assertTrue(sealed > 5, "too few sealed with seed " + seed);
    }

    private static void twoPersons(PersonId asked, PersonId asker, PersonId agreed, long run) {
        assertEquals(asked, asker, "seed " + run);
        assertNotEquals(asked, agreed, "seed " + run);
    }

    @Test
    void whoSubmitsFirstChangesNothingInTheTally() {
        for (long run = seed; run < seed + 200; run++) {
            var chance = new Random(run);
            var experts = 2 + chance.nextInt(8);
            var applicants = 1 + chance.nextInt(5);
            var sheets = new ArrayList<int[]>();
            for (int expert = 1; expert <= experts; expert++) {
                for (int applicant = 1; applicant <= applicants; applicant++) sheets.add(new int[] {expert, applicant, chance.nextInt(41)});
            }
            var first = tally(experts, applicants, sheets);
            Collections.shuffle(sheets, chance);
            assertEquals(first, tally(experts, applicants, sheets), "seed " + run);
        }
    }

    private static Event tally(int experts, int applicants, List<int[]> sheets) {
        var test = TestMeeting.roomOf(experts, applicants).scoring();
        for (var sheet : sheets) test.given(sheet[0], sheet[1], String.valueOf(sheet[2]));
        var fact = test.closed().tallied().facts().getLast();
        assertTrue(fact.event() instanceof TallyComputed);
        return fact.event();
    }

    @Test
    void everyKindOfOrderIsAmongTheRandomOnes() {
        var asked = new TreeMap<String, Integer>();
        for (long run = seed; run < seed + 100; run++) {
            for (var order : lived(run).orders) asked.merge(order.command().getClass().getSimpleName(), 1, Integer::sum);
        }
        for (var kind : kinds(Command.class)) assertTrue(asked.getOrDefault(kind.getSimpleName(), 0) > 20, "too few " + kind + " with seed " + seed);
    }
}
