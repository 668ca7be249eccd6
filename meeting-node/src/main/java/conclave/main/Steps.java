package conclave.main;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the log how long each step of a start took, so that a slow one has a name. */
final class Steps {

    private static final Logger LOG = LoggerFactory.getLogger(Steps.class);

    <T> T take(String name, Callable<T> step) throws Exception {
        long began = System.nanoTime();
        var made = step.call();
        LOG.info("start: {} took {} ms", name, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
        return made;
    }

    static void ready(String address) {
        LOG.info("ready at {}, {} ms after the process began", address, sinceProcessBegan().toMillis());
    }

    static Duration sinceProcessBegan() {
        var now = Instant.now();
        return Duration.between(ProcessHandle.current().info().startInstant().orElse(now), now);
    }
}
