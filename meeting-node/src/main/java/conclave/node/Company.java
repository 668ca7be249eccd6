package conclave.node;

import conclave.config.Member;
import conclave.config.Place;
import conclave.link.Link;
import conclave.link.NoLink;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The nodes this one stands with.
 *
 * @param others  the ids of the other nodes
 * @param servers those of all nodes that hold a meeting's key and pages
 * @param witness this node holds the ledger only
 * @param keys    the public keys that the nodes of the kit sign with, this one's included; X.509 DER in base64 (URL form)
 */
public record Company(Link link, List<String> others, Set<String> servers, boolean witness, List<String> keys) {

    public static final Company NONE = new Company(NoLink.ALONE, List.of(), Set.of(), false, List.of());

    public Company {
        others = List.copyOf(others);
        servers = Set.copyOf(servers);
        keys = List.copyOf(keys);
    }

    public static Company of(Place place, Link link) {
        return new Company(link, place.others().stream().map(Member::peer).toList(),
                place.kit().servers().stream().map(Member::peer).collect(Collectors.toSet()), !place.self().server(),
                place.kit().members().stream().map(Member::key).toList());
    }
}
