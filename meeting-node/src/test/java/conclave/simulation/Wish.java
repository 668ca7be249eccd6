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

    Wish(PersonId by, String key, String request, Command command) {
        this.by = by;
        this.key = key;
        this.request = request;
        this.command = command;
    }

    void asked() {
        open++;
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
            }
            case Reply.NotNow no -> {
                if (no.why() != Reply.Why.OUTCOME_UNKNOWN) open--;
            }
        }
    }

    boolean refused() {
        return refused;
    }

    /** Everything that was sent for it was answered with "no" or "nothing was kept". */
    boolean nothingKept() {
        return open == 0 && !told;
    }

    @Override
    public String toString() {
        return request + " " + command.getClass().getSimpleName() + " of " + by.value();
    }
}
