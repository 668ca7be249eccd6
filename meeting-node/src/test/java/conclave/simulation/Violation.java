package conclave.simulation;

/** An invariant that did not hold. */
final class Violation extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String invariant;

    Violation(Class<?> invariant, String what) {
        super(invariant.getSimpleName() + ": " + what);
        this.invariant = invariant.getSimpleName();
    }

    String invariant() {
        return invariant;
    }

    static void unless(boolean holds, Object invariant, String what) {
        if (!holds) throw new Violation(invariant.getClass(), what);
    }
}
