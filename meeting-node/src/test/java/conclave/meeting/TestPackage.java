package conclave.meeting;

import conclave.meeting.event.Ciphertext;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.DocumentId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Item;
import conclave.meeting.event.Item.Aggregate;
import conclave.meeting.event.Item.Grant;
import conclave.meeting.event.Item.Indicator;
import conclave.meeting.event.Item.IndicatorKind;
import conclave.meeting.event.Item.Stage;
import conclave.meeting.event.Role;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** What a meeting package brings, built in words: so many rooms of so many experts and applicants. Counting starts at 1. */
public record TestPackage(int rooms, int experts, int applicants, Item.Mode mode, Item.Profile profile,
                          UnaryOperator<Item.Applicant> touched) {

    public static final PersonId REGISTRAR = new PersonId("per_registrar1");
    public static final PersonId SUPERVISOR = new PersonId("per_supervisor");
    public static final PersonId NOBODY = new PersonId("per_nobodyknown");

    private static final Item.Mode MEAN_TRIMMED_FROM_FIVE = new Item.Mode("m1", "打分", List.of(Stage.AUTO_SCORE,
            Stage.MATERIAL_READING, Stage.PANEL_SCORE, Stage.SIGN_OFF), Aggregate.TRIMMED_MEAN, 5, 2);

    public static TestPackage rooms(int rooms, int experts, int applicants) {
        return new TestPackage(rooms, experts, applicants, MEAN_TRIMMED_FROM_FIVE, new Item.Profile("p1", 2, 3), a -> a);
    }

    public TestPackage applicants(UnaryOperator<Item.Applicant> change) {
        return new TestPackage(rooms, experts, applicants, mode, profile, change);
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
        var items = new ArrayList<Item>(List.of(description(), sheet(), mode, profile,
                person(REGISTRAR, Role.REGISTRAR, Optional.empty()), person(SUPERVISOR, Role.SUPERVISOR, Optional.empty())));
        for (int room = 1; room <= rooms; room++) {
            items.add(new Item.Room(room(room), "R" + room, room + "号评议室", "工程"));
            items.add(person(secretary(room), Role.SECRETARY, Optional.of(room(room))));
            items.add(person(chair(room), Role.CHAIR, Optional.of(room(room))));
            for (int expert = 1; expert <= experts; expert++) {
                items.add(person(expert(room, expert), Role.EXPERT, Optional.of(room(room))));
            }
            for (int n = 1; n <= applicants; n++) items.add(touched.apply(applying(room, n)));
        }
        return items;
    }

    public static Item.Description description() {
        return new Item.Description("高级职称评审会", "Senior titles", "人社厅", "工程系列高评委", 9,
                Item.Policy.SINGLE_BLIND, TestMeeting.DAY, "2026-11-23");
    }

    /** The experts' forty points of the engineering sheet: ability 15, contribution 15, defence 10, in halves. */
    public static Item.Sheet sheet() {
        var leaves = List.of(leaf("ability", "15"), leaf("contribution", "15"), leaf("defence", "10"));
        var group = new Indicator("A5", "专家评议", "Experts", IndicatorKind.GROUP, BigDecimal.ZERO, new BigDecimal(40), Optional.empty(), leaves);
        return new Item.Sheet("A", "工程系列高级", "Engineering, senior", new BigDecimal(100), new BigDecimal(100), List.of(group));
    }

    private static Indicator leaf(String code, String max) {
        return new Indicator(code, "指标", code, IndicatorKind.EXPERT, BigDecimal.ZERO, new BigDecimal(max),
                Optional.of(new BigDecimal("0.5")), List.of());
    }

    public static Item.Person person(PersonId id, Role role, Optional<RoomId> room) {
        return new Item.Person(id, "A-1", List.of(new Grant(role, room)), new Ciphertext("sealed"), "hash-of-" + id.value());
    }

    public static Item.Applicant applying(int room, int n) {
        return new Item.Applicant(applicant(room, n), "工" + padded(n), room(room), n, "工程", new Ciphertext("sealed"),
                new TreeMap<>(), BigDecimal.ZERO, BigDecimal.ZERO, false,
                List.of(new Item.Document(new DocumentId("doc_paper" + padded(n)), "00", 1024, 3, "paper", new Ciphertext("sealed"))));
    }

    private static String padded(int number) {
        return (number < 10 ? "000" : number < 100 ? "00" : number < 1000 ? "0" : "") + number;
    }
}
