package conclave.config;

import java.util.List;
import java.util.Optional;

/**
 * How nodes tell each other who is online. Nothing that counts a score depends on it.
 *
 * @param shared  off: this node counts for itself only
 * @param address the interface it is bound to; loopback until there are several machines
 * @param port    0 means: any that is free
 * @param members addresses (host:port) of the other nodes
 */
public record PresenceConfig(boolean shared, String address, int port, List<String> members) {

    public static final PresenceConfig DEFAULT = new PresenceConfig(true, "127.0.0.1", 0, List.of());

    public PresenceConfig {
        members = List.copyOf(members);
    }

    /** What the cluster file says, and what is said for this node alone over it. */
    static PresenceConfig from(Settings settings, Optional<Place> place) {
        var said = settings.list("presence.members");
        var others = place.map(Place::others).orElse(List.of()).stream().map(m -> m.address() + ":" + m.ports().presence()).toList();
        return new PresenceConfig(
                settings.flag("presence.shared", DEFAULT.shared()),
                NodeConfig.host(settings, "presence.address", place.map(p -> p.self().address()).orElse(DEFAULT.address())),
                settings.whole("presence.port", 0, 65_535, place.map(p -> p.self().ports().presence()).orElse(DEFAULT.port())),
                said.isEmpty() ? others : said);
    }
}
