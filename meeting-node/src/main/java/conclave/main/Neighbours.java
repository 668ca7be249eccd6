package conclave.main;

import conclave.config.NodeConfig;
import conclave.node.Condition;
import conclave.presence.LocalPresence;
import conclave.presence.LocalSignIns;
import conclave.presence.Presence;
import conclave.presence.hazelcast.SharedPresence;
import conclave.presence.hazelcast.Sharing;
import conclave.seal.Digests;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.function.Supplier;

/** Who is online here, and how that comes to be known at the other nodes. */
record Neighbours(Presence presence, Runnable join, Supplier<Condition.Sharing> sharing) {

    private static final int NAME_DIGITS = 12;

    /** The cluster is named after the authority, which all nodes of a kit share and no other kit has. */
    static Neighbours of(NodeConfig config, String node, X509Certificate authority) throws CertificateEncodingException {
        var limits = config.limits().signIn();
        var local = new LocalPresence(new LocalSignIns(limits.failuresPerAddress(), limits.failuresInAll(), limits.window(), limits.longestWait()));
        if (!config.presence().shared()) return new Neighbours(local, () -> { }, () -> Condition.Sharing.NOT_MEANT);
        var name = "conclave-" + Digests.hex(Digests.sha256(authority.getEncoded())).substring(0, NAME_DIGITS);
        var sharing = new Sharing(name, node, config.presence().address(), config.presence().port(), config.presence().members());
        var shared = SharedPresence.prepared(local, sharing, InstantSource.system(), () -> { });
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
