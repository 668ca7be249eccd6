package conclave.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.config.Kit;
import conclave.config.Limits;
import conclave.config.Member;
import conclave.config.Place;
import conclave.config.Roster;
import conclave.ledger.Broken;
import conclave.ledger.Ledger;
import conclave.ledger.MemoryLedgers;
import conclave.ledger.Spent;
import conclave.ledger.ratis.RatisLedgers;
import conclave.ledger.ratis.RatisOptions;
import conclave.link.MemoryLink;
import conclave.node.Verdict.Matter;
import java.nio.charset.StandardCharsets;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nodes that look at each other, over a link within this process. */
class WatchtowerTest {

    private static final String OWN = "node-test";
    private static final Kit KIT = new Kit("kit-x", Optional.empty(), "", List.of(member("a", OWN, Member.Role.SERVER),
            member("b", "peer-b", Member.Role.SERVER), member("w", "peer-w", Member.Role.WITNESS)));

    @TempDir
    Path folder;
    final Map<String, MemoryLink> wires = new ConcurrentHashMap<>();
    final BlockingQueue<Broken> alarms = new LinkedBlockingQueue<>();

    private static Member member(String name, String peer, Member.Role role) {
        return new Member(name, role, peer, "127.0.0.1", new Member.Ports(1, 2, 3, 4), "");
    }

    private Company company() {
        return Company.of(new Roster(new Place(folder.resolve("cluster.conf"), KIT, KIT.members().getFirst())), new MemoryLink(wires, OWN));
    }

    private TestHouse house() throws IOException {
        return new TestHouse(folder, new MemoryLedgers((_, reason) -> alarms.add(reason)), Limits.DEFAULT, _ -> company(), alarms::add);
    }

    /** Another node, which says of itself what it is told to. */
    private MemoryLink other(String peer, java.util.function.Supplier<byte[]> says) {
        var link = new MemoryLink(wires, peer);
        link.answer("state", (_, _) -> CompletableFuture.completedFuture(says.get()));
        return link;
    }

    private static byte[] condition(String life, long clock, String meeting, long passed) {
        var keeping = new Keeping(meeting, Optional.of(OWN), true, new Ledger.Reading(passed, passed, passed, 0), 1, Optional.empty(), 0, 0);
        return new Condition(life, 1, conclave.meeting.Meeting.RULES, Optional.empty(), clock, 1L << 40, 1L << 29, Condition.Sharing.NOT_MEANT,
                meeting.isEmpty() ? List.of() : List.of(keeping)).bytes();
    }

    private static List<Matter> matters(TestHouse test, String name) {
        var all = test.house.watchtower().sightings();
        return new Appraisal(all).of(all.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow()).stream().map(Verdict::matter).toList();
    }

    private static void until(BooleanSupplier met) {
        for (int i = 0; i < 6_000 && !met.getAsBoolean(); i++) LockSupport.parkNanos(10_000_000);
        assertTrue(met.getAsBoolean(), "waited in vain");
    }

    @Test
    void eachIsSeenAsItSaysWithItsClockAndWhoeverSpeaksOtherwiseIsNamed() throws Exception {
        try (var test = house()) {
            other("peer-b", () -> condition("b1", test.now.get() + 259_200_000, "", 0));
            other("peer-w", () -> "{\"life\":\"w1\",\"format\":9}".getBytes(StandardCharsets.UTF_8));
            until(() -> matters(test, "b").contains(Matter.CLOCK_FAR_AHEAD) && matters(test, "w").contains(Matter.OTHER_WORDS));
            assertEquals(List.of("a", "b", "w"), test.house.watchtower().sightings().stream().map(Sighting::name).toList());
            assertTrue(matters(test, "a").contains(Matter.ROOMY));
            assertTrue(alarms.isEmpty());
        }
    }

    @Test
    void aNodeThatStartsWithAWrongClockGoesByTheOthersAndKeepsTheirTime() throws Exception {
        try (var test = house()) {
            var ahead = new AtomicLong(259_200_000);
            other("peer-b", () -> condition("b1", test.now.get() - ahead.get(), "", 0));
            other("peer-w", () -> condition("w1", test.now.get() - ahead.get(), "", 0));
            var passed = new AtomicLong();
            var clock = new SteadyClock(test.now::get, passed::get);
            test.house.watchtower().clock(clock);
            until(() -> clock.getAsLong() == test.now.get() - ahead.get());
            assertTrue(matters(test, "a").contains(Matter.CLOCK_FAR_AHEAD));
            test.house.watchtower().timeKnown().get(30, TimeUnit.SECONDS);
            var shown = clock.getAsLong();
            ahead.set(900_000_000);
            until(() -> test.house.watchtower().sightings().stream().filter(one -> !one.self()).allMatch(one -> one.offset() < -800_000_000));
            test.house.watchtower().look();
            assertEquals(shown, clock.getAsLong(), "whatever the others' clocks do later");
        }
    }

    @Test
    void whoFallsSilentIsMissed() throws Exception {
        try (var test = house()) {
            other("peer-b", () -> condition("b1", test.now.get(), "", 0));
            until(() -> matters(test, "b").contains(Matter.HEARD));
            wires.remove("peer-b");
            until(() -> matters(test, "b").equals(List.of(Matter.QUIET)));
            assertEquals(Appraisal.Whole.NO_MAJORITY, new Appraisal(test.house.watchtower().sightings()).whole());
        }
    }

    @Test
    void anotherProcessInANodesNameIsFound() throws Exception {
        try (var test = house()) {
            other("peer-b", () -> condition("original", test.now.get(), "", 0));
            until(() -> matters(test, "b").contains(Matter.HEARD));
            var copy = new MemoryLink(new ConcurrentHashMap<>(wires), "peer-b");
            // Both go on speaking; who of them is heard last changes all the time.
            until(() -> {
                copy.ask(OWN, "state", "copy".getBytes(StandardCharsets.US_ASCII)).join();
                return matters(test, "b").contains(Matter.TWICE);
            });
        }
    }

    @Test
    void aNodeWhoseFoldStandsStillWhileTheOthersGoOnLetsNobodyInAndThenGivesUp() throws Exception {
        try (var test = house()) {
            var meeting = test.house.found(true).id().value();
            var far = new AtomicLong(1_000);
            other("peer-b", () -> condition("b1", test.now.get(), meeting, far.incrementAndGet()));
            until(() -> test.house.watchtower().unready().equals(Optional.of("standing-still")));
            assertTrue(alarms.isEmpty(), "nobody new is let in before the node ends");
            assertInstanceOf(Spent.class, alarms.poll(60, TimeUnit.SECONDS));
        }
    }

    @Test
    void whoSleptWhileTheOthersWentOnGivesUpAndWhoStandsAloneDoesNot() throws Exception {
        try (var test = house()) {
            assertEquals(1, slept(test, company(), 62_000));
            assertEquals(0, slept(test, company(), 60_000));
            assertEquals(0, slept(test, Company.NONE, 86_400_000));
        }
    }

    private int slept(TestHouse test, Company company, long ms) {
        var uptime = new AtomicLong();
        var rung = new LinkedBlockingQueue<Broken>();
        var fittings = new House.Fittings(OWN, test.data, Limits.DEFAULT, test.ledgers, test.signer, test.keys.codeBook(), null, null, test.now::get, rung::add, company);
        try (var tower = new Watchtower(test.house, fittings, new DiskSpace(folder, 1, test.now::get), () -> 0, uptime::get)) {
            tower.look();
            uptime.addAndGet(ms);
            tower.look();
            return rung.size();
        }
    }

    @Test
    void aDiskBelowItsFloorLetsNobodyInUntilThereIsRoomAgain() throws Exception {
        var test = new TestHouse(folder, new MemoryLedgers((_, reason) -> alarms.add(reason)),
                new Limits(1 << 16, Limits.SignIn.DEFAULT, 1, 1 << 20, 1L << 52), _ -> Company.NONE, alarms::add);
        try (test) {
            assertEquals(Optional.of("disk-full"), test.house.watchtower().unready());
            var all = test.house.watchtower().sightings();
            assertTrue(new Appraisal(all).of(all.getFirst()).stream().anyMatch(one -> one.matter() == Matter.FULL));
        }
    }

    @Test
    void aReaderThatHangsIsNoticedOnARealLog() throws Exception {
        var ledgers = new RatisLedgers(new RatisOptions(folder.resolve("ledger"), OWN, "127.0.0.1", 0, Optional.empty(), (_, reason) -> alarms.add(reason)));
        var usual = Limits.DEFAULT;
        var limits = new Limits(usual.bodyBytes(), usual.signIn(), usual.batchCommands(), usual.batchBytes(), 1,
                new Limits.Endurance(Duration.ofSeconds(6), usual.endurance().sleep()));
        var hanging = new CountDownLatch(1);
        try (var test = new TestHouse(folder, ledgers, limits, _ -> Company.NONE, alarms::add)) {
            var chamber = test.house.found(true).chamber();
            test.watchers.add((_, _, _) -> {
                try {
                    hanging.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            chamber.submit(new conclave.meeting.event.Order("", "", conclave.meeting.event.Id.PersonId.HOUSE, test.now.get(),
                    new conclave.meeting.event.IntakeCommand.FoundMeeting(chamber.id(), conclave.meeting.Meeting.RULES)));
            try {
                until(() -> test.house.watchtower().unready().equals(Optional.of("standing-still")));
                assertInstanceOf(Spent.class, alarms.poll(60, TimeUnit.SECONDS));
            } finally {
                // Also where nothing was noticed: the house is not closed before its reader returns.
                hanging.countDown();
            }
        }
    }
}
