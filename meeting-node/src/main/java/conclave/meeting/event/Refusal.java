package conclave.meeting.event;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** Something was wanted that the rules do not allow. A code with facts; the interface turns it into words. */
public record Refusal(Code code, SortedMap<String, String> facts) {

    public enum Code {
        MEETING_NOT_IMPORTED, ALREADY_IMPORTED, ALREADY_FOUNDED, ALREADY_ALONE, IMPORT_NOT_BEGUN, IMPORT_OUT_OF_ORDER, IMPORT_DISAGREES,
        MEETING_SEALED, ROOMS_NOT_SIGNED_OFF,
        NOT_PERMITTED, FOREIGN_ROOM, FOREIGN_APPLICANT,
        UNKNOWN_ROOM, UNKNOWN_ROUND, UNKNOWN_APPLICANT, UNKNOWN_EXPERT, UNKNOWN_PERSON,
        KEY_REUSED,
        SITTING_NOT_OPEN, SITTING_ALREADY_OPEN, OUTSIDE_MEETING_DATES, QUORUM_NOT_REACHED, NOT_PRESENT, NOT_SIGNED_IN,
        ROOM_PAUSED, ROOM_NOT_PAUSED,
        ROUND_ALREADY_OPEN, ROUND_CLOSED, ROUND_NOT_CLOSED, ROUND_NOT_TALLIED, ROUND_SIGNED_OFF,
        SCORES_MISSING, REASON_MISSING,
        MARK_MISSING, MARK_UNKNOWN, MARK_NOT_A_NUMBER, MARK_OUT_OF_RANGE, MARK_OFF_STEP, STALE_REVISION, DRAFT_TOO_SOON,
        RECUSED, ALREADY_RECUSED, NOT_RECUSED,
        ROUND_ALREADY_TALLIED, STAGES_FINISHED, STAGES_NOT_FINISHED, LATER_ROUND_STANDS, BALLOT_NOT_REOPENED, NOT_ASSIGNED,
        PANELS_NOT_SIGNED_OFF, NOT_A_SCORING_ROUND, NOT_A_BALLOT, OPINION_MISSING,
        NOT_AN_ELECTOR, ALREADY_CAST, PAPER_INVALID, PAPERS_NOT_COUNTED_TWICE, COUNTS_DIFFER, PAPERS_OUT,
        BALLOT_NOT_ANNOUNCED, ALREADY_ANNOUNCED, TOKEN_ALREADY_ISSUED, TOKENS_MISSING, ISSUING_CLOSED, ISSUING_NOT_CLOSED, BOX_DISAGREES,
        NOT_AN_ALTERNATE, SHEET_UNSOUND, SHEET_NOT_PROPOSED, ALREADY_APPROVED, BALLOT_STANDS, CANDIDATES_WOULD_CHANGE,
        ROOM_NOT_SIGNED_OFF, REOPENING_NOT_ASKED, SECOND_PERSON_NEEDED
    }

    public Refusal {
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    }

    public static Refusal of(Code code) {
        return new Refusal(code, new TreeMap<>());
    }

    public Refusal with(String fact, Object value) {
        var more = new TreeMap<>(facts);
        more.put(fact, String.valueOf(value));
        return new Refusal(code, more);
    }
}
