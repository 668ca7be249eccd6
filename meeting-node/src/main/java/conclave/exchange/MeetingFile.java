package conclave.exchange;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A meeting as its package describes it, read completely and checked: format {@code conclave-meeting 1}.
 * The format is described in {@code docs/formats/meeting-folder.md}.
 */
public record MeetingFile(Meeting meeting, List<Person> people, List<Applicant> applicants, Sheet sheet, Mode mode,
                          RuleProfile rules, SortedMap<String, PayloadFile> files) {

    public static final String FORMAT = "conclave-meeting 1";

    public MeetingFile {
        people = List.copyOf(people);
        applicants = List.copyOf(applicants);
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    public enum Kind { REHEARSAL, REAL }

    public enum Policy { REAL_NAME, SINGLE_BLIND, DOUBLE_BLIND }

    public enum Tier { SENIOR, INTERMEDIATE, JUNIOR }

    public enum Role { EXPERT, LEAD, CHAIR, SECRETARY, SUPERVISOR, REGISTRAR, TECHNICIAN, SYSTEM, SECURITY, AUDIT }

    public record Meeting(String title, String titleEn, Kind kind, String organizer, String secretariat, Committee committee,
                          Policy policy, LocalDate opens, LocalDate closes, List<Room> rooms, Expected expected) {
        public Meeting {
            rooms = List.copyOf(rooms);
        }
    }

    public record Committee(String name, Tier tier, String series, int size) {
    }

    public record Room(String code, String name, String specialty, Panel panel) {
    }

    public record Panel(String code, String name) {
    }

    /** What the sender counted; bytes are those of the documents. */
    public record Expected(long people, long applicants, long documents, long bytes) {
    }

    public record Person(String code, String name, String unit, Optional<String> seat, List<Role> roles, Optional<String> room,
                         Optional<String> expertClass) {
        public Person {
            roles = List.copyOf(roles);
        }
    }

    public enum Sex { MALE, FEMALE }

    public record Applicant(String code, String name, Sex sex, LocalDate birth, String ethnicity, String idNumber, String phone,
                            String unit, String recommender, String education, String currentTitle, LocalDate currentTitleDate,
                            String specialty, String rank, String room, Facts facts, SortedMap<String, Points> automatic,
                            Points bonus, Points deduction, Optional<String> vetoed, List<Document> documents) {
        public Applicant {
            automatic = Collections.unmodifiableSortedMap(new TreeMap<>(automatic));
            documents = List.copyOf(documents);
        }
    }

    /** Points and the sentence that explains them to whoever asks. */
    public record Points(BigDecimal points, String reason) {
    }

    public enum DocumentKind { FORM, CERTIFICATE, PAPER, AWARD, PROJECT }

    public record Document(String file, String title, DocumentKind kind, int pages) {
    }

    /** What the score sheet counts, before it is counted. */
    public record Facts(Degree degree, int yearsInPost, boolean exceptional, List<Appraisal> appraisals, List<Project> projects,
                        List<Award> awards, List<Paper> papers, Service service, int trainingYearsShort) {
        public Facts {
            appraisals = List.copyOf(appraisals);
            projects = List.copyOf(projects);
            awards = List.copyOf(awards);
            papers = List.copyOf(papers);
        }
    }

    public enum Degree { DOCTOR, MASTER, BACHELOR, COLLEGE }

    public enum Grade { EXCELLENT, COMPETENT, BASIC, INCOMPETENT }

    public record Appraisal(int year, Grade grade) {
    }

    public enum ProjectLevel { NATIONAL, PROVINCIAL, PREFECTURE, COUNTY }

    /** Place is the rank among those named (位次), 1 being the first. */
    public record Project(String name, ProjectLevel level, int place, int year) {
    }

    public enum AwardKind { PROVINCIAL_FIRST, PROVINCIAL_SECOND, PROVINCIAL_THIRD, DEPARTMENT_FIRST, INVENTION, UTILITY_MODEL }

    /** Awards for the same work carry the same project, so that only the highest counts. */
    public record Award(String name, AwardKind kind, int place, int year, Optional<String> project) {
    }

    public enum PaperKind { CORE, ORDINARY, MONOGRAPH }

    public record Paper(String title, String journal, PaperKind kind, int place, boolean corresponding, int year) {
    }

    /** Full years at the grassroots (基层), and whether the person served in an aid or village team (援疆、驻村). */
    public record Service(int grassrootsYears, boolean aid) {
    }

    public enum IndicatorKind { GROUP, AUTOMATIC, EXPERT, BONUS, DEDUCTION, VETO }

    public record Sheet(String code, String title, String titleEn, BigDecimal total, BigDecimal finalMax,
                        List<Indicator> indicators) {
        public Sheet {
            indicators = List.copyOf(indicators);
        }
    }

    /** Scale is present where an expert marks; children only where the kind is a group. */
    public record Indicator(String code, String name, String nameEn, IndicatorKind kind, BigDecimal max, Optional<Scale> scale,
                            List<Indicator> children) {
        public Indicator {
            children = List.copyOf(children);
        }
    }

    public record Scale(BigDecimal min, BigDecimal step) {
    }

    public enum Stage {
        AUTO_SCORE, MATERIAL_READING, PANEL_OPINION, PANEL_SCORE, PANEL_BALLOT, DEFENCE_SCORE, RANK, QUOTA_CUT, PLENARY_SCORE,
        PLENARY_BALLOT, REBALLOT, SIGN_OFF
    }

    public enum AggregateKind { MEAN, TRIMMED_MEAN }

    /** The highest and the lowest are left out from this many scores on; for a plain mean the number says nothing. */
    public record Aggregate(AggregateKind kind, int trimFrom) {
    }

    public record Mode(String code, String name, List<Stage> stages, Aggregate aggregate, int scale) {
        public Mode {
            stages = List.copyOf(stages);
        }
    }

    public enum Ties { SHARED, ALL_IN, ALL_OUT, REBALLOT }

    public enum Denominator { ATTENDING, ATTENDING_MINUS_RECUSED }

    public enum Parity { ODD, ANY }

    public record Share(int numerator, int denominator) {
    }

    /** The numbers a meeting is run by; every place has its own, so none of them is a constant of the program. */
    public record RuleProfile(String code, String name, Share quorum, Share passing, Denominator denominator, Ties ties,
                              BigDecimal plenaryEntry, int panelMinimum, int committeeMinimum, Parity committeeParity,
                              boolean committeeForbidsMultipleOf3) {
    }
}
