package conclave.appliance.faults;

import java.util.List;
import java.util.Optional;

/** One kind of fault: what it needs, how it strikes a kit at work, and what shows that the suite is not blind. */
interface Fault {

    /** As {@code scripts/faults} calls it. */
    String name();

    int usualCycles();

    /** Strikes once, and returns when the kit is whole again; anything that should not have happened goes to the account. */
    void strike(Bout bout) throws Exception;

    /** Why it cannot be tried on this machine. */
    default Optional<String> missing() {
        return Optional.empty();
    }

    /** Which namespaces of its own it takes place in, as {@code unshare} calls them. */
    default List<String> apart() {
        return List.of();
    }

    /** What is made ready before the nodes start. */
    default Trio kit(Ground ground) throws Exception {
        return ground.kit();
    }

    /** Takes away what would be in the way of clearing up. */
    default void leave(Ground ground) throws Exception {
    }

    /** What is switched off for the canary, in words. */
    default String canary() {
        return "a laptop takes silence for an acknowledgement";
    }

    /** For how many seconds all laptops may be without an answer; nothing is promised where somebody else decides. */
    default double longestSilence() {
        return Double.MAX_VALUE;
    }

    /** Whether the canary is the laptops' own: they take no answer for yes. */
    default boolean canaryOfLaptops() {
        return true;
    }
}
