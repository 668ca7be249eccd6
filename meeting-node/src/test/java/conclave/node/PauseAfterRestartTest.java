package conclave.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.config.Limits;
import conclave.exchange.MeetingFile.Policy;
import conclave.ledger.Ledgers;
import conclave.ledger.ratis.RatisLedgers;
import conclave.ledger.ratis.RatisOptions;
import conclave.meeting.event.Command;
import conclave.meeting.event.Half;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Id.RoundId;
import conclave.meeting.event.Id.SittingId;
import conclave.meeting.event.Order;
import conclave.meeting.event.PauseReason;
import conclave.meeting.event.Refusal;
import conclave.meeting.event.Role;
import conclave.meeting.event.SittingCommand.OpenSitting;
import conclave.meeting.event.SittingCommand.PauseRoom;
import conclave.meeting.event.SittingCommand.ResumeRoom;
import conclave.meeting.event.SittingCommand.SubmitScore;
import conclave.seal.RandomIds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node that comes back alone finds its rooms paused; a clock that jumps pauses them; each is resumed by its secretary. */
class PauseAfterRestartTest {

    @TempDir
    Path folder;

    @Test
    void aNodeThatComesBackAloneFindsItsRoomsPausedAndNobodyWasFaster() throws IOException {
        RoundId round;
        try (var ratis = ratis("first"); var test = new TestHouse(folder, ratis, Limits.DEFAULT)) {
            var hall = test.admit(1, Policy.REAL_NAME);
            round = ChamberTest.scoringBegins(test, hall, "R01");
            assertTrue(hall.meeting().floor().pause(room(hall)).isEmpty(), "a house that founds a meeting was not away");
        }
        long lines;
        try (var ratis = ratis("again"); var test = new TestHouse(folder, ratis, withFloor(Long.MAX_VALUE / 2))) {
            var hall = test.house.halls().iterator().next();
            assertTrue(hall.chamber().ready().isDone());
            assertEquals(PauseReason.AFTER_OUTAGE, hall.meeting().floor().pause(room(hall)).orElseThrow().reason());
            lines = hall.meeting().recorded();
        }
        try (var ratis = ratis("third"); var test = new TestHouse(folder, ratis, Limits.DEFAULT)) {
            var hall = test.house.halls().iterator().next();
            assertEquals(lines, hall.meeting().recorded(), "a second pause leaves nothing");
            assertEquals(Refusal.Code.ROOM_PAUSED, assertInstanceOf(Reply.Refused.class, submitted(test, hall, round)).refusal().code());
            assertInstanceOf(Reply.Done.class, asked(test, hall, new ResumeRoom(room(hall))));
            assertInstanceOf(Reply.Done.class, submitted(test, hall, round));
        }
    }

    @Test
    void aMeetingThatIsNotInSessionComesBackAsItWas() throws IOException {
        long lines;
        try (var ratis = ratis("first"); var test = new TestHouse(folder, ratis, Limits.DEFAULT)) {
            lines = test.admit(1, Policy.REAL_NAME).meeting().recorded();
        }
        try (var ratis = ratis("again"); var test = new TestHouse(folder, ratis, Limits.DEFAULT)) {
            assertEquals(lines, test.house.halls().iterator().next().meeting().recorded());
        }
    }

    @Test
    void aClockThatJumpsPausesTheRoomsAtTheTimeThatItShouldBe() throws IOException {
        try (var test = new TestHouse(folder)) {
            var hall = opened(test);
            var passed = new AtomicLong(7);
            try (var watch = new ClockWatch(test.house, new SteadyClock(test.now::get, passed::get))) {
                after(test, passed, 1_000, 1_000, watch);
                after(test, passed, 9_000_000, 9_000_000, watch);
                after(test, passed, 1_000, 60_000, watch);
                after(test, passed, 1_000, -3_600_000, watch);
                assertTrue(hall.meeting().floor().pause(room(hall)).isEmpty(), "idle hours, a small step and a step back are no jump");
                var before = test.now.get();
                after(test, passed, 1_000, 3 * 86_400_000L, watch);
                var pause = hall.meeting().floor().pause(room(hall)).orElseThrow();
                assertEquals(PauseReason.CLOCK_JUMP, pause.reason());
                assertTrue(pause.at() >= before && pause.at() <= before + 3_700_000L, "the pause bears " + pause.at());
                assertInstanceOf(Reply.Done.class, asked(test, hall, new ResumeRoom(room(hall))));
                after(test, passed, 1_000, 1_000, watch);
                assertTrue(hall.meeting().floor().pause(room(hall)).isEmpty(), "one jump, one pause");
            }
        }
    }

    @Test
    void aBreakThatTheSecretaryWantedKeepsItsReason() throws IOException {
        try (var ratis = ratis("first"); var test = new TestHouse(folder, ratis, Limits.DEFAULT)) {
            var hall = opened(test);
            assertInstanceOf(Reply.Done.class, asked(test, hall, new PauseRoom(room(hall))));
        }
        try (var ratis = ratis("again"); var test = new TestHouse(folder, ratis, Limits.DEFAULT)) {
            var hall = test.house.halls().iterator().next();
            assertEquals(PauseReason.BY_SECRETARY, hall.meeting().floor().pause(room(hall)).orElseThrow().reason());
        }
    }

    private static void after(TestHouse test, AtomicLong passed, long really, long shown, ClockWatch watch) {
        passed.addAndGet(really);
        test.now.addAndGet(shown);
        watch.look();
    }

    private static Hall opened(TestHouse test) throws IOException {
        var hall = test.admit(1, Policy.REAL_NAME);
        assertInstanceOf(Reply.Done.class, asked(test, hall, new OpenSitting(room(hall), new SittingId("sit_" + RandomIds.next()), "2026-11-21", Half.MORNING)));
        return hall;
    }

    private static Reply asked(TestHouse test, Hall hall, Command command) {
        return hall.chamber().submit(new Order(RandomIds.next(), "request", secretary(hall), test.now.get(), command)).join();
    }

    private static Reply submitted(TestHouse test, Hall hall, RoundId round) {
        var register = hall.register().orElseThrow();
        var score = new SubmitScore(round, register.applicantsOf(room(hall)).getFirst(), 0, SmallMeeting.marks("12", "11", "8.5"), Optional.empty());
        var expert = TestHouse.people(hall, Role.EXPERT, "R01").getFirst().id();
        return hall.chamber().submit(new Order(RandomIds.next(), "request", expert, test.now.get(), score)).join();
    }

    private static PersonId secretary(Hall hall) {
        return TestHouse.people(hall, Role.SECRETARY, "R01").getFirst().id();
    }

    private static RoomId room(Hall hall) {
        return hall.register().orElseThrow().rooms().values().getFirst().id();
    }

    private Ledgers ratis(String which) throws IOException {
        return new RatisLedgers(new RatisOptions(folder.resolve("log"), "peer-test", "127.0.0.1", 0, Optional.empty(), (id, reason) -> {
            throw new AssertionError(which, reason);
        }));
    }

    private static Limits withFloor(long floor) {
        var usual = Limits.DEFAULT;
        return new Limits(usual.bodyBytes(), usual.signIn(), usual.batchCommands(), usual.batchBytes(), floor);
    }
}
