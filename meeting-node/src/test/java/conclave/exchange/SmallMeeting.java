package conclave.exchange;

import conclave.exchange.MeetingFile.Applicant;
import conclave.exchange.MeetingFile.Committee;
import conclave.exchange.MeetingFile.Document;
import conclave.exchange.MeetingFile.DocumentKind;
import conclave.exchange.MeetingFile.Expected;
import conclave.exchange.MeetingFile.Meeting;
import conclave.exchange.MeetingFile.Panel;
import conclave.exchange.MeetingFile.Person;
import conclave.exchange.MeetingFile.Policy;
import conclave.exchange.MeetingFile.Role;
import conclave.exchange.MeetingFile.Room;
import conclave.exchange.MeetingFile.Sex;
import conclave.exchange.MeetingFile.Tier;
import conclave.meeting.event.Facts;
import conclave.meeting.event.Mode;
import conclave.meeting.event.Profile;
import conclave.meeting.event.Sheet.Field;
import conclave.meeting.event.Sheet.FieldType;
import conclave.meeting.event.Sheet.Gathering;
import conclave.meeting.event.Sheet.Indicator;
import conclave.meeting.event.Sheet.Kind;
import conclave.meeting.event.Sheet;
import conclave.meeting.event.Stage;
import conclave.meeting.event.Threshold;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The smallest meeting that is complete, as a folder whose files a test may damage before it is sealed with fresh hashes. */
public final class SmallMeeting {

    static final String DOCUMENT = "data/documents/000001.pdf";

    private final TreeMap<String, byte[]> files = new TreeMap<>();

    public static SmallMeeting of(Path workshop) throws IOException {
        var folder = workshop.resolve("whole");
        try (var bag = new BagWriter(folder)) {
            var pdf = "%PDF-1.4 a page".getBytes(StandardCharsets.US_ASCII);
            bag.put(DOCUMENT, pdf);
            MeetingFolder.describe(value(pdf.length), bag);
            bag.finish(LocalDate.of(2026, 3, 2), Map.of());
        }
        var meeting = new SmallMeeting();
        try (var all = Files.walk(folder.resolve("data"))) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                meeting.files.put(folder.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return meeting;
    }

    /** The same files again, to be damaged in another way. */
    SmallMeeting copy() {
        var copy = new SmallMeeting();
        copy.files.putAll(files);
        return copy;
    }

    SmallMeeting replace(String file, String old, String fresh) {
        var text = text(file);
        if (!text.contains(old)) throw new IllegalArgumentException(old + " does not stand in " + text);
        return put(file, text.replace(old, fresh));
    }

    String text(String file) {
        return new String(files.get(file), StandardCharsets.UTF_8);
    }

    public SmallMeeting put(String file, String text) {
        files.put(file, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    SmallMeeting drop(String file) {
        files.remove(file);
        return this;
    }

    public Path write(Path folder) throws IOException {
        try (var bag = new BagWriter(folder)) {
            for (var file : files.entrySet()) bag.put(file.getKey(), file.getValue());
            bag.finish(LocalDate.of(2026, 3, 2), Map.of());
        }
        return folder;
    }

    public static MeetingFile value(long bytes) {
        var meeting = new Meeting("评审会", "A review", MeetingFile.Kind.REHEARSAL, "组建单位", "办事机构",
                new Committee("评委会", Tier.SENIOR, "工程系列", 7), Policy.REAL_NAME, LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 4),
                List.of(new Room("R01", "第一评审室", "水利", new Panel("P01", "水利组"), Optional.empty())), new Expected(6, 1, 1, bytes));
        return new MeetingFile(meeting, List.of(expert("E001", "王建国"), expert("E002", "阿依古丽·买买提"), expert("E003", "周𬭎"),
                staff("S001", "刘洋", Role.SECRETARY), staff("C001", "陈立新", Role.CHAIR),
                new Person("T01", "马学军", "会务组", Optional.empty(), List.of(Role.TECHNICIAN), Optional.empty(), Optional.empty(), Optional.empty())),
                List.of(applicant()), sheet(), mode(), rules(), List.of(), new TreeMap<>());
    }

    private static Mode mode() {
        var aggregation = new Stage.Aggregation(Stage.Method.TRIMMED_MEAN, 5, Stage.Per.SHEET, List.of(), Optional.empty());
        return new Mode("panel", 1, "专业组评分", "Panel score", 2, List.of(new Stage.AutoScore("auto", "自动量化赋分"),
                new Stage.Scoring("score", "打分", Stage.Body.PANEL, 0, aggregation, Optional.empty()), new Stage.SignOff("sign", "签字确认")));
    }

    private static Profile rules() {
        var share = new Threshold.Share(2, 3, false);
        return new Profile("R", 1, "规则", share, share, Profile.Denominator.ATTENDING, 3, 7, Profile.Parity.ODD, false, 5, 9, Profile.Swap.VOID_SCORES);
    }

    private static Person staff(String code, String name, Role role) {
        return new Person(code, name, "办事机构", Optional.empty(), List.of(role), Optional.of("R01"), Optional.empty(), Optional.empty());
    }

    private static Person expert(String code, String name) {
        return new Person(code, name, "设计院", Optional.of("1-01"), List.of(Role.EXPERT), Optional.of("R01"), Optional.empty(), Optional.of("A"));
    }

    private static Applicant applicant() {
        return new Applicant("A-001", "李雪莲", Sex.FEMALE, LocalDate.of(1985, 8, 23), "汉族", "659985198508235897", "13900001234", "设计院",
                "人社局", "大学 水利专业 本科", "工程师", LocalDate.of(2014, 7, 1), "水利", "高级工程师", "R01", facts(),
                new TreeMap<>(Map.of("projects", List.of("水库"))), new TreeMap<>(Map.of("A1", new BigDecimal("13"), "bonus", BigDecimal.ONE, "deduction", BigDecimal.ZERO)),
                List.of(new Document(DOCUMENT, "评审表", DocumentKind.FORM, 1)));
    }

    private static Facts facts() {
        return new Facts(new TreeMap<>(Map.of("tenure", "11", "exceptional", "否")),
                new TreeMap<>(Map.of("projects", List.of(new TreeMap<>(Map.of("level", "县级", "key", "水库"))))));
    }

    private static Sheet sheet() {
        var fields = List.of(field("tenure", "任职年限", FieldType.NUMBER, List.of(), List.of()),
                field("exceptional", "破格", FieldType.FLAG, List.of(), List.of()),
                field("projects", "工程项目", FieldType.LIST, List.of(), List.of(field("level", "级别", FieldType.CHOICE, List.of("省级", "县级"), List.of()),
                        field("key", "项目", FieldType.KEY, List.of(), List.of()))));
        var expert = new Indicator("A5.1", "能力", "Ability", Kind.EXPERT, BigDecimal.ZERO, new BigDecimal("40"), Optional.of(new BigDecimal("0.5")),
                Optional.empty(), Gathering.SUM, 0, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());
        return new Sheet("S", 1, "赋分表", "Sheet", Optional.of("2025-12-31"), new BigDecimal("55"), new BigDecimal("55"), 2, fields, List.of(), List.of(
                given("A1", Kind.AUTOMATIC, "15"), group("A5", "40", List.of(expert)), given("bonus", Kind.BONUS, "5"), given("deduction", Kind.DEDUCTION, "3")));
    }

    private static Field field(String code, String name, FieldType type, List<String> choices, List<Field> fields) {
        return new Field(code, name, type, false, choices, fields);
    }

    private static Indicator given(String code, Kind kind, String max) {
        return new Indicator(code, "项目" + code, "Item", kind, BigDecimal.ZERO, new BigDecimal(max), Optional.empty(), Optional.empty(), Gathering.SUM, 0,
                Optional.of(new Sheet.Given()), Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }

    private static Indicator group(String code, String max, List<Indicator> children) {
        return new Indicator(code, "专家", "Experts", Kind.GROUP, BigDecimal.ZERO, new BigDecimal(max), Optional.empty(), Optional.empty(), Gathering.SUM, 0,
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), children);
    }
}
