package conclave.appliance.bench;

import conclave.codec.BadJson;
import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;

/** Two servers and a witness as three processes; laptops are spread over both servers. */
final class RunningKit implements Venue, AutoCloseable {

    private static final long OFTEN = Duration.ofMillis(20).toNanos();
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Stand stand;
    private final Process process;
    private final Path folder;
    private final Json.Obj run;
    private final List<Switchboard> switchboards;

    /** @param url where it is reached itself; empty for the witness */
    record Node(String name, String id, long pid, String url) {
        static Node of(Json json) {
            var node = (Json.Obj) json;
            return new Node(node.text("name"), node.text("id"), node.number("pid"), node.text("url"));
        }

        boolean server() {
            return !url.isEmpty();
        }

        boolean alive() {
            return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
        }
    }

    private RunningKit(Stand stand, Process process, Path folder, Json.Obj run) throws IOException {
        this.stand = stand;
        this.process = process;
        this.folder = folder;
        this.run = run;
        var origin = URI.create(run.text("baseUrl"));
        var first = new Switchboard(origin.getHost(), origin.getPort(), Path.of(run.text("caFile")));
        var all = new ArrayList<Switchboard>();
        for (var server : nodes(run).stream().filter(Node::server).toList()) {
            var address = URI.create(server.url());
            all.add(all.isEmpty() ? first : first.at(address.getHost(), address.getPort()));
        }
        this.switchboards = List.copyOf(all);
    }

    static RunningKit start(Stand stand, Path folder) throws IOException {
        var process = stand.start("run", "--nodes", "3", "--data", folder.toString(), "--port", "0");
        Files.deleteIfExists(folder.resolve("run.json"));
        long began = System.nanoTime();
        while (!Files.exists(folder.resolve("run.json"))) {
            if (!process.isAlive() || System.nanoTime() - began > PATIENCE.toNanos()) throw new IOException("the kit did not start: " + stand.said());
            LockSupport.parkNanos(OFTEN);
        }
        var kit = new RunningKit(stand, process, folder, read(folder).orElseThrow());
        kit.awaitWhole();
        return kit;
    }

    private static Optional<Json.Obj> read(Path folder) throws IOException {
        try {
            return Optional.of(CanonicalJson.readObject(Files.readAllBytes(folder.resolve("run.json"))));
        } catch (BadJson beingWritten) {
            return Optional.empty();
        }
    }

    private static List<Node> nodes(Json.Obj run) {
        return run.list("nodes").stream().map(Node::of).toList();
    }

    /** Three processes that live, two servers that take people. A node that was killed is started again by the kit itself. */
    void awaitWhole() throws IOException {
        long began = System.nanoTime();
        while (!nodes().stream().allMatch(Node::alive) || !switchboards.stream().allMatch(RunningKit::ready)) {
            if (System.nanoTime() - began > PATIENCE.toNanos()) throw new IOException("the kit is not whole: " + stand.said());
            LockSupport.parkNanos(OFTEN);
        }
    }

    static boolean ready(Switchboard server) {
        try {
            return server.get("/health/ready").join().status() == 200;
        } catch (CompletionException notYet) {
            return false;
        }
    }

    /** As they are now: a node that was started again is another process. */
    List<Node> nodes() throws IOException {
        return nodes(read(folder).orElse(run));
    }

    Path folder() {
        return folder;
    }

    Path data(String node) {
        return folder.resolve(node);
    }

    List<Switchboard> switchboards() {
        return switchboards;
    }

    @Override
    public Json.Obj run() {
        return run;
    }

    @Override
    public Switchboard switchboard(int visitor) {
        return switchboards.get(visitor % switchboards.size());
    }

    /** Of both servers: each signs the receipts that it hands out. */
    List<byte[]> publicKeys() {
        return switchboards.stream().map(server -> Base64.getUrlDecoder().decode(server.get("/api/key").join().json().text("spki"))).toList();
    }

    @Override
    public void close() {
        switchboards.getFirst().close();
        stand.stop(process);
    }
}
