package conclave.ledger.ratis;

import conclave.ledger.Broken;
import conclave.ledger.Ledger;
import conclave.ledger.LedgerId;
import conclave.ledger.Ledgers;
import conclave.seal.bouncycastle.Authority;
import conclave.seal.bouncycastle.PeerPapers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** Three real peers in this process, each with its folder, its port and its papers; one ledger that all of them keep. */
public final class ThreePeers implements AutoCloseable {

    public static final List<String> NAMES = List.of("peer-a", "peer-b", "peer-w");
    private static final List<String> HOSTS = List.of("127.0.0.1");

    final LedgerId id = new LedgerId(UUID.randomUUID());
    final BlockingQueue<Broken> alarms = new LinkedBlockingQueue<>();
    public final Map<String, List<String>> read = new TreeMap<>();
    private final Path folder;
    private final List<RatisOptions.Member> members = new ArrayList<>();
    private final Map<String, RatisLedgers> ledgers = new TreeMap<>();
    private final Map<String, Ledger> open = new TreeMap<>();
    private final Authority authority;

    public ThreePeers(Path folder) throws IOException {
        this(folder, NAMES);
    }

    /** @param founding who founds the ledger at once; the others are up and wait */
    ThreePeers(Path folder, List<String> founding) throws IOException {
        this.folder = folder;
        this.authority = Authority.at(folder.resolve("authority"), Instant.now());
        for (var name : NAMES) members.add(new RatisOptions.Member(name, "127.0.0.1", freePort(), name.endsWith("w") ? 0 : 1));
        for (var name : NAMES) start(name);
        for (var name : founding) found(name);
    }

    void found(String name) {
        open.put(name, ledgers.get(name).found(id, reader(name)));
    }

    /** As if somebody had deleted it. */
    void loseLog(String name) throws IOException {
        try (var files = Files.list(folder.resolve(name).resolve("logs").resolve(id.toString()).resolve("current"))) {
            for (var file : files.filter(f -> f.getFileName().toString().startsWith("log_")).toList()) Files.delete(file);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void start(String name) throws IOException {
        start(name, name, this::member);
    }

    private boolean member(String peer) {
        return members.stream().anyMatch(m -> m.peer().equals(peer));
    }

    /** All others are struck and stay away; whether its log hears of it as well is asked for. */
    void goAlone(String name, boolean told) throws IOException {
        List.copyOf(ledgers.keySet()).forEach(this::stop);
        members.removeIf(m -> !m.peer().equals(name));
        if (told) new LastKeeper(folder.resolve(name), members.getFirst()).take(id);
        again(name);
    }

    /** All stop, and are somewhere else when they start again. */
    void move() throws IOException {
        var names = List.copyOf(ledgers.keySet());
        names.forEach(this::stop);
        members.replaceAll(m -> {
            try {
                return new RatisOptions.Member(m.peer(), m.host(), freePort(), m.priority());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        for (var name : names) again(name);
    }

    /** A blank peer that nobody knew, taken in by the one that leads. */
    void join(String name) throws Exception {
        var keepers = new ArrayList<>(ledger(leader()).keepers());
        keepers.add(name);
        members.add(new RatisOptions.Member(name, "127.0.0.1", freePort(), 1));
        start(name);
        open.put(name, ledgers.get(name).found(id, List.of(), reader(name)));
        leading().keepWith(keepers).get(60, TimeUnit.SECONDS);
    }

    private Ledger leading() {
        return open.values().stream().filter(Ledger::leads).findFirst().orElseThrow();
    }

    /** @param shown whose papers it shows */
    void start(String name, String shown, Predicate<String> trusted) throws IOException {
        var place = folder.resolve("papers-" + name + "-" + shown);
        authority.into(place, false).peer(shown, HOSTS, Instant.now());
        var papers = PeerPapers.open(place);
        var tls = new RatisOptions.Tls(papers.shown(), papers.trusted(trusted, this::keeperAt), Authority::peerOf);
        var port = members.stream().filter(m -> m.peer().equals(name)).findFirst().orElseThrow().port();
        ledgers.put(name, new RatisLedgers(new RatisOptions(folder.resolve(name), name, "127.0.0.1", port, Optional.of(tls), () -> members,
                (_, reason) -> alarms.add(reason))));
    }

    private Optional<String> keeperAt(String host, int port) {
        return members.stream().filter(m -> m.host().equals(host) && m.port() == port).map(RatisOptions.Member::peer).findFirst();
    }

    private Ledgers.Reader reader(String name) {
        var texts = Collections.synchronizedList(new ArrayList<String>());
        read.put(name, texts);
        return (_, bytes) -> texts.add(new String(bytes, StandardCharsets.UTF_8));
    }

    /** As if its process had ended; its folder stays. */
    public void stop(String name) {
        open.remove(name);
        ledgers.remove(name).close();
    }

    void again(String name) throws IOException {
        start(name);
        reopen(name);
    }

    void reopen(String name) {
        open.put(name, ledgers.get(name).open(id, reader(name)));
    }

    public Ledger ledger(String name) {
        return open.get(name);
    }

    RatisLedgers ledgers(String name) {
        return ledgers.get(name);
    }

    /** Who leads, once somebody does and all that are up agree on it. */
    public String leader() {
        for (int i = 0; i < 2_000; i++) {
            var leading = open.entrySet().stream().filter(one -> one.getValue().leads()).map(Map.Entry::getKey).toList();
            if (leading.size() == 1 && open.values().stream().allMatch(one -> one.leader().equals(Optional.of(leading.getFirst())))) return leading.getFirst();
            LockSupport.parkNanos(10_000_000);
        }
        throw new AssertionError("nobody leads");
    }

    public void append(String text) throws Exception {
        ledger(leader()).append(text.getBytes(StandardCharsets.UTF_8)).get(20, TimeUnit.SECONDS);
    }

    void awaitRead(String name, String last) {
        for (int i = 0; i < 2_000 && !read.get(name).contains(last); i++) LockSupport.parkNanos(10_000_000);
    }

    @Override
    public void close() {
        ledgers.values().forEach(RatisLedgers::close);
    }
}
