package conclave.appliance.bench;

import conclave.codec.BadJson;
import conclave.codec.Json;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;

/**
 * Three members of etcd on the same addresses and the same disk as ours, as Debian ships it: plain HTTP, its own fsync,
 * nobody signed in. Clients are spread as our laptops are: over the member that leads and one other.
 */
final class EtcdTrio implements AutoCloseable {

    private static final long OFTEN = Duration.ofMillis(50).toNanos();
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String PROGRAM = "etcd";

    private final Stand stand;
    private final List<Process> members = new ArrayList<>();
    private final List<Switchboard> doors = new ArrayList<>();

    private EtcdTrio(Stand stand) {
        this.stand = stand;
    }

    static EtcdTrio start(Stand stand, Path folder) throws IOException {
        var trio = new EtcdTrio(stand);
        var clients = freePorts();
        var peers = freePorts();
        var all = new ArrayList<String>();
        for (int i = 0; i < peers.size(); i++) all.add("m" + i + "=" + url(i, peers.get(i)));
        for (int i = 0; i < peers.size(); i++) trio.members.add(stand.launch(command(folder, i, url(i, clients.get(i)), url(i, peers.get(i)), all)));
        var first = Switchboard.plain(PreparedKit.ADDRESSES.getFirst(), clients.getFirst());
        trio.doors.add(first);
        for (int i = 1; i < peers.size(); i++) trio.doors.add(first.at(PreparedKit.ADDRESSES.get(i), clients.get(i)));
        trio.leaderFirst();
        return trio;
    }

    private static List<String> command(Path folder, int number, String clients, String peers, List<String> all) {
        return List.of(PROGRAM, "--name", "m" + number, "--data-dir", folder.resolve("m" + number).toString(),
                "--listen-client-urls", clients, "--advertise-client-urls", clients,
                "--listen-peer-urls", peers, "--initial-advertise-peer-urls", peers,
                "--initial-cluster", String.join(",", all), "--initial-cluster-state", "new", "--log-level", "warn");
    }

    private static String url(int member, int port) {
        return "http://" + PreparedKit.ADDRESSES.get(member) + ":" + port;
    }

    private static List<Integer> freePorts() throws IOException {
        var ports = new ArrayList<Integer>();
        for (var address : PreparedKit.ADDRESSES) {
            try (var probe = new ServerSocket()) {
                probe.bind(new InetSocketAddress(address, 0));
                ports.add(probe.getLocalPort());
            }
        }
        return ports;
    }

    private void leaderFirst() throws IOException {
        long began = System.nanoTime();
        while (System.nanoTime() - began < PATIENCE.toNanos()) {
            var leading = doors.stream().filter(EtcdTrio::leads).findFirst();
            if (leading.isPresent() && doors.stream().allMatch(door -> leader(door).isPresent())) {
                doors.remove(leading.get());
                doors.addFirst(leading.get());
                return;
            }
            LockSupport.parkNanos(OFTEN);
        }
        throw new IOException("etcd did not start: " + stand.said());
    }

    private static boolean leads(Switchboard door) {
        return leader(door).map(leader -> leader.equals(status(door).object("header").text("member_id"))).orElse(false);
    }

    /** As this member sees it; nobody, while it has no leader or does not answer yet. */
    private static Optional<String> leader(Switchboard door) {
        try {
            var status = status(door);
            return status.has("leader") ? Optional.of(status.text("leader")) : Optional.empty();
        } catch (CompletionException | BadJson notYet) {
            return Optional.empty();
        }
    }

    private static Json.Obj status(Switchboard door) {
        var question = "POST /v3/maintenance/status HTTP/1.1\r\nHost: " + door.host() + "\r\nContent-Length: 2\r\n\r\n{}";
        return door.connect().thenCompose(line -> line.ask(Unpooled.wrappedBuffer(question.getBytes(StandardCharsets.US_ASCII)))
                .whenComplete((_, _) -> line.close())).join().json();
    }

    /** So many clients, each over a connection of its own. */
    List<EtcdSeat> seats(int count, int bytes) {
        var lines = new ArrayList<CompletableFuture<Line>>();
        for (int i = 0; i < count; i++) lines.add(doors.get(i % 2).connect());
        var seats = new ArrayList<EtcdSeat>();
        for (int i = 0; i < count; i++) seats.add(new EtcdSeat(i, lines.get(i).join(), doors.getFirst().host(), bytes));
        return seats;
    }

    /** All as one: what three members do for a put. */
    Side side(List<EtcdSeat> seats) {
        return new Side("etcd", doors.getFirst(), seats, new TreeMap<>(Map.of("etcd ×3", members.stream().map(Process::pid).toList())));
    }

    @Override
    public void close() {
        doors.getFirst().close();
        members.forEach(stand::stop);
    }
}
