package conclave.meeting.event;

import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Id.RoundId;
import conclave.meeting.event.Id.SittingId;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.SortedMap;

public sealed interface SittingEvent extends Event {

    record SittingOpened(RoomId room, SittingId sitting, String day, Half half) implements SittingEvent {
    }

    /** Ends the experts' sign-ins of the room; an open round waits for the next sitting. */
    record SittingClosed(RoomId room, SittingId sitting) implements SittingEvent {
    }

    /** A later sign-in of the same person ends the earlier one. */
    record SignedIn(PersonId person, String tokenHash, long expiresAt) implements SittingEvent {
    }

    record SignedOut(PersonId person) implements SittingEvent {
    }

    record Attended(RoomId room, SittingId sitting, PersonId person) implements SittingEvent {
    }

    record RoundOpened(RoomId room, RoundId round, int number) implements SittingEvent {
    }

    record DraftSaved(RoundId round, PersonId expert, ApplicantId applicant, int basedOn,
                      SortedMap<String, String> marks, Optional<Ciphertext> opinion) implements SittingEvent {
        public DraftSaved {
            marks = Sorted.copy(marks);
        }

        @Override
        public boolean evidence() {
            return false;
        }
    }

    record ScoreSubmitted(RoundId round, PersonId expert, ApplicantId applicant, int revision,
                          SortedMap<String, BigDecimal> marks, BigDecimal total,
                          Optional<Ciphertext> opinion) implements SittingEvent {
        public ScoreSubmitted {
            marks = Sorted.copy(marks);
        }
    }

    record ExpertRecused(PersonId expert, ApplicantId applicant, Ground ground, Optional<Ciphertext> note) implements SittingEvent {
    }

    /** A score given before the recusal counts no longer; its line stays where it is. */
    record ScoreVoided(RoundId round, PersonId expert, ApplicantId applicant, int revision) implements SittingEvent {
    }

    record RecusalLifted(PersonId expert, ApplicantId applicant) implements SittingEvent {
    }

    record RoundClosed(RoundId round, int expected, int given, int missing, Optional<Ciphertext> reason) implements SittingEvent {
    }

    record RoundReopened(RoundId round, Ciphertext reason) implements SittingEvent {
    }
}
