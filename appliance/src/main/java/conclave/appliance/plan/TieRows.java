package conclave.appliance.plan;

import conclave.exchange.MeetingFile;
import conclave.meeting.event.Ground;
import conclave.meeting.prepare.Finding;
import conclave.meeting.prepare.Matter;
import conclave.meeting.prepare.Screening.Tie;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** 利害关系表: who said of which two people what. Nothing is skipped: a code that is misspelt would hide a recusal. */
final class TieRows {

    private static final String EXPERT = "专家编号";
    private static final String APPLICANT = "申报人编号";
    private static final String GROUND = "理由";
    private static final String WORDS = "说明";
    private static final String ALLOWED = "亲属关系、同单位、师生关系、合作关系、其他利害关系";

    private final Table table;
    private final TreeMap<String, Integer> places = new TreeMap<>();
    private final List<Finding> findings;
    private final List<Tie> ties = new ArrayList<>();
    private final TreeSet<String> experts = new TreeSet<>();
    private final TreeSet<String> applicants = new TreeSet<>();

    record Read(List<Tie> ties, List<Finding> findings) {
        static final Read NONE = new Read(List.of(), List.of());
    }

    private TieRows(Table table, MeetingFile file) {
        this.table = table;
        findings = new ArrayList<>(table.findings());
        Bench.screened(file).forEach(person -> experts.add(person.code()));
        file.applicants().forEach(applicant -> applicants.add(applicant.code()));
    }

    static Read read(Table table, MeetingFile file) {
        var rows = new TieRows(table, file);
        if (rows.findings.isEmpty()) rows.header(table.rows().isEmpty() ? List.of() : table.rows().getFirst());
        if (rows.findings.isEmpty()) {
            for (int i = 1; i < table.rows().size(); i++) rows.row(table.rows().get(i), i + 1);
        }
        return new Read(List.copyOf(rows.ties), List.copyOf(rows.findings));
    }

    private void header(List<String> header) {
        for (int i = 0; i < header.size(); i++) {
            if (places.put(header.get(i), i) != null && !header.get(i).isEmpty()) found(Matter.TABLE_COLUMN_TWICE, "column", header.get(i));
        }
        var missing = List.of(EXPERT, APPLICANT, GROUND).stream().filter(column -> !places.containsKey(column)).toList();
        if (!missing.isEmpty()) found(Matter.TABLE_COLUMN_MISSING, "columns", String.join("、", missing));
    }

    private void row(List<String> row, int number) {
        if (row.stream().allMatch(String::isEmpty)) return;
        var expert = cell(row, EXPERT);
        var applicant = cell(row, APPLICANT);
        var ground = ground(cell(row, GROUND));
        if (row.size() > table.rows().getFirst().size()) found(Matter.TABLE_ROW_TOO_LONG, "row", number);
        if (!experts.contains(expert)) found(Matter.TIE_EXPERT_UNKNOWN, "row", number, "code", expert);
        if (!applicants.contains(applicant)) found(Matter.TIE_APPLICANT_UNKNOWN, "row", number, "code", applicant);
        if (ground.isEmpty()) found(Matter.TIE_GROUND_UNKNOWN, "row", number, "value", cell(row, GROUND), "allowed", ALLOWED);
        ground.ifPresent(it -> ties.add(new Tie(expert, applicant, it, cell(row, WORDS))));
    }

    private String cell(List<String> row, String column) {
        var place = places.get(column);
        return place == null || place >= row.size() ? "" : row.get(place);
    }

    private static Optional<Ground> ground(String word) {
        return Optional.ofNullable(switch (word) {
            case "亲属关系", "亲属" -> Ground.KINSHIP;
            case "同单位", "同一单位", "现在或曾经同单位" -> Ground.SAME_UNIT;
            case "师生关系", "师生" -> Ground.TEACHER_STUDENT;
            case "合作关系", "合作者", "合作发表或合作项目" -> Ground.COAUTHOR;
            case "其他利害关系", "其他" -> Ground.OTHER_INTEREST;
            default -> null;
        });
    }

    /** Facts are given as name, value, name, value. */
    private void found(Matter matter, Object... facts) {
        var finding = Finding.of(matter).with("file", table.file());
        for (int i = 0; i < facts.length; i += 2) finding = finding.with((String) facts[i], facts[i + 1]);
        findings.add(finding);
    }
}
