package conclave.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.meeting.event.AmendmentCommand.ReceiveAmendment;
import conclave.meeting.event.Change.ChangedDossier;
import conclave.meeting.event.Ciphertext;
import conclave.meeting.event.Command;
import conclave.meeting.event.Decision;
import conclave.meeting.event.Fact;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Item;
import conclave.meeting.event.Order;
import conclave.meeting.event.PageMark;
import conclave.meeting.event.PrepareCommand.ReleaseDocuments;
import conclave.meeting.event.PrepareEvent.GateOverridden;
import conclave.meeting.event.PrepareEvent.PageWithdrawn;
import conclave.meeting.event.PrepareEvent.ReleaseConfirmed;
import conclave.meeting.event.SeenDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Nothing but pages, for hours: in whatever order people release, change, take back and rename, {@link ReleaseBook} and the meeting agree. */
class ReleaseLivesTest {

    private static final int LIVES = 120;
    private static final int ORDERS = 150;

    private final long seed = Long.getLong("conclave.seed", System.nanoTime());

    @Test
    void inNoOrderOfThingsIsAPageOpenThatNobodyHasAnsweredFor() {
        var happened = new ArrayList<Fact>();
        for (long run = seed; run < seed + LIVES; run++) {
            var facts = lived(run);
            ReleaseBook.agrees(facts, "seed " + run);
            happened.addAll(facts);
        }
        for (var kind : List.of(ReleaseConfirmed.class, GateOverridden.class, PageWithdrawn.class)) {
            assertTrue(happened.stream().filter(fact -> kind.isInstance(fact.event())).count() > 25, "too few " + kind + " with seed " + seed);
        }
    }

    private static List<Fact> lived(long run) {
        var chance = new Random(run);
        var pages = new RandomReleases(chance);
        var pack = TestPackage.rooms(2, 3, 2);
        var test = TestMeeting.of(chance.nextInt(4) == 0 ? pack : pack.screening());
        for (int i = 0; i < ORDERS; i++) {
            var step = chance.nextInt(20) == 0 ? renaming(test, chance) : pages.next(test.now(), 1 + chance.nextInt(2));
            test.asked(step.who(), step.command());
        }
        assertEquals(Portrait.of(test.now()), Portrait.of(folded(test.facts())), "seed " + run);
        return test.facts();
    }

    private static Meeting folded(List<Fact> facts) {
        var meeting = Meeting.NOT_FOUNDED;
        for (var fact : facts) meeting = Meeting.evolve(meeting, fact);
        return meeting;
    }

    /** Another name, another file, or neither; with the number of the package that comes next. */
    private static Conduct.Step renaming(TestMeeting test, Random chance) {
        var register = test.now().walk().register();
        var last = test.now().intake().amendments().lastReceived();
        var number = last.map(one -> (int) one.sequence()).orElse(1) + 1;
        var id = register.applicants().keys().get(chance.nextInt(register.applicants().size()));
        var before = register.applicants().get(id).orElseThrow();
        var filed = chance.nextBoolean() ? before : Amended.refiled(before, register.version(id) + 1);
        var named = chance.nextBoolean() ? filed : called(filed, "name " + number);
        return new Conduct.Step(PersonId.HOUSE, new ReceiveAmendment(Amended.id(100 + number), last.flatMap(one -> one.parcel()).orElse("pkg_1"), "pkg_" + number,
                number, List.of(new ChangedDossier(register.version(id), named))));
    }

    private static Item.Applicant called(Item.Applicant a, String name) {
        return new Item.Applicant(a.id(), a.code(), a.room(), a.order(), a.specialty(), new Ciphertext(name), a.facts(), a.given(), a.documents());
    }

    /** A batch does for each of its documents what it would do for that one alone. */
    @Test
    void aBatchIsItsDocumentsOneByOne() {
        for (long run = seed; run < seed + 40; run++) {
            var chance = new Random(run);
            var test = TestMeeting.of(TestPackage.rooms(1, 3, 5).screening());
            for (int n = 1; n <= 5; n++) if (chance.nextInt(4) > 0) Released.screened(test, n, chance.nextBoolean() ? new PageMark[0]
                    : Released.A_NAME.toArray(PageMark[]::new));
            var seen = new ArrayList<SeenDocument>();
            for (int n = 1; n <= 5; n++) seen.add(Released.seen(test, n));
            var together = after(test.now(), List.of(new ReleaseDocuments(seen)), test);
            var alone = after(test.now(), seen.stream().map(one -> new ReleaseDocuments(List.of(one))).toList(), test);
            assertEquals(Portrait.of(together.clearance()), Portrait.of(alone.clearance()), "seed " + run);
        }
    }

    private static Meeting after(Meeting meeting, List<? extends Command> commands, TestMeeting test) {
        for (var command : commands) {
            var order = new Order("", "", test.secretary(), test.clock(), command);
            if (!(Meeting.decide(meeting, order) instanceof Decision.Accepted yes)) continue;
            for (var fact : yes.facts()) meeting = Meeting.evolve(meeting, fact);
        }
        return meeting;
    }
}
