package conclave.meeting.event;

import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.DocumentId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoomId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** One thing that a meeting package brings in. */
public sealed interface Item {

    enum Policy { REAL_NAME, SINGLE_BLIND, DOUBLE_BLIND }

    /** 放行要求: whether pages wait until somebody has answered for them. */
    enum Screening { REQUIRED, NONE }

    /** 材料开放时段: experts read while a round is open and no longer, or as long as the half-day is. */
    enum Reading { ROUNDS, SITTINGS }

    /** 水印: laid over the page by the browser, or burned into each reader's own picture of it (严格). */
    enum Watermark { OVERLAID, STRICT }

    /**
     * What is being held, by whom and when; dates as in 2026-11-21.
     *
     * @param permits   what must be there before the first round; nothing where the committee needs none, and in a rehearsal
     * @param screening left out where the package says nothing of it: then none is required
     * @param reading   left out: while a round is open, and before it where the mode has a stage for that (审阅材料)
     * @param watermark left out: laid over
     */
    record Description(String title, String titleEn, String organizer, String committee, int committeeSize,
                       Policy policy, String opens, String closes, Optional<Permits> permits, Optional<Screening> screening, Optional<Reading> reading,
                       Optional<Watermark> watermark) implements Item {

        public Description(String title, String titleEn, String organizer, String committee, int committeeSize, Policy policy, String opens, String closes) {
            this(title, titleEn, organizer, committee, committeeSize, policy, opens, closes, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }

        public Description with(Permits shown) {
            return new Description(title, titleEn, organizer, committee, committeeSize, policy, opens, closes, Optional.of(shown), screening, reading, watermark);
        }

        public Description with(Screening asked) {
            return new Description(title, titleEn, organizer, committee, committeeSize, policy, opens, closes, permits, Optional.of(asked), reading, watermark);
        }

        public Description with(Reading chosen) {
            return new Description(title, titleEn, organizer, committee, committeeSize, policy, opens, closes, permits, screening, Optional.of(chosen), watermark);
        }

        public Description with(Watermark chosen) {
            return new Description(title, titleEn, organizer, committee, committeeSize, policy, opens, closes, permits, screening, reading, Optional.of(chosen));
        }
    }

    /**
     * 批准与备案: what the committee has been given so far.
     *
     * @param filedBefore     事前备案号
     * @param filedForMeeting 会前备案号
     */
    record Permits(Optional<Approval> approval, Optional<String> filedBefore, Optional<String> filedForMeeting, Optional<Waiver> waiver) {
    }

    /** 评委会核准, and its last day. */
    record Approval(String number, String until) {
    }

    /** So many persons answer for meeting without; who and why is sealed. */
    record Waiver(int persons, Ciphertext said) {
    }

    /**
     * @param hall the room in which the whole committee sits on what this panel prepared; without one the panel is the committee
     * @param sheet the sheet by which the room's applicants are scored; left out where the meeting has only one
     */
    record Room(RoomId id, String code, String name, String specialty, Optional<RoomId> hall, Optional<String> sheet) implements Item {
    }

    /** Role and, where it holds for one room only, that room. */
    record Grant(Role role, Optional<RoomId> room) {
    }

    /** The identity (name, unit, card code) is sealed; the code is found again by its keyed hash. */
    record Person(PersonId id, String seat, List<Grant> grants, Optional<String> expertClass, Ciphertext identity,
                  String codeHash) implements Item {
        public Person {
            grants = List.copyOf(grants);
        }
    }

    record ScoreSheet(Sheet sheet) implements Item {
    }

    record MeetingMode(Mode mode) implements Item {
    }

    record RuleProfile(Profile profile) implements Item {
    }

    record Document(DocumentId id, String sha256, long bytes, int pages, String kind, Ciphertext title) {
    }

    /** Who applies: names are sealed in the identity; facts and given points are not about who somebody is. */
    record Applicant(ApplicantId id, String code, RoomId room, int order, String specialty, Ciphertext identity, Facts facts,
                     SortedMap<String, BigDecimal> given, List<Document> documents) implements Item {
        public Applicant {
            given = Sorted.copy(given);
            documents = List.copyOf(documents);
        }
    }

    /** Whoever sent the package has confirmed that this expert must not judge this applicant; alternates are meant too. */
    record Recusal(PersonId expert, ApplicantId applicant, Ground ground, Optional<Ciphertext> note) implements Item {
    }
}
