package conclave.audit;

import java.util.List;
import java.util.Optional;

/**
 * What can be said of a record.
 *
 * @param meeting  as the signatures name it
 * @param lines    in the evidence
 * @param accounts for each node, what it has signed for and the evidence bears out
 * @param cosigned up to this line at least two nodes have signed
 * @param found    receipts that were asked for and stand in the evidence
 * @param recounted the rules were asked once more about every line, and came to it
 */
public record Verdict(Optional<String> meeting, long lines, List<Account> accounts, long cosigned, List<Finding> findings, List<Found> found,
                      boolean recounted) {

    /** @param upTo number of the last line that this node has signed for, 0 where none */
    public record Account(String node, String key, long upTo, int signatures) {
    }

    /** @param receipt as it was given: a file's name, or the ten digits of the slip */
    public record Found(String receipt, long line) {
    }

    public Verdict {
        found = List.copyOf(found);
        accounts = List.copyOf(accounts);
        findings = List.copyOf(findings);
    }

    public boolean holds() {
        return findings.stream().noneMatch(Finding::breaks);
    }
}
