package conclave.appliance;

import conclave.main.ConclaveNode;
import java.io.IOException;

/** The run file goes on naming everybody who may sign in, whichever server took their meeting in: without their codes nobody can use it. */
final class Invitations {

    private final ConclaveNode node;
    private long meetings = -1;
    private boolean serving;

    Invitations(ConclaveNode node) {
        this.node = node;
    }

    /** The run file says that a node is ready: before that nobody but who started it writes it. */
    synchronized void serve() {
        meetings = held();
        serving = true;
    }

    /** Written anew only where a meeting has come since. */
    synchronized void renew() throws IOException {
        long now = held();
        if (!serving || now == meetings) return;
        var run = RunFile.content(node, Guest.of(node.house()));
        RunFile.write(node.data().runFile(), run);
        meetings = now;
        if (System.console() != null) Board.people(run);
    }

    private long held() {
        return node.house().halls().stream().filter(hall -> hall.register().isPresent()).count();
    }
}
