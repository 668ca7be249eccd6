package conclave.meeting.sitting;

import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.SittingCommand.Counted;
import conclave.meeting.event.SittingEvent.BallotAnnounced;
import conclave.meeting.event.Stage.Secrecy;
import conclave.meeting.event.Table;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The papers of one ballot: to whom they were issued, what came back, what tellers read off them, or what the box said.
 *
 * @param secrecy how this ballot is held, which need not be how the mode would like it
 */
public record Casting(Secrecy secrecy, List<PersonId> electors, Table<PersonId, Given> papers,
                      Table<PersonId, HandCount> counts, Optional<Issue> issue) {

    public Casting {
        electors = List.copyOf(electors);
    }

    /** What somebody cast under their own name, and the line of the record in which it stands. */
    public record Given(SortedMap<String, String> paper, long at, long seq) {
    }

    public record HandCount(int returned, int invalid, List<Counted> lines) {
        public HandCount {
            lines = List.copyOf(lines);
        }
    }

    static Casting issued(Secrecy secrecy, List<PersonId> electors) {
        return new Casting(secrecy, electors, Table.empty(), Table.empty(), Optional.empty());
    }

    Casting with(PersonId voter, Given paper) {
        return new Casting(secrecy, electors, papers.with(voter, paper), counts, issue);
    }

    Casting with(PersonId teller, HandCount count) {
        return new Casting(secrecy, electors, papers, counts.with(teller, count), issue);
    }

    Casting announced(BallotAnnounced event) {
        return with(Issue.announced(event));
    }

    Casting with(Issue changed) {
        return new Casting(secrecy, electors, papers, counts, Optional.of(changed));
    }

    /** What two tellers came to alike; nothing, as long as there are no two or they differ. */
    public Optional<HandCount> agreed() {
        var read = counts.values();
        for (int i = 0; i < read.size(); i++) {
            if (read.subList(0, i).contains(read.get(i))) return Optional.of(read.get(i));
        }
        return Optional.empty();
    }

    /** Papers that are with people, or in a box that nobody has opened: whoever decides now stays as it is. */
    boolean secretlyOut() {
        return secrecy != Secrecy.NAMED;
    }
}
