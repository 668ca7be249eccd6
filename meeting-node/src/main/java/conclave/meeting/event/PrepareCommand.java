package conclave.meeting.event;

import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.DocumentId;
import conclave.meeting.event.Id.RoomId;
import java.util.List;
import java.util.Optional;

/** 筛查、放行、撤回: no page reaches an expert before somebody has answered for it. */
public sealed interface PrepareCommand extends Command {

    /**
     * By the house: what the screening of one document came to.
     *
     * @param sha256 of the file that was looked through
     * @param basis digest of what it was held against: dictionary, policy and way of screening
     * @param plan digest of what is masked where, on all of its pages
     */
    record RecordScreening(ApplicantId applicant, DocumentId document, String sha256, int pages, String basis, String plan,
                           List<PageMark> marks) implements PrepareCommand {
        public RecordScreening {
            marks = List.copyOf(marks);
        }
    }

    /** 调整遮盖: a screener adds, moves or removes boxes. @param seen the plan that lay before them */
    record ChangePlan(ApplicantId applicant, DocumentId document, String seen, String plan) implements PrepareCommand {
    }

    /** 放行: for what nothing was found in this is enough; for all else another person confirms. */
    record ReleaseDocuments(List<SeenDocument> documents) implements PrepareCommand {
        public ReleaseDocuments {
            documents = List.copyOf(documents);
        }
    }

    /** 复核: by another person than the one who released. */
    record ConfirmRelease(List<SeenDocument> documents) implements PrepareCommand {
        public ConfirmRelease {
            documents = List.copyOf(documents);
        }
    }

    /** 例外开放: a dossier is to be opened although pages of it are not released. */
    record AskOverride(ApplicantId applicant, Ciphertext reason) implements PrepareCommand {
    }

    record OverrideGate(ApplicantId applicant) implements PrepareCommand {
    }

    /** 撤回: by one person, at once, for everybody. */
    record WithdrawPage(ApplicantId applicant, DocumentId document, int page, Optional<Ciphertext> reason) implements PrepareCommand {
    }

    /** The chair says what becomes of the scores of those who had seen what was withdrawn. */
    record SettleScores(RoomId room, ApplicantId applicant, Aftermath outcome, Ciphertext reason) implements PrepareCommand {
    }

    /** By the house, every few seconds: who was shown what for the first time. */
    record RecordOpenings(List<Opening> openings) implements PrepareCommand {
        public RecordOpenings {
            openings = List.copyOf(openings);
        }
    }
}
