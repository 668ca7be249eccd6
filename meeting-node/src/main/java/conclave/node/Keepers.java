package conclave.node;

import conclave.codec.Codec;
import conclave.config.Member;
import conclave.ledger.Ledger;
import conclave.seal.RandomIds;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that a meeting's ledger is kept by the nodes of the cluster file and no others. The node that leads
 * takes one step at a time: first whoever is in the file no more is let go, then the new one is taken in, once it has
 * begun to keep the meeting and waits.
 */
final class Keepers {

    private static final Logger LOG = LoggerFactory.getLogger(Keepers.class);
    private static final long PATIENCE_MS = 10_000;

    private final Company company;

    Keepers(Company company) {
        this.company = company;
    }

    /** @param waiting the peers that have begun to keep this ledger, as far as they were heard */
    void look(Ledger ledger, Set<String> waiting) throws InterruptedException {
        if (!ledger.leads()) return;
        var step = step(ledger.keepers(), company.members().stream().map(Member::peer).toList(), waiting);
        if (step.isEmpty()) return;
        try {
            LOG.info("the ledger {} is kept by {} from now on", ledger.id(), step.get());
            ledger.keepWith(step.get()).get(PATIENCE_MS, TimeUnit.MILLISECONDS);
            // A new keeper of a ledger in which nobody writes would wait until somebody does.
            ledger.append(Codec.entry("keepers/" + RandomIds.next(), 1, List.of())).get(PATIENCE_MS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("the keepers of {} were not changed; tried again", ledger.id(), e);
        }
    }

    /** The next keepers, where they are to be others than now. Never fewer than a majority that is at work. */
    static Optional<List<String>> step(List<String> now, List<String> wanted, Set<String> waiting) {
        var stay = now.stream().filter(wanted::contains).toList();
        if (stay.size() < now.size()) return stay.isEmpty() ? Optional.empty() : Optional.of(stay);
        return wanted.stream().filter(peer -> !now.contains(peer) && waiting.contains(peer)).findFirst()
                .map(peer -> Stream.concat(now.stream(), Stream.of(peer)).toList());
    }
}
