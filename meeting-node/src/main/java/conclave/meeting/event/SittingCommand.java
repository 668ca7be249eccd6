package conclave.meeting.event;

import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Id.RoundId;
import conclave.meeting.event.Id.SittingId;
import java.util.Optional;
import java.util.SortedMap;

/** What people do in the room. */
public sealed interface SittingCommand extends Command {

    record OpenSitting(RoomId room, SittingId sitting, String day, Half half) implements SittingCommand {
    }

    record CloseSitting(RoomId room) implements SittingCommand {
    }

    record SignIn(PersonId person, String tokenHash, long expiresAt) implements SittingCommand {
    }

    record SignOut(PersonId person, String tokenHash) implements SittingCommand {
    }

    record OpenRound(RoomId room, RoundId round) implements SittingCommand {
    }

    /** The whole sheet as it stands on the laptop, valid or not. */
    record SaveDraft(RoundId round, ApplicantId applicant, int basedOn, SortedMap<String, String> marks,
                     Optional<Ciphertext> opinion) implements SittingCommand {
        public SaveDraft {
            marks = Sorted.copy(marks);
        }
    }

    /** Marks as they were typed; the core reads them, so that every refusal comes from one place. */
    record SubmitScore(RoundId round, ApplicantId applicant, int basedOn, SortedMap<String, String> marks,
                       Optional<Ciphertext> opinion) implements SittingCommand {
        public SubmitScore {
            marks = Sorted.copy(marks);
        }
    }

    record Recuse(PersonId expert, ApplicantId applicant, Ground ground, Optional<Ciphertext> note) implements SittingCommand {
    }

    record LiftRecusal(PersonId expert, ApplicantId applicant) implements SittingCommand {
    }

    record CloseRound(RoundId round, boolean acceptMissing, Optional<Ciphertext> reason) implements SittingCommand {
    }

    record ReopenRound(RoundId round, Ciphertext reason) implements SittingCommand {
    }
}
