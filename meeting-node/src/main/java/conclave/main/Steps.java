package conclave.main;

import java.lang.management.ManagementFactory;
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
        var began = ManagementFactory.getRuntimeMXBean().getStartTime();
        LOG.info("ready at {}, {} ms after Java began", address, System.currentTimeMillis() - began);
    }
}
