package conclave.presence.hazelcast;

import java.util.List;

/**
 * How this node finds the others. The cluster's name is random for each installation and no secret: it keeps two
 * kits in one hotel apart, nothing more.
 *
 * @param address the interface to bind to, and no other
 * @param port    0 means: any that is free
 * @param members host:port of the others
 */
public record Sharing(String clusterName, String node, String address, int port, List<String> members) {
    public Sharing {
        members = List.copyOf(members);
    }
}
