package conclave.link.vertx;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.net.ssl.X509KeyManager;
import javax.net.ssl.X509TrustManager;

/**
 * What the link of one node is told.
 *
 * @param host     the wired interface
 * @param peers    where the others listen, by their ids; asked anew each time, because a node may be replaced
 * @param patience how long an answer may take
 * @param refused  told why somebody was turned away
 */
public record LinkOptions(String host, int port, Peers peers, Papers papers, Duration patience, Consumer<Throwable> refused) {

    public LinkOptions(String host, int port, Peers peers, Papers papers, Duration patience) {
        this(host, port, peers, papers, patience, _ -> { });
    }

    /** Where somebody listens. */
    @FunctionalInterface
    public interface Peers {
        Optional<Address> address(String peer);
    }

    public record Address(String host, int port) {
    }

    /** What this node shows, whom it lets in, and which peer a certificate speaks for. */
    public record Papers(X509KeyManager shown, Trust trust, Function<X509Certificate, Optional<String>> peerOf) {
    }

    /** Whom a connection may lead to: anybody of the kit, or one peer alone. */
    public interface Trust {
        X509TrustManager anyOfUs();

        X509TrustManager only(String peer);
    }
}
