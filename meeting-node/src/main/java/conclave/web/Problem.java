package conclave.web;

import conclave.codec.JsonFields;
import conclave.codec.Json;
import conclave.meeting.event.Refusal;
import conclave.node.Reply;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** A refusal on its way to a browser: status, stable code, facts; the words are added in the reader's language. */
final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final transient SortedMap<String, String> facts;

    private Problem(int status, String code, SortedMap<String, String> facts) {
        super(code, null, false, false);
        this.status = status;
        this.code = code;
        this.facts = Collections.unmodifiableSortedMap(facts);
    }

    static Problem of(int status, String code, String... facts) {
        var named = new TreeMap<String, String>();
        for (int i = 0; i < facts.length; i += 2) named.put(facts[i], facts[i + 1]);
        return new Problem(status, code, named);
    }

    static Problem of(Refusal refusal) {
        return new Problem(status(refusal.code()), refusal.code().name(), refusal.facts());
    }

    static Problem of(Reply.Why why) {
        return switch (why) {
            case TOO_BUSY, NOT_READY -> of(503, why.name());
            case OUTCOME_UNKNOWN -> of(504, why.name());
            case DISK_FULL -> of(507, why.name());
        };
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    Json.Obj json(Words words, String request) {
        var shown = new JsonFields();
        facts.forEach(shown::put);
        return new JsonFields().put("status", status).put("code", code).put("facts", shown.end())
                .put("title", words.say("refusal." + code + ".title", facts)).put("detail", words.say("refusal." + code, facts))
                .put("request", request).end();
    }

    private static int status(Refusal.Code code) {
        return switch (code) {
            case NOT_PERMITTED, FOREIGN_ROOM, FOREIGN_APPLICANT, RECUSED, NOT_PRESENT, NOT_ASSIGNED, READING_NOT_BEGUN, READING_OVER, NOT_AN_ELECTOR -> 403;
            case UNKNOWN_ROOM, UNKNOWN_ROUND, UNKNOWN_APPLICANT, UNKNOWN_EXPERT, UNKNOWN_PERSON, AMENDMENT_UNKNOWN, UNKNOWN_DOCUMENT, UNKNOWN_PAGE -> 404;
            case NOT_SIGNED_IN -> 401;
            case ROUND_CLOSED, ROUND_SIGNED_OFF, ROOM_PAUSED, MEETING_SEALED -> 423;
            case MARK_MISSING, MARK_UNKNOWN, MARK_NOT_A_NUMBER, MARK_OUT_OF_RANGE, MARK_OFF_STEP, REASON_MISSING,
                 OPINION_MISSING, PAPER_INVALID, SHEET_UNSOUND, AMENDMENT_UNSOUND, PERMIT_UNSOUND, RELEASE_UNSOUND -> 422;
            case DRAFT_TOO_SOON -> 429;
            case MEETING_NOT_IMPORTED -> 503;
            case ALREADY_IMPORTED, ALREADY_FOUNDED, ALREADY_ALONE, IMPORT_NOT_BEGUN, IMPORT_OUT_OF_ORDER, IMPORT_DISAGREES,
                 ROOMS_NOT_SIGNED_OFF, KEY_REUSED, SITTING_NOT_OPEN, SITTING_ALREADY_OPEN, OUTSIDE_MEETING_DATES,
                 QUORUM_NOT_REACHED, ROUND_ALREADY_OPEN, ROUND_NOT_CLOSED, ROUND_NOT_TALLIED,
                 SCORES_MISSING, STALE_REVISION, ALREADY_RECUSED, NOT_RECUSED, ROUND_ALREADY_TALLIED, STAGES_FINISHED,
                 STAGES_NOT_FINISHED, LATER_ROUND_STANDS, BALLOT_NOT_REOPENED, PANELS_NOT_SIGNED_OFF, NOT_A_SCORING_ROUND,
                 NOT_A_BALLOT, ALREADY_CAST, PAPERS_OUT, BALLOT_NOT_ANNOUNCED, ALREADY_ANNOUNCED, TOKEN_ALREADY_ISSUED, TOKENS_MISSING,
                 ISSUING_CLOSED, ISSUING_NOT_CLOSED, ROOM_NOT_PAUSED, BOX_DISAGREES, BALLOT_STANDS, CANDIDATES_WOULD_CHANGE, PAPERS_NOT_COUNTED_TWICE,
                 COUNTS_DIFFER, NOT_AN_ALTERNATE, CODE_IN_USE, SHEET_NOT_PROPOSED,
                 ALREADY_APPROVED, NOTHING_TO_SIGN, ROOM_NOT_SIGNED_OFF, REOPENING_NOT_ASKED, SECOND_PERSON_NEEDED,
                 AMENDMENT_OUTDATED, AMENDMENT_TOO_LATE, REOPEN_FIRST, NOT_A_SECOND_PERSON, DOSSIER_CHANGED, NOT_SCREENED, ALREADY_SCREENED,
                 PLAN_OUTDATED, ALREADY_RELEASED, RELEASE_NOT_BEGUN, NOTHING_CLOSED, OVERRIDE_NOT_ASKED, ALREADY_WITHDRAWN, NOTHING_TO_SETTLE,
                 ALREADY_OPENED, APPROVAL_MISSING, APPROVAL_EXPIRED, FILING_BEFORE_MISSING, FILING_MEETING_MISSING -> 409;
        };
    }
}
