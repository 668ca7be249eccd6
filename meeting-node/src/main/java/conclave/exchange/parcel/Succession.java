package conclave.exchange.parcel;

import conclave.exchange.parcel.Journal.Taken;
import conclave.seal.container.PackageType;
import conclave.seal.container.Statement;
import java.util.Optional;

/**
 * Whether a package follows what was taken in before it. The journal remembers every package, so that neither an old one comes back nor
 * another takes its place.
 */
final class Succession {

    private final Journal journal;
    private final Optional<String> wanted;

    /** @param wanted the meeting for which somebody sits here, where it was said */
    Succession(Journal journal, Optional<String> wanted) {
        this.journal = journal;
        this.wanted = wanted;
    }

    /** The entry of this very package where it is the one that counts: a second import of it changes nothing. */
    Optional<Taken> known(Statement statement, String digest) {
        return journal.find(statement.packageId()).filter(one -> one.statement().equals(digest))
                .filter(one -> journal.last(one.meeting()).filter(one::equals).isPresent());
    }

    void require(Statement statement, String digest) throws Stopped {
        var amends = statement.type() == PackageType.AMENDMENT;
        if (!amends && statement.type() != PackageType.MEETING) throw Stopped.by(Obstacle.OTHER_TYPE, "type", statement.type().word());
        if (wanted.isPresent() && !wanted.get().equals(statement.meeting())) throw meets(Obstacle.OTHER_MEETING, statement, wanted.get());
        var same = journal.find(statement.packageId());
        if (same.isPresent()) throw Stopped.by(same.get().statement().equals(digest) ? Obstacle.REPLAY : Obstacle.ID_TAKEN, "package", statement.packageId());
        var last = journal.last(statement.meeting());
        long before = last.map(Taken::sequence).orElse(0L);
        if (statement.sequence() < before) throw counts(Obstacle.ROLLBACK, statement, before);
        if (statement.sequence() == before) throw counts(Obstacle.SEQUENCE_TAKEN, statement, before);
        requirePredecessor(statement, last);
        var open = journal.isOpen(statement.meeting());
        if (amends && !open) throw Stopped.by(Obstacle.BASIS_MISSING, "meeting", statement.meeting());
        if (open && !amends) throw Stopped.by(Obstacle.ALREADY_OPEN, "package", last.orElseThrow().packageId());
    }

    private void requirePredecessor(Statement statement, Optional<Taken> last) throws Stopped {
        if (statement.predecessor().isPresent() != statement.sequence() > 1) {
            throw Stopped.by(Obstacle.PREDECESSOR_UNNAMED, "sequence", Long.toString(statement.sequence()));
        }
        if (statement.predecessor().isEmpty()) return;
        var predecessor = journal.find(statement.predecessor().get());
        if (predecessor.isPresent() && !predecessor.get().meeting().equals(statement.meeting())) {
            throw meets(Obstacle.OTHER_MEETING, statement, predecessor.get().meeting());
        }
        if (predecessor.isEmpty() && statement.type() == PackageType.MEETING && statement.replaces()) return;
        if (predecessor.isEmpty() || !predecessor.equals(last)) {
            throw Stopped.by(Obstacle.PREDECESSOR_MISSING, "predecessor", statement.predecessor().get());
        }
    }

    private static Stopped meets(Obstacle obstacle, Statement statement, String expected) {
        return Stopped.by(obstacle, "meeting", statement.meeting(), "expected", expected);
    }

    private static Stopped counts(Obstacle obstacle, Statement statement, long last) {
        return Stopped.by(obstacle, "sequence", Long.toString(statement.sequence()), "last", Long.toString(last));
    }
}
