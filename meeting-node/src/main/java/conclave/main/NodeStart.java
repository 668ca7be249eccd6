package conclave.main;

import conclave.config.DataFolder;
import conclave.config.Finding;
import conclave.config.NodeConfig;
import conclave.ledger.Broken;
import conclave.ledger.Ledgers;
import conclave.ledger.Spent;
import conclave.ledger.ratis.RatisLedgers;
import conclave.ledger.ratis.RatisOptions;
import conclave.node.ClockWatch;
import conclave.node.Company;
import conclave.node.House;
import conclave.node.SteadyClock;
import conclave.seal.NodeKeys;
import conclave.seal.Signer;
import conclave.seal.bouncycastle.SwiftSigner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps of one start. What waits for nothing else runs beside the rest, because a power cut empties no room for long. */
final class NodeStart {

    private static final Logger LOG = LoggerFactory.getLogger(NodeStart.class);
    /** Less than this, and not even the ledger's first files fit. Below the larger floor of the limits we start, but take no scores. */
    private static final long LEAST_FREE = 48L << 20;

    private final NodeConfig config;
    private final Opened opened;
    private final ConclaveNode.Begun begun;
    private final Consumer<Broken> broken;
    private final Steps steps = new Steps();
    private final List<Finding> notices = new ArrayList<>();
    private final Watchers watchers = new Watchers();
    private final SteadyClock clock = SteadyClock.ofThisMachine();
    private final AtomicReference<Broken> firstAlarm = new AtomicReference<>();
    private volatile boolean starting = true;
    private boolean frontKept;

    NodeStart(NodeConfig config, Opened opened, ConclaveNode.Begun begun, Consumer<Broken> broken) {
        this.config = config;
        this.opened = opened;
        this.begun = begun;
        this.broken = broken;
    }

    List<Finding> notices() {
        return notices;
    }

    ConclaveNode node() throws Exception {
        var data = dataFolder();
        begun.with(data);
        try (var beside = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().name("start-", 1).factory())) {
            var front = later(beside, "event loop", Front::prepared);
            try {
                return node(data, beside, front);
            } catch (Exception e) {
                // Once it is among what was opened it is closed after what stands on it.
                if (!frontKept) front.thenAccept(Front::close).join();
                throw e;
            }
        }
    }

    private ConclaveNode node(DataFolder data, Executor beside, CompletableFuture<Front> front) throws Exception {
        // Before anything is laid down in it: a blank folder is no node of a kit.
        if (config.place().isPresent()) Standing.check(config.place().get(), data);
        var box = steps.take("key box", () -> KeyRelease.open(data, config.stick(), why -> WaitingRoom.open(front.join().vertx(), config, why)));
        box.ifPresent(open -> opened.keep("key box", open::close));
        var fresh = !data.holdsMeetings();
        var keys = later(beside, "keys", () -> NodeKeys.at(data.node(), fresh));
        var signer = keys.thenApplyAsync(k -> (Signer) new SwiftSigner(k.signing()), beside);
        var standing = steps.take("papers", () -> Standing.of(config, data));
        var certificate = later(beside, "certificate", () -> Certificate.of(config, standing, Instant.now()));
        var ledgers = opened.keep("ledgers", steps.take("ledgers", () -> ledgers(data, standing)));
        var statistics = new Statistics(data.view());
        watchers.add(statistics);
        standing.check(keys.join());
        // Closed after the meetings, whose last entries may still have to travel.
        opened.keep("event loop", front.join()::close);
        frontKept = true;
        var link = opened.keep("link", steps.take("link", () -> standing.link(front.join().vertx())));
        var house = house(data, standing.company(link), standing.id(), ledgers, keys.join(), signer.join());
        standing.roster().ifPresent(roster -> opened.keep("kit watch", new KitWatch(roster,
                () -> broken.accept(new Broken("another node was put in the place of this one: " + roster.file())))));
        if (standing.roster().isEmpty()) opened.keep("clock watch", ClockWatch.over(house, clock));
        opened.keep("statistics", statistics);
        opened.keep("doors", front.join()::shut);
        var neighbours = Neighbours.of(config, standing, front.join().vertx());
        opened.keep("presence", neighbours.presence());
        house.watchtower().presence(neighbours.sharing());
        var doors = doors(data, house, standing, keys.join(), signer.join(), neighbours, front.join(), certificate);
        started();
        return new ConclaveNode(opened, data, standing.id(), house, doors,
                List.of(front.join()::ready, () -> follow(statistics, house, standing), neighbours.join()));
    }

    /** Nobody asks a witness for statistics. */
    private static void follow(Statistics statistics, House house, Standing standing) {
        if (!standing.witness()) statistics.follow(house);
    }

    /** A witness has no door: nobody comes to it but the other nodes. */
    private ConclaveNode.Doors doors(DataFolder data, House house, Standing standing, NodeKeys keys, Signer signer, Neighbours neighbours,
                                     Front front, CompletableFuture<Certificate> certificate) throws Exception {
        notices.addAll(certificate.join().notices());
        if (standing.witness()) return new ConclaveNode.Doors(config.host(), 0, config.origin(config.port()), certificate.join().trusted());
        var inside = new Front.Inside(data, house, keys, signer, neighbours.presence(), watchers);
        var port = steps.take("web", () -> front.open(config, inside, certificate.join().identity()));
        return new ConclaveNode.Doors(config.host(), port, config.origin(port), certificate.join().trusted());
    }

    private DataFolder dataFolder() throws IOException, StartTrouble {
        var checked = DataFolder.open(config.data());
        var data = checked.value().orElseThrow(() -> new StartTrouble(checked.findings(), null));
        opened.keep("data folder", data);
        opened.keep("log", NodeLog.into(data.root().resolve("log")));
        LOG.info("starting on {}", data.root());
        // What it says is true of the run before this one.
        Files.deleteIfExists(data.runFile());
        var full = data.checkFreeSpace(LEAST_FREE);
        if (full.isPresent()) throw new StartTrouble(full.get(), null);
        data.checkFreeSpace(config.limits().freeSpaceFloor())
                .ifPresent(little -> notices.add(new Finding(Finding.Severity.NOTICE, little.what(), little.facts(), little.fix())));
        return data;
    }

    private Ledgers ledgers(DataFolder data, Standing standing) throws IOException {
        return new RatisLedgers(new RatisOptions(data.ledger(), standing.id(), standing.ledgerHost(), standing.ledgerPort(),
                Optional.of(standing.ledgerPapers()), standing::ledgerMembers, (_, reason) -> alarmed(reason)));
    }

    private House house(DataFolder data, Company company, String id, Ledgers ledgers, NodeKeys keys, Signer signer) throws Exception {
        var scratch = Files.createDirectories(data.node().resolve("scratch"));
        var drawing = Drawings.of(scratch, data.root().resolve("forms"));
        var house = opened.keep("meetings", new House(new House.Fittings(id, data, config.limits(), ledgers, signer,
                keys.codeBook(), drawing, watchers, clock, this::alarmed, company)));
        house.watchtower().clock(clock);
        steps.take("meetings", () -> {
            house.openAll();
            return house;
        });
        return house;
    }

    private <T> CompletableFuture<T> later(Executor beside, String name, Callable<T> step) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return steps.take(name, step);
            } catch (Exception e) {
                throw new CompletionException(e);
            }
        }, beside);
    }

    /** One alarm is enough, the others are its echo; before the node stands there is nothing to stop, so the start fails. */
    private void alarmed(Broken reason) {
        if (!firstAlarm.compareAndSet(null, reason) || starting) return;
        if (reason instanceof Spent) LOG.error("the node has to be started again: {}", reason.getMessage());
        else LOG.error("the records cannot be trusted any more; the node stops: {}", reason.getMessage(), reason);
        broken.accept(reason);
    }

    private void started() {
        starting = false;
        var early = firstAlarm.get();
        if (early != null) throw early;
    }
}
