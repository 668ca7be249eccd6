package conclave.meeting.event;

import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Id.RoundId;
import conclave.meeting.event.Id.SittingId;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** What people do in the room. */
public sealed interface SittingCommand extends Command {

    record OpenSitting(RoomId room, SittingId sitting, String day, Half half) implements SittingCommand {
    }

    record CloseSitting(RoomId room) implements SittingCommand {
    }

    /** All rooms that are in session stop; the house alone asks for it. */
    record PauseRooms(PauseReason reason) implements SittingCommand {
    }

    record PauseRoom(RoomId room) implements SittingCommand {
    }

    record ResumeRoom(RoomId room) implements SittingCommand {
    }

    record SignIn(PersonId person, String tokenHash, long expiresAt) implements SittingCommand {
    }

    record SignOut(PersonId person, String tokenHash) implements SittingCommand {
    }

    /**
     * 补发登录卡: a lost card; the person gets another code, under which they are the same.
     *
     * @param identity name and unit as before, with the new code
     * @param note     who asked for it at the server, where it was not somebody in the room
     */
    record RenewCard(PersonId person, Ciphertext identity, String codeHash, Optional<Ciphertext> note) implements SittingCommand {
    }

    /** The room's next stage; {@code chance} is drawn for the case that applicants are called in drawn order. */
    record OpenRound(RoomId room, RoundId round, String chance) implements SittingCommand {
    }

    /** 答辩: this applicant is asked in, and the time runs from here. */
    record CallApplicant(RoundId round, ApplicantId applicant) implements SittingCommand {
    }

    /** A paper of a named ballot: for each candidate what the voter wrote. It is cast once. */
    record CastPaper(RoundId round, SortedMap<String, String> paper) implements SittingCommand {
        public CastPaper {
            paper = Sorted.copy(paper);
        }
    }

    /** What a teller read off the papers. Two tellers must come to the same. */
    record CountPapers(RoundId round, int returned, int invalid, List<Counted> lines) implements SittingCommand {
        public CountPapers {
            lines = List.copyOf(lines);
        }
    }

    record Counted(ApplicantId applicant, int yes, int against, int abstained) {
    }

    /** What every laptop compares before it asks for a token; see decision 0009. */
    record AnnounceBallot(RoundId round, String digest, List<String> signers, String key) implements SittingCommand {
        public AnnounceBallot {
            signers = List.copyOf(signers);
        }
    }

    /** An elector asks for a token: the hash of the blinded bytes that are to be signed. */
    record IssueToken(RoundId round, String blindedHash) implements SittingCommand {
    }

    record CloseIssuing(RoundId round, boolean acceptMissing) implements SittingCommand {
    }

    /** What the box says when it is opened. The papers themselves never passed through the record. */
    record OpenBox(RoundId round, List<SignedToken> tokens, int valid, List<Column> columns) implements SittingCommand {
        public OpenBox {
            tokens = List.copyOf(tokens);
            columns = List.copyOf(columns);
        }
    }

    /** One returned paper's right to be there: the token in hex, and the signatures on it. */
    record SignedToken(String token, List<String> signatures) {
        public SignedToken {
            signatures = List.copyOf(signatures);
        }
    }

    /** How often each mark stands at a name: APPROVE 0 abstains, 1 yes, 2 against; CHOOSE 1 yes; RANK its place, 0 on a blank paper. */
    record Column(ApplicantId applicant, List<Integer> times) {
        public Column {
            times = List.copyOf(times);
        }
    }

    /** An expert cannot go on; the alternate takes the seat. */
    record SwapExpert(RoomId room, PersonId leaving, PersonId coming, Ciphertext reason) implements SittingCommand {
    }

    /** The whole sheet as it stands on the laptop, valid or not. */
    record SaveDraft(RoundId round, ApplicantId applicant, int basedOn, SortedMap<String, String> marks,
                     Optional<Ciphertext> opinion) implements SittingCommand {
        public SaveDraft {
            marks = Sorted.copy(marks);
        }
    }

    /**
     * Marks as they were typed; the core reads them, so that every refusal comes from one place.
     *
     * @param dossier the version of the dossier that was seen; left out for the first
     */
    record SubmitScore(RoundId round, ApplicantId applicant, int basedOn, SortedMap<String, String> marks,
                       Optional<Ciphertext> opinion, Optional<Integer> dossier) implements SittingCommand {
        public SubmitScore {
            marks = Sorted.copy(marks);
        }

        public SubmitScore(RoundId round, ApplicantId applicant, int basedOn, SortedMap<String, String> marks, Optional<Ciphertext> opinion) {
            this(round, applicant, basedOn, marks, opinion, Optional.empty());
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
