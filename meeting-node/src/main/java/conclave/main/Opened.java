package conclave.main;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was opened, closed again in the opposite order: after a start that failed half-way as well as at the end. */
final class Opened implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Opened.class);

    private record Thing(String name, AutoCloseable close) {
    }

    private final Deque<Thing> things = new ArrayDeque<>();
    private boolean clean = true;

    synchronized <T extends AutoCloseable> T keep(String name, T thing) {
        things.push(new Thing(name, thing));
        return thing;
    }

    /** Whether everything that was closed so far closed without a failure. */
    synchronized boolean clean() {
        return clean;
    }

    /** One thing that does not close keeps nothing else open. */
    @Override
    public synchronized void close() {
        while (!things.isEmpty()) {
            var thing = things.pop();
            try {
                thing.close.close();
            } catch (Exception e) {
                clean = false;
                LOG.error("{} did not close in order", thing.name, e);
            }
        }
    }
}
