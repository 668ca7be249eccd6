package conclave.appliance.faults;

import java.time.Duration;

/** Waiting for something that ought to come, with an end. */
record Patience(Duration longest) {

    private static final long OFTEN_MS = 50;

    /** Something that is looked at again and again. */
    interface Sight {
        boolean seen() throws java.io.IOException, InterruptedException;
    }

    static Patience of(Duration longest) {
        return new Patience(longest);
    }

    boolean until(Sight sight) throws java.io.IOException, InterruptedException {
        long ends = System.nanoTime() + longest.toNanos();
        while (!sight.seen()) {
            if (System.nanoTime() > ends) return false;
            Thread.sleep(OFTEN_MS);
        }
        return true;
    }
}
