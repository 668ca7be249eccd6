package conclave.meeting.sitting;

import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Stage.Effect;
import conclave.meeting.event.Table;
import java.util.List;

/**
 * How far a room has come in the mode, and what its stages made of the candidates.
 *
 * @param next the first stage of the mode that the room has not been through
 * @param again whom the experts are to mark once more before it goes on
 * @param signed whether its chair has signed for there being nobody to decide on
 */
public record Course(int next, List<ApplicantId> again, Table<Integer, Outcome> outcomes, boolean signed) {

    static final Course BEGINNING = new Course(0, List.of(), Table.empty(), false);

    /** What one stage made of its candidates, and the places it keeps for those who are voted on again. */
    public record Outcome(int open, Table<ApplicantId, Mark> marks) {
    }

    public Course {
        again = List.copyOf(again);
    }

    /** What one stage made of one candidate; {@code yes} of {@code of} where it was a ballot. */
    public record Mark(Effect effect, boolean tied, int yes, int of) {
    }

    Course through(int stage, int open, Table<ApplicantId, Mark> marks) {
        return new Course(stage + 1, List.of(), outcomes.with(stage, new Outcome(open, marks)), false);
    }

    Course again(int stage, List<ApplicantId> once) {
        return new Course(stage, once, outcomes, false);
    }

    /** Back before a stage: what it and later ones came to is forgotten here and stays in the record. */
    Course before(int stage, List<ApplicantId> once) {
        var kept = outcomes;
        for (var outcome : outcomes) {
            if (outcome.getKey() >= stage) kept = kept.without(outcome.getKey());
        }
        return new Course(stage, once, kept, false);
    }

    Course signed(boolean now) {
        return new Course(next, again, outcomes, now);
    }
}
