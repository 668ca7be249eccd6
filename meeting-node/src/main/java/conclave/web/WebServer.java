package conclave.web;

import conclave.config.Limits;
import conclave.node.House;
import conclave.node.Openings;
import conclave.node.Passes;
import conclave.node.Watcher;
import conclave.presence.Presence;
import conclave.seal.Signer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.JdkSSLEngineOptions;
import io.vertx.core.net.OpenSSLEngineOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.ext.web.Router;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The house's door to the laptops: HTTPS, one port, a thread for each core. */
public final class WebServer implements AutoCloseable {

    /** What the pages are served from; the presence may be exchanged while the server runs. */
    public record Fittings(House house, Passes passes, Supplier<Presence> presence, Signer signer, Supplier<Optional<String>> unready,
                           Limits limits, PrometheusMeterRegistry figures) {
    }

    /** Where to listen, and the certificate with its key, PEM. */
    public record Door(String host, int port, byte[] certificate, byte[] key) {
        @Override
        public String toString() {
            return "Door(" + host + ":" + port + ")";
        }
    }

    private final Vertx vertx;
    private final List<Route> routes;
    private final LiveLines live;
    private final Openings openings;
    private final TakenBack takenBack;
    private final PagePictures pictures;
    private final Supplier<Presence> presence;
    private final Limits limits;
    private final PrometheusMeterRegistry figures;
    private volatile int port;

    public WebServer(Vertx vertx, Fittings with) {
        this.vertx = vertx;
        this.presence = with.presence;
        this.limits = with.limits;
        this.figures = with.figures;
        var entrance = new Entrance(with.house, with.passes);
        var requests = new Requests(with.house.clock());
        this.live = new LiveLines(entrance, requests, with.presence);
        this.openings = new Openings(with.house);
        this.takenBack = new TakenBack(with.house);
        this.pictures = new PagePictures(entrance, openings);
        this.routes = new ArrayList<>();
        // Routes are tried one after the other, and scores are what comes in hundreds at once.
        routes.addAll(new Scores(entrance, requests).routes());
        routes.addAll(new Health(with.unready, figures, with.signer, with.house.company()::keys).routes());
        routes.addAll(new SignInDesk(with.house, entrance, requests, () -> with.presence.get().signIns()).routes());
        routes.addAll(live.routes());
        routes.addAll(new ExpertDesk(entrance).routes());
        routes.addAll(pictures.routes());
        routes.addAll(new Dossiers(entrance).routes());
        routes.addAll(new ReleaseDesk(entrance, requests, openings, with.house).routes());
        routes.addAll(new PlanDesk(with.house, entrance, requests).routes());
        routes.addAll(new ScreeningDesk(entrance, with.house.sifting()).routes());
        routes.addAll(new RoomPages(entrance, with.presence).routes());
        routes.addAll(new RoomActions(entrance, requests).routes());
        routes.addAll(new SeatDesk(entrance, requests).routes());
        routes.addAll(new CardDesk(with.house, entrance, requests).routes());
        routes.addAll(new Ballots(entrance, requests).routes());
        routes.addAll(new TallyPage(entrance).routes());
        routes.addAll(new Results(entrance).routes());
        routes.addAll(new SheetDesk(entrance, requests).routes());
        routes.addAll(new AmendmentDesk(with.house, entrance, requests).routes());
        routes.addAll(new UploadDesk(with.house, entrance).routes());
        routes.addAll(new PermitDesk(entrance, requests).routes());
        routes.addAll(new BallotPage(entrance).routes());
        routes.addAll(new BallotActions(entrance, requests).routes());
        routes.addAll(new NodesPage(with.house, entrance, with.presence).routes());
        routes.addAll(new BallotSlot(with.house).routes());
        routes.replaceAll(route -> SecondLook.at(route, entrance));
    }

    List<Route> routes() {
        return List.copyOf(routes);
    }

    Outflow outflow() {
        return pictures.outflow();
    }

    /** To be told of all that happens, so that open pages hear of it and nothing is kept that was taken back. */
    public Watcher watcher() {
        return (meeting, facts, after) -> {
            takenBack.happened(meeting, facts, after);
            live.happened(meeting, facts, after);
        };
    }

    /** Opens the door; fails where the port is taken. */
    public Future<Integer> open(Door door) {
        var router = new Site(routes, new Pages(), limits, figures).router(vertx);
        presence.get().whenChanged(live::elsewhere);
        vertx.setPeriodic(LiveLines.MOMENT, _ -> live.tell());
        vertx.setPeriodic(Openings.EVERY, _ -> openings.handIn());
        vertx.setPeriodic(LiveLines.keepOpenEvery(), _ -> live.keepOpen());
        var threads = new DeploymentOptions().setInstances(Math.max(1, Runtime.getRuntime().availableProcessors()));
        return vertx.deployVerticle(() -> new Porter(door, router), threads).map(_ -> port);
    }

    private final class Porter extends VerticleBase {
        private final Door door;
        private final Router router;

        Porter(Door door, Router router) {
            this.door = door;
            this.router = router;
        }

        /** Minus one lets the system choose a port and all threads share it; nought would give each its own. */
        @Override
        public Future<?> start() {
            return vertx.createHttpServer(options(door)).requestHandler(router).listen(door.port == 0 ? -1 : door.port, door.host)
                    .onSuccess(listening -> port = listening.actualPort());
        }
    }

    private static HttpServerOptions options(Door door) {
        var options = new HttpServerOptions().setSsl(true).setUseAlpn(true)
                .setKeyCertOptions(new PemKeyCertOptions().addCertValue(Buffer.buffer(door.certificate)).addKeyValue(Buffer.buffer(door.key)))
                .setEnabledSecureTransportProtocols(Set.of("TLSv1.3", "TLSv1.2"))
                .setMaxInitialLineLength(4096).setMaxHeaderSize(16 << 10).setIdleTimeout(75).setTcpNoDelay(true).setReusePort(false);
        return options.setSslEngineOptions(OpenSSLEngineOptions.isAvailable() ? new OpenSSLEngineOptions() : new JdkSSLEngineOptions());
    }

    /** Ends the conversation with everybody; what was acknowledged is in the ledger. */
    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
