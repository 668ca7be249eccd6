package conclave.appliance.faults;

import conclave.codec.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** All experts but one at work, so many submissions a second in all, half of them at each server to begin with. */
final class Crowd implements AutoCloseable {

    private static final Duration LAST_ANSWERS = Duration.ofSeconds(90);
    private static final long RESUMED_AGAIN_AFTER_MS = 500;
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(3);

    private final Servers servers;
    private final AcknowledgementLog log;
    private final List<Expert> experts = new ArrayList<>();
    private final TreeMap<String, Laptop> secretaries = new TreeMap<>();
    private final List<Thread> threads = new ArrayList<>();
    private final Semaphore paused = new Semaphore(0);
    private final AtomicInteger pauses = new AtomicInteger();
    private Thread watching;
    private volatile boolean working = true;
    private volatile long givesUpAt = Long.MAX_VALUE;
    private volatile int unanswered;

    private Crowd(Servers servers, AcknowledgementLog log) {
        this.servers = servers;
        this.log = log;
    }

    /** Every room's half-day and round opened, everybody signed in, and the first sheets on their way. */
    static Crowd atWork(Ground ground, Trio kit, boolean credulous) throws IOException, InterruptedException {
        var crowd = new Crowd(Servers.of(kit), new AcknowledgementLog(ground.stand().folder()));
        crowd.openSittings(kit);
        var laptops = new ArrayList<Laptop>();
        for (var expert : people(kit, "expert")) laptops.add(Laptop.signIn(crowd.servers, laptops.size() % 2, expert.text("code")));
        for (var each : crowd.secretaries.entrySet()) each.getValue().does("/api/rooms/" + each.getKey() + "/rounds", Json.object());
        for (var laptop : laptops) crowd.experts.add(new Expert(crowd.experts.size(), laptop, desk(laptop), crowd.log, credulous, crowd::foundPaused));
        long everyNs = TimeUnit.SECONDS.toNanos(1) * (crowd.experts.size() - 1) / ground.options().rate();
        for (var expert : crowd.experts.subList(0, crowd.experts.size() - 1)) crowd.threads.add(Thread.ofVirtual().start(() -> crowd.score(expert, everyNs)));
        crowd.watching = Thread.ofVirtual().start(crowd::watchOverRooms);
        return crowd;
    }

    /** A server may be a moment behind the one at which the round was opened. */
    private static Desk desk(Laptop laptop) throws IOException, InterruptedException {
        var shown = new Json.Obj[1];
        Patience.of(LONGEST_SILENCE).until(() -> (shown[0] = laptop.sees("/api/desk")).get("round") instanceof Json.Obj);
        return Desk.of(shown[0]);
    }

    private void openSittings(Trio kit) throws IOException, InterruptedException {
        for (var one : people(kit, "secretary")) {
            var laptop = Laptop.signIn(servers, 0, one.text("code"));
            laptop.does("/api/rooms/" + one.text("roomId") + "/sitting", Json.object().with("half", "morning"));
            secretaries.put(one.text("roomId"), laptop);
        }
    }

    /** After an outage, or a jump of a clock, rooms are found paused; when an expert says so, the secretaries let them go on. */
    private void watchOverRooms() {
        try {
            while (true) {
                paused.acquire();
                for (var room : secretaries.entrySet()) resume(room.getKey(), room.getValue());
                paused.drainPermits();
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private void foundPaused() {
        pauses.incrementAndGet();
        paused.release();
    }

    /** How often an expert was told so; the secretaries are quick, so that somebody who looks later may not see it any more. */
    int pauses() {
        return pauses.get();
    }

    /** Whether an expert was told so again. */
    boolean findsRoomsPaused(int before) throws IOException, InterruptedException {
        return Patience.of(LONGEST_SILENCE).until(() -> pauses.get() > before);
    }

    private static void resume(String room, Laptop secretary) throws InterruptedException {
        try {
            secretary.does("/api/rooms/" + room + "/resume", Json.object());
        } catch (IllegalStateException | IOException notYetOrNotPaused) {
            Thread.sleep(RESUMED_AGAIN_AFTER_MS);
        }
    }

    private static List<Json.Obj> people(Trio kit, String role) {
        return kit.run().list("people").stream().map(person -> (Json.Obj) person)
                .filter(person -> person.list("roles").contains(Json.text(role))).toList();
    }

    private void score(Expert expert, long everyNs) {
        try {
            while (working) {
                long began = System.nanoTime();
                if (!expert.submit(() -> System.nanoTime() < givesUpAt)) gaveUp();
                long left = everyNs - (System.nanoTime() - began);
                if (left > 0) TimeUnit.NANOSECONDS.sleep(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void gaveUp() {
        unanswered++;
    }

    /** The last expert does nothing unasked, and sits at the second server. */
    Probe probe() {
        return new Probe(experts.getLast());
    }

    AcknowledgementLog log() {
        return log;
    }

    /** So many more than now. A suite in which nothing is acknowledged any more must end all the same. */
    void awaitAcknowledgements(int more) throws InterruptedException {
        int goal = log.count() + more;
        try {
            if (!Patience.of(LONGEST_SILENCE).until(() -> log.count() >= goal)) {
                throw new IllegalStateException("only " + (log.count() - goal + more) + " of " + more + " acknowledgements came within " + LONGEST_SILENCE);
            }
        } catch (IOException never) {
            throw new IllegalStateException(never);
        }
    }

    /** Nobody begins anything new; what is under way is asked for until it is answered, or for so long. */
    void rest() throws InterruptedException {
        working = false;
        givesUpAt = System.nanoTime() + LAST_ANSWERS.toNanos();
        for (var thread : threads) thread.join();
    }

    /** How many submissions ended without an answer; each of them may stand or not, but once at most. */
    int unanswered() {
        return unanswered;
    }

    List<String> refusals() {
        return experts.stream().flatMap(expert -> expert.refusals().stream()).sorted().toList();
    }

    @Override
    public void close() {
        working = false;
        threads.forEach(Thread::interrupt);
        watching.interrupt();
        servers.close();
        log.close();
    }
}
