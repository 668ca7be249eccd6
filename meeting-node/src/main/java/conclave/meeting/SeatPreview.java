package conclave.meeting;

import conclave.meeting.event.Decision;
import conclave.meeting.event.Order;
import conclave.meeting.event.Refusal;
import java.util.Optional;

/**
 * What an order to replace or to recuse an expert would come to, before anybody gives it: the very change that would be told
 * afterwards. The meeting is not touched.
 *
 * @param refused why it could not be done as things stand
 * @param change nothing, where no room has begun
 */
public record SeatPreview(Optional<Refusal> refused, Optional<SeatChange> change) {

    public static SeatPreview of(Meeting meeting, Order order) {
        return switch (Meeting.decide(meeting, order)) {
            case Decision.Refused no -> new SeatPreview(Optional.of(no.refusal()), Optional.empty());
            case Decision.Repeated _ -> new SeatPreview(Optional.empty(), Optional.empty());
            case Decision.Accepted yes -> new SeatPreview(Optional.empty(), changed(meeting, Meeting.evolve(meeting, yes.facts().getFirst())));
        };
    }

    private static Optional<SeatChange> changed(Meeting before, Meeting after) {
        return after.changes().size() > before.changes().size() ? Optional.of(after.changes().getLast()) : Optional.empty();
    }
}
