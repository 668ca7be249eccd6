package conclave.link.vertx;

import conclave.link.vertx.TunnelOptions.Opening;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.net.JdkSSLEngineOptions;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.TrustOptions;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets programs that know no papers speak between nodes under mutual TLS: on this machine they listen and connect on the
 * loopback only; what leaves it goes through one door, and nobody without papers of the kit gets a byte past it.
 */
public final class Tunnel implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Tunnel.class);
    private static final int CONNECT_MS = 1_000;
    private static final int HANDSHAKE_SECONDS = 3;
    /** Whoever is alive says so each second. */
    private static final int SILENT_SECONDS = 60;
    /** A peer is trusted, but not with all our connections. */
    private static final int MOST_STREAMS = 16;

    private final Vertx vertx;
    private final TunnelOptions options;
    private final NetClient inside;
    private final NetServer door;
    private final List<NetServer> openings = new ArrayList<>();
    private final Map<String, NetClient> clients = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> streams = new ConcurrentHashMap<>();

    private Tunnel(Vertx vertx, TunnelOptions options) {
        this.vertx = vertx;
        this.options = options;
        this.inside = vertx.createNetClient(new NetClientOptions().setConnectTimeout(CONNECT_MS).setTcpNoDelay(true));
        this.door = vertx.createNetServer(doorOptions()).connectHandler(this::entered)
                .exceptionHandler(options.refused()::accept);
    }

    /** All is open when it returns; fails where a port is taken, and then nothing is. */
    public static Tunnel open(Vertx vertx, TunnelOptions options) {
        var tunnel = new Tunnel(vertx, options);
        try {
            wait(tunnel.door.listen(options.port(), options.host()));
            for (var opening : options.openings()) tunnel.open(opening);
            return tunnel;
        } catch (RuntimeException taken) {
            tunnel.close();
            throw taken;
        }
    }

    private void open(Opening opening) {
        var server = vertx.createNetServer(new NetServerOptions().setTcpNoDelay(true)).connectHandler(socket -> leave(opening, socket));
        openings.add(server);
        wait(server.listen(opening.at().port(), opening.at().host()));
    }

    private NetServerOptions doorOptions() {
        var door = new NetServerOptions().setSsl(true).setClientAuth(ClientAuth.REQUIRED).setTcpNoDelay(true).setReusePort(false)
                .setKeyCertOptions(KeyCertOptions.wrap(options.papers().shown()))
                .setTrustOptions(TrustOptions.wrap(options.papers().trust().anyOfUs()));
        door.setSslEngineOptions(new JdkSSLEngineOptions()).setEnabledSecureTransportProtocols(Set.of("TLSv1.3"))
                .setSslHandshakeTimeout(HANDSHAKE_SECONDS).setSslHandshakeTimeoutUnit(TimeUnit.SECONDS).setIdleTimeout(SILENT_SECONDS);
        return door;
    }

    private NetClient client(String peer) {
        var client = new NetClientOptions().setSsl(true).setConnectTimeout(CONNECT_MS).setTcpNoDelay(true)
                // Whom we have reached is said by its certificate's peer id, not by its address.
                .setHostnameVerificationAlgorithm("")
                .setKeyCertOptions(KeyCertOptions.wrap(options.papers().shown()))
                .setTrustOptions(TrustOptions.wrap(options.papers().trust().only(peer)));
        client.setSslEngineOptions(new JdkSSLEngineOptions()).setEnabledSecureTransportProtocols(Set.of("TLSv1.3"))
                .setSslHandshakeTimeout(HANDSHAKE_SECONDS).setSslHandshakeTimeoutUnit(TimeUnit.SECONDS).setIdleTimeout(SILENT_SECONDS);
        return vertx.createNetClient(client);
    }

    /** From a program of ours to another node. */
    private void leave(Opening opening, NetSocket ours) {
        ours.pause();
        var over = over(ours);
        var met = options.far().door(opening.node());
        if (met.isEmpty()) {
            ours.close();
            return;
        }
        var address = met.get().address();
        clients.computeIfAbsent(met.get().peer(), this::client).connect(address.port(), address.host()).onSuccess(far -> {
            far.pause();
            far.write(Buffer.buffer(1).appendByte((byte) opening.service()));
            join(ours, over, far, over(far));
        }).onFailure(away -> {
            LOG.debug("node {} is not reached: {}", opening.node(), away.getMessage());
            ours.close();
        });
    }

    /** From another node to a program of ours; the first byte says to which. */
    private void entered(NetSocket far) {
        var over = over(far);
        var count = peer(far).map(name -> streams.computeIfAbsent(name, _ -> new AtomicInteger()));
        if (count.isEmpty()) {
            far.close();
            return;
        }
        over.onComplete(_ -> count.get().decrementAndGet());
        if (count.get().incrementAndGet() > MOST_STREAMS) far.close();
        else far.handler(first -> {
            far.pause();
            int service = first.getByte(0);
            if (service < 0 || service >= options.inside().size()) far.close();
            else enter(far, over, options.inside().get(service), first.slice(1, first.length()));
        });
    }

    private void enter(NetSocket far, Future<Void> over, LinkOptions.Address address, Buffer first) {
        inside.connect(address.port(), address.host()).onSuccess(ours -> {
            ours.pause();
            if (first.length() > 0) ours.write(first);
            join(far, over, ours, over(ours));
        }).onFailure(_ -> far.close());
    }

    /** Whichever end closes, the other does, even where it did before they were joined. */
    private static void join(NetSocket one, Future<Void> oneOver, NetSocket other, Future<Void> otherOver) {
        oneOver.onComplete(_ -> other.close());
        otherOver.onComplete(_ -> one.close());
        one.pipeTo(other);
        other.pipeTo(one);
    }

    private static Future<Void> over(NetSocket socket) {
        var over = Promise.<Void>promise();
        socket.closeHandler(_ -> over.tryComplete());
        return over.future();
    }

    private Optional<String> peer(NetSocket socket) {
        try {
            return socket.peerCertificates().stream().findFirst()
                    .filter(X509Certificate.class::isInstance).map(X509Certificate.class::cast).flatMap(options.papers().peerOf());
        } catch (SSLPeerUnverifiedException nothingShown) {
            return Optional.empty();
        }
    }

    private static <T> void wait(Future<T> done) {
        done.toCompletionStage().toCompletableFuture().join();
    }

    @Override
    public void close() {
        wait(door.close());
        openings.forEach(opening -> wait(opening.close()));
        clients.values().forEach(client -> wait(client.close()));
        wait(inside.close());
    }
}
