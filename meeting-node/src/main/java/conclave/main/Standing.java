package conclave.main;

import conclave.config.DataFolder;
import conclave.config.Finding;
import conclave.config.Member;
import conclave.config.NodeConfig;
import conclave.config.Place;
import conclave.config.Roster;
import conclave.ledger.LoneDecision;
import conclave.ledger.LoneDecisions;
import conclave.ledger.ratis.RatisOptions;
import conclave.link.Link;
import conclave.link.NoLink;
import conclave.link.vertx.LinkOptions;
import conclave.link.vertx.VertxLink;
import conclave.node.Company;
import conclave.node.GoneAlone;
import conclave.seal.Digests;
import conclave.seal.NodeKeys;
import conclave.seal.RandomIds;
import conclave.seal.bouncycastle.Authority;
import conclave.seal.bouncycastle.PeerPapers;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.net.ssl.X509TrustManager;

/**
 * Who this node is among others: its id, the papers it shows them, and how it reaches them. Where it belongs to a kit,
 * its folder was laid out at the kit's founding, and must be the one that the cluster file means.
 */
record Standing(String id, PeerPapers papers, Optional<Authority> authority, Optional<Roster> roster, Doors doors, List<LoneDecision.Lost> struck) {

    private static final String LOOPBACK = "127.0.0.1";
    private static final Duration PATIENCE = Duration.ofMillis(2_500);
    static final int SERVER_PRIORITY = 1;
    private static final int WITNESS_PRIORITY = 0;

    static Standing of(NodeConfig config, DataFolder data) throws IOException, StartTrouble {
        var folder = Certificate.folder(data);
        if (config.place().isPresent()) return placed(config.place().get(), data);
        var id = data.nodeId(RandomIds::next);
        var authority = Authority.at(folder, Instant.now());
        authority.peer(id, List.of(LOOPBACK), Instant.now());
        return new Standing(id, PeerPapers.open(folder), Optional.of(authority), Optional.empty(), new Doors(), List.of());
    }

    /** The folder must be the one that the cluster file means by this node. */
    static void check(Place place, DataFolder data) throws IOException, StartTrouble {
        var known = data.knownNodeId();
        if (known.isEmpty()) throw trouble("cluster.blank", place.self(), data);
        var struck = GoneAlone.struck(data.node());
        if (struck.isPresent()) {
            throw new StartTrouble(Finding.error("cluster.struck", "node", place.self().name(), "by", struck.get().node(), "folder", data.root().toString()), null);
        }
        if (!known.get().equals(place.self().peer())) {
            throw new StartTrouble(Finding.error("cluster.other-peer", "node", place.self().name(), "folder", data.root().toString(),
                    "found", known.get()), null);
        }
    }

    private static Standing placed(Place place, DataFolder data) throws IOException, StartTrouble {
        var self = place.self();
        var folder = Certificate.folder(data);
        var papers = PeerPapers.open(folder);
        if (!papers.peer().equals(Optional.of(self.peer())) || !digest(papers).equals(place.kit().authority())) throw trouble("cluster.other-authority", self, data);
        Optional<Authority> authority = self.server() ? Optional.of(Authority.at(folder, Instant.now())) : Optional.empty();
        return new Standing(self.peer(), papers, authority, Optional.of(new Roster(place)), new Doors(),
                LoneDecisions.in(data.node()).stream().flatMap(decision -> decision.lost().stream()).toList());
    }

    private static StartTrouble trouble(String what, Member self, DataFolder data) {
        return new StartTrouble(Finding.error(what, "node", self.name(), "folder", data.root().toString()), null);
    }

    static String digest(PeerPapers papers) {
        try {
            return Digests.hex(Digests.sha256(papers.authority().getEncoded()));
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read has an encoding", e);
        }
    }

    /** The key it signs with must be the one that the others expect of it. */
    void check(NodeKeys keys) throws StartTrouble {
        var own = Base64.getUrlEncoder().withoutPadding().encodeToString(keys.signing().publicKey());
        if (roster.isPresent() && !roster.get().self().key().equals(own)) {
            throw new StartTrouble(Finding.error("cluster.other-key", "node", roster.get().self().name()), null);
        }
    }

    boolean witness() {
        return roster.isPresent() && !roster.get().self().server();
    }

    RatisOptions.Tls ledgerPapers() {
        return new RatisOptions.Tls(papers.shown(), papers.trusted(ours(), this::keeperAt, misfit -> doors.misfit(ledgerPort(), misfit)), Authority::peerOf,
                peer -> doors.wrongName(peer, roster), () -> doors.babble(ledgerPort()));
    }

    private Optional<String> keeperAt(String host, int port) {
        return ledgerMembers().stream().filter(m -> m.host().equals(host) && m.port() == port).map(RatisOptions.Member::peer).findFirst();
    }

    /** A witness leads only while nobody else can. */
    List<RatisOptions.Member> ledgerMembers() {
        return roster.map(r -> r.kit().members().stream().map(m -> new RatisOptions.Member(m.peer(), m.address(), m.ports().ledger(),
                m.server() ? SERVER_PRIORITY : WITNESS_PRIORITY)).toList()).orElse(List.of());
    }

    String ledgerHost() {
        return roster.map(r -> r.self().address()).orElse(LOOPBACK);
    }

    int ledgerPort() {
        return roster.map(r -> r.self().ports().ledger()).orElse(0);
    }

    private Predicate<String> ours() {
        return roster.<Predicate<String>>map(r -> peer -> r.kit().peer(peer).isPresent()).orElse(id::equals);
    }

    Link link(Vertx vertx) {
        if (roster.isEmpty()) return NoLink.ALONE;
        var self = roster.get().self();
        return VertxLink.open(vertx, new LinkOptions(self.address(), self.ports().link(), this::linkAddress, linkPapers(self.ports().link()), PATIENCE,
                refusal -> doors.refused(self.ports().link(), refusal)));
    }

    /** @param port whose door it is at which somebody is turned away */
    LinkOptions.Papers linkPapers(int port) {
        return new LinkOptions.Papers(papers.shown(), trust(port), Authority::peerOf);
    }

    private Optional<LinkOptions.Address> linkAddress(String peer) {
        return roster.flatMap(r -> r.kit().peer(peer)).map(m -> new LinkOptions.Address(m.address(), m.ports().link())).or(() -> whereItWas(peer)).or(() -> whereItStood(peer));
    }

    private Optional<LinkOptions.Address> whereItStood(String peer) {
        return roster.stream().flatMap(r -> r.former().stream()).filter(m -> m.peer().equals(peer))
                .map(m -> new LinkOptions.Address(m.address(), m.ports().link())).findFirst();
    }

    /** Whoever was struck is heard no more, but can still be told. */
    private Optional<LinkOptions.Address> whereItWas(String peer) {
        return struck.stream().filter(lost -> lost.peer().equals(peer)).map(lost -> new LinkOptions.Address(lost.address(), lost.link())).findFirst();
    }

    private LinkOptions.Trust trust(int port) {
        return new LinkOptions.Trust() {
            @Override
            public X509TrustManager anyOfUs() {
                return papers.trusted(ours(), (_, _) -> Optional.empty(), misfit -> doors.misfit(port, misfit));
            }

            @Override
            public X509TrustManager only(String peer) {
                return papers.trusted(peer::equals);
            }
        };
    }

    Company company(Link link) {
        return roster.map(r -> Company.of(r, link, doors.keeper())).orElse(Company.NONE);
    }
}
