package conclave.presence.hazelcast;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/**
 * How this node finds the others. The cluster's name is random for each installation and no secret: it keeps two
 * kits in one hotel apart, nothing more. All addresses are of the loopback; what leaves the machine goes through a
 * tunnel, of which Hazelcast and the event bus know nothing.
 *
 * @param node     this node's id in what it tells
 * @param self     where others find this node's Hazelcast and event bus
 * @param others   where this node finds theirs: these are all that there are, nobody else is looked for
 * @param expected the ids of the other nodes that should be heard, as the cluster file says at the moment
 * @param road     opens the way from the loopback to the others; closed with the bus
 */
public record Sharing(String clusterName, String node, Seat self, Supplier<List<Seat>> others, Supplier<Set<String>> expected,
                      Callable<AutoCloseable> road) {

    /**
     * Where one node sits, seen from here.
     *
     * @param name the same at every node
     * @param port the same at every node
     */
    public record Seat(String name, int port, String hazelcast, String bus) {

        String host() {
            return name + NodeNames.ENDING;
        }
    }
}
