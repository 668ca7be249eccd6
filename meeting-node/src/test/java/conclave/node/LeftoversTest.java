package conclave.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.document.DocumentId;
import conclave.document.PdfFixtures;
import conclave.exchange.MeetingFile.Policy;
import conclave.meeting.event.AmendmentCommand.ConfirmAmendment;
import conclave.meeting.event.AmendmentCommand.ProposeAmendment;
import conclave.meeting.event.AmendmentCommand.WithdrawAmendment;
import conclave.meeting.event.Change;
import conclave.meeting.event.Change.ChangedDossier;
import conclave.meeting.event.Command;
import conclave.meeting.event.Id.AmendmentId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Item;
import conclave.meeting.event.Order;
import conclave.meeting.event.Role;
import conclave.seal.Digests;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that was sent and never used is gone after a day; what a dossier holds or ever held stays. */
class LeftoversTest {

    private static final AmendmentId ONE = new AmendmentId("amd_leftover01");
    private static final AmendmentId TWO = new AmendmentId("amd_leftover02");

    @TempDir
    private Path folder;
    private TestHouse test;
    private Hall hall;
    private byte[] pdf;
    private DocumentId sent;

    @BeforeEach
    void somebodySendsAFile() throws Exception {
        test = new TestHouse(folder);
        hall = test.admit(1, Policy.REAL_NAME, UnaryOperator.identity());
        pdf = PdfFixtures.text(1);
        sent = test.house.uploads().keep(hall, new ByteArrayInputStream(pdf)).id();
    }

    @AfterEach
    void close() throws Exception {
        test.close();
    }

    private int cleared(Duration later) throws Exception {
        return test.house.uploads().clear(hall, Instant.now().plus(later));
    }

    private void done(PersonId who, Command command) {
        var reply = hall.chamber().submit(new Order("", "", who, test.house.clock().getAsLong(), command)).join();
        assertTrue(reply instanceof Reply.Done, reply.toString());
    }

    private PersonId person(Role role) {
        return TestHouse.people(hall, role, "R01").getFirst().id();
    }

    private Item.Applicant applicant() {
        return hall.register().orElseThrow().applicants().values().getFirst();
    }

    /** The file takes the place of the only one that each dossier had. */
    private void proposed(AmendmentId amendment, DocumentId file) {
        var register = hall.register().orElseThrow();
        var changes = register.applicants().values().stream().<Change>map(before -> new ChangedDossier(register.version(before.id()), with(before, file))).toList();
        done(person(Role.SECRETARY), new ProposeAmendment(amendment, Optional.empty(), changes, hall.faces().sealNote("amendment", person(Role.SECRETARY), "材料放错")));
    }

    private Item.Applicant with(Item.Applicant before, DocumentId file) {
        var fresh = test.house.uploads().document(hall, file, "补交的证书", "certificate").orElseThrow();
        return new Item.Applicant(before.id(), before.code(), before.room(), before.order(), before.specialty(), before.identity(), before.facts(),
                before.given(), List.of(fresh));
    }

    @Test
    void whatNobodyProposesIsGoneAfterADayAndIsSentAnewByWhoeverWantsIt() throws Exception {
        assertEquals(0, cleared(Duration.ofHours(23)));
        assertTrue(hall.originals().holds(sent));
        assertEquals(1, cleared(Duration.ofHours(25)));
        assertFalse(hall.originals().holds(sent));
        assertTrue(test.house.uploads().document(hall, sent, "t", "form").isEmpty());
        assertEquals(sent, test.house.uploads().keep(hall, new ByteArrayInputStream(pdf)).id());
        assertTrue(test.house.uploads().document(hall, sent, "t", "form").isPresent());
    }

    @Test
    void whatIsProposedStaysAndWhatWasWithdrawnGoes() throws Exception {
        proposed(ONE, sent);
        assertEquals(0, cleared(Duration.ofDays(9)));
        done(person(Role.SECRETARY), new WithdrawAmendment(ONE));
        assertEquals(0, cleared(Duration.ofHours(23)));
        assertEquals(1, cleared(Duration.ofDays(9)));
    }

    /** The record names both: whoever saw the old version is asked about it. */
    @Test
    void whatADossierHoldsAndWhatItHeldOnceStay() throws Exception {
        var brought = new DocumentId(applicant().documents().getFirst().sha256());
        proposed(ONE, sent);
        done(person(Role.CHAIR), new ConfirmAmendment(ONE));
        var second = test.house.uploads().keep(hall, new ByteArrayInputStream(PdfFixtures.text(2))).id();
        proposed(TWO, second);
        done(person(Role.CHAIR), new ConfirmAmendment(TWO));
        assertEquals(List.of(second.sha256()), applicant().documents().stream().map(Item.Document::sha256).toList());
        assertEquals(0, cleared(Duration.ofDays(9)));
        assertTrue(hall.originals().holds(sent) && hall.originals().holds(second));
        assertTrue(hall.originals().holds(brought), "nor what the package had brought");
    }

    /** A tired person presses twice; a file that is none is refused twice, and the second time not because the first took it away. */
    @Test
    void theSameBadFileSentTwiceAtOnceIsRefusedTwiceAndGone() throws Exception {
        for (int i = 0; i < 4; i++) {
            var bad = ("%PDF-1.7\nand nothing behind it " + i).getBytes(StandardCharsets.US_ASCII);
            Callable<Boolean> sending = () -> assertThrows(Uploads.Unfit.class, () -> test.house.uploads().keep(hall, new ByteArrayInputStream(bad))).why() == Uploads.Why.DAMAGED;
            try (var both = Executors.newFixedThreadPool(2)) {
                for (var said : both.invokeAll(List.of(sending, sending))) assertTrue(said.get());
            }
            assertFalse(hall.originals().holds(new DocumentId(Digests.hex(Digests.sha256(bad)))));
        }
    }

    /** Somebody asks for it in the same moment: it counts from then on. */
    @Test
    void whatIsJustBeingProposedIsNotTakenAway() throws Exception {
        hall.originals().dropOlder(sent, Instant.EPOCH);
        assertTrue(hall.originals().renew(sent));
        assertFalse(hall.originals().dropOlder(sent, Instant.now().minus(Duration.ofHours(1))));
        assertTrue(hall.originals().holds(sent));
    }
}
