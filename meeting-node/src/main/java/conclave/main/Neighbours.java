package conclave.main;

import conclave.config.NodeConfig;
import conclave.node.Condition;
import conclave.presence.LocalPresence;
import conclave.presence.LocalSignIns;
import conclave.presence.Presence;
import conclave.presence.hazelcast.SharedPresence;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.function.Supplier;

/** Who is online here, and how that comes to be known at the other nodes. */
record Neighbours(Presence presence, Runnable join, Supplier<Condition.Sharing> sharing) {

    /** A witness has no pages, and a node that stands alone nobody to tell. */
    static Neighbours of(NodeConfig config, Standing standing, Vertx vertx) {
        var limits = config.limits().signIn();
        var signIns = new LocalSignIns(limits.failuresPerAddress(), limits.failuresInAll(), limits.window(), limits.longestWait());
        var others = standing.roster().map(roster -> roster.kit().servers().size() > 1).orElse(false);
        var local = new LocalPresence(signIns, !others);
        if (!others || standing.witness() || !config.presence().shared()) return new Neighbours(local, () -> { }, () -> Condition.Sharing.NOT_MEANT);
        var ways = new Ways(standing.roster().get(), vertx, standing);
        var shared = SharedPresence.prepared(local, ways.sharing(), InstantSource.system());
        return new Neighbours(shared, shared::joinOthers, () -> said(shared.state()));
    }

    private static Condition.Sharing said(SharedPresence.State state) {
        return switch (state) {
            case STARTING -> Condition.Sharing.STARTING;
            case SHARED -> Condition.Sharing.SHARED;
            case ALONE -> Condition.Sharing.ALONE;
        };
    }
}
