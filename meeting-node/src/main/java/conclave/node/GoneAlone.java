package conclave.node;

import conclave.codec.BadJson;
import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.ledger.Broken;
import conclave.ledger.LoneDecision;
import conclave.ledger.LoneDecisions;
import conclave.link.NoAnswer;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.IntakeCommand.ContinueAlone;
import conclave.meeting.event.Order;
import conclave.seal.OwnerFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What follows when two persons have decided that this node goes on alone (单机续会): each meeting says so in its record
 * before anybody's order is taken, and whoever of the struck nodes comes back within hearing is told, keeps the decision and
 * ends. It would be half of a majority beside this one.
 */
public final class GoneAlone implements AutoCloseable {

    /** In a node's own folder: the decision by which it was struck. With it the node does not start. */
    public static final String STRUCK = "struck.json";

    private static final Logger LOG = LoggerFactory.getLogger(GoneAlone.class);
    private static final String ABOUT = "struck";
    private static final long EVERY_MS = 3_000;
    private static final long AGAIN_AFTER_MS = 1_000;
    /** So that the answer still gets out, on a busy machine as well. */
    private static final Executor SOON = CompletableFuture.delayedExecutor(2_000, TimeUnit.MILLISECONDS);

    private final House.Fittings with;
    private final List<LoneDecision> decisions;
    private final Map<String, Returned> returned = new ConcurrentSkipListMap<>();
    private final Executor later = CompletableFuture.delayedExecutor(AGAIN_AFTER_MS, TimeUnit.MILLISECONDS);
    private final ScheduledExecutorService telling =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("gone-alone").daemon().factory());

    GoneAlone(House.Fittings with) {
        this.with = with;
        this.decisions = LoneDecisions.in(with.data().node());
    }

    /** A struck node that was heard again; it has been told. */
    public record Returned(String node, long at) {
    }

    /** From now on this node can be told that it is struck, and tells it to others. */
    void begin() {
        with.company().link().answer(ABOUT, this::struck);
        if (!inForce().isEmpty()) telling.scheduleWithFixedDelay(this::tell, 0, EVERY_MS, TimeUnit.MILLISECONDS);
    }

    /** The decision by which this node is alone at this moment; nothing, once others stand with it again. */
    public Optional<LoneDecision> now() {
        return with.company().members().size() == 1 ? inForce().reversed().stream().findFirst() : Optional.empty();
    }

    public List<Returned> returned() {
        return List.copyOf(returned.values());
    }

    /** A decision was not carried out as long as the cluster file names one of those whom it strikes. */
    private List<LoneDecision> inForce() {
        var members = with.company().members();
        if (members.isEmpty()) return List.of();
        return decisions.stream().filter(decision -> members.stream().noneMatch(member -> decision.strikes(member.peer()))).toList();
    }

    /** Completes when the meeting's record says it. */
    CompletableFuture<Void> said(Chamber chamber) {
        var all = CompletableFuture.<Void>completedFuture(null);
        for (var decision : inForce()) {
            if (decision.held(chamber.id().value()).isPresent()) all = all.thenCompose(_ -> say(chamber, decision));
        }
        return all;
    }

    private CompletableFuture<Void> say(Chamber chamber, LoneDecision decision) {
        if (chamber.meeting().intake().aloneBy(decision.digest())) return CompletableFuture.completedFuture(null);
        LOG.warn("this node goes on alone with the meeting {}: decided by two persons, {}", chamber.id().value(), decision.digest());
        var order = new Order("", "", PersonId.HOUSE, with.clock().getAsLong(), new ContinueAlone(decision.digest(), decision.by()));
        return chamber.ofTheHouse(order).thenCompose(reply -> switch (reply) {
            case Reply.Done _, Reply.Refused _ -> CompletableFuture.completedFuture(null);
            case Reply.NotNow _ -> CompletableFuture.supplyAsync(() -> chamber, later).thenCompose(again -> say(again, decision));
        });
    }

    private void tell() {
        for (var decision : inForce()) {
            for (var lost : decision.lost()) {
                with.company().link().ask(lost.peer(), ABOUT, decision.bytes()).thenAccept(_ -> {
                    if (returned.put(lost.peer(), new Returned(lost.node(), with.clock().getAsLong())) == null) {
                        LOG.error("the node {} was struck and has come back; it was told and ends. Keep its folder, it may hold what is not here", lost.node());
                    }
                }).exceptionally(silent -> {
                    LOG.trace("the struck node {} is silent", lost.node(), silent);
                    return null;
                });
            }
        }
    }

    /** Another node of this node's kit shows a decision; what it signed holds, whatever this node believes of itself. */
    private CompletableFuture<byte[]> struck(String peer, byte[] shown) {
        try {
            var decision = LoneDecision.read(shown);
            var key = with.company().key(peer);
            var holds = key.isPresent() && decision.peer().equals(peer) && decision.strikes(with.node()) && decision.verify(key.get());
            if (!holds) throw new NoAnswer("not a decision about this node", true, null);
            OwnerFiles.write(with.data().node().resolve(STRUCK), shown);
            SOON.execute(() -> with.alarm().accept(new Broken("the node " + decision.node() + " goes on alone since " + decision.persons()
                    + " decided it, and this node is struck: it must not come back; keep its folder")));
            return CompletableFuture.completedFuture(CanonicalJson.bytes(new JsonFields().put("struck", Json.text(with.node())).end()));
        } catch (BadJson | IOException e) {
            throw new NoAnswer("the decision was not taken: " + e.getMessage(), true, e);
        }
    }

    /** By which decision the node of this folder was struck. */
    public static Optional<LoneDecision> struck(Path node) throws IOException {
        var file = node.resolve(STRUCK);
        try {
            return Files.exists(file) ? Optional.of(LoneDecision.read(Files.readAllBytes(file))) : Optional.empty();
        } catch (BadJson e) {
            throw new Broken("the decision that strikes this node cannot be read: " + file, e);
        }
    }

    @Override
    public void close() {
        telling.shutdownNow();
    }
}
