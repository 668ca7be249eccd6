package conclave.main;

import conclave.config.Kit;
import conclave.config.Member;
import conclave.config.Roster;
import conclave.link.vertx.LinkOptions.Address;
import conclave.link.vertx.Tunnel;
import conclave.link.vertx.TunnelOptions;
import conclave.link.vertx.TunnelOptions.Door;
import conclave.link.vertx.TunnelOptions.Opening;
import conclave.presence.hazelcast.Sharing;
import conclave.presence.hazelcast.Sharing.Seat;
import conclave.seal.Digests;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How the presence of one server comes to the others: Hazelcast and the event bus speak on the loopback, and a tunnel
 * under the kit's papers carries it from the wired interface of one to that of the other. Each pair of nodes has loopback
 * addresses of its own, so that several nodes find room on one machine: 127.KIT.SERVICE-AND-VIEWER.VIEWED.
 */
record Ways(Roster roster, Vertx vertx, Standing standing) {

    private static final int HAZELCAST = 0;
    private static final int BUS = 1;
    private static final int FIRST_KIT = 64;
    private static final int KITS = 64;
    private static final int VIEWERS = 100;

    Sharing sharing() {
        var kit = roster.kit();
        return new Sharing(kit.name(), roster.self().peer(), seat(kit, roster.self()), this::others, this::expected, this::open);
    }

    private List<Seat> others() {
        var kit = roster.kit();
        return otherServers(kit).stream().map(member -> seat(kit, member)).toList();
    }

    private Set<String> expected() {
        return otherServers(roster.kit()).stream().map(Member::peer).collect(Collectors.toSet());
    }

    private List<Member> otherServers(Kit kit) {
        return kit.servers().stream().filter(member -> !member.peer().equals(roster.self().peer())).toList();
    }

    private Seat seat(Kit kit, Member member) {
        return new Seat(member.name() + "." + kit.name(), member.ports().presence(), host(kit, member, HAZELCAST), host(kit, member, BUS));
    }

    private Tunnel open() {
        var kit = roster.kit();
        var openings = new ArrayList<Opening>();
        for (var member : otherServers(kit)) {
            for (int service : List.of(HAZELCAST, BUS)) openings.add(new Opening(address(kit, member, service), member.name(), service));
        }
        var self = roster.self();
        return Tunnel.open(vertx, new TunnelOptions(self.address(), self.ports().presence(), this::door, openings,
                List.of(address(kit, self, HAZELCAST), address(kit, self, BUS)), standing.linkPapers(self.ports().presence()),
                refusal -> standing.doors().refused(self.ports().presence(), refusal)));
    }

    /** Asked for each connection anew: another node may have been put in that place. */
    private Optional<Door> door(String node) {
        return roster.kit().member(node).map(member -> new Door(member.peer(), new Address(member.address(), member.ports().presence())));
    }

    private Address address(Kit kit, Member member, int service) {
        return new Address(host(kit, member, service), member.ports().presence());
    }

    private String host(Kit kit, Member member, int service) {
        int kitsOwn = FIRST_KIT + Math.floorMod(Digests.sha256(kit.name().getBytes(StandardCharsets.UTF_8))[0], KITS);
        int viewer = VIEWERS * service + place(kit, roster.self());
        return "127." + kitsOwn + "." + viewer + "." + place(kit, member);
    }

    private static int place(Kit kit, Member member) {
        return 1 + kit.members().stream().map(Member::name).toList().indexOf(member.name());
    }
}
