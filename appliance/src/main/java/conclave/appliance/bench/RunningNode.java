package conclave.appliance.bench;

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
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;

/** A node in a process of its own, ready: what its run.json says, and how long it took to get there. */
final class RunningNode implements Venue, AutoCloseable {

    private static final long OFTEN = Duration.ofMillis(2).toNanos();
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Stand stand;
    private final Process process;
    private final Json.Obj run;
    private final Switchboard switchboard;
    private final double secondsToReady;

    private RunningNode(Stand stand, Process process, Json.Obj run, Switchboard switchboard, double secondsToReady) {
        this.stand = stand;
        this.process = process;
        this.run = run;
        this.switchboard = switchboard;
        this.secondsToReady = secondsToReady;
    }

    /** @param how {@code run} or {@code serve}, with its options */
    static RunningNode start(Stand stand, Path data, String... how) throws IOException {
        var arguments = new ArrayList<>(List.of(how));
        arguments.addAll(List.of("--data", data.toString(), "--port", "0"));
        long began = System.nanoTime();
        var process = stand.start(arguments.toArray(String[]::new));
        var run = awaitRunFile(stand, process, data.resolve("run.json"), began);
        var address = URI.create(run.text("baseUrl"));
        var switchboard = new Switchboard(address.getHost(), address.getPort(), Path.of(run.text("caFile")));
        awaitReady(switchboard);
        return new RunningNode(stand, process, run, switchboard, (System.nanoTime() - began) / 1e9);
    }

    /** The file of an earlier life of the folder names another process. */
    private static Json.Obj awaitRunFile(Stand stand, Process process, Path file, long began) throws IOException {
        while (process.isAlive() && System.nanoTime() - began < PATIENCE.toNanos()) {
            if (Files.exists(file)) {
                var run = CanonicalJson.readObject(Files.readAllBytes(file));
                if (run.list("nodes").getFirst() instanceof Json.Obj node && node.number("pid") == process.pid()) return run;
            }
            LockSupport.parkNanos(OFTEN);
        }
        throw new IOException("the node did not start: " + stand.said());
    }

    private static void awaitReady(Switchboard switchboard) {
        while (switchboard.get("/health/ready").join().status() != 200) LockSupport.parkNanos(OFTEN);
    }

    double secondsToReady() {
        return secondsToReady;
    }

    long pid() {
        return process.pid();
    }

    /** This process and those it has started. */
    List<Long> pids() {
        var pids = new ArrayList<>(process.descendants().map(ProcessHandle::pid).toList());
        pids.addFirst(pid());
        return pids;
    }

    @Override
    public Json.Obj run() {
        return run;
    }

    @Override
    public Switchboard switchboard(int visitor) {
        return switchboard;
    }

    byte[] publicKey() {
        try {
            return Base64.getUrlDecoder().decode(switchboard.get("/api/key").join().json().text("spki"));
        } catch (CompletionException e) {
            throw new IllegalStateException("the node does not say its key", e);
        }
    }

    @Override
    public void close() {
        switchboard.close();
        stand.stop(process);
    }
}
