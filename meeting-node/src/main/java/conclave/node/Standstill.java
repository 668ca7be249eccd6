package conclave.node;

/**
 * How long something has stood still although it could go on. Time that this very process did not live through, because
 * it was stopped, does not count: the others had no chance to move either.
 */
final class Standstill {

    /** Between two looks that are a second apart; more than this was no looking. */
    private static final long LONGEST_LOOK_MS = 3_000;

    private boolean begun;
    private long at;
    private long looked;
    private long still;

    /**
     * @param reached where it is
     * @param known   where it could be
     * @param now     milliseconds of a clock that never goes back
     * @return milliseconds of standing still
     */
    long look(long reached, long known, long now) {
        var passed = Math.min(now - looked, LONGEST_LOOK_MS);
        if (!begun || reached != at || known <= reached) still = 0;
        else still += passed;
        begun = true;
        at = reached;
        looked = now;
        return still;
    }
}
