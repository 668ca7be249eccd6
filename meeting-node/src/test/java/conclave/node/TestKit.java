package conclave.node;

import conclave.config.DataFolder;
import conclave.config.Kit;
import conclave.config.Limits;
import conclave.config.Member;
import conclave.config.Place;
import conclave.config.Roster;
import conclave.ledger.Broken;
import conclave.ledger.Ledgers;
import conclave.ledger.ratis.RatisLedgers;
import conclave.ledger.ratis.RatisOptions;
import conclave.link.MemoryLink;
import conclave.seal.NodeKeys;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Two servers and a witness in one process, as their folders and their cluster file have them; what lies between them is memory. */
final class TestKit implements AutoCloseable {

    static final List<String> SERVERS = List.of("a", "b");
    static final List<String> ALL = List.of("a", "b", "w");
    private static final int PATIENCE_SECONDS = 120;

    final BlockingQueue<Broken> alarms = new LinkedBlockingQueue<>();
    final Map<String, MemoryLink> wires = new ConcurrentHashMap<>();
    private final Path folder;
    private final Kit kit;
    private final Map<String, TestHouse> houses = new TreeMap<>();

    /** @param folder holds a kit already, or is given one */
    TestKit(Path folder) throws IOException {
        this.folder = folder;
        var file = folder.resolve("cluster.conf");
        if (!Files.exists(file)) Files.writeString(file, laidOut().text());
        this.kit = Kit.read(file).value().orElseThrow();
    }

    private Kit laidOut() throws IOException {
        var members = new ArrayList<Member>();
        var free = freePorts(4 * ALL.size()).iterator();
        for (var name : ALL) {
            var ports = new Member.Ports(free.next(), free.next(), free.next(), free.next());
            members.add(new Member(name, SERVERS.contains(name) ? Member.Role.SERVER : Member.Role.WITNESS, peer(name), "127.0.0.1", ports, key(name)));
        }
        return new Kit("kit-test", Optional.empty(), "0".repeat(64), members);
    }

    private String key(String name) throws IOException {
        try (var data = DataFolder.open(Files.createDirectories(folder.resolve(name)).resolve("data")).value().orElseThrow()) {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(NodeKeys.at(data.node(), true).signing().publicKey());
        }
    }

    /** All held until the last is found: no two are the same. */
    private static List<Integer> freePorts(int many) throws IOException {
        var held = new ArrayList<ServerSocket>();
        try {
            for (int i = 0; i < many; i++) held.add(new ServerSocket(0));
            return held.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            for (var socket : held) socket.close();
        }
    }

    static String peer(String name) {
        return "peer-of-" + name;
    }

    /** With a log of its own in memory: what the three keep together is then only that there is a meeting, and its key. */
    TestHouse start(String name, Ledgers ledgers) throws IOException {
        var company = Company.of(new Roster(new Place(folder.resolve("cluster.conf"), kit, kit.member(name).orElseThrow())),
                new MemoryLink(wires, peer(name)));
        var house = new TestHouse(folder.resolve(name), ledgers, Limits.DEFAULT, _ -> company, alarms::add);
        houses.put(name, house);
        return house;
    }

    /** With the real log, which needs two of the three. */
    TestHouse start(String name) throws IOException {
        var port = kit.member(name).orElseThrow().ports().ledger();
        return start(name, new RatisLedgers(new RatisOptions(folder.resolve(name).resolve("log"), peer(name), "127.0.0.1", port, Optional.empty(),
                () -> kit.members().stream().map(TestKit::member).toList(), (_, reason) -> alarms.add(reason))));
    }

    private static RatisOptions.Member member(Member member) {
        return new RatisOptions.Member(member.peer(), member.address(), member.ports().ledger(), member.server() ? 1 : 0);
    }

    TestHouse house(String name) {
        return houses.get(name);
    }

    void stop(String name) throws IOException {
        wires.remove(peer(name));
        houses.remove(name).close();
    }

    static void until(BooleanSupplier done) throws InterruptedException {
        var moments = new LinkedBlockingQueue<Integer>();
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS); !done.getAsBoolean(); ) {
            if (System.nanoTime() > end) throw new AssertionError("it did not come about");
            moments.poll(20, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void close() throws IOException {
        for (var name : List.copyOf(houses.keySet())) stop(name);
    }
}
