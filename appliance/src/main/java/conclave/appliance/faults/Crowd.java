package conclave.appliance.faults;

import conclave.codec.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** All experts but one at work, so many submissions a second in all, half of them at each server to begin with. */
final class Crowd implements AutoCloseable {

    private static final Duration LAST_ANSWERS = Duration.ofSeconds(90);
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(3);

    private final Servers servers;
    private final AcknowledgementLog log;
    private final List<Expert> experts = new ArrayList<>();
    private final TreeMap<String, Laptop> secretaries = new TreeMap<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean working = true;
    private volatile long givesUpAt = Long.MAX_VALUE;
    private volatile int unanswered;
    private int resumed;

    private Crowd(Servers servers, AcknowledgementLog log) {
        this.servers = servers;
        this.log = log;
    }

    /** Every room's half-day and round opened, everybody signed in, and the first sheets on their way. */
    static Crowd atWork(Ground ground, Trio kit, boolean credulous) throws IOException, InterruptedException {
        var crowd = new Crowd(Servers.of(kit), new AcknowledgementLog(ground.stand().folder().resolve("acknowledged.log")));
        crowd.openSittings(kit);
        var laptops = new ArrayList<Laptop>();
        for (var expert : people(kit, "expert")) laptops.add(Laptop.signIn(crowd.servers, laptops.size() % 2, expert.text("code")));
        for (var each : crowd.secretaries.entrySet()) each.getValue().does("/api/rooms/" + each.getKey() + "/rounds", Json.object());
        for (var laptop : laptops) crowd.experts.add(new Expert(crowd.experts.size(), laptop, desk(laptop), crowd.log, credulous));
        long everyNs = TimeUnit.SECONDS.toNanos(1) * (crowd.experts.size() - 1) / ground.options().rate();
        for (var expert : crowd.experts.subList(0, crowd.experts.size() - 1)) crowd.threads.add(Thread.ofVirtual().start(() -> crowd.score(expert, everyNs)));
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

    /** Whether each secretary's page says so, once their server answers again. */
    boolean findsRoomsPaused() throws IOException, InterruptedException {
        for (var room : secretaries.entrySet()) {
            var sitting = room.getValue().sees("/api/rooms/" + room.getKey()).get("sitting");
            if (!(sitting instanceof Json.Obj open) || open.get("paused") == Json.Null.NULL) return false;
        }
        return true;
    }

    /** Rooms pause when all nodes were away at once, or a clock has jumped: secretaries let them go on, until experts are served. */
    void resume() throws InterruptedException {
        int before = log.count();
        try {
            if (!Patience.of(LONGEST_SILENCE).until(() -> letGoOn(before))) throw new IllegalStateException("rooms were resumed, and nobody is served");
        } catch (IOException never) {
            throw new IllegalStateException(never);
        }
    }

    private boolean letGoOn(int before) throws InterruptedException {
        for (var room : secretaries.entrySet()) {
            try {
                var answer = room.getValue().tries("/api/rooms/" + room.getKey() + "/resume", "fault-resume-" + ++resumed, Json.object());
                if (answer.status() != 200 && !answer.code().equals("ROOM_NOT_PAUSED")) room.getValue().moveOn();
            } catch (IOException noAnswer) {
                room.getValue().moveOn();
            }
        }
        return log.count() > before;
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
        servers.close();
        log.close();
    }
}
