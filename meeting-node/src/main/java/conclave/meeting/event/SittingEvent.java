package conclave.meeting.event;

import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Id.RoundId;
import conclave.meeting.event.Id.SittingId;
import conclave.meeting.event.SittingCommand.Column;
import conclave.meeting.event.SittingCommand.Counted;
import conclave.meeting.event.SittingCommand.SignedToken;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

public sealed interface SittingEvent extends Event {

    record SittingOpened(RoomId room, SittingId sitting, String day, Half half) implements SittingEvent {
    }

    /** Ends the experts' sign-ins of the room; an open round waits for the next sitting. */
    record SittingClosed(RoomId room, SittingId sitting) implements SittingEvent {
    }

    /** Nothing goes on in the room until it is resumed or its half-day ends; what was acknowledged stays. */
    record RoomPaused(RoomId room, PauseReason reason) implements SittingEvent {
    }

    record RoomResumed(RoomId room) implements SittingEvent {
    }

    /** A later sign-in of the same person ends the earlier one. */
    record SignedIn(PersonId person, String tokenHash, long expiresAt) implements SittingEvent {
    }

    record SignedOut(PersonId person) implements SittingEvent {
    }

    /** The old code opens nothing any more, and whoever signed in with it is signed out. */
    record CardRenewed(PersonId person, Ciphertext identity, String codeHash, Optional<Ciphertext> note) implements SittingEvent {
    }

    record Attended(RoomId room, SittingId sitting, PersonId person) implements SittingEvent {
    }

    /** Who is dealt with, in which order, by which chance it was drawn, and, where it is a ballot, to whom a paper was issued. */
    record RoundOpened(RoomId room, RoundId round, String stage, int number, List<ApplicantId> candidates,
                       Optional<String> chance, List<PersonId> electors) implements SittingEvent {
        public RoundOpened {
            candidates = List.copyOf(candidates);
            electors = List.copyOf(electors);
        }
    }

    record ApplicantCalled(RoundId round, ApplicantId applicant) implements SittingEvent {
    }

    record PaperCast(RoundId round, PersonId voter, SortedMap<String, String> paper) implements SittingEvent {
        public PaperCast {
            paper = Sorted.copy(paper);
        }
    }

    record PapersCounted(RoundId round, PersonId teller, int returned, int invalid, List<Counted> lines) implements SittingEvent {
        public PapersCounted {
            lines = List.copyOf(lines);
        }
    }

    /** A secret ballot is announced before the first token: whose keys sign, under which key choices are sealed, and the digest that laptops compare. */
    record BallotAnnounced(RoundId round, String digest, List<String> signers, String key) implements SittingEvent {
        public BallotAnnounced {
            signers = List.copyOf(signers);
        }
    }

    /** A token was signed unread for somebody who is entitled; the record keeps the hash of what was asked for, and nothing that comes back. */
    record TokenIssued(RoundId round, PersonId person, String blindedHash) implements SittingEvent {
    }

    /** The barrier: from here on papers may be cast, and nobody gets a token any more. */
    record IssuingClosed(RoundId round, int issued) implements SittingEvent {
    }

    /** The one record of a secret ballot: tokens in their own order, what stood at each name as numbers; nothing says which belonged together. */
    record BoxOpened(RoundId round, List<SignedToken> tokens, int valid, List<Column> columns) implements SittingEvent {
        public BoxOpened {
            tokens = List.copyOf(tokens);
            columns = List.copyOf(columns);
        }
    }

    record ExpertSwapped(RoomId room, PersonId leaving, PersonId coming, Ciphertext reason) implements SittingEvent {
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

    /** @param dossier the version of the dossier that it was given to; left out for the first */
    record ScoreSubmitted(RoundId round, PersonId expert, ApplicantId applicant, int revision,
                          SortedMap<String, BigDecimal> marks, BigDecimal total,
                          Optional<Ciphertext> opinion, Optional<Integer> dossier) implements SittingEvent {
        public ScoreSubmitted {
            marks = Sorted.copy(marks);
        }

        public ScoreSubmitted(RoundId round, PersonId expert, ApplicantId applicant, int revision, SortedMap<String, BigDecimal> marks,
                              BigDecimal total, Optional<Ciphertext> opinion) {
            this(round, expert, applicant, revision, marks, total, opinion, Optional.empty());
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
