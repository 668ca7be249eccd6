package conclave.main;

import conclave.config.Roster;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the cluster file every second: a node may be replaced while the others go on. */
final class KitWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KitWatch.class);
    private static final long EVERY_MS = 1_000;

    private final Roster roster;
    private final Runnable replaced;
    private final ScheduledExecutorService looking =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("kit-watch").daemon().factory());

    /** @param replaced told when another node stands in this one's place */
    KitWatch(Roster roster, Runnable replaced) {
        this.roster = roster;
        this.replaced = replaced;
        looking.scheduleWithFixedDelay(this::look, EVERY_MS, EVERY_MS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        switch (roster.look()) {
            case SAME -> { }
            case CHANGED -> LOG.info("the cluster file has changed: {}", roster.kit().members().stream().map(m -> m.name() + " " + m.peer()).toList());
            case REFUSED -> LOG.error("the cluster file {} was changed and does not hold; the one before stays in force", roster.file());
            case REPLACED -> {
                LOG.error("another node stands in the place of this one ({}); it stops", roster.self().name());
                looking.shutdown();
                replaced.run();
            }
        }
    }

    @Override
    public void close() {
        looking.shutdownNow();
    }
}
