package conclave.meeting.sitting;

import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.SittingCommand.Column;
import conclave.meeting.event.SittingEvent.BallotAnnounced;
import conclave.meeting.event.Table;
import java.util.List;
import java.util.Optional;

/**
 * 盲签选票: what the record knows of a secret ballot by tokens: who was given one, and what the box said in the end. Between the two
 * there is nothing that could lead from one to the other.
 *
 * @param closed the barrier: nobody is given a token any more, and papers may be cast
 */
public record Issue(BallotAnnounced announced, Table<PersonId, Token> tokens, boolean closed, Optional<Box> box) {

    /** The hash of what was asked for, and the line of the record that says so. */
    public record Token(String blindedHash, long seq, long at) {
    }

    public record Box(int returned, int valid, List<Column> columns) {
        public Box {
            columns = List.copyOf(columns);
        }
    }

    static Issue announced(BallotAnnounced event) {
        return new Issue(event, Table.empty(), false, Optional.empty());
    }

    Issue with(PersonId person, Token token) {
        return new Issue(announced, tokens.with(person, token), closed, box);
    }

    Issue barred() {
        return new Issue(announced, tokens, true, box);
    }

    Issue opened(Box said) {
        return new Issue(announced, tokens, closed, Optional.of(said));
    }

    public int issued() {
        return tokens.size();
    }
}
