package conclave.exchange;

import conclave.exchange.MeetingFile.Aggregate;
import conclave.exchange.MeetingFile.AggregateKind;
import conclave.exchange.MeetingFile.Applicant;
import conclave.exchange.MeetingFile.Appraisal;
import conclave.exchange.MeetingFile.Award;
import conclave.exchange.MeetingFile.AwardKind;
import conclave.exchange.MeetingFile.Committee;
import conclave.exchange.MeetingFile.Degree;
import conclave.exchange.MeetingFile.Denominator;
import conclave.exchange.MeetingFile.Document;
import conclave.exchange.MeetingFile.DocumentKind;
import conclave.exchange.MeetingFile.Expected;
import conclave.exchange.MeetingFile.Facts;
import conclave.exchange.MeetingFile.Grade;
import conclave.exchange.MeetingFile.Indicator;
import conclave.exchange.MeetingFile.IndicatorKind;
import conclave.exchange.MeetingFile.Kind;
import conclave.exchange.MeetingFile.Meeting;
import conclave.exchange.MeetingFile.Mode;
import conclave.exchange.MeetingFile.Panel;
import conclave.exchange.MeetingFile.Paper;
import conclave.exchange.MeetingFile.PaperKind;
import conclave.exchange.MeetingFile.Parity;
import conclave.exchange.MeetingFile.Person;
import conclave.exchange.MeetingFile.Points;
import conclave.exchange.MeetingFile.Policy;
import conclave.exchange.MeetingFile.Project;
import conclave.exchange.MeetingFile.ProjectLevel;
import conclave.exchange.MeetingFile.Role;
import conclave.exchange.MeetingFile.Room;
import conclave.exchange.MeetingFile.RuleProfile;
import conclave.exchange.MeetingFile.Scale;
import conclave.exchange.MeetingFile.Service;
import conclave.exchange.MeetingFile.Sex;
import conclave.exchange.MeetingFile.Share;
import conclave.exchange.MeetingFile.Sheet;
import conclave.exchange.MeetingFile.Stage;
import conclave.exchange.MeetingFile.Tier;
import conclave.exchange.MeetingFile.Ties;
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
final class SmallMeeting {

    static final String DOCUMENT = "data/documents/000001.pdf";

    private final TreeMap<String, byte[]> files = new TreeMap<>();

    static SmallMeeting of(Path workshop) throws IOException {
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
        var text = new String(files.get(file), StandardCharsets.UTF_8);
        if (!text.contains(old)) throw new IllegalArgumentException(old + " does not stand in " + text);
        return put(file, text.replace(old, fresh));
    }

    SmallMeeting put(String file, String text) {
        files.put(file, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    SmallMeeting drop(String file) {
        files.remove(file);
        return this;
    }

    Path write(Path folder) throws IOException {
        try (var bag = new BagWriter(folder)) {
            for (var file : files.entrySet()) bag.put(file.getKey(), file.getValue());
            bag.finish(LocalDate.of(2026, 3, 2), Map.of());
        }
        return folder;
    }

    static MeetingFile value(long bytes) {
        var meeting = new Meeting("评审会", "A review", Kind.REHEARSAL, "组建单位", "办事机构",
                new Committee("评委会", Tier.SENIOR, "工程系列", 7), Policy.REAL_NAME, LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 4),
                List.of(new Room("R01", "第一评审室", "水利", new Panel("P01", "水利组"))), new Expected(4, 1, 1, bytes));
        return new MeetingFile(meeting, List.of(expert("E001", "王建国"), expert("E002", "阿依古丽·买买提"), expert("E003", "周𬭎"),
                new Person("T01", "马学军", "会务组", Optional.empty(), List.of(Role.TECHNICIAN), Optional.empty(), Optional.empty())),
                List.of(applicant()), sheet(), new Mode("panel", "专业组评分", List.of(Stage.PANEL_SCORE, Stage.SIGN_OFF),
                        new Aggregate(AggregateKind.TRIMMED_MEAN, 5), 2),
                new RuleProfile("R", "规则", new Share(2, 3), new Share(2, 3), Denominator.ATTENDING, Ties.SHARED, new BigDecimal("30"), 3, 7,
                        Parity.ODD, false), new TreeMap<>());
    }

    private static Person expert(String code, String name) {
        return new Person(code, name, "设计院", Optional.of("1-01"), List.of(Role.EXPERT), Optional.of("R01"), Optional.of("A"));
    }

    private static Applicant applicant() {
        var facts = new Facts(Degree.MASTER, 11, false, List.of(new Appraisal(2025, Grade.EXCELLENT)),
                List.of(new Project("水库", ProjectLevel.COUNTY, 1, 2020)),
                List.of(new Award("水库奖", AwardKind.DEPARTMENT_FIRST, 1, 2021, Optional.of("水库"))),
                List.of(new Paper("论水", "水刊", PaperKind.CORE, 1, false, 2022)), new Service(1, false), 0);
        var automatic = new TreeMap<>(Map.of("A1", new Points(new BigDecimal("13"), "学历资历。")));
        return new Applicant("A-001", "李雪莲", Sex.FEMALE, LocalDate.of(1985, 8, 23), "汉族", "659985198508235897", "13900001234", "设计院",
                "人社局", "大学 水利专业 本科", "工程师", LocalDate.of(2014, 7, 1), "水利", "高级工程师", "R01", facts, automatic,
                new Points(new BigDecimal("1"), "基层一年。"), new Points(BigDecimal.ZERO, "无。"), Optional.empty(),
                List.of(new Document(DOCUMENT, "评审表", DocumentKind.FORM, 1)));
    }

    private static Sheet sheet() {
        var scale = Optional.of(new Scale(BigDecimal.ZERO, new BigDecimal("0.5")));
        var expert = new Indicator("A5.1", "能力", "Ability", IndicatorKind.EXPERT, new BigDecimal("40"), scale, List.of());
        return new Sheet("S", "赋分表", "Sheet", new BigDecimal("55"), new BigDecimal("55"), List.of(
                plain("A1", IndicatorKind.AUTOMATIC, "15"),
                new Indicator("A5", "专家", "Experts", IndicatorKind.GROUP, new BigDecimal("40"), Optional.empty(), List.of(expert)),
                plain("B+", IndicatorKind.BONUS, "5"), plain("D-", IndicatorKind.DEDUCTION, "3")));
    }

    private static Indicator plain(String code, IndicatorKind kind, String max) {
        return new Indicator(code, "项目" + code, "Item", kind, new BigDecimal(max), Optional.empty(), List.of());
    }
}
