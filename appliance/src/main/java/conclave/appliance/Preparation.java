package conclave.appliance;

import conclave.config.DataFolder;
import conclave.main.ConclaveNode;
import java.io.IOException;

/** What a command does with its node before anybody can sign in. */
interface Preparation {

    /** Nothing to do. */
    Preparation NONE = _ -> { };

    /** The data folder is ours, the node still starting: what takes long may begin beside it. */
    default void begin(DataFolder data) throws IOException {
        // Most commands have nothing that takes long.
    }

    void prepare(ConclaveNode node) throws IOException, InterruptedException;

    /** The node serves: what it goes on doing beside that is begun here, and must not hold it up. */
    default void meanwhile(ConclaveNode node) {
        // Most commands have no more to do.
    }

    /** The node does not start, or stops already. */
    default void abandon() {
        // Nothing was begun.
    }
}
