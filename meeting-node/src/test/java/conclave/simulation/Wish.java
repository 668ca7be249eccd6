package conclave.simulation;

import conclave.meeting.event.Command;
import conclave.meeting.event.Id.PersonId;
import conclave.node.Reply;

/**
 * What one person wants once, however often and at whatever node they ask for it. The digest of the request is the wish's
 * own name: where keys are ignored it still tells wishes apart.
 */
final class Wish {

    final PersonId by;
    final String key;
    final String request;
    final Command command;
    private int open;
    private boolean told;
    private boolean refused;
    private boolean cleanly;

    Wish(PersonId by, String key, String request, Command command) {
        this.by = by;
        this.key = key;
        this.request = request;
        this.command = command;
    }

    void asked() {
        open++;
        cleanly = false;
    }

    void heard(Reply reply) {
        switch (reply) {
            case Reply.Done _ -> {
                open--;
                told = true;
            }
            case Reply.Refused _ -> {
                open--;
                refused = true;
                cleanly = open == 0 && !told;
            }
            case Reply.NotNow no -> {
                if (no.why() != Reply.Why.OUTCOME_UNKNOWN) open--;
            }
        }
    }

    /** Told "no" while nothing else that was sent for it could still count. */
    boolean cleanlyRefused() {
        return cleanly;
    }

    boolean refused() {
        return refused;
    }

    /** Nothing that was sent for it counts, or may count yet: everything was answered, and with "nothing was kept". */
    boolean nothingSent() {
        return open == 0 && !told;
    }

    @Override
    public String toString() {
        return request + " " + command.getClass().getSimpleName() + " of " + by.value();
    }
}
