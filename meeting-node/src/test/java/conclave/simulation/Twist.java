package conclave.simulation;

/** A protection that is taken away from the simulated part, to see that its loss is noticed. */
enum Twist {
    NONE,
    /** An entry that stands in the ledger a second time has another number there: nobody knows it again. */
    NUMBERS_OFF,
    /** Orders come without their keys: no answer is remembered. */
    KEYS_IGNORED,
    /** Nobody is asked before a "no" is said. */
    REFUSED_UNASKED,
    /** A leader believes itself, and asks nobody whether it is one still. */
    BELIEVES_ITSELF,
    /** The leader reads and answers what no majority has yet. */
    HASTY
}
