package conclave.node;

import conclave.document.PdfFixtures;
import conclave.exchange.MeetingFile;
import conclave.exchange.PayloadFile;
import conclave.meeting.event.Facts;
import conclave.meeting.event.Mode;
import conclave.meeting.event.Profile;
import conclave.meeting.event.Sheet.Gathering;
import conclave.meeting.event.Sheet.Indicator;
import conclave.meeting.event.Sheet.Kind;
import conclave.meeting.event.Sheet;
import conclave.meeting.event.Stage;
import conclave.meeting.event.Threshold;
import conclave.seal.Digests;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A meeting as small as it can be and still be one: rooms of four experts, three applicants a room, a document each. */
public final class SmallMeeting {

    public static final String HIDDEN_ID = "659001198503126619";

    private SmallMeeting() {
    }

    /** The folder gets the one document; the description is given as the reader of packages would give it. */
    public static MeetingFile in(Path folder, int rooms, MeetingFile.Policy policy) throws IOException {
        var file = "data/documents/000001.pdf";
        var pdf = PdfFixtures.text(2);
        Files.createDirectories(folder.resolve("data/documents"));
        Files.write(folder.resolve(file), pdf);
        var files = new TreeMap<String, PayloadFile>();
        files.put(file, new PayloadFile(file, pdf.length, Digests.hex(Digests.sha256(pdf))));
        return new MeetingFile(meeting(rooms, policy), people(rooms), applicants(rooms, file), sheet(), mode(), rules(), List.of(), files);
    }

    private static MeetingFile.Meeting meeting(int rooms, MeetingFile.Policy policy) {
        var list = new ArrayList<MeetingFile.Room>();
        for (int r = 1; r <= rooms; r++) list.add(new MeetingFile.Room("R0" + r, "第" + r + "评审室", "水利工程", new MeetingFile.Panel("P0" + r, "评议组" + r),
                Optional.empty()));
        return new MeetingFile.Meeting("工程系列高级职称评审会", "Senior engineering review", MeetingFile.Kind.REHEARSAL, "组建单位", "办事机构",
                new MeetingFile.Committee("评委会", MeetingFile.Tier.SENIOR, "工程", 4 * rooms), policy,
                LocalDate.of(2020, 1, 1), LocalDate.of(2099, 12, 31), list, new MeetingFile.Expected(6L * rooms, 3L * rooms, 1, 1));
    }

    private static List<MeetingFile.Person> people(int rooms) {
        var people = new ArrayList<MeetingFile.Person>();
        for (int r = 1; r <= rooms; r++) {
            for (int e = 1; e <= 4; e++) people.add(person("E" + r + e, "专家" + r + e, r + "-0" + e, MeetingFile.Role.EXPERT, r));
            people.add(person("S" + r, "秘书" + r, "", MeetingFile.Role.SECRETARY, r));
            people.add(person("C" + r, "主任" + r, "", MeetingFile.Role.CHAIR, r));
        }
        people.add(person("V1", "监督", "", MeetingFile.Role.SUPERVISOR, 0));
        people.add(person("G1", "会务", "", MeetingFile.Role.REGISTRAR, 0));
        people.add(person("T1", "技术", "", MeetingFile.Role.TECHNICIAN, 0));
        return people;
    }

    private static MeetingFile.Person person(String code, String name, String seat, MeetingFile.Role role, int room) {
        return new MeetingFile.Person(code, name, "某单位", Optional.of(seat), List.of(role),
                room == 0 ? Optional.empty() : Optional.of("R0" + room), Optional.empty(), Optional.empty());
    }

    private static List<MeetingFile.Applicant> applicants(int rooms, String file) {
        var applicants = new ArrayList<MeetingFile.Applicant>();
        for (int r = 1; r <= rooms; r++) {
            for (int a = 1; a <= 3; a++) applicants.add(applicant("A-" + r + a, "买买提·艾力" + r + a, "R0" + r, file));
        }
        return applicants;
    }

    private static MeetingFile.Applicant applicant(String code, String name, String room, String file) {
        var given = new TreeMap<>(Map.of("A1", new BigDecimal("13"), "B", new BigDecimal("2"), "D", BigDecimal.ONE));
        return new MeetingFile.Applicant(code, name, MeetingFile.Sex.MALE, LocalDate.of(1985, 3, 12), "维吾尔族", HIDDEN_ID, "13999000000",
                "某水利局", "某水利厅", "硕士研究生", "工程师", LocalDate.of(2015, 12, 1), "水利工程", "高级工程师", room, Facts.NONE, new TreeMap<>(),
                given, List.of(new MeetingFile.Document(file, "申报表", MeetingFile.DocumentKind.FORM, 2)));
    }

    private static Sheet sheet() {
        var experts = List.of(expert("A5.1", "能力", "15"), expert("A5.2", "贡献", "15"), expert("A5.3", "答辩", "10"));
        return new Sheet("A", 1, "工程系列高级量化赋分表", "Engineering, senior", Optional.empty(), new BigDecimal("100"), new BigDecimal("100"), 2,
                List.of(), List.of(), List.of(node("A1", "基本条件", Kind.AUTOMATIC, "15", List.of()), node("A5", "专家评价", Kind.GROUP, "40", experts),
                        node("B", "加分", Kind.BONUS, "5", List.of()), node("D", "扣分", Kind.DEDUCTION, "3", List.of())));
    }

    private static Indicator node(String code, String name, Kind kind, String max, List<Indicator> children) {
        return new Indicator(code, name, name, kind, BigDecimal.ZERO, new BigDecimal(max), Optional.empty(), Optional.empty(), Gathering.SUM, 0,
                kind == Kind.GROUP ? Optional.empty() : Optional.of(new Sheet.Given()), Optional.empty(), Optional.empty(), Optional.empty(), children);
    }

    private static Indicator expert(String code, String name, String max) {
        return new Indicator(code, name, name, Kind.EXPERT, BigDecimal.ZERO, new BigDecimal(max), Optional.of(new BigDecimal("0.5")), Optional.empty(),
                Gathering.SUM, 0, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }

    private static Mode mode() {
        var aggregation = new Stage.Aggregation(Stage.Method.TRIMMED_MEAN, 5, Stage.Per.SHEET, List.of(), Optional.empty());
        return new Mode("panel-score", 1, "专家组评分", "Panel score", 2, List.of(new Stage.AutoScore("auto", "自动量化赋分"),
                new Stage.Scoring("score", "专业组打分", Stage.Body.PANEL, 0, aggregation, Optional.empty()), new Stage.SignOff("sign", "签字确认")));
    }

    private static Profile rules() {
        var share = new Threshold.Share(2, 3, false);
        return new Profile("default", 1, "默认", share, share, Profile.Denominator.ATTENDING, 3, 11, Profile.Parity.ODD, false, 5, 9,
                Profile.Swap.VOID_SCORES);
    }

    /** The marks of one filled sheet. */
    public static SortedMap<String, String> marks(String ability, String contribution, String defence) {
        var marks = new TreeMap<String, String>();
        marks.put("A5.1", ability);
        marks.put("A5.2", contribution);
        marks.put("A5.3", defence);
        return marks;
    }
}
