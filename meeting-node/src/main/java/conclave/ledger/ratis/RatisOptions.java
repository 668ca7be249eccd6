package conclave.ledger.ratis;

import conclave.ledger.Ledgers;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.net.ssl.X509KeyManager;
import javax.net.ssl.X509TrustManager;

/**
 * What the ledgers of one node are told before they start.
 *
 * @param storage folder of the logs and of the marks that say which ledgers were founded here
 * @param peer    this node's id among its peers; random, and the same as long as the folder lives
 * @param port    0 lets the system choose, which only a group of one can live with
 * @param members all nodes of the kit as they are now, this one included; nobody where it stands alone
 */
public record RatisOptions(Path storage, String peer, String host, int port, Optional<Tls> tls, Supplier<List<Member>> members, Ledgers.Alarm alarm) {

    /** A node that stands alone. */
    public RatisOptions(Path storage, String peer, String host, int port, Optional<Tls> tls, Ledgers.Alarm alarm) {
        this(storage, peer, host, port, tls, List::of, alarm);
    }

    /** @param priority who is to lead where several could: the higher one */
    public record Member(String peer, String host, int port, int priority) {
    }

    /**
     * What this node shows, whom it lets in, and which peer a certificate speaks for. Both sides show theirs.
     *
     * @param wrongName told which peer spoke in another's name
     * @param babble    told when something came that is no greeting of a peer
     */
    public record Tls(X509KeyManager shown, X509TrustManager trusted, Function<X509Certificate, Optional<String>> peerOf, Consumer<String> wrongName,
                      Runnable babble) {

        public Tls(X509KeyManager shown, X509TrustManager trusted, Function<X509Certificate, Optional<String>> peerOf) {
            this(shown, trusted, peerOf, _ -> { }, () -> { });
        }
    }
}
