package conclave.node;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.config.Limits;
import conclave.exchange.MeetingFile.Policy;
import conclave.ledger.Broken;
import conclave.ledger.Ledgers;
import conclave.ledger.MemoryLedgers;
import conclave.ledger.ratis.RatisLedgers;
import conclave.ledger.ratis.RatisOptions;
import conclave.meeting.event.Command;
import conclave.meeting.event.Half;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Id.RoundId;
import conclave.meeting.event.Id.SittingId;
import conclave.meeting.event.Order;
import conclave.meeting.event.Role;
import conclave.meeting.event.SittingCommand.OpenRound;
import conclave.meeting.event.SittingCommand.OpenSitting;
import conclave.meeting.event.SittingCommand.SignIn;
import conclave.meeting.event.SittingCommand.SubmitScore;
import conclave.seal.RandomIds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One meeting live on a node: what is acknowledged stands, what looks failed does not happen twice. */
class ChamberTest {

    @TempDir
    Path folder;

    @Test
    void theSameSheetSentTwiceAtOnceIsOneScoreWithOneReceipt() throws IOException {
        try (var test = new TestHouse(folder)) {
            var hall = test.admit(1, Policy.REAL_NAME);
            var round = scoringBegins(test, hall, "R01");
            var expert = TestHouse.people(hall, Role.EXPERT, "R01").getFirst().id();
            var order = order(test, expert, "same-key-1", submit(hall, round, 0));
            var answers = new ArrayList<CompletableFuture<Reply>>();
            for (int i = 0; i < 50; i++) answers.add(hall.chamber().submit(order));
            var lines = answers.stream().map(CompletableFuture::join).map(Reply.Done.class::cast)
                    .map(done -> done.receipt().orElseThrow().line()).distinct().toList();
            assertEquals(1, lines.size(), "one effect, one line");
            assertEquals(1, hall.meeting().floor().rounds().get(round).orElseThrow().revision(firstApplicant(hall), expert));
        }
    }

    /** The record of a ballot was asked for right after its box was opened, and was not there yet. */
    @Test
    void whoeverWatchesHasHeardBeforeAnybodyIsAnswered() throws Exception {
        try (var test = new TestHouse(folder)) {
            var hall = test.admit(1, Policy.REAL_NAME);
            var round = scoringBegins(test, hall, "R01");
            var expert = TestHouse.people(hall, Role.EXPERT, "R01").getFirst().id();
            var heard = new CountDownLatch(1);
            test.watchers.add((_, _, _) -> assertDoesNotThrow(() -> heard.await(20, TimeUnit.SECONDS)));
            var answer = CompletableFuture.supplyAsync(() -> hall.chamber().submit(order(test, expert, "key-0001", submit(hall, round, 0))))
                    .thenCompose(Function.identity());
            assertThrows(TimeoutException.class, () -> answer.get(300, TimeUnit.MILLISECONDS));
            heard.countDown();
            assertInstanceOf(Reply.Done.class, answer.get(20, TimeUnit.SECONDS));
        }
    }

    /** Threads that ask all the time hit every moment, also the one between "it counts" and "the notary has it". */
    @Test
    void askingAgainWhileTheFirstIsJustBeingDoneIsAnsweredAndNoFault() throws Exception {
        try (var test = new TestHouse(folder)) {
            var hall = test.admit(1, Policy.REAL_NAME);
            var round = scoringBegins(test, hall, "R01");
            var expert = TestHouse.people(hall, Role.EXPERT, "R01").getFirst().id();
            for (int revision = 0; revision < 200; revision++) {
                var order = order(test, expert, "retry-key-" + revision, submit(hall, round, revision));
                var first = hall.chamber().submit(order);
                Reply.Done again;
                do {
                    again = assertInstanceOf(Reply.Done.class, hall.chamber().submit(order).get(10, TimeUnit.SECONDS));
                } while (!again.again());
                assertEquals(assertInstanceOf(Reply.Done.class, first.get(10, TimeUnit.SECONDS)).receipt().orElseThrow().seq(),
                        again.receipt().orElseThrow().seq());
            }
        }
    }

    @Test
    void whatWasAcknowledgedIsThereAfterTheNodeStartsAgain() throws IOException {
        List<String> record;
        RoundId round;
        PersonId expert;
        try (var ratis = ratis("first"); var test = new TestHouse(folder, ratis, Limits.DEFAULT)) {
            var hall = test.admit(1, Policy.REAL_NAME);
            round = scoringBegins(test, hall, "R01");
            expert = TestHouse.people(hall, Role.EXPERT, "R01").getFirst().id();
            done(hall, order(test, expert, "kept-key-1", submit(hall, round, 0)));
            record = record(hall);
        }
        try (var ratis = ratis("again"); var test = new TestHouse(folder, ratis, Limits.DEFAULT)) {
            var hall = test.house.halls().iterator().next();
            assertEquals(record, record(hall).subList(0, record.size()));
            var again = done(hall, order(test, expert, "kept-key-1", submit(hall, round, 0)));
            assertTrue(again.again(), "an idempotent retry after the restart");
            assertTrue(again.receipt().orElseThrow().verify(test.signer.publicKey()));
        }
    }

    @Test
    void aDiskBelowItsFloorStopsAcknowledgingAndNothingElse() throws IOException {
        try (var test = new TestHouse(folder, memory(), withFloor(Long.MAX_VALUE / 2))) {
            var founding = assertThrows(RuntimeException.class, () -> test.admit(1, Policy.REAL_NAME));
            assertTrue(founding.getMessage().contains("could not be founded"), founding.getMessage());
        }
        try (var test = new TestHouse(folder.resolve("other"), memory(), withFloor(0))) {
            var hall = test.admit(1, Policy.REAL_NAME);
            assertTrue(hall.register().isPresent());
        }
    }

    @Test
    void meetingsLiveSideBySideAndKnowNothingOfOneAnother() throws IOException {
        try (var test = new TestHouse(folder)) {
            var first = test.admit(1, Policy.REAL_NAME);
            var second = test.admit(1, Policy.DOUBLE_BLIND);
            assertNotEquals(first.id(), second.id());
            scoringBegins(test, first, "R01");
            assertTrue(second.meeting().floor().rounds().isEmpty());
            var stranger = TestHouse.people(first, Role.SECRETARY, "R01").getFirst().id();
            var refused = second.chamber().submit(order(test, stranger, "foreign-key", new OpenSitting(room(second, "R01"),
                    new SittingId("sit_" + RandomIds.next()), "2026-11-21", Half.MORNING))).join();
            assertInstanceOf(Reply.Refused.class, refused);
            var sealed = first.register().orElseThrow().people().values().getFirst();
            assertFalse(second.key().texts().equals(first.key().texts()));
            assertThrows(RuntimeException.class, () -> new Faces(second.key().texts()).identity(sealed));
        }
    }

    @Test
    void aRehearsalSaysSoInEveryLineOfItsRecord() throws IOException {
        try (var test = new TestHouse(folder)) {
            var hall = test.admit(1, Policy.REAL_NAME);
            var size = hall.chamber().evidence().size();
            for (var line : hall.chamber().evidence().lines(1, (int) size)) {
                var text = new String(line.bytes(), StandardCharsets.UTF_8);
                assertTrue(text.contains("\"meeting\":\"reh_"), text);
            }
        }
    }

    @Test
    void noPersonIsInTheRecord() throws IOException {
        try (var test = new TestHouse(folder)) {
            var hall = test.admit(1, Policy.REAL_NAME);
            scoringBegins(test, hall, "R01");
            hall.chamber().evidence().flush();
            var record = Files.readString(test.data.meeting(hall.id().value()).resolve("evidence.jsonl"));
            for (var canary : List.of("买买提", "专家1", SmallMeeting.HIDDEN_ID, "13999000000", "某水利局", "援疆", "申报表")) {
                assertFalse(record.contains(canary), "a person's data in the record: " + canary);
            }
        }
    }

    @Test
    void aMeetingWhoseFoundingRecordIsLostIsNotTakenForOneThatNeverBegan() throws IOException {
        Path record;
        try (var test = new TestHouse(folder)) {
            var hall = test.admit(1, Policy.REAL_NAME);
            record = test.data.meeting(hall.id().value()).resolve("evidence.jsonl");
        }
        var length = Files.size(record);
        Files.delete(record.resolveSibling("founding.json"));
        assertThrows(Broken.class, () -> new TestHouse(folder));
        assertEquals(length, Files.size(record));
        assertTrue(Files.exists(record.resolveSibling("key")), "the key without which nobody's name can be read");
    }

    @Test
    void aFoundingThatNeverFinishedIsClearedAway() throws IOException {
        try (var test = new TestHouse(folder)) {
            Files.writeString(test.data.meeting("mtg_00000000000000000000000000").resolve("key"), "half");
            test.house.openAll();
            assertFalse(Files.exists(test.data.meetings().resolve("mtg_00000000000000000000000000")));
        }
    }

    private static List<String> record(Hall hall) {
        var evidence = hall.chamber().evidence();
        return evidence.lines(1, (int) evidence.size()).stream().map(line -> new String(line.bytes(), StandardCharsets.UTF_8)).toList();
    }

    private Ledgers memory() {
        return new MemoryLedgers((id, reason) -> {
            throw reason;
        });
    }

    private RatisLedgers ratis(String name) throws IOException {
        return new RatisLedgers(new RatisOptions(folder.resolve("ratis"), "peer-test", "127.0.0.1", 0, Optional.empty(), (id, reason) -> {
            throw reason;
        }));
    }

    private static Limits withFloor(long floor) {
        var usual = Limits.DEFAULT;
        return new Limits(usual.bodyBytes(), usual.signIn(), usual.batchCommands(), usual.batchBytes(), floor);
    }

    static RoundId scoringBegins(TestHouse test, Hall hall, String code) {
        var room = room(hall, code);
        var secretary = TestHouse.people(hall, Role.SECRETARY, code).getFirst().id();
        var round = new RoundId("rnd_" + RandomIds.next());
        done(hall, order(test, secretary, "open-sitting", new OpenSitting(room, new SittingId("sit_" + RandomIds.next()), "2026-11-21", Half.MORNING)));
        for (var expert : TestHouse.people(hall, Role.EXPERT, code)) {
            done(hall, order(test, expert.id(), "", new SignIn(expert.id(), "0".repeat(64), Long.MAX_VALUE >> 11)));
        }
        done(hall, order(test, secretary, "open-round-1", new OpenRound(room, round, "chance")));
        return round;
    }

    private static SubmitScore submit(Hall hall, RoundId round, int basedOn) {
        return new SubmitScore(round, firstApplicant(hall), basedOn, SmallMeeting.marks("12", "11", "8.5"), Optional.empty());
    }

    private static ApplicantId firstApplicant(Hall hall) {
        return hall.register().orElseThrow().applicantsOf(room(hall, "R01")).getFirst();
    }

    private static RoomId room(Hall hall, String code) {
        return hall.register().orElseThrow().rooms().values().stream().filter(r -> r.code().equals(code)).findFirst().orElseThrow().id();
    }

    private static Order order(TestHouse test, PersonId by, String key, Command command) {
        return new Order(key, key, by, test.now.incrementAndGet(), command);
    }

    private static Reply.Done done(Hall hall, Order order) {
        return assertInstanceOf(Reply.Done.class, hall.chamber().submit(order).join());
    }
}
