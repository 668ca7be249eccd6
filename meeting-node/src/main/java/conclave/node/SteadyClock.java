package conclave.node;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The time that this node's orders bear: the machine's clock, as long as it goes on evenly. Where that jumps by more than
 * a minute, either way, this one goes on as if it had not: a meeting's time never runs back, so that one order from three
 * days ahead would end every session in the hall. It returns to the machine's clock as soon as the two agree again, or the
 * other nodes' clocks agree with that; where they agree on another time, it goes by theirs.
 */
public final class SteadyClock implements LongSupplier {

    private static final Logger LOG = LoggerFactory.getLogger(SteadyClock.class);
    static final long JUMP_MS = 60_000;

    private final LongSupplier wall;
    private final LongSupplier passed;
    private volatile long ahead;
    private volatile boolean apart;

    /** @param passed milliseconds that pass evenly, from wherever they begin */
    SteadyClock(LongSupplier wall, LongSupplier passed) {
        this.wall = wall;
        this.passed = passed;
        follow();
    }

    public static SteadyClock ofThisMachine() {
        return new SteadyClock(System::currentTimeMillis, () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));
    }

    /** What the machine's own clock shows. */
    public long wall() {
        return wall.getAsLong();
    }

    @Override
    public long getAsLong() {
        long now = passed.getAsLong();
        long seen = wall.getAsLong() - now;
        boolean jumped = Math.abs(seen - ahead) > JUMP_MS;
        if (jumped != apart) say(jumped, seen - ahead);
        if (!jumped) ahead = seen;
        return now + ahead;
    }

    /** From now on the machine's clock is right, whatever it shows. */
    void follow() {
        ahead = wall.getAsLong() - passed.getAsLong();
        apart = false;
    }

    /** Whether the machine's clock shows another time than this one by now. */
    boolean apart() {
        return Math.abs(wall.getAsLong() - passed.getAsLong() - ahead) > JUMP_MS;
    }

    /** The machine's clock is off by so much, the others say: this one goes by theirs, without a step where it does so already. */
    void goBy(long offset) {
        long theirs = wall.getAsLong() + offset - passed.getAsLong();
        if (Math.abs(theirs - ahead) <= JUMP_MS) return;
        ahead = theirs;
        apart = true;
        LOG.error("the clock of this machine is {} s from what the other nodes agree on: this node goes by theirs; set its clock", -offset / 1000);
    }

    private synchronized void say(boolean jumped, long by) {
        if (jumped == apart) return;
        apart = jumped;
        if (jumped) LOG.error("the clock of this machine has jumped by {} s: this node goes on as if it had not", by / 1000);
        else LOG.info("the clock of this machine is right again");
    }
}
