package conclave.appliance.plan;

import conclave.meeting.prepare.Screening.Tie;
import conclave.meeting.prepare.Units;
import java.util.List;
import java.util.OptionalInt;

/**
 * What a plan is made by, besides the meeting itself.
 *
 * @param reviewers lead reviewers of each applicant
 * @param most applicants in a room at most, where there is a limit
 */
record Terms(Units units, List<Tie> ties, int reviewers, OptionalInt most, Recuse recuse) {
}
