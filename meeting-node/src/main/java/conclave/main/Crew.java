package conclave.main;

import conclave.link.vertx.LinkOptions;
import conclave.link.vertx.LinkOptions.Address;
import conclave.link.vertx.Tunnel;
import conclave.link.vertx.TunnelOptions;
import conclave.link.vertx.TunnelOptions.Door;
import conclave.link.vertx.TunnelOptions.Opening;
import conclave.presence.SharedTasks;
import conclave.presence.hazelcast.HazelcastTasks;
import conclave.presence.hazelcast.Sharing;
import conclave.presence.hazelcast.Sharing.Seat;
import conclave.seal.Digests;
import conclave.seal.RandomIds;
import conclave.seal.bouncycastle.Authority;
import conclave.seal.bouncycastle.PeerPapers;
import conclave.workshop.CrewList;
import conclave.workshop.CrewList.Mate;
import conclave.workshop.Workshop;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.X509TrustManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Machines that share a workshop's folder and say so: each has papers of an authority that lies in that folder, so that whoever has the
 * folder is one of them and nobody else is. Hazelcast stays on the loopback, as in a kit (decision 0018).
 */
public final class Crew {

    private static final Logger LOG = LoggerFactory.getLogger(Crew.class);
    private static final int FIRST = 64;

    private final Workshop workshop;
    private final Mate self;
    private final PeerPapers papers;
    private final CrewList list;
    private final Vertx vertx = Vertx.vertx();

    private Crew(Workshop workshop, Mate self, PeerPapers papers, CrewList list) {
        this.workshop = workshop;
        this.self = self;
        this.papers = papers;
        this.list = list;
    }

    /** @param host where the others reach this machine */
    public static SharedTasks join(Workshop workshop, String host, int port) throws Exception {
        var list = CrewList.in(workshop.folder().resolve("crew"));
        var own = Files.createTempDirectory("conclave-crew");
        try {
            var self = new Mate(RandomIds.next(), host, port);
            var authority = list.alone(() -> Authority.at(workshop.folder().resolve("crew").resolve("authority"), Instant.now()));
            authority.into(own, false).peer(self.id(), List.of(host), Instant.now());
            var crew = new Crew(workshop, self, PeerPapers.open(own), list);
            list.enter(self);
            return new ChangingCrew(list, crew::tasks, crew::left);
        } finally {
            remove(own);
        }
    }

    private SharedTasks tasks(List<Mate> others) throws Exception {
        return HazelcastTasks.join(new Sharing("conclave-prepare-" + HexFormat.of().formatHex(workshop.derive("crew")).substring(0, 32), self.id(), seat(self),
                () -> others.stream().map(this::seat).toList(), () -> ids(others), () -> road(others)));
    }

    private static Set<String> ids(List<Mate> others) {
        return others.stream().map(Mate::id).collect(Collectors.toSet());
    }

    private Tunnel road(List<Mate> others) {
        var openings = others.stream().map(mate -> new Opening(new Address(view(mate), mate.port()), mate.id(), 0)).toList();
        return Tunnel.open(vertx, new TunnelOptions(self.host(), self.port(), node -> door(others, node), openings,
                List.of(new Address(view(self), self.port())), new LinkOptions.Papers(papers.shown(), trust(), Authority::peerOf),
                refusal -> LOG.debug("somebody was turned away", refusal)));
    }

    private static Optional<Door> door(List<Mate> others, String node) {
        return others.stream().filter(mate -> mate.id().equals(node)).findFirst().map(mate -> new Door(mate.id(), new Address(mate.host(), mate.port())));
    }

    /** Whoever holds papers of this folder's authority; whom one meant to reach has to be there. */
    private LinkOptions.Trust trust() {
        return new LinkOptions.Trust() {
            @Override
            public X509TrustManager anyOfUs() {
                return papers.trusted(_ -> true);
            }

            @Override
            public X509TrustManager only(String peer) {
                return papers.trusted(peer::equals);
            }
        };
    }

    private Seat seat(Mate mate) {
        return new Seat(mate.id(), mate.port(), view(mate), view(mate));
    }

    /** Where this process finds another on its own loopback: an address for each pair. */
    private String view(Mate mate) {
        var digest = Digests.sha256((self.id() + "\0" + mate.id()).getBytes(StandardCharsets.UTF_8));
        return "127." + (FIRST + Math.floorMod(digest[0], FIRST)) + "." + Math.floorMod(digest[1], 256) + "." + (1 + Math.floorMod(digest[2], 250));
    }

    private void left() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
