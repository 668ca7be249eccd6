package conclave.config;

import java.time.Duration;

/**
 * How much one node takes at a time. Every number can be set in the configuration file under its own name.
 *
 * @param bodyBytes       largest request body
 * @param signIn          how wrong codes are slowed down
 * @param batchCommands   most commands that travel in one entry of the ledger
 * @param batchBytes      most bytes that travel in one entry of the ledger
 * @param freeSpaceFloor  bytes that must stay free on the data folder's disk; below it nothing new is proposed
 * @param endurance       how long a node may stand still before it has to be started again
 */
public record Limits(int bodyBytes, SignIn signIn, int batchCommands, int batchBytes, long freeSpaceFloor, Endurance endurance) {

    public static final Limits DEFAULT =
            new Limits(64 << 10, SignIn.DEFAULT, 2_048, 2 << 20, 512L << 20, Endurance.DEFAULT);

    /** With the usual endurance. */
    public Limits(int bodyBytes, SignIn signIn, int batchCommands, int batchBytes, long freeSpaceFloor) {
        this(bodyBytes, signIn, batchCommands, batchBytes, freeSpaceFloor, Endurance.DEFAULT);
    }

    /**
     * A node that merely looks alive is worse than one that is gone: the others wait for it.
     *
     * @param standstill entries are there and none is read for so long; a busy machine reads some every second
     * @param sleep      the machine slept, or the process was stopped; from 60 s on Ratis gives up by itself
     */
    public record Endurance(Duration standstill, Duration sleep) {
        public static final Endurance DEFAULT = new Endurance(Duration.ofSeconds(15), Duration.ofSeconds(60));
    }

    /**
     * Only wrong codes count, because a whole hotel floor may sign in from one translated address.
     *
     * @param failuresPerAddress wrong codes that one address may send in a window before it has to wait
     * @param failuresInAll      wrong codes in a window, over all addresses, before every failing address has to wait
     * @param window             how far back wrong codes count
     * @param longestWait        the wait doubles with every further wrong code, up to this
     */
    public record SignIn(int failuresPerAddress, int failuresInAll, Duration window, Duration longestWait) {
        public static final SignIn DEFAULT =
                new SignIn(10, 200, Duration.ofSeconds(60), Duration.ofSeconds(60));
    }
}
