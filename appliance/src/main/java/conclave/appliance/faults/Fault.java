package conclave.appliance.faults;

import java.util.Locale;

/** One kind of fault: where it takes place, how it strikes a kit at work, and what shows that the suite is not blind. */
interface Fault {

    /** As {@code scripts/faults} calls it. */
    default String name() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    int usualCycles();

    default Setting setting() {
        return Setting.LOOPBACK;
    }

    /** The protection that is off in its canary. */
    default Canary canary() {
        return Canary.MAJORITY;
    }

    /** What is made ready before the nodes start. */
    default void prepare(Ground ground) throws Exception {
    }

    /** Strikes once, and returns when the kit is whole again; anything that should not have happened goes to the account. */
    void strike(Bout bout) throws Exception;

    /** Takes away what would be in the way of clearing up. */
    default void leave(Ground ground) throws Exception {
    }

    /** For how many seconds all laptops may be without an answer; nothing is promised where somebody else decides. */
    default double longestSilence() {
        return Double.MAX_VALUE;
    }
}
