package conclave.main;

import conclave.config.Member;
import conclave.config.Roster;
import conclave.node.Doorkeeper;
import conclave.node.Doorkeeper.Why;
import conclave.seal.bouncycastle.PeerPapers.Misfit;
import io.netty.handler.ssl.NotSslRecordException;
import java.security.cert.CertificateException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLException;

/** Says of everybody who was turned away at one of this node's ports why, in the words of the board. */
record Doors(Doorkeeper keeper, AtomicLong slow) {

    /** A peer on a busy machine may be late with its greeting now and then; a crowd that says nothing is no peer. */
    private static final int SO_MANY_ARE_NO_PEERS = 20;

    Doors() {
        this(new Doorkeeper(), new AtomicLong());
    }

    void misfit(int port, Misfit misfit) {
        switch (misfit.kind()) {
            case NOT_OURS -> keeper.turnedAway(Why.STRANGER, Integer.toString(port));
            case NOT_IN_FILE -> keeper.turnedAway(Why.STRUCK_OFF, Integer.toString(port));
            case IN_ANOTHERS_PLACE -> keeper.turnedAway(Why.WRONG_NAME, misfit.peer().orElse(""));
        }
    }

    void wrongName(String peer, Optional<Roster> roster) {
        keeper.turnedAway(Why.WRONG_NAME, roster.flatMap(r -> r.kit().peer(peer)).map(Member::name).orElse(peer));
    }

    /** What the papers were refused for was said when they were looked at. */
    void refused(int port, Throwable why) {
        if (isTooSlow(why)) {
            if (slow.incrementAndGet() % SO_MANY_ARE_NO_PEERS == 0) babble(port);
        } else if (why instanceof NotSslRecordException || why.getCause() instanceof NotSslRecordException) {
            babble(port);
        } else if (why instanceof SSLException && !isAboutPapers(why)) {
            keeper.turnedAway(Why.STRANGER, Integer.toString(port));
        }
    }

    void babble(int port) {
        keeper.turnedAway(Why.BABBLE, Integer.toString(port));
    }

    private static boolean isTooSlow(Throwable why) {
        return why.getClass().getSimpleName().contains("Timeout");
    }

    private static boolean isAboutPapers(Throwable why) {
        for (var cause = why; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException) return true;
        }
        return false;
    }
}
