package conclave.appliance.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * Who leads, as the votes say that each node of a kit has written down: the one for whom two of them voted in the
 * highest term. There is nobody to ask, and a node that is killed or stopped could not answer.
 */
final class Leadership {

    private static final String VOTE = "raft-meta";
    private static final int MAJORITY = 2;

    private record Vote(long term, String candidate) {
    }

    private Leadership() {
    }

    static Optional<RunningKit.Node> of(RunningKit kit) throws IOException {
        var votes = new ArrayList<Vote>();
        for (var node : kit.nodes()) votes.addAll(votes(kit.data(node.name()).resolve("ledger").resolve("logs")));
        long term = votes.stream().mapToLong(Vote::term).max().orElse(0);
        var latest = votes.stream().filter(vote -> vote.term() == term).map(Vote::candidate).toList();
        return kit.nodes().stream().filter(node -> latest.stream().filter(node.id()::equals).count() >= MAJORITY).findFirst();
    }

    private static List<Vote> votes(Path logs) throws IOException {
        if (!Files.isDirectory(logs)) return List.of();
        var votes = new ArrayList<Vote>();
        try (var ledgers = Files.list(logs)) {
            for (var ledger : ledgers.toList()) {
                var file = ledger.resolve("current").resolve(VOTE);
                if (!Files.exists(file)) continue;
                var said = new Properties();
                try (var in = Files.newBufferedReader(file)) {
                    said.load(in);
                }
                votes.add(new Vote(Long.parseLong(said.getProperty("term", "0")), said.getProperty("votedFor", "")));
            }
        }
        return votes;
    }
}
