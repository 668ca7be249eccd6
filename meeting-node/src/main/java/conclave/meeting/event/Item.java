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

    /** What is being held, by whom and when; dates as in 2026-11-21. */
    record Description(String title, String titleEn, String organizer, String committee, int committeeSize,
                       Policy policy, String opens, String closes) implements Item {
    }

    record Room(RoomId id, String code, String name, String specialty) implements Item {
    }

    /** Role and, where it holds for one room only, that room. */
    record Grant(Role role, Optional<RoomId> room) {
    }

    /** The identity (name, unit, card code) is sealed; the code is found again by its keyed hash. */
    record Person(PersonId id, String seat, List<Grant> grants, Ciphertext identity, String codeHash) implements Item {
        public Person {
            grants = List.copyOf(grants);
        }
    }

    enum IndicatorKind { GROUP, AUTOMATIC, EXPERT, BONUS, DEDUCTION, VETO }

    /** A node of the score sheet. */
    record Indicator(String code, String name, String nameEn, IndicatorKind kind, BigDecimal min, BigDecimal max,
                     Optional<BigDecimal> step, List<Indicator> children) {
        public Indicator {
            children = List.copyOf(children);
        }
    }

    record Sheet(String code, String title, String titleEn, BigDecimal total, BigDecimal finalMax,
                 List<Indicator> indicators) implements Item {
        public Sheet {
            indicators = List.copyOf(indicators);
        }
    }

    enum Stage { AUTO_SCORE, MATERIAL_READING, PANEL_SCORE, SIGN_OFF }

    enum Aggregate { MEAN, TRIMMED_MEAN }

    /** How the experts' scores become one: trimmed only from {@code trimFrom} scores on, rounded once to {@code scale}. */
    record Mode(String code, String name, List<Stage> stages, Aggregate aggregate, int trimFrom, int scale) implements Item {
        public Mode {
            stages = List.copyOf(stages);
        }
    }

    /** Quorum: present × denominator ≥ committee × numerator. */
    record Profile(String code, int quorumNumerator, int quorumDenominator) implements Item {
    }

    record Document(DocumentId id, String sha256, long bytes, int pages, String kind, Ciphertext title) {
    }

    /** Who applies: facts and names are sealed in the identity; points are not about who somebody is. */
    record Applicant(ApplicantId id, String code, RoomId room, int order, String specialty, Ciphertext identity,
                     SortedMap<String, BigDecimal> automatic, BigDecimal bonus, BigDecimal deduction, boolean vetoed,
                     List<Document> documents) implements Item {
        public Applicant {
            automatic = Sorted.copy(automatic);
            documents = List.copyOf(documents);
        }
    }
}
