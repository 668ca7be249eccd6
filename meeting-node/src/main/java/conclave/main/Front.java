package conclave.main;

import conclave.config.DataFolder;
import conclave.config.NodeConfig;
import conclave.node.House;
import conclave.node.Passes;
import conclave.presence.Presence;
import conclave.seal.NodeKeys;
import conclave.seal.Signer;
import conclave.seal.bouncycastle.TlsIdentity;
import conclave.web.WebServer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** The side that faces the laptops: the event loop, the server on it, and the figures it shows to the technician. */
final class Front {

    private static final int WORKERS = 4;

    private final Vertx vertx;
    private final AtomicBoolean ready = new AtomicBoolean();
    private final PrometheusMeterRegistry figures = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    private volatile House house;

    private Front(Vertx vertx) {
        this.vertx = vertx;
    }

    /** The event loop alone; it needs nothing else of the node. */
    static Front prepared() {
        var files = new FileSystemOptions().setClassPathResolvingEnabled(false).setFileCachingEnabled(false);
        return new Front(Vertx.vertx(new VertxOptions().setPreferNativeTransport(true).setWorkerPoolSize(WORKERS)
                .setEventLoopPoolSize(Runtime.getRuntime().availableProcessors()).setFileSystemOptions(files)));
    }

    /** For whatever else of this node speaks over the network. */
    Vertx vertx() {
        return vertx;
    }

    /** What the pages are about. */
    record Inside(DataFolder data, House house, NodeKeys keys, Signer signer, Presence presence, Watchers watchers) {
    }

    /** Opens the door and says at which port. Who comes before {@link #ready} is told to wait. */
    int open(NodeConfig config, Inside inside, TlsIdentity identity) {
        show(inside.data, inside.house);
        house = inside.house;
        var passes = new Passes(inside.keys.stamp("cookies"), inside.keys.stamp("requests"));
        var server = new WebServer(vertx, new WebServer.Fittings(inside.house, passes, inside::presence, inside.signer, this::unready,
                config.limits(), figures));
        inside.watchers.add(server.watcher());
        var door = new WebServer.Door(config.host(), config.port(), identity.certificatePem(), identity.keyPem());
        return server.open(door).toCompletionStage().toCompletableFuture().join();
    }

    void ready() {
        ready.set(true);
    }

    private Optional<String> unready() {
        return ready.get() ? house.unready().or(house.watchtower()::unready) : Optional.of("starting");
    }

    private void show(DataFolder data, House house) {
        Gauge.builder("conclave.meetings", house, h -> h.halls().size()).register(figures);
        Gauge.builder("conclave.memory.used.bytes", Runtime.getRuntime(), r -> r.totalMemory() - r.freeMemory()).register(figures);
        Gauge.builder("conclave.disk.free.bytes", data, Front::free).register(figures);
    }

    private static double free(DataFolder data) {
        try {
            return data.freeBytes();
        } catch (IOException e) {
            return Double.NaN;
        }
    }

    /** Nobody new is let in; who is inside is served until the end. */
    void shut() {
        ready.set(false);
    }

    void close() {
        ready.set(false);
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
