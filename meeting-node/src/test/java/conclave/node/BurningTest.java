package conclave.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.document.Leaf;
import conclave.document.Marking;
import conclave.document.PageSize;
import conclave.exchange.MeetingFile;
import conclave.meeting.event.Command;
import conclave.meeting.event.Half;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.SittingId;
import conclave.meeting.event.Item;
import conclave.meeting.event.Opening;
import conclave.meeting.event.Order;
import conclave.meeting.event.PrepareCommand.RecordOpenings;
import conclave.meeting.event.PrepareCommand.WithdrawPage;
import conclave.meeting.event.Role;
import conclave.meeting.event.SittingCommand.CloseSitting;
import conclave.meeting.event.SittingCommand.OpenSitting;
import conclave.meeting.event.SittingCommand.SignIn;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an expert will open first bears their name before they ask for it, and is gone when it is not theirs to read any more. */
class BurningTest {

    @TempDir
    private Path folder;
    private TestHouse test;
    private Hall hall;
    private Marking marking;
    private Burning burning;
    private int orders;

    @BeforeEach
    void open() throws IOException {
        test = new TestHouse(folder);
        hall = test.admit(1, MeetingFile.Policy.SINGLE_BLIND, file -> new MeetingFile(file.meeting().with(MeetingFile.Watermark.STRICT),
                file.people(), file.applicants(), file.sheet(), file.mode(), file.rules(), file.recusals(), file.files()));
        marking = hall.marking().orElseThrow();
        burning = new Burning(hall);
    }

    @AfterEach
    void close() throws IOException {
        test.close();
    }

    @Test
    void whileTheySignInTheFirstPagesOfTheirFirstDossiersAreMadeAndWithTheHalfDayTheyAreGone() throws Exception {
        var secretary = TestHouse.people(hall, Role.SECRETARY, "R01").getFirst().id();
        var expert = TestHouse.people(hall, Role.EXPERT, "R01").getFirst();
        var room = hall.register().orElseThrow().rooms().keys().getFirst();
        burning.look();
        assertEquals(0, marking.made());
        done(secretary, new OpenSitting(room, new SittingId("sit_morning1"), day(), Half.MORNING));
        done(expert.id(), new SignIn(expert.id(), "hash", test.now.get() + 3_600_000));
        burning.look();
        burning.look();
        // Two dossiers of two pages each; the same file, so the same two pictures.
        var first = applicant();
        for (int page = 1; page <= 2; page++) assertTrue(marked(expert, first, page) > 0);
        assertEquals(2, marking.made(), "made once, by whichever came first");
        var bytes = marking.bytes();
        done(secretary, new WithdrawPage(first.id(), first.documents().getFirst().id(), 1, Optional.empty()));
        burning.look();
        assertTrue(marking.bytes() < bytes, "taken back, and still there");
        done(secretary, new CloseSitting(room));
        burning.look();
        assertEquals(0, marking.bytes());
    }

    /** Who is at their third dossier does not wait for its first page, though everybody turns to it at one moment. */
    @Test
    void whatComesNextIsMadeWhileTheyRead() {
        var secretary = TestHouse.people(hall, Role.SECRETARY, "R01").getFirst().id();
        var expert = TestHouse.people(hall, Role.EXPERT, "R01").getFirst().id();
        var room = hall.register().orElseThrow().rooms().keys().getFirst();
        done(secretary, new OpenSitting(room, new SittingId("sit_morning1"), day(), Half.MORNING));
        done(expert, new SignIn(expert, "hash", test.now.get() + 3_600_000));
        var all = hall.meeting().walk().candidates(room);
        assertEquals(all.subList(0, 2), burning.next(room, expert));
        var first = hall.register().orElseThrow().applicants().get(all.getFirst()).orElseThrow();
        done(PersonId.HOUSE, new RecordOpenings(List.of(new Opening(expert, first.id(), first.documents().getFirst().id(), 0, test.now.get()))));
        assertEquals(all.subList(1, 3), burning.next(room, expert));
    }

    private int marked(Item.Person expert, Item.Applicant applicant, int page) throws Exception {
        var leaf = Leaf.of(hall.pages(), Admission.ref(applicant.documents().getFirst()), page, PageSize.PAGE);
        return marking.marked(leaf, hall.bearer(expert)).get(120, TimeUnit.SECONDS).bytes().length;
    }

    private Item.Applicant applicant() {
        return hall.register().orElseThrow().applicants().values().getFirst();
    }

    private String day() {
        return Instant.ofEpochMilli(test.now.get()).atOffset(ZoneOffset.ofHours(8)).toLocalDate().toString();
    }

    private void done(PersonId by, Command command) {
        var reply = hall.chamber().submit(new Order("key" + ++orders, "request", by, test.now.get(), command)).join();
        assertTrue(reply instanceof Reply.Done, reply.toString());
    }
}
