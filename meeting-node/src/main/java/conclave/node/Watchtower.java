package conclave.node;

import conclave.codec.BadJson;
import conclave.config.DataFolder;
import conclave.config.Limits;
import conclave.config.Member;
import conclave.ledger.Broken;
import conclave.ledger.Spent;
import conclave.meeting.Meeting;
import conclave.seal.RandomIds;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps an eye on all nodes: every second each asks the others how they are, so that any of them can say it of all.
 * It watches over itself with the same eyes: whoever no longer goes on with the others has to be started again.
 */
public final class Watchtower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Watchtower.class);
    private static final String STATE = "state";
    private static final long EVERY_MS = 1_000;
    private static final int TIMES = 2;
    /** So much of the patience is left when nobody is let in any more. */
    private static final int UNREADY_AT = 3;
    private static final long MOST_FREE = 1L << 52;

    private final House house;
    private final Company company;
    private final DiskSpace space;
    private final Limits.Endurance endurance;
    private final Consumer<Broken> alarm;
    private final LongSupplier monotonic;
    private final Sleep sleep;
    private final String self;
    private final String life = RandomIds.next();
    private final Map<String, Watched> watched = new TreeMap<>();
    private final Map<String, Boolean> asking = new TreeMap<>();
    private final Map<String, Integer> inVain = new TreeMap<>();
    private final ScheduledExecutorService looking =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("watchtower").daemon().factory());
    private final Doorkeeper doorkeeper;
    private volatile Supplier<Condition.Sharing> sharing = () -> Condition.Sharing.NOT_MEANT;
    private volatile Condition own;
    private volatile Optional<String> unready = Optional.empty();
    private volatile LongSupplier wall;
    private final Timekeeping time;

    Watchtower(House house, House.Fittings with, DiskSpace space) {
        this(house, with, space, () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()), Sleep::uptime);
    }

    /** @param uptime goes on while the machine sleeps, {@code monotonic} need not */
    Watchtower(House house, House.Fittings with, DiskSpace space, LongSupplier monotonic, LongSupplier uptime) {
        this.house = house;
        this.company = with.company();
        this.wall = with.clock();
        this.space = space;
        this.endurance = with.limits().endurance();
        this.alarm = with.alarm();
        this.self = with.node();
        this.monotonic = monotonic;
        this.sleep = new Sleep(uptime);
        this.doorkeeper = company.doorkeeper();
        this.time = new Timekeeping(() -> house.chambers().stream().mapToLong(chamber -> chamber.meeting().clock()).max().orElse(0));
    }

    /** The machine's own clock is compared with the others'. */
    public void clock(SteadyClock clock) {
        wall = clock::wall;
        time.keep(clock);
    }

    /** Completes once the others have had the chance to say what time it is. */
    CompletableFuture<Void> timeKnown() {
        return company.others().isEmpty() ? CompletableFuture.completedFuture(null) : time.known();
    }

    /** Who tells whether presence is shared; nobody where it is not meant to be. */
    public void presence(Supplier<Condition.Sharing> asked) {
        sharing = asked;
    }

    String life() {
        return life;
    }

    /** What a peer had acknowledged before the life that it names. */
    Map<String, Long> acknowledged(String peer, String life) {
        synchronized (watched) {
            return watched.containsKey(peer) ? watched.get(peer).acknowledgedBefore(life) : Map.of();
        }
    }

    /** All nodes of the kit as they are known here, this one first. */
    public List<Sighting> sightings() {
        var now = monotonic.getAsLong();
        synchronized (watched) {
            return watched.values().stream().map(one -> one.sighting(now))
                    .sorted(java.util.Comparator.comparing((Sighting one) -> !one.self()).thenComparing(one -> !one.server()).thenComparing(Sighting::name)).toList();
        }
    }

    /** Why laptops had better go to another server; said before it comes to the worst. */
    public Optional<String> unready() {
        return unready;
    }

    void begin() {
        look();
        if (!company.members().isEmpty()) company.link().answer(STATE, this::asked);
        looking.scheduleWithFixedDelay(this::lookSafely, EVERY_MS, EVERY_MS, TimeUnit.MILLISECONDS);
    }

    private CompletableFuture<byte[]> asked(String peer, byte[] question) {
        synchronized (watched) {
            var caller = watched.get(peer);
            if (caller != null) caller.called(new String(question, StandardCharsets.US_ASCII), monotonic.getAsLong());
        }
        return CompletableFuture.completedFuture(own.at(wall.getAsLong()).bytes());
    }

    private void lookSafely() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.warn("looking at the nodes did not work; tried again", e);
        }
    }

    /** One look at all; on one thread, which waits for nobody. */
    void look() {
        var slept = sleep.sinceLastLook();
        if (!company.others().isEmpty() && slept > endurance.sleep().toMillis() + EVERY_MS) {
            alarm.accept(new Spent("the machine slept, or the process was stopped, for " + slept / 1000 + " s"));
        }
        own = condition();
        var now = monotonic.getAsLong();
        synchronized (watched) {
            present(now);
            watched.get(self).heard(own, now, now, 0);
            var known = known(now);
            watched.values().forEach(one -> one.compare(known, now));
        }
        judgeSelf(now);
        time.judge(new Appraisal(sightings()), asked(), now);
        company.others().forEach(this::ask);
        house.arrival().lookAgain(house.chambers(), alarm);
    }

    /** Everybody has answered by now, or has not for several times: who is down is not waited for. */
    private boolean asked() {
        synchronized (watched) {
            return company.others().stream().allMatch(peer -> inVain.getOrDefault(peer, 0) >= TIMES
                    || watched.containsKey(peer) && watched.get(peer).said().isPresent());
        }
    }

    /** Whoever is of the kit now, and nobody else. */
    private void present(long now) {
        var members = company.members();
        watched.keySet().removeIf(peer -> !peer.equals(self) && members.stream().noneMatch(member -> member.peer().equals(peer)));
        for (Member member : members) watched.computeIfAbsent(member.peer(), _ -> Watched.of(member, self, now));
        watched.computeIfAbsent(self, _ -> new Watched(self, "", true, true, now));
    }

    private Map<String, Long> known(long now) {
        var known = new TreeMap<String, Long>();
        for (var one : watched.values()) {
            if (!one.fresh(now)) continue;
            one.said().map(Condition::meetings).orElse(List.of()).forEach(keeping -> known.merge(keeping.meeting(), keeping.reading().passed(), Math::max));
        }
        return known;
    }

    private void judgeSelf(long now) {
        Sighting seen;
        synchronized (watched) {
            seen = watched.get(self).sighting(now);
        }
        var still = seen.longestStill();
        var ms = still.map(Map.Entry::getValue).orElse(0L);
        if (ms >= endurance.standstill().toMillis()) {
            alarm.accept(new Spent("the meeting " + still.get().getKey() + " has read nothing for " + ms / 1000 + " s although there is something to read"));
        }
        unready = ms >= endurance.standstill().toMillis() / UNREADY_AT ? Optional.of("standing-still")
                : space.enough() ? Optional.empty() : Optional.of("disk-full");
    }

    private Condition condition() {
        var meetings = new ArrayList<Keeping>();
        var holdings = house.supply().holdings();
        for (var chamber : house.chambers()) meetings.add(Keeping.of(chamber, Optional.ofNullable(holdings.get(chamber.id()))));
        return new Condition(life, DataFolder.FORMAT, Meeting.RULES, house.unready().or(this::unready), wall.getAsLong(),
                Math.min(space.free(), MOST_FREE), space.floor(), sharing.get(), meetings, doorkeeper.worst());
    }

    private void ask(String peer) {
        synchronized (watched) {
            if (asking.put(peer, true) != null) return;
        }
        long askedAt = monotonic.getAsLong();
        long clockThen = wall.getAsLong();
        company.link().ask(peer, STATE, life.getBytes(StandardCharsets.US_ASCII)).whenComplete((answer, failure) -> {
            var midpoint = (clockThen + wall.getAsLong()) / 2;
            synchronized (watched) {
                asking.remove(peer);
                inVain.merge(peer, failure == null ? 0 : 1, (before, more) -> more == 0 ? 0 : before + 1);
                if (failure == null && watched.containsKey(peer)) heard(watched.get(peer), answer, askedAt, midpoint);
            }
        });
    }

    private void heard(Watched one, byte[] answer, long askedAt, long midpoint) {
        var now = monotonic.getAsLong();
        try {
            var condition = Condition.read(answer);
            one.heard(condition, askedAt, now, condition.clock() - midpoint);
        } catch (BadJson | ArithmeticException e) {
            LOG.debug("peer {} speaks otherwise: {}", one.peer(), e.getMessage());
            one.babbled(now);
        }
    }

    @Override
    public void close() {
        looking.shutdownNow();
    }
}
