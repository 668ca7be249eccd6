package conclave.ledger.ratis;

import conclave.ledger.Broken;
import conclave.ledger.Ledger;
import conclave.ledger.LedgerId;
import conclave.ledger.Ledgers;
import conclave.ledger.Unsettled;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.ratis.protocol.ClientId;
import org.apache.ratis.protocol.GroupManagementRequest;
import org.apache.ratis.protocol.RaftGroup;
import org.apache.ratis.protocol.RaftGroupId;
import org.apache.ratis.protocol.RaftPeer;
import org.apache.ratis.protocol.RaftPeerId;
import org.apache.ratis.protocol.SetConfigurationRequest;
import org.apache.ratis.rpc.CallId;
import org.apache.ratis.server.RaftServer;
import org.apache.ratis.util.ExitUtils;

/** The ledgers of one node on Apache Ratis: one server, one Raft group for each ledger. Groups start when opened, not before. */
public final class RatisLedgers implements Ledgers {

    private static final long PATIENCE_SECONDS = 30;
    private static final long LOOK_EVERY_MS = 20;

    private final RatisOptions options;
    private final Path logs;
    private final FoundingMarks marks;
    private final RaftPeerId peer;
    private final RaftServer server;
    private final Optional<FailedGreetings> failedGreetings;
    private final ClientId client = ClientId.randomId();
    private final Map<RaftGroupId, RatisLedger> ledgers = new ConcurrentHashMap<>();
    /** Logs that were read through and found sound, and not opened yet. */
    private final Map<LedgerId, Long> checked = new ConcurrentHashMap<>();
    private final ScheduledExecutorService looking =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("ledger-look").daemon().factory());

    public RatisLedgers(RatisOptions options) throws IOException {
        // Left alone, Ratis ends the process when any thread of it dies or a port is taken; that decision is ours.
        ExitUtils.disableSystemExit();
        ExitUtils.setTerminateOnUncaughtException(false);
        this.options = options;
        this.logs = Files.createDirectories(options.storage().resolve("logs"));
        this.marks = new FoundingMarks(options.storage().resolve("founded"), options.peer());
        this.peer = RaftPeerId.valueOf(options.peer());
        this.server = start();
        this.failedGreetings = options.tls().map(tls -> FailedGreetings.toldTo(tls.babble()));
    }

    private RaftServer start() throws IOException {
        findPortFree();
        var properties = RatisSettings.properties(options);
        RatisSettings.logsLieIn(options.storage().resolve("no-ledger-starts-by-itself"), properties);
        var built = RaftServer.newBuilder().setServerId(peer)
                .setStateMachineRegistry(group -> ledgers.get(group).entries())
                .setProperties(properties).setParameters(RatisSettings.parameters(options))
                .build();
        RatisSettings.logsLieIn(logs, properties);
        // Whom Ratis hears of first it keeps: a kit that has moved is where its file says, not where its logs say.
        built.getServerRpc().addRaftPeers(peers(members()));
        try {
            built.start();
        } catch (ExitUtils.ExitException e) {
            ExitUtils.clear();
            built.close();
            throw portTaken(e);
        }
        return built;
    }

    /** Asked first, because Ratis answers a taken port with pages of stack trace. */
    private void findPortFree() throws IOException {
        if (options.port() == 0) return;
        try (var probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(options.host(), options.port()));
        } catch (IOException e) {
            throw portTaken(e);
        }
    }

    private IOException portTaken(Exception cause) {
        return new IOException("the ledger cannot listen on " + options.host() + " port " + options.port() + ": is it taken?", cause);
    }

    @Override
    public boolean founded(LedgerId id) {
        return marks.founded(id);
    }

    @Override
    public Optional<Ledger> opened(LedgerId id) {
        return Optional.ofNullable(ledgers.get(RaftGroupId.valueOf(id.value())));
    }

    @Override
    public List<String> members() {
        return alone() ? List.of(options.peer()) : options.members().get().stream().map(RatisOptions.Member::peer).toList();
    }

    /** Of no kit; one that has only this node left, or has only this one yet, may grow while it runs. */
    private boolean alone() {
        return options.members().get().isEmpty();
    }

    @Override
    public Ledger found(LedgerId id, List<String> members, Reader reader) {
        try {
            if (marks.founded(id)) throw new Broken("the ledger " + id + " was founded here before");
            if (marks.begun(id)) clearUnfinished(id);
            if (Files.exists(log(id))) throw new Broken("a log without its founding mark: " + log(id));
            marks.begin(id);
            var ledger = join(id, reader, group(id, members), true);
            FoundingMarks.syncFolder(logs);
            FoundingMarks.syncFolder(log(id));
            marks.finish(id);
            return ledger;
        } catch (IOException e) {
            throw new Broken("the ledger " + id + " cannot be founded", e);
        }
    }

    @Override
    public long kept(LedgerId id) {
        try {
            return marks.founded(id) ? checked.computeIfAbsent(id, this::lastOnDisk) : -1;
        } catch (UncheckedIOException e) {
            throw new Broken("the ledger " + id + " cannot be read", e.getCause());
        }
    }

    private long lastOnDisk(LedgerId id) {
        try {
            return new LogSegments(log(id).resolve("current")).check(marks.used(id)) - 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Ledger open(LedgerId id, Reader reader) {
        try {
            if (!marks.founded(id)) throw new Broken("the ledger " + id + " was never founded here");
            marks.check(id);
            if (checked.remove(id) == null) lastOnDisk(id);
            return join(id, reader, RaftGroup.valueOf(RaftGroupId.valueOf(id.value())), false);
        } catch (UncheckedIOException e) {
            throw new Broken("the ledger " + id + " cannot be opened", e.getCause());
        } catch (IOException e) {
            throw new Broken("the ledger " + id + " cannot be opened", e);
        }
    }

    private RatisLedger join(LedgerId id, Reader reader, RaftGroup group, boolean fresh) throws IOException {
        var ledger = new RatisLedger(id, peer, reader, options.alarm(), () -> marks.use(id), () -> leave(group.getGroupId()),
                keepers -> reshape(group.getGroupId(), keepers));
        if (ledgers.putIfAbsent(group.getGroupId(), ledger) != null) throw new Broken("the ledger " + id + " is open already");
        try {
            server.groupManagement(GroupManagementRequest.newAdd(client, peer, 0, group, fresh));
            ledger.joined(server.getDivision(group.getGroupId()));
            if (alone()) awaitLead(ledger);
            else lookUntilCaughtUp(ledger);
            return ledger;
        } catch (IOException | RuntimeException e) {
            ledger.close();
            throw e;
        }
    }

    /** A node that is not among the first members is told of none, so that it waits for those who are. */
    private RaftGroup group(LedgerId id, List<String> members) {
        var group = RaftGroupId.valueOf(id.value());
        if (alone()) return RaftGroup.valueOf(group, ourselves());
        if (!members.contains(options.peer())) return RaftGroup.valueOf(group);
        return RaftGroup.valueOf(group, peers(members));
    }

    private List<RaftPeer> peers(List<String> ids) {
        return options.members().get().stream().filter(m -> ids.contains(m.peer())).map(RatisLedgers::peer).toList();
    }

    private CompletableFuture<Void> reshape(RaftGroupId group, List<String> keepers) {
        var request = new SetConfigurationRequest(client, peer, group, CallId.getAndIncrement(), SetConfigurationRequest.Arguments.newBuilder()
                .setServersInNewConf(peers(keepers)).setMode(SetConfigurationRequest.Mode.SET_UNCONDITIONALLY).build());
        try {
            return server.setConfigurationAsync(request).thenAccept(reply -> {
                if (!reply.isSuccess()) throw new Unsettled("the keepers were not changed", reply.getException());
            });
        } catch (IOException e) {
            return CompletableFuture.failedFuture(new Unsettled("the keepers were not changed", e));
        }
    }

    private static RaftPeer peer(RatisOptions.Member member) {
        return RaftPeer.newBuilder().setId(member.peer()).setAddress(member.host() + ":" + member.port())
                .setPriority(member.priority()).build();
    }

    private void lookUntilCaughtUp(RatisLedger ledger) {
        looking.schedule(() -> {
            if (!ledger.nowCaughtUp()) lookUntilCaughtUp(ledger);
        }, LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
    }

    /** With the address others reach us at; Ratis would write down 0.0.0.0. */
    private RaftPeer ourselves() {
        int port = server.getServerRpc().getInetSocketAddress().getPort();
        return RaftPeer.newBuilder().setId(peer).setAddress(new InetSocketAddress(options.host(), port)).build();
    }

    /** Waits as long as the replay moves on; a replay of a long meeting may take a while, a still one will never end. */
    private void awaitLead(RatisLedger ledger) {
        for (long before = -1, now; (now = ledger.applied()) != before; before = now) {
            try {
                ledger.entries().leading().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
                ledger.nowCaughtUp();
                return;
            } catch (TimeoutException e) {
                continue;
            } catch (ExecutionException e) {
                throw e.getCause() instanceof Broken broken ? broken : new Broken("the ledger " + ledger.id() + " did not start", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Broken("interrupted while opening the ledger " + ledger.id(), e);
            }
        }
        throw new Broken("the ledger " + ledger.id() + " found no leader within " + PATIENCE_SECONDS + " s");
    }

    private void leave(RaftGroupId group) {
        if (ledgers.remove(group) == null) return;
        try {
            if (inServer(group)) server.groupManagement(GroupManagementRequest.newRemove(client, peer, 0, group, false, false));
        } catch (IOException e) {
            throw new Broken("the ledger " + group.getUuid() + " cannot be closed", e);
        }
    }

    private boolean inServer(RaftGroupId group) {
        for (var known : server.getGroupIds()) {
            if (known.equals(group)) return true;
        }
        return false;
    }

    private Path log(LedgerId id) {
        return logs.resolve(id.toString());
    }

    /** The founding did not return, so nobody was ever told that anything in it was kept. */
    private void clearUnfinished(LedgerId id) throws IOException {
        if (!Files.exists(log(id))) return;
        try (var files = Files.walk(log(id))) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }

    @Override
    public void close() {
        looking.shutdownNow();
        failedGreetings.ifPresent(FailedGreetings::close);
        // Side by side, because Ratis takes a second to close each.
        var closing = List.copyOf(ledgers.values()).stream()
                .map(ledger -> CompletableFuture.runAsync(ledger::close, task -> Thread.ofPlatform().start(task))).toList();
        closing.forEach(CompletableFuture::join);
        try {
            server.close();
        } catch (IOException e) {
            throw new Broken("the ledgers' server cannot be closed", e);
        }
    }
}
