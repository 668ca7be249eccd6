package conclave.appliance;

import conclave.main.ConclaveNode;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Table;
import conclave.meeting.intake.Register;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/** The run file goes on naming everybody who may sign in, whichever server took their meeting in: without their codes nobody can use it. */
final class Invitations {

    private final ConclaveNode node;
    private List<Table<String, PersonId>> known = List.of();
    private boolean serving;

    Invitations(ConclaveNode node) {
        this.node = node;
    }

    /** The run file says that a node is ready: before that nobody but who started it writes it. */
    synchronized void serve() {
        known = codes();
        serving = true;
    }

    /** Written anew only where a meeting has come since, or somebody has another card. */
    synchronized void renew() throws IOException {
        var now = codes();
        if (!serving || same(now)) return;
        var run = RunFile.content(node, Guest.of(node.house()));
        RunFile.write(node.data().runFile(), run);
        known = now;
        if (System.console() != null) Board.people(run);
    }

    /** A table is never changed: what is the same one says the same. */
    private boolean same(List<Table<String, PersonId>> now) {
        return now.size() == known.size() && IntStream.range(0, now.size()).allMatch(at -> now.get(at) == known.get(at));
    }

    private List<Table<String, PersonId>> codes() {
        return node.house().halls().stream().flatMap(hall -> hall.register().map(Register::codes).stream()).toList();
    }
}
