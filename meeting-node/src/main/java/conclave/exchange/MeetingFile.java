package conclave.exchange;

import conclave.meeting.event.Facts;
import conclave.meeting.event.Ground;
import conclave.meeting.event.Mode;
import conclave.meeting.event.Profile;
import conclave.meeting.event.Sheet;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A meeting as its package describes it, read completely and checked: format {@code conclave-meeting 3}.
 * The format is described in {@code docs/formats/meeting-folder.md}.
 */
public record MeetingFile(Meeting meeting, List<Person> people, List<Applicant> applicants, Sheet sheet, Mode mode,
                          Profile rules, List<Recusal> recusals, SortedMap<String, PayloadFile> files) {

    public static final String FORMAT = "conclave-meeting 3";

    /** The format before, which knows no recusals; it is read and no longer written. */
    public static final String EARLIER_FORMAT = "conclave-meeting 2";

    public MeetingFile {
        people = List.copyOf(people);
        applicants = List.copyOf(applicants);
        recusals = List.copyOf(recusals);
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    public enum Kind { REHEARSAL, REAL }

    public enum Policy { REAL_NAME, SINGLE_BLIND, DOUBLE_BLIND }

    public enum Tier { SENIOR, INTERMEDIATE, JUNIOR }

    public enum Role { EXPERT, ALTERNATE, LEAD, CHAIR, SECRETARY, SUPERVISOR, REGISTRAR, TECHNICIAN, SYSTEM, SECURITY, AUDIT }

    /** 放行要求: whether pages wait at the venue until somebody has answered for them. */
    public enum Screening { REQUIRED, NONE }

    /** 材料开放时段: experts read while a round is open and no longer, or as long as the half-day is. */
    public enum Reading { ROUNDS, SITTINGS }

    /** 水印: laid over the page by the browser, or burned into each reader's own picture of it (严格). */
    public enum Watermark { OVERLAID, STRICT }

    /**
     * What the office asks of the venue; what is left out is as it always was.
     *
     * @param screening left out: none is required
     * @param reading left out: while a round is open, and before it where the mode has a stage for that
     * @param watermark left out: laid over
     */
    public record Handling(Optional<Screening> screening, Optional<Reading> reading, Optional<Watermark> watermark) {

        public static final Handling USUAL = new Handling(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** @param permits what allows the committee to meet; nothing where the office says nothing of it */
    public record Meeting(String title, String titleEn, Kind kind, String organizer, String secretariat, Committee committee,
                          Policy policy, LocalDate opens, LocalDate closes, List<Room> rooms, Expected expected, Optional<Permits> permits,
                          Handling handling) {
        public Meeting {
            rooms = List.copyOf(rooms);
        }

        public Meeting(String title, String titleEn, Kind kind, String organizer, String secretariat, Committee committee,
                       Policy policy, LocalDate opens, LocalDate closes, List<Room> rooms, Expected expected, Optional<Permits> permits) {
            this(title, titleEn, kind, organizer, secretariat, committee, policy, opens, closes, rooms, expected, permits, Handling.USUAL);
        }

        public Meeting(String title, String titleEn, Kind kind, String organizer, String secretariat, Committee committee,
                       Policy policy, LocalDate opens, LocalDate closes, List<Room> rooms, Expected expected) {
            this(title, titleEn, kind, organizer, secretariat, committee, policy, opens, closes, rooms, expected, Optional.empty());
        }

        public Optional<Screening> screening() {
            return handling.screening();
        }

        public Meeting with(Expected counted) {
            return new Meeting(title, titleEn, kind, organizer, secretariat, committee, policy, opens, closes, rooms, counted, permits, handling);
        }

        public Meeting with(Permits shown) {
            return new Meeting(title, titleEn, kind, organizer, secretariat, committee, policy, opens, closes, rooms, expected, Optional.of(shown), handling);
        }

        public Meeting with(Screening asked) {
            return with(new Handling(Optional.of(asked), handling.reading(), handling.watermark()));
        }

        public Meeting with(Reading chosen) {
            return with(new Handling(handling.screening(), Optional.of(chosen), handling.watermark()));
        }

        public Meeting with(Watermark chosen) {
            return with(new Handling(handling.screening(), handling.reading(), Optional.of(chosen)));
        }

        private Meeting with(Handling changed) {
            return new Meeting(title, titleEn, kind, organizer, secretariat, committee, policy, opens, closes, rooms, expected, permits, changed);
        }
    }

    /**
     * 批准与备案.
     *
     * @param filedBefore     事前备案号
     * @param filedForMeeting 会前备案号
     * @param waiver          two persons who answer for meeting without one of these
     */
    public record Permits(Optional<Approval> approval, Optional<String> filedBefore, Optional<String> filedForMeeting, Optional<Waiver> waiver) {
    }

    /** 评委会核准: the number of the paper, and its last day. */
    public record Approval(String number, LocalDate until) {
    }

    public record Waiver(String reason, List<String> persons) {
        public Waiver {
            persons = List.copyOf(persons);
        }
    }

    public record Committee(String name, Tier tier, String series, int size) {
    }

    /** @param hall the room in which the whole committee sits on what this panel prepared */
    public record Room(String code, String name, String specialty, Panel panel, Optional<String> hall) {
    }

    public record Panel(String code, String name) {
    }

    /** What the sender counted; bytes are those of the documents. */
    public record Expected(long people, long applicants, long documents, long bytes) {
    }

    /** @param hall where an expert of a panel also votes in plenary */
    public record Person(String code, String name, String unit, Optional<String> seat, List<Role> roles, Optional<String> room,
                         Optional<String> hall, Optional<String> expertClass) {
        public Person {
            roles = List.copyOf(roles);
        }

        /** Judges, or may come to judge: these are the ones who can be recused. */
        public boolean judges() {
            return roles.contains(Role.EXPERT) || roles.contains(Role.ALTERNATE);
        }
    }

    /** This expert must not judge this applicant; confirmed before the meeting, in force from its import on. */
    public record Recusal(String expert, String applicant, Ground ground, Optional<String> note) {
    }

    /** Whether the person, who sits there or would as an alternate, has those before them who apply to this room. */
    public boolean sitsOn(Person person, String room) {
        var hall = meeting.rooms().stream().filter(it -> it.code().equals(room)).findFirst().flatMap(Room::hall);
        return Stream.of(person.room(), person.hall()).flatMap(Optional::stream).anyMatch(seat -> seat.equals(room) || hall.filter(seat::equals).isPresent());
    }

    public enum Sex { MALE, FEMALE }

    /** 申报方式: on which ground somebody applies. Whoever says nothing applies in the normal way. */
    public enum Route {
        NORMAL("正常申报"), EXCEPTIONAL("破格申报"), TRANSFER("转评"), RECOGNITION("认定"), DIRECT("直通");

        private final String chinese;

        Route(String chinese) {
            this.chinese = chinese;
        }

        /** As the dictionary has it. */
        public String chinese() {
            return chinese;
        }

        /** The document without which nobody can judge why the rule for everybody does not hold. */
        public Optional<DocumentKind> material() {
            return switch (this) {
                case EXCEPTIONAL -> Optional.of(DocumentKind.EXCEPTIONAL);
                case TRANSFER -> Optional.of(DocumentKind.TRANSFER);
                case NORMAL, RECOGNITION, DIRECT -> Optional.empty();
            };
        }
    }

    /**
     * @param facts what the sheet counts, by the codes of its fields
     * @param names what the entries of the lists among the facts are called, in their order
     * @param given points that came with the package, by indicator
     */
    public record Applicant(String code, String name, Sex sex, LocalDate birth, String ethnicity, String idNumber, String phone,
                            String unit, String recommender, String education, String currentTitle, LocalDate currentTitleDate,
                            String specialty, String rank, String room, Facts facts, SortedMap<String, List<String>> names,
                            SortedMap<String, BigDecimal> given, List<Document> documents, Route route) {
        public Applicant {
            names = Collections.unmodifiableSortedMap(new TreeMap<>(names));
            given = Collections.unmodifiableSortedMap(new TreeMap<>(given));
            documents = List.copyOf(documents);
        }

        public Applicant(String code, String name, Sex sex, LocalDate birth, String ethnicity, String idNumber, String phone,
                         String unit, String recommender, String education, String currentTitle, LocalDate currentTitleDate,
                         String specialty, String rank, String room, Facts facts, SortedMap<String, List<String>> names,
                         SortedMap<String, BigDecimal> given, List<Document> documents) {
            this(code, name, sex, birth, ethnicity, idNumber, phone, unit, recommender, education, currentTitle, currentTitleDate, specialty,
                    rank, room, facts, names, given, documents, Route.NORMAL);
        }

        public Applicant by(Route chosen) {
            return new Applicant(code, name, sex, birth, ethnicity, idNumber, phone, unit, recommender, education, currentTitle, currentTitleDate,
                    specialty, rank, room, facts, names, given, documents, chosen);
        }

        public Applicant with(List<Document> filed) {
            return new Applicant(code, name, sex, birth, ethnicity, idNumber, phone, unit, recommender, education, currentTitle, currentTitleDate,
                    specialty, rank, room, facts, names, given, filed, route);
        }
    }

    public enum DocumentKind { FORM, CERTIFICATE, PAPER, AWARD, PROJECT, EXCEPTIONAL, TRANSFER }

    public record Document(String file, String title, DocumentKind kind, int pages) {
    }
}
