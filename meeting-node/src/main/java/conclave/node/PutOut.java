package conclave.node;

import conclave.codec.BadJson;
import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.config.Member;
import conclave.ledger.Broken;
import conclave.link.NoAnswer;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * 被替换的节点. A node that was out of reach when another one was put in its place has the old cluster file and would go on showing what it knew
 * to whoever sits at it. Nobody takes its papers any more, so it hears only silence; but it takes theirs. So those who stand tell it, at
 * its old address, and show the file. It ends when one has told it and no other one speaks with it: a wrong file at one node puts nobody out.
 */
final class PutOut implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PutOut.class);
    private static final String ABOUT = "put-out";
    private static final long EVERY_MS = 3_000;
    private static final long QUIET_MS = 10_000;
    /** Whoever has just begun hears the others a moment later. */
    private static final int LOOKS = 4;

    private final Company company;
    private final Supplier<Collection<Sighting>> sightings;
    private final Consumer<Broken> alarm;
    private final Map<String, String> told = new ConcurrentHashMap<>();
    private int unheard;
    private final ScheduledExecutorService telling =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("put-out").daemon().factory());

    PutOut(Company company, Supplier<Collection<Sighting>> sightings, Consumer<Broken> alarm) {
        this.company = company;
        this.sightings = sightings;
        this.alarm = alarm;
    }

    void begin() {
        if (company.members().isEmpty()) return;
        company.link().answer(ABOUT, this::told);
        telling.scheduleWithFixedDelay(this::look, EVERY_MS, EVERY_MS, TimeUnit.MILLISECONDS);
    }

    void look() {
        company.former().forEach(this::tell);
        var heard = sightings.get().stream().anyMatch(one -> !one.self() && one.silent() < QUIET_MS && one.condition().isPresent());
        unheard = heard || told.isEmpty() ? 0 : unheard + 1;
        if (unheard != LOOKS) return;
        alarm.accept(new Broken("the node " + told.values().iterator().next() + " shows a cluster file in which this node stands no more, and no other node of the kit"
                + " speaks with it: another one was put in its place; keep its folder"));
    }

    private void tell(Member former) {
        var kit = company.kit().orElseThrow();
        var shown = new JsonFields().put("kit", kit.name()).put("authority", kit.authority()).list("peers", kit.members(), one -> Json.text(one.peer())).end();
        company.link().ask(former.peer(), ABOUT, CanonicalJson.bytes(shown))
                .thenAccept(_ -> LOG.error("the node {} was replaced and is there again; it was told. Keep its folder", former.name()))
                .exceptionally(silent -> {
                    LOG.trace("the former node {} is silent", former.name(), silent);
                    return null;
                });
    }

    /** Only whoever stands in both files can say so, and only about this kit. */
    private CompletableFuture<byte[]> told(String peer, byte[] shown) {
        var by = company.kit().flatMap(kit -> kit.peer(peer)).filter(_ -> saysSo(peer, shown));
        if (by.isEmpty()) return CompletableFuture.failedFuture(new NoAnswer("not a word about this node", true, null));
        if (told.put(peer, by.get().name()) == null) LOG.error("the node {} says that another one was put in the place of this node", by.get().name());
        return CompletableFuture.completedFuture(new byte[0]);
    }

    private boolean saysSo(String peer, byte[] shown) {
        try {
            var ours = company.kit().orElseThrow();
            var theirs = CanonicalJson.readObject(shown);
            var peers = theirs.list("peers");
            return theirs.text("kit").equals(ours.name()) && theirs.text("authority").equals(ours.authority())
                    && peers.contains(Json.text(peer)) && !peers.contains(Json.text(company.self().orElseThrow().peer()));
        } catch (BadJson otherWords) {
            return false;
        }
    }

    @Override
    public void close() {
        telling.shutdownNow();
    }
}
