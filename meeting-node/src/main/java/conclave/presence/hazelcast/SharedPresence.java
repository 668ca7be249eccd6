package conclave.presence.hazelcast;

import conclave.presence.LocalPresence;
import conclave.presence.Presence;
import conclave.presence.SignInThrottle;
import conclave.presence.Visit;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This node's own presence, told to the others, and theirs beside it. What it says rests on this node's memory
 * alone: the bus only carries the news, on threads of its own, and where it fails the node goes on by itself.
 */
public final class SharedPresence implements Presence {

    /** What the board shows of it. */
    public enum State { STARTING, SHARED, ALONE }

    private static final Logger LOG = LoggerFactory.getLogger(SharedPresence.class);
    private static final Duration TELL_EVERY = Duration.ofSeconds(1);
    private static final Duration TRY_AGAIN = Duration.ofSeconds(30);
    private static final Duration TURN = Duration.ofSeconds(3);
    /** A bus on which somebody is not heard for so long is left and joined anew; each time after twice the patience. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PATIENCE = Duration.ofMinutes(10);
    /** News that was not repeated for so long is forgotten. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    private record Heard(Notice.Seen seen, Instant at) {
    }

    private final LocalPresence local;
    private final SharedSignIns signIns;
    private final Sharing sharing;
    private final InstantSource clock;
    private volatile Runnable changed = () -> { };
    private final Map<String, Heard> heard = new ConcurrentHashMap<>();
    private final ScheduledExecutorService teller = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("presence").factory());
    private volatile Optional<Future<?>> again = Optional.empty();
    private volatile State state = State.STARTING;
    private volatile boolean closing;
    /** Of the one thread that tells. */
    private Bus bus;
    private Instant allSeen;
    private Duration patience = PATIENCE;

    private SharedPresence(LocalPresence local, Sharing sharing, InstantSource clock) {
        this.local = local;
        this.sharing = sharing;
        this.clock = clock;
        this.signIns = new SharedSignIns(local.signIns(), address -> later(() -> tell(new Notice.Failed(sharing.node(), address))),
                address -> later(() -> tell(new Notice.Succeeded(sharing.node(), address))));
        teller.scheduleWithFixedDelay(this::tellAll, TELL_EVERY.toMillis(), TELL_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Answers from what this node sees, until it is told to join: a node that starts has more urgent things to do. */
    public static SharedPresence prepared(LocalPresence local, Sharing sharing, InstantSource clock) {
        return new SharedPresence(local, sharing, clock);
    }

    /** To be called once; returns at once. */
    public void joinOthers() {
        inTurn(Duration.ZERO);
    }

    /** Two that begin at one moment would each begin a cluster of their own, and have to be merged. */
    private void inTurn(Duration pause) {
        long before = sharing.others().get().stream().filter(seat -> seat.name().compareTo(sharing.self().name()) < 0).count();
        try {
            again = Optional.of(teller.schedule(this::startAgain, pause.plus(TURN.multipliedBy(before)).toMillis(), TimeUnit.MILLISECONDS));
        } catch (RejectedExecutionException closed) {
            LOG.debug("Presence is closing; it does not start");
        }
    }

    public State state() {
        return state;
    }

    private void start() {
        if (closing) return;
        try {
            bus = Bus.join(sharing, this::hear, () -> goOnAlone("Hazelcast was stopped"));
            state = State.SHARED;
            allSeen = clock.instant();
            changed.run();
            tellAll();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (Exception notStarted) {
            goOnAlone("the bus did not start: " + notStarted.getMessage());
        }
    }

    private void tellAll() {
        if (state != State.SHARED) return;
        tell(new Notice.Seen(sharing.node(), local.online(), local.figures()));
        if (!bus.stillTheSame()) goOnAlone("the cluster file names other nodes now");
        else lookForTheOthers();
    }

    private void lookForTheOthers() {
        var now = clock.instant();
        if (seesAll()) {
            allSeen = now;
            patience = PATIENCE;
        } else if (allSeen.plus(patience).isBefore(now)) {
            patience = patience.multipliedBy(2).compareTo(LONGEST_PATIENCE) > 0 ? LONGEST_PATIENCE : patience.multipliedBy(2);
            goOnAlone("another server was not heard");
        }
    }

    private void tell(Notice notice) {
        if (state != State.SHARED) return;
        try {
            bus.tell(Notice.write(notice));
        } catch (RuntimeException notCarried) {
            goOnAlone("the bus carries nothing any more: " + notCarried.getMessage());
        }
    }

    private void hear(String text) {
        var notice = Notice.read(text);
        if (notice.isEmpty()) LOG.warn("A peer sent news of presence that is none; it was left aside");
        notice.filter(n -> !n.node().equals(sharing.node())).ifPresent(this::take);
    }

    private void take(Notice notice) {
        switch (notice) {
            case Notice.Seen seen -> remember(seen);
            case Notice.Failed failed -> {
                local.signIns().failed(failed.address(), clock.instant());
                changed.run();
            }
            case Notice.Succeeded succeeded -> local.signIns().succeeded(succeeded.address(), clock.instant());
        }
    }

    /** Whoever the cluster file does not name is not seen, whatever it says. */
    private void remember(Notice.Seen seen) {
        if (!sharing.expected().get().contains(seen.node())) return;
        var before = heard.put(seen.node(), new Heard(seen, clock.instant()));
        if (before == null || !before.seen().equals(seen)) changed.run();
    }

    private synchronized void goOnAlone(String why) {
        if (closing || state == State.ALONE) return;
        state = State.ALONE;
        heard.clear();
        LOG.warn("Presence goes on for this node alone; tried again in {} s. {}", TRY_AGAIN.toSeconds(), why);
        changed.run();
        inTurn(TRY_AGAIN);
    }

    private void startAgain() {
        leave();
        start();
    }

    private void leave() {
        try {
            if (bus != null) bus.leave();
        } catch (Exception e) {
            LOG.debug("the bus did not close in order", e);
        }
        bus = null;
    }

    private void later(Runnable work) {
        try {
            teller.execute(work);
        } catch (RejectedExecutionException closed) {
            LOG.debug("Presence is closing; nobody is told any more");
        }
    }

    @Override
    public void entered(String connection, Visit visit) {
        local.entered(connection, visit);
    }

    @Override
    public void left(String connection) {
        local.left(connection);
    }

    @Override
    public List<Visit> online() {
        var all = new ArrayList<>(local.online());
        for (var other : fresh().values()) all.addAll(other.seen().visits());
        return LocalPresence.distinct(all);
    }

    @Override
    public void show(String figure, long value) {
        local.show(figure, value);
    }

    @Override
    public OptionalLong figure(String figure) {
        if (!seesAll()) return OptionalLong.empty();
        long theirs = fresh().values().stream().mapToLong(h -> h.seen().figures().getOrDefault(figure, 0L)).sum();
        return OptionalLong.of(local.figures().getOrDefault(figure, 0L) + theirs);
    }

    @Override
    public boolean seesAll() {
        return fresh().keySet().containsAll(sharing.expected().get());
    }

    private Map<String, Heard> fresh() {
        var oldest = clock.instant().minus(FRESH);
        heard.values().removeIf(h -> h.at().isBefore(oldest));
        return heard;
    }

    @Override
    public void whenChanged(Runnable told) {
        changed = told;
    }

    @Override
    public SignInThrottle signIns() {
        return signIns;
    }

    /** Waits for a start under way to end, so that no Hazelcast outlives its node. */
    @Override
    public void close() {
        if (closing) return;
        closing = true;
        state = State.ALONE;
        again.ifPresent(start -> start.cancel(false));
        teller.submit(this::leave);
        teller.close();
        local.close();
    }
}
