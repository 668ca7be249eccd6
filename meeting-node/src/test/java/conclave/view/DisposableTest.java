package conclave.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.meeting.TestMeeting;
import conclave.meeting.event.Id.MeetingId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever becomes of the file, the tables come back, the same to the last row. */
@Timeout(120)
class DisposableTest {

    private static final MeetingId REHEARSAL = new MeetingId("reh_test0002");

    @TempDir
    Path folder;
    @TempDir
    Path other;

    private final Book book = new Book().with(TestMeeting.ID, RandomMeeting.toTheEnd(7, 500).facts())
            .with(REHEARSAL, RandomMeeting.of(8, 500).facts());
    private final Warnings warnings = new Warnings();

    @AfterEach
    void speakAgain() {
        warnings.close();
    }

    @Test
    void aDeletedFileComesBackIdentical() throws Exception {
        var before = built();
        OpenView.delete(folder);
        assertEquals(before, built());
        assertEquals(List.of(), warnings.said());
    }

    @Test
    void tablesThatGrewFactByFactAreThoseThatWereReadInOneGo() throws Exception {
        try (var open = new OpenView(folder)) {
            open.view.follow(book);
            for (var meeting : book.meetings()) {
                for (long seq = 1; seq <= book.size(meeting); seq++) book.tell(open.view, meeting, seq, seq);
            }
            assertEquals(builtElsewhere(), open.current(book).dump());
        }
    }

    @Test
    void aCleanStartReadsNothingAgain() throws Exception {
        var before = built();
        book.linesRead.set(0);
        assertEquals(before, built());
        // The last line of each of the two meetings, to know the record again.
        assertEquals(2, book.linesRead.get());
    }

    @Test
    void aProcessKilledInTheMiddleOfABatchLeavesNoHalf() throws Exception {
        var child = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), "-Xmx128m",
                HalvesABatch.class.getName(), folder.toString(), "9", "900", "200", "250").inheritIO().start();
        assertEquals(HalvesABatch.GONE, child.waitFor());
        var halved = HalvesABatch.book(9, 900);
        try (var open = OpenView.started(folder, halved); var right = OpenView.started(other, halved)) {
            assertEquals(right.current(halved).dump(), open.current(halved).dump());
        }
        assertTold("not closed");
    }

    @Test
    void aFileThatH2CannotReadIsThrownAway() throws Exception {
        var before = built();
        var noise = new byte[100_000];
        new Random(1).nextBytes(noise);
        Files.write(file(), noise);
        new ViewFolder(folder).leaveClosed();
        assertEquals(before, built());
        assertTold("cannot be used");
    }

    @Test
    void damageAnywhereIsSeenBeforeTheTablesAreBelieved() throws Exception {
        var before = built();
        var whole = Files.readAllBytes(file());
        // More than one, because H2 itself notices only some of them.
        var stripes = 8;
        for (int i = 0; i < stripes; i++) {
            var damaged = whole.clone();
            Arrays.fill(damaged, whole.length / stripes * i, whole.length / stripes * (i + 1), (byte) 0);
            Files.write(file(), damaged);
            assertEquals(before, built(), "stripe " + i);
            assertEquals(i + 1, warnings.said().size());
            Files.write(file(), whole);
            new ViewFolder(folder).leaveClosed();
        }
    }

    @Test
    void damageThatOnlyAQuestionMeetsIsRepaired() throws Exception {
        try (var open = OpenView.started(folder, book)) {
            var before = open.current(book).dump();
            asOwner("DROP TABLE score");
            assertThrows(ViewFault.class, () -> open.view.statistics().expertMeans(TestMeeting.ID));
            assertEquals(before, open.current(book).dump());
        }
        assertTold("could not be answered");
    }

    @Test
    void tablesOfAnotherVersionAreThrownAway() throws Exception {
        String before;
        try (var open = OpenView.started(folder, book)) {
            before = open.current(book).dump();
            asOwner("UPDATE stamp SET made_by = made_by || '.'");
        }
        assertEquals(before, built());
        assertTold("another version");
    }

    @Test
    void tablesAheadOfTheLogAreThrownAway() throws Exception {
        var facts = RandomMeeting.of(8, 500).facts();
        built();
        var shorter = new Book().with(TestMeeting.ID, RandomMeeting.toTheEnd(7, 500).facts()).with(REHEARSAL, facts.subList(0, facts.size() - 1));
        try (var open = OpenView.started(folder, shorter); var right = OpenView.started(other, shorter)) {
            assertEquals(right.current(shorter).dump(), open.current(shorter).dump());
        }
        assertTold("do not belong");
    }

    @Test
    void tablesOfAMeetingThatIsGoneAreThrownAway() throws Exception {
        built();
        var fewer = new Book().with(TestMeeting.ID, RandomMeeting.toTheEnd(7, 500).facts());
        try (var open = OpenView.started(folder, fewer); var right = OpenView.started(other, fewer)) {
            assertEquals(right.current(fewer).dump(), open.current(fewer).dump());
        }
        assertTold("do not belong");
    }

    @Test
    void aDatabaseThatFailsWhileTheMeetingGoesOnIsMadeAgain() throws Exception {
        try (var open = new OpenView(folder)) {
            open.view.follow(book);
            book.tell(open.view, REHEARSAL, 1, 200);
            open.upTo(REHEARSAL, 200);
            asOwner("DROP TABLE score");
            book.tell(open.view, REHEARSAL, 201, book.size(REHEARSAL));
            book.tell(open.view, TestMeeting.ID, 1, book.size(TestMeeting.ID));
            assertEquals(builtElsewhere(), open.current(book).dump());
        }
        assertTold("SCORE");
    }

    @Test
    void anInboxThatRunsOverHoldsNobodyUp() throws Exception {
        var reading = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        try (var open = new OpenView(folder, new View.Settings(10, 50, Duration.ofMillis(5)))) {
            book.tell(open.view, REHEARSAL, 1, 1);
            open.view.follow((meeting, first, count) -> {
                reading.countDown();
                waitFor(goOn);
                return book.read(meeting, first, count);
            });
            waitFor(reading);
            // The follower stands still; all of this comes back at once, or the test never ends.
            book.tell(open.view);
            assertEquals(new Standing(0, book.size(REHEARSAL), false), open.view.standing(REHEARSAL));
            goOn.countDown();
            assertEquals(builtElsewhere(), open.current(book).dump());
        }
        assertEquals(List.of(), warnings.said());
    }

    @Test
    void whatArrivesAfterAGapWaitsForTheGap() throws Exception {
        var asked = new CountDownLatch(3);
        var readable = new CountDownLatch(1);
        try (var open = new OpenView(folder)) {
            book.tell(open.view, REHEARSAL, 1, 100);
            open.view.follow((meeting, first, count) -> {
                asked.countDown();
                return readable.getCount() > 0 ? List.of() : book.read(meeting, first, count);
            });
            book.tell(open.view, REHEARSAL, 101, book.size(REHEARSAL));
            waitFor(asked);
            assertEquals(new Standing(0, book.size(REHEARSAL), false), open.view.standing(REHEARSAL));
            readable.countDown();
            book.tell(open.view, TestMeeting.ID, 1, book.size(TestMeeting.ID));
            assertEquals(builtElsewhere(), open.current(book).dump());
        }
        assertEquals(List.of(), warnings.said());
    }

    @Test
    void whatCannotBeMadeIsGivenUpAndTheMeetingNeverHearsOfIt() throws Exception {
        try (var open = new OpenView(folder)) {
            book.tell(open.view, REHEARSAL, 1, 200);
            open.view.follow((_, _, _) -> {
                throw new IllegalStateException("no record");
            });
            assertFalse(open.view.await(REHEARSAL, 200, OpenView.PATIENCE));
            assertTrue(open.view.standing(REHEARSAL).shut());
            book.tell(open.view, REHEARSAL, 201, book.size(REHEARSAL));
            assertEquals(new Standing(0, book.size(REHEARSAL), true), open.view.standing(REHEARSAL));
            assertThrows(ViewFault.class, () -> open.view.statistics().progressPerRoom(REHEARSAL));
        }
        assertEquals(6, warnings.said().size(), warnings.said()::toString);
    }

    @Test
    void nothingOfAPersonIsInTheFile() throws Exception {
        var dump = built();
        for (var word : List.of("sealed", "hash-of-", "token", "A-1")) assertFalse(dump.contains(word), word);
    }

    private String built() throws InterruptedException, SQLException {
        try (var open = OpenView.started(folder, book)) {
            return open.current(book).dump();
        }
    }

    private String builtElsewhere() throws InterruptedException, SQLException {
        try (var open = OpenView.started(other, book)) {
            return open.current(book).dump();
        }
    }

    private void assertTold(String words) {
        assertEquals(1, warnings.said().size(), warnings.said()::toString);
        assertTrue(warnings.said().getFirst().contains(words), warnings.said()::toString);
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void asOwner(String change) throws SQLException {
        try (var owner = DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("tables"), "sa", "");
             var statement = owner.createStatement()) {
            statement.execute(change);
        }
    }

    private Path file() {
        return folder.resolve("tables.mv.db");
    }
}
