package conclave.appliance.faults;

import conclave.appliance.bench.Stand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** A small meeting that a node has taken in; the node stands, and its data folder lies there. */
record KeptMeeting(Stand stand, String id) {

    private static final Duration TAKING_IN = Duration.ofMinutes(5);

    static KeptMeeting made(Stand stand) throws IOException, InterruptedException {
        for (var who : new String[] {"office", "node", "platform"}) require(stand, "keys", "make", file(stand, who), "--name", who, "--role", who);
        require(stand, "sample", "--out", file(stand, "sample"), "--rooms", "1", "--experts", "3", "--applicants", "4");
        Files.createDirectory(stand.folder().resolve("in"));
        require(stand, "build", file(stand, "sample"), "--name", "P", "--out", file(stand, "in"), "--key", file(stand, "office.key"), "--recipient", file(stand, "node.crt"));
        require(stand, "import", file(stand, "in/P.mpkg"), "--data", file(stand, "data"), "--key", file(stand, "node.key"), "--trust", file(stand, "office.crt"), "--wait", "0");
        var shelf = stand.folder().resolve("data/intake/meetings");
        var node = stand.start("serve", "--data", file(stand, "data"), "--port", "0");
        if (!Patience.of(TAKING_IN).until(() -> !node.isAlive() || isEmpty(shelf)) || !node.isAlive()) {
            throw new IOException("no node took it in: " + stand.saidLast());
        }
        stand.stop(node);
        try (var meetings = Files.list(stand.folder().resolve("data/meetings"))) {
            return new KeptMeeting(stand, meetings.findFirst().orElseThrow().getFileName().toString());
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.findAny().isEmpty();
        }
    }

    private static void require(Stand stand, String... words) throws IOException, InterruptedException {
        if (new Typed(stand, words).run() != 0) throw new IOException(words[0] + " did not come to its end: " + stand.saidLast());
    }

    private static String file(Stand stand, String name) {
        return stand.folder().resolve(name).toString();
    }

    String file(String name) {
        return file(stand, name);
    }

    Path data() {
        return stand.folder().resolve("data");
    }

    /** What left of it. */
    Path record() {
        return data().resolve("exports").resolve(id + ".jsonl");
    }
}
