package conclave.meeting;

import static org.junit.jupiter.api.Assertions.assertFalse;

import conclave.meeting.event.Event;
import conclave.meeting.event.Fact;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Id.RoundId;
import conclave.meeting.event.SittingEvent.ApplicantCalled;
import conclave.meeting.event.SittingEvent.BallotAnnounced;
import conclave.meeting.event.SittingEvent.BoxOpened;
import conclave.meeting.event.SittingEvent.IssuingClosed;
import conclave.meeting.event.SittingEvent.PaperCast;
import conclave.meeting.event.SittingEvent.PapersCounted;
import conclave.meeting.event.SittingEvent.RoomPaused;
import conclave.meeting.event.SittingEvent.RoomResumed;
import conclave.meeting.event.SittingEvent.RoundClosed;
import conclave.meeting.event.SittingEvent.RoundOpened;
import conclave.meeting.event.SittingEvent.RoundReopened;
import conclave.meeting.event.SittingEvent.ScoreSubmitted;
import conclave.meeting.event.SittingEvent.SittingClosed;
import conclave.meeting.event.SittingEvent.TokenIssued;
import conclave.meeting.event.TransferEvent.MeetingSealed;
import conclave.meeting.event.TransferEvent.TallySignedOff;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** A second book of who stands still, kept from the facts alone: in a paused room nothing goes on. */
final class Stillness {

    private Stillness() {
    }

    static void held(List<Fact> facts, String when) {
        var rooms = new TreeMap<RoundId, RoomId>();
        var still = new TreeSet<RoomId>();
        for (var fact : facts) {
            if (fact.event() instanceof RoundOpened e) rooms.put(e.round(), e.room());
            goesOn(fact.event()).ifPresent(round -> assertFalse(still.contains(rooms.get(round)), () -> fact + " in a paused room; " + when));
            if (fact.event() instanceof RoomPaused e) still.add(e.room());
            else if (fact.event() instanceof RoomResumed e) still.remove(e.room());
            else if (fact.event() instanceof SittingClosed e) still.remove(e.room());
            else if (fact.event() instanceof MeetingSealed) still.clear();
        }
    }

    private static Optional<RoundId> goesOn(Event event) {
        return switch (event) {
            case RoundOpened e -> Optional.of(e.round());
            case RoundClosed e -> Optional.of(e.round());
            case RoundReopened e -> Optional.of(e.round());
            case ApplicantCalled e -> Optional.of(e.round());
            case ScoreSubmitted e -> Optional.of(e.round());
            case PaperCast e -> Optional.of(e.round());
            case PapersCounted e -> Optional.of(e.round());
            case BallotAnnounced e -> Optional.of(e.round());
            case TokenIssued e -> Optional.of(e.round());
            case IssuingClosed e -> Optional.of(e.round());
            case BoxOpened e -> Optional.of(e.round());
            case TallySignedOff e -> Optional.of(e.round());
            case Event _ -> Optional.empty();
        };
    }
}
