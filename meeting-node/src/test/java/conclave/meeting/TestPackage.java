package conclave.meeting;

import conclave.meeting.event.Ciphertext;
import conclave.meeting.event.Facts;
import conclave.meeting.event.Ground;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.DocumentId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Item.Grant;
import conclave.meeting.event.Item;
import conclave.meeting.event.Mode;
import conclave.meeting.event.Profile;
import conclave.meeting.event.Role;
import conclave.meeting.event.Sheet.Gathering;
import conclave.meeting.event.Sheet.Indicator;
import conclave.meeting.event.Sheet.Kind;
import conclave.meeting.event.Sheet;
import conclave.meeting.event.Stage;
import conclave.meeting.event.Threshold;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** What a meeting package brings, built in words: so many rooms of so many experts and applicants. Counting starts at 1. */
public record TestPackage(int rooms, int experts, int applicants, int alternates, boolean hall, Sheet sheet, Mode mode, Profile profile,
                          UnaryOperator<Item.Applicant> touched, UnaryOperator<Item.Description> held) {

    public static final PersonId REGISTRAR = new PersonId("per_registrar1");
    public static final PersonId SUPERVISOR = new PersonId("per_supervisor");
    public static final PersonId NOBODY = new PersonId("per_nobodyknown");

    public static final Profile TWO_THIRDS = new Profile("p1", 1, "规则", new Threshold.Share(2, 3, false), new Threshold.Share(2, 3, false),
            Profile.Denominator.ATTENDING, 3, 3, Profile.Parity.ANY, false, 5, 9, Profile.Swap.VOID_SCORES);

    public static TestPackage rooms(int rooms, int experts, int applicants) {
        return new TestPackage(rooms, experts, applicants, 0, false, engineering(), scoring(Stage.Method.TRIMMED_MEAN, 2), TWO_THIRDS, a -> a, d -> d);
    }

    /** The plain mode: count, read, score, sign. */
    public static Mode scoring(Stage.Method method, int scale) {
        var aggregation = new Stage.Aggregation(method, 5, Stage.Per.SHEET, List.of(), Optional.empty());
        return mode(scale, new Stage.Scoring("score", "打分", Stage.Body.PANEL, 0, aggregation, Optional.empty()));
    }

    public static Mode mode(int scale, Stage... between) {
        var stages = new ArrayList<Stage>(List.of(new Stage.AutoScore("auto", "自动量化赋分"), new Stage.Reading("reading", "审阅材料")));
        stages.addAll(List.of(between));
        stages.add(new Stage.SignOff("sign-off", "签字确认"));
        return new Mode("m1", 1, "打分", "Scoring", scale, stages);
    }

    public TestPackage by(Mode changed) {
        return new TestPackage(rooms, experts, applicants, alternates, hall, sheet, changed, profile, touched, held);
    }

    public TestPackage by(Profile changed) {
        return new TestPackage(rooms, experts, applicants, alternates, hall, sheet, mode, changed, touched, held);
    }

    public TestPackage by(Sheet changed) {
        return new TestPackage(rooms, experts, applicants, alternates, hall, changed, mode, profile, touched, held);
    }

    public TestPackage applicants(UnaryOperator<Item.Applicant> change) {
        return new TestPackage(rooms, experts, applicants, alternates, hall, sheet, mode, profile, change, held);
    }

    /** So many alternates wait for a seat in each room. */
    public TestPackage withAlternates(int many) {
        return new TestPackage(rooms, experts, applicants, many, hall, sheet, mode, profile, touched, held);
    }

    /** The rooms are panels of one more room, where all their experts sit together. */
    public TestPackage underOneHall() {
        return new TestPackage(rooms, experts, applicants, alternates, true, sheet, mode, profile, touched, held);
    }

    /** Its pages wait until somebody has answered for them. */
    public TestPackage screening() {
        return new TestPackage(rooms, experts, applicants, alternates, hall, sheet, mode, profile, touched, d -> held.apply(d).with(Item.Screening.REQUIRED));
    }

    public TestPackage by(Item.Reading reading) {
        return new TestPackage(rooms, experts, applicants, alternates, hall, sheet, mode, profile, touched, d -> held.apply(d).with(reading));
    }

    public static PersonId alternate(int room, int alternate) {
        return new PersonId("per_alternate" + padded(room) + "x" + padded(alternate));
    }

    public static RoomId room(int room) {
        return new RoomId("rm_room" + padded(room));
    }

    public static PersonId expert(int room, int expert) {
        return new PersonId("per_expert" + padded(room) + "x" + padded(expert));
    }

    public static PersonId secretary(int room) {
        return new PersonId("per_secretary" + padded(room));
    }

    public static PersonId chair(int room) {
        return new PersonId("per_chair" + padded(room));
    }

    public static ApplicantId applicant(int room, int applicant) {
        return new ApplicantId("apl_of" + padded(room) + "x" + padded(applicant));
    }

    public List<Item> items() {
        var items = new ArrayList<Item>(List.of(held.apply(description()), new Item.ScoreSheet(sheet), new Item.MeetingMode(mode), new Item.RuleProfile(profile),
                person(REGISTRAR, Role.REGISTRAR, Optional.empty()), person(SUPERVISOR, Role.SUPERVISOR, Optional.empty())));
        if (hall) items.addAll(room(rooms + 1, Optional.empty()));
        for (int room = 1; room <= rooms; room++) {
            items.addAll(room(room, Optional.of(room(rooms + 1)).filter(_ -> hall)));
            for (int expert = 1; expert <= experts; expert++) items.add(seated(room, expert));
            for (int n = 1; n <= alternates; n++) items.add(person(alternate(room, n), Role.ALTERNATE, Optional.of(room(room))));
            for (int n = 1; n <= applicants; n++) items.add(touched.apply(applying(room, n)));
        }
        return items;
    }

    private static List<Item> room(int room, Optional<RoomId> hall) {
        return List.of(new Item.Room(room(room), "R" + room, room + "号评议室", "工程", hall, Optional.empty()),
                person(secretary(room), Role.SECRETARY, Optional.of(room(room))), person(chair(room), Role.CHAIR, Optional.of(room(room))));
    }

    private Item.Person seated(int room, int expert) {
        var person = person(expert(room, expert), Role.EXPERT, Optional.of(room(room)));
        if (!hall) return person;
        var both = List.of(person.grants().getFirst(), new Grant(Role.EXPERT, Optional.of(room(rooms + 1))));
        return new Item.Person(person.id(), person.seat(), both, person.expertClass(), person.identity(), person.codeHash());
    }

    public static Item.Description description() {
        return new Item.Description("高级职称评审会", "Senior titles", "人社厅", "工程系列高评委", 9,
                Item.Policy.SINGLE_BLIND, TestMeeting.DAY, "2026-11-23");
    }

    /** Points as given, and the experts' forty: ability 15, contribution 15, defence 10, in halves. */
    public static Sheet engineering() {
        var leaves = List.of(leaf("ability", "15"), leaf("contribution", "15"), leaf("defence", "10"));
        return new Sheet("A", 1, "工程系列高级", "Engineering, senior", Optional.empty(), new BigDecimal(120), new BigDecimal(100), 2, List.of(), List.of(),
                List.of(node("A5", Kind.GROUP, "40", Optional.empty(), leaves), given("A1", Kind.AUTOMATIC, "80"), given("A2", Kind.AUTOMATIC, "25"),
                        given("A3", Kind.AUTOMATIC, "10"), given("A4", Kind.AUTOMATIC, "10"), given("bonus", Kind.BONUS, "5"),
                        given("deduction", Kind.DEDUCTION, "3"), given("V", Kind.VETO, "0")));
    }

    /** The same without anything for experts to mark. */
    public static Sheet counted() {
        var s = engineering();
        return new Sheet(s.code(), s.version(), s.title(), s.titleEn(), s.cutoff(), s.total(), s.finalMax(), s.scale(), s.fields(), s.charts(),
                s.indicators().subList(1, s.indicators().size()));
    }

    public static Indicator given(String code, Kind kind, String max) {
        return node(code, kind, max, Optional.of(new Sheet.Given()), List.of());
    }

    public static Indicator node(String code, Kind kind, String max, Optional<Sheet.Source> source, List<Indicator> children) {
        return new Indicator(code, "指标", code, kind, BigDecimal.ZERO, new BigDecimal(max), Optional.empty(), Optional.empty(), Gathering.SUM, 0,
                source, Optional.empty(), Optional.empty(), Optional.empty(), children);
    }

    public static Indicator leaf(String code, String max) {
        return leaf(code, max, Optional.empty());
    }

    public static Indicator leaf(String code, String max, Optional<String> stage) {
        return new Indicator(code, "指标", code, Kind.EXPERT, BigDecimal.ZERO, new BigDecimal(max), Optional.of(new BigDecimal("0.5")),
                Optional.empty(), Gathering.SUM, 0, Optional.empty(), Optional.empty(), Optional.empty(), stage, List.of());
    }

    public static Item.Person person(PersonId id, Role role, Optional<RoomId> room) {
        return new Item.Person(id, "A-1", List.of(new Grant(role, room)), Optional.empty(), new Ciphertext("sealed"), "hash-of-" + id.value());
    }

    /** Confirmed before the meeting, between two of one room. */
    public static Item.Recusal recusal(int room, int expert, int applicant) {
        return new Item.Recusal(expert(room, expert), applicant(room, applicant), Ground.SAME_UNIT, Optional.of(new Ciphertext("sealed")));
    }

    public static Item.Applicant applying(int room, int n) {
        return new Item.Applicant(applicant(room, n), "工" + padded(n), room(room), n, "工程", new Ciphertext("sealed"),
                Facts.NONE, new TreeMap<>(),
                List.of(new Item.Document(new DocumentId("doc_paper" + padded(n)), "00", 1024, 3, "paper", new Ciphertext("sealed"))));
    }

    private static String padded(int number) {
        return (number < 10 ? "000" : number < 100 ? "00" : number < 1000 ? "0" : "") + number;
    }
}
