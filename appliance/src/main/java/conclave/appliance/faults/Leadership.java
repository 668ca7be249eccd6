package conclave.appliance.faults;

import conclave.config.Kit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who leads, read from outside: each node writes down for whom it voted in which term before it says so. Whoever has
 * the votes of two in the highest term was elected in it. Where the highest term has no such majority, nobody knows.
 */
final class Leadership {

    private static final Pattern VOTE = Pattern.compile("(?s).*?votedFor=([a-z0-9]+).*");
    private static final Pattern TERM = Pattern.compile("(?s).*?term=(\\d+).*");
    private static final int MAJORITY = 2;

    private Leadership() {
    }

    static Optional<String> of(Trio kit) throws IOException {
        var votes = new HashMap<String, Integer>();
        long highest = -1;
        for (var node : kit.nodes()) {
            var meta = meta(node.data());
            var term = TERM.matcher(meta);
            var vote = VOTE.matcher(meta);
            if (!term.matches() || !vote.matches()) continue;
            long of = Long.parseLong(term.group(1));
            if (of > highest) votes.clear();
            highest = Math.max(highest, of);
            if (of == highest) votes.merge(vote.group(1), 1, Integer::sum);
        }
        var members = Kit.read(kit.cluster()).value();
        return votes.entrySet().stream().filter(one -> one.getValue() >= MAJORITY).map(one -> one.getKey()).findFirst()
                .flatMap(peer -> members.flatMap(all -> all.peer(peer))).map(member -> member.name());
    }

    private static String meta(Path data) throws IOException {
        var logs = data.resolve("ledger").resolve("logs");
        if (!Files.isDirectory(logs)) return "";
        try (var groups = Files.list(logs)) {
            var file = groups.map(group -> group.resolve("current").resolve("raft-meta")).filter(Files::exists).findFirst();
            return file.isEmpty() ? "" : Files.readString(file.get());
        }
    }
}
