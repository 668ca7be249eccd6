package conclave.main;

import conclave.presence.SharedTasks;
import conclave.workshop.CrewList;
import conclave.workshop.CrewList.Mate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Machines come and go while the work goes on: where the list is another, this one joins anew and says again what it is at. */
final class ChangingCrew implements SharedTasks {

    private static final Logger LOG = LoggerFactory.getLogger(ChangingCrew.class);
    private static final long LOOK_SECONDS = 2;

    interface Joining {
        SharedTasks with(List<Mate> others) throws Exception;
    }

    private final CrewList list;
    private final Joining joining;
    private final Runnable left;
    private final Set<String> mine = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("crew").factory());
    private volatile SharedTasks tasks = ALONE;
    private List<Mate> others = new ArrayList<>();

    ChangingCrew(CrewList list, Joining joining, Runnable left) throws Exception {
        this.list = list;
        this.joining = joining;
        this.left = left;
        others = list.others();
        tasks = joining.with(others);
        looking.scheduleWithFixedDelay(this::look, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    private void look() {
        try {
            var now = list.others();
            if (now.equals(others)) return;
            tasks.close();
            tasks = ALONE;
            tasks = joining.with(now);
            others = now;
            mine.forEach(tasks::claim);
        } catch (Exception e) {
            LOG.warn("the other machines are not reached; this one goes on by itself and tries again: {}", e.toString());
        }
    }

    @Override
    public boolean claim(String task) {
        if (!tasks.claim(task)) return false;
        mine.add(task);
        return true;
    }

    @Override
    public void release(String task) {
        mine.remove(task);
        tasks.release(task);
    }

    @Override
    public int machines() {
        return tasks.machines();
    }

    @Override
    public void close() {
        looking.close();
        tasks.close();
        list.close();
        left.run();
    }
}
