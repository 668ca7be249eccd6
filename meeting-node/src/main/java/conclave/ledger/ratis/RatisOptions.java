package conclave.ledger.ratis;

import conclave.ledger.Ledgers;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the ledgers of one node are told before they start.
 *
 * @param storage folder of the logs and of the marks that say which ledgers were founded here
 * @param peer    this node's id among its peers; random, and the same as long as the folder lives
 * @param port    0 lets the system choose, which only a group of one can live with
 */
public record RatisOptions(Path storage, String peer, String host, int port, Optional<Tls> tls, Ledgers.Alarm alarm) {

    /** Files in PEM: who we are, and the authority whose certificates we believe. Both sides show theirs. */
    public record Tls(Path certificate, Path key, Path authority) {
    }
}
