package conclave.simulation;

/** What must hold after every step, whatever has happened. */
interface Invariant {

    void holds(Scene scene);

    /** When the weather has cleared and everybody has come to rest. */
    default void holdsAtTheEnd(Scene scene) {
        holds(scene);
    }
}
