package conclave.presence.hazelcast;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.LifecycleEvent;
import com.hazelcast.topic.ITopic;
import com.hazelcast.topic.Message;
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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This node's own presence, told to the others, and theirs beside it. What it says rests on this node's memory
 * alone: Hazelcast only carries the news, on a thread of its own, and where it fails the node goes on by itself.
 */
public final class SharedPresence implements Presence {

    /** What the board shows of it. */
    public enum State { STARTING, SHARED, ALONE }

    private static final Logger LOG = LoggerFactory.getLogger(SharedPresence.class);
    private static final String TOPIC = "presence";
    private static final Duration TELL_EVERY = Duration.ofSeconds(1);
    /** News that was not repeated for so long is forgotten. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    private record Heard(Notice.Seen seen, Instant at) {
    }

    private final LocalPresence local;
    private final SharedSignIns signIns;
    private final Sharing sharing;
    private final InstantSource clock;
    private final Runnable changed;
    private final Map<String, Heard> heard = new ConcurrentHashMap<>();
    private final ScheduledExecutorService teller = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("presence").factory());
    private volatile State state = State.STARTING;
    private volatile boolean closing;
    private volatile HazelcastInstance hazelcast;
    private ITopic<String> topic;

    private SharedPresence(LocalPresence local, Sharing sharing, InstantSource clock, Runnable changed) {
        this.changed = changed;
        this.local = local;
        this.sharing = sharing;
        this.clock = clock;
        this.signIns = new SharedSignIns(local.signIns(), this::tellOfFailure);
    }

    /**
     * Answers at once from what this node sees; joins the others in the background.
     *
     * @param changed called, from any thread, when the other nodes' news or the state of sharing changed
     */
    public static SharedPresence join(LocalPresence local, Sharing sharing, InstantSource clock, Runnable changed) {
        var presence = prepared(local, sharing, clock, changed);
        presence.joinOthers();
        return presence;
    }

    /** Answers from what this node sees, until it is told to join: a node that starts has more urgent things to do. */
    public static SharedPresence prepared(LocalPresence local, Sharing sharing, InstantSource clock, Runnable changed) {
        return new SharedPresence(local, sharing, clock, changed);
    }

    /** To be called once; returns at once. */
    public void joinOthers() {
        later(this::start);
    }

    public State state() {
        return state;
    }

    private void start() {
        try {
            hazelcast = EmbeddedHazelcast.start(sharing);
            hazelcast.getLifecycleService().addLifecycleListener(event -> {
                if (event.getState() == LifecycleEvent.LifecycleState.SHUTTING_DOWN) goOnAlone("Hazelcast was stopped");
            });
            topic = hazelcast.getTopic(TOPIC);
            topic.addMessageListener(this::hear);
            if (closing) return;
            state = State.SHARED;
            changed.run();
            teller.scheduleWithFixedDelay(this::tellAll, 0, TELL_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            LOG.debug("Closed while it started");
        } catch (RuntimeException notStarted) {
            goOnAlone("Hazelcast did not start: " + notStarted.getMessage());
        }
    }

    private void tellAll() {
        if (state == State.SHARED) tell(new Notice.Seen(sharing.node(), local.online(), local.figures()));
    }

    private void tellOfFailure(String address) {
        later(() -> tell(new Notice.Failed(sharing.node(), address)));
    }

    private void tell(Notice notice) {
        if (state != State.SHARED) return;
        try {
            topic.publish(Notice.write(notice));
        } catch (RuntimeException notCarried) {
            goOnAlone("Hazelcast carries nothing any more: " + notCarried.getMessage());
        }
    }

    private void hear(Message<String> message) {
        var notice = Notice.read(message.getMessageObject());
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
        }
    }

    private void remember(Notice.Seen seen) {
        var before = heard.put(seen.node(), new Heard(seen, clock.instant()));
        if (before == null || !before.seen().equals(seen)) changed.run();
    }

    private void goOnAlone(String why) {
        if (state == State.ALONE) return;
        state = State.ALONE;
        heard.clear();
        LOG.warn("Presence goes on for this node alone. {}", why);
        changed.run();
    }

    private void later(Runnable work) {
        try {
            teller.execute(work);
        } catch (RejectedExecutionException closing) {
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
        for (var other : fresh()) all.addAll(other.visits());
        return LocalPresence.distinct(all);
    }

    @Override
    public void show(String figure, long value) {
        local.show(figure, value);
    }

    @Override
    public long figure(String figure) {
        return local.figure(figure) + fresh().stream().mapToLong(seen -> seen.figures().getOrDefault(figure, 0L)).sum();
    }

    private List<Notice.Seen> fresh() {
        var oldest = clock.instant().minus(FRESH);
        heard.values().removeIf(h -> h.at().isBefore(oldest));
        return heard.values().stream().map(Heard::seen).toList();
    }

    @Override
    public SignInThrottle signIns() {
        return signIns;
    }

    /** Waits for a start under way to end, so that no Hazelcast outlives its node. */
    @Override
    public void close() {
        closing = true;
        state = State.ALONE;
        later(() -> {
            if (hazelcast != null) hazelcast.getLifecycleService().terminate();
        });
        teller.close();
        local.close();
    }
}
