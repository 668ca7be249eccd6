package conclave.presence.hazelcast;

import com.hazelcast.cluster.MembershipAdapter;
import com.hazelcast.cluster.MembershipEvent;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import conclave.presence.SharedTasks;
import conclave.presence.hazelcast.Sharing.Seat;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who is at which task, in a map of Hazelcast's: the task's digest and the machine's random id, two texts, and nothing else. A machine
 * that is gone holds nothing; where Hazelcast fails this machine does what comes to it.
 */
public final class HazelcastTasks implements SharedTasks {

    private static final Logger LOG = LoggerFactory.getLogger(HazelcastTasks.class);
    private static final long HELD_SECONDS = 120;
    private static final long RENEW_SECONDS = 30;
    private static final String PATIENCE_MS = "5000";

    private final Sharing sharing;
    private final List<Seat> others;
    private final Set<String> mine = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService renewing = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("tasks").factory());
    private AutoCloseable road;
    private HazelcastInstance hazelcast;
    private IMap<String, String> tasks;

    private HazelcastTasks(Sharing sharing) {
        this.sharing = sharing;
        this.others = sharing.others().get();
    }

    /** Returns when this machine is among the others, and takes seconds; leaves nothing open where it fails. */
    public static HazelcastTasks join(Sharing sharing) throws Exception {
        var joined = new HazelcastTasks(sharing);
        try {
            joined.open();
            return joined;
        } catch (Exception failed) {
            joined.close();
            throw failed;
        }
    }

    private void open() throws Exception {
        NodeNames.learnOwn(sharing.self().host(), InetAddress.getByName(sharing.self().hazelcast()));
        for (var seat : others) NodeNames.learn(seat.host(), InetAddress.getByName(seat.hazelcast()));
        road = sharing.road().call();
        var config = EmbeddedHazelcast.config(sharing, others);
        config.setProperty("hazelcast.operation.call.timeout.millis", PATIENCE_MS);
        hazelcast = Hazelcast.newHazelcastInstance(config);
        tasks = hazelcast.getMap("tasks");
        hazelcast.getCluster().addMembershipListener(new MembershipAdapter() {
            @Override
            public void memberRemoved(MembershipEvent event) {
                later(() -> free(event.getMember().getAttribute(EmbeddedHazelcast.BUS_ID)));
            }
        });
        renewing.scheduleWithFixedDelay(this::renew, RENEW_SECONDS, RENEW_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public boolean claim(String task) {
        try {
            var holder = tasks.putIfAbsent(task, sharing.node(), HELD_SECONDS, TimeUnit.SECONDS);
            if (holder != null && !holder.equals(sharing.node())) return false;
            mine.add(task);
        } catch (RuntimeException lost) {
            LOG.debug("nobody was asked about a task", lost);
        }
        return true;
    }

    @Override
    public void release(String task) {
        if (!mine.remove(task)) return;
        try {
            tasks.remove(task, sharing.node());
        } catch (RuntimeException lost) {
            LOG.debug("a task is let go by itself", lost);
        }
    }

    @Override
    public int machines() {
        try {
            return hazelcast.getCluster().getMembers().size();
        } catch (RuntimeException lost) {
            return 1;
        }
    }

    private void renew() {
        try {
            for (var task : mine) tasks.set(task, sharing.node(), HELD_SECONDS, TimeUnit.SECONDS);
        } catch (RuntimeException lost) {
            LOG.debug("the tasks were not renewed", lost);
        }
    }

    private void later(Runnable work) {
        try {
            renewing.execute(work);
        } catch (RejectedExecutionException closed) {
            LOG.debug("nobody waits for it any more");
        }
    }

    private void free(String gone) {
        try {
            tasks.entrySet().forEach(entry -> {
                if (entry.getValue().equals(gone)) tasks.remove(entry.getKey(), gone);
            });
        } catch (RuntimeException lost) {
            LOG.debug("the tasks of a machine that is gone end by themselves", lost);
        }
    }

    /** For tests: what all of them see. */
    int held() {
        return tasks.size();
    }

    @Override
    public void close() {
        renewing.shutdownNow();
        List.copyOf(mine).forEach(this::release);
        if (hazelcast != null) hazelcast.getLifecycleService().terminate();
        try {
            if (road != null) road.close();
            NodeNames.forget(sharing.self().host(), InetAddress.getByName(sharing.self().hazelcast()));
            for (var seat : others) NodeNames.forget(seat.host(), InetAddress.getByName(seat.hazelcast()));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address that was one before", e);
        } catch (Exception e) {
            LOG.debug("the road was not closed in order", e);
        }
    }
}
