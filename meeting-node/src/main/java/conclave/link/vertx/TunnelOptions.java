package conclave.link.vertx;

import conclave.link.vertx.LinkOptions.Address;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Streams of bytes between nodes for programs that cannot show papers themselves.
 *
 * @param host     the wired interface; together with {@code port} the one door that others come to
 * @param far      where the door of a node is, and who has to answer there; asked anew for each stream
 * @param openings where programs of this machine find the others
 * @param inside   what lies behind our own door, in the order of the services' numbers
 * @param refused  told why somebody was turned away
 */
public record TunnelOptions(String host, int port, Far far, List<Opening> openings, List<Address> inside, LinkOptions.Papers papers,
                            Consumer<Throwable> refused) {

    public TunnelOptions {
        openings = List.copyOf(openings);
        inside = List.copyOf(inside);
    }

    /** The doors of the other nodes, by their names. */
    @FunctionalInterface
    public interface Far {
        Optional<Door> door(String node);
    }

    public record Door(String peer, Address address) {
    }

    /** What is connected to this address comes out at that node's service. */
    public record Opening(Address at, String node, int service) {
    }
}
