package conclave.exchange.office;

import conclave.exchange.MeetingFile;
import conclave.exchange.MeetingFile.Applicant;
import conclave.exchange.MeetingFile.Committee;
import conclave.exchange.MeetingFile.Expected;
import conclave.exchange.MeetingFile.Kind;
import conclave.exchange.MeetingFile.Meeting;
import conclave.exchange.MeetingFile.Policy;
import conclave.exchange.MeetingFile.Tier;
import conclave.exchange.office.CompletenessReport.Count;
import conclave.exchange.office.CompletenessReport.Line;
import conclave.exchange.office.CompletenessReport.Origin;
import conclave.exchange.office.CompletenessReport.Share;
import conclave.exchange.workbook.CellFinding;
import conclave.exchange.workbook.Spot;
import conclave.exchange.workbook.Workbooks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An office's workbooks and scans gathered into a meeting folder: whole or not at all. All that is wrong with the workbooks and the names of
 * the files is found before the first document is copied.
 */
public final class Gathering {

    /**
     * @param scans where the documents are: a folder or a zip; the folder of the workbooks itself where nobody says
     * @param counting opens the documents; whoever gives it closes it
     */
    public record Order(Path folder, Optional<Path> scans, Mapping mapping, Path out, LocalDate today, PageCounting counting) {
    }

    /**
     * @param meeting there where nothing was wrong and the folder stands
     * @param counts what must agree: what was there and what was taken in
     * @param owners the codes of applicants by the rows that they stand in and the scans that are theirs
     */
    public record Gathered(Optional<MeetingFile> meeting, List<OfficeFinding> findings, SequencedMap<String, byte[]> workbooks, List<Count> counts, List<Share> shares,
                           SortedMap<String, String> owners) {
        public Gathered {
            findings = List.copyOf(findings);
            counts = List.copyOf(counts);
            shares = List.copyOf(shares);
        }

        /** With what was found about it elsewhere. */
        public Gathered with(List<OfficeFinding> more) {
            var all = new ArrayList<>(findings);
            all.addAll(more);
            return new Gathered(meeting, all, workbooks, counts, shares, owners);
        }

        /** 数据完整性核对报告, whatever came of it. */
        public byte[] report(Origin origin) {
            return CompletenessReport.write(title(), counts, lines(), shares, origin);
        }

        /** The same to be printed and signed. */
        public conclave.report.Form form(Origin origin) {
            return CompletenessReport.form(title(), counts, lines(), shares, origin);
        }

        private String title() {
            return meeting.map(it -> it.meeting().title()).orElse("汇总未完成");
        }

        private List<Line> lines() {
            return findings.stream().map(it -> new Line(it.error(), owner(it), String.join(" ", it.file(), it.finding().spot().words()).strip(), it.finding().what(),
                    it.finding().fix(), it.english(), it.finding().rule())).toList();
        }

        private String owner(OfficeFinding finding) {
            return owners.getOrDefault(place(finding.file(), finding.finding().spot()), "");
        }

        /** The same workbooks with their cells in red, by their names; an old one comes back as a new one. */
        public SequencedMap<String, byte[]> marked() {
            var marked = new LinkedHashMap<String, byte[]>();
            workbooks.forEach((name, bytes) -> {
                List<CellFinding> own = findings.stream().filter(it -> it.file().equals(name)).map(OfficeFinding::finding).toList();
                Workbooks.marked(bytes, own).ifPresent(it -> marked.put(name.replaceAll("(?i)\\.xls$", ".xlsx"), it));
            });
            return marked;
        }
    }

    private static String place(String file, Spot spot) {
        return file + "\n" + spot.page() + "\n" + spot.cell().replaceAll("[A-Z]", "");
    }

    private final Order order;
    private final TreeMap<String, String> owners = new TreeMap<>();
    private final ArrayList<Count> counts = new ArrayList<>();
    private final ArrayList<Share> shares = new ArrayList<>();
    private final Slips slips = new Slips();
    private final Materials materials;

    private Gathering(Order order) {
        this.order = order;
        this.materials = new Materials(order.mapping(), slips);
    }

    /** Never an exception for what the files hold; only for a medium that fails. */
    public static Gathered gather(Order order) throws IOException {
        var gathering = new Gathering(order);
        var meeting = gathering.meeting();
        return new Gathered(meeting, gathering.slips.all(), gathering.materials.workbooks(), gathering.counts, gathering.shares, gathering.owners);
    }

    private Optional<MeetingFile> meeting() throws IOException {
        if (Files.exists(order.out(), LinkOption.NOFOLLOW_LINKS)) {
            slips.error(Slip.PLACE_TAKEN, "", Spot.FILE, "", order.out());
            return Optional.empty();
        }
        materials.read(order.folder());
        var tables = materials.tables();
        var persons = new Persons(tables, slips);
        var whose = new Whose(persons.applicants(), slips);
        var recusals = persons.recusals(whose);
        var meetings = tables.rows(Form.MEETING);
        if (meetings.size() > 1) slips.error(Slip.SHEET_SEVERAL, "", Spot.FILE, "", "会议");
        if (meetings.isEmpty()) slips.error(Slip.FORM_MISSING, "", Spot.FILE, "", Form.MEETING.page());
        var page = meetings.stream().findFirst();
        var meeting = page.map(it -> meeting(it, persons));
        var mode = page.flatMap(materials::mode);
        var rules = page.flatMap(materials::rules);
        var sheet = materials.sheet();
        var applicants = sheet.flatMap(materials::compiled).map(it -> new GivenFacts(materials, slips).with(persons.applicants(), it)).orElse(persons.applicants());
        try (var scans = ScanFolder.of(order.scans().orElse(order.folder()), slips)) {
            var found = documents(scans);
            var dossiers = new Dossiers(persons, whose, slips);
            var pieces = dossiers.sort(found, tables.rows(Form.MATERIALS), tables.rows(Form.APPLICANTS));
            dossiers.owners().forEach((scan, code) -> owners.put(place(scan, Spot.FILE), code));
            count(persons, found.size(), pieces);
            if (slips.failed() || meeting.isEmpty() || mode.isEmpty() || rules.isEmpty() || sheet.isEmpty()) return Optional.empty();
            return new Binding(order, materials, slips).bind(new MeetingFile(meeting.get(), persons.people(), applicants, sheet.get(), mode.get(), rules.get(), recusals, new TreeMap<>()), pieces);
        }
    }

    private void count(Persons persons, int scans, TreeMap<String, List<Dossiers.Piece>> pieces) {
        var rows = materials.tables().rows(Form.APPLICANTS);
        for (int i = 0; i < rows.size(); i++) {
            var it = persons.applicants().get(i);
            owners.put(place(rows.get(i).file(), rows.get(i).line()), it.code());
            var own = pieces.getOrDefault(it.code(), List.of());
            shares.add(new Share(it.code(), it.name(), it.route(), own.size()));
        }
        counts.add(new Count("申报人：表中行数与不同编号数", rows.size(), persons.applicants().stream().map(Applicant::code).filter(it -> !it.isEmpty()).distinct().count()));
        counts.add(new Count("申报人：人数与有材料的人数", rows.size(), shares.stream().filter(it -> it.documents() > 0).count()));
        counts.add(new Count("材料：文件数与归入申报人的份数", scans, pieces.values().stream().mapToLong(List::size).sum()));
    }

    /** Where scans and workbooks lie in one folder, the workbooks are no scans. */
    private List<Scan> documents(ScanFolder folder) {
        if (order.scans().isPresent()) return folder.scans();
        return folder.scans().stream().filter(it -> !it.name().equals(Binding.FORMS)).filter(it -> it.name().contains("/") || !it.name().toLowerCase(Locale.ROOT).matches(".*\\.(xlsx|xls|xlsm|json)")).toList();
    }

    private Meeting meeting(Entry page, Persons persons) {
        var opens = page.date("opens");
        var title = page.text("title");
        var kind = choice(page, "kind", Kind.REAL);
        var policy = choice(page, "policy", Policy.REAL_NAME);
        return new Meeting(title, page.maybe("titleEn").orElse(title), kind, page.text("organizer"), page.text("secretariat"),
                new Committee(page.text("committee"), choice(page, "tier", Tier.SENIOR), page.text("series"), page.whole("size", 1)),
                policy, opens, page.date("closes"), persons.rooms(), new Expected(0, 0, 0, 0), PermitsPage.of(page),
                HandlingAsked.of(page, kind, policy));
    }

    private static <E extends Enum<E>> E choice(Entry page, String key, E otherwise) {
        var wanted = page.neededKey(key);
        for (var it : otherwise.getDeclaringClass().getEnumConstants()) if (Persons.camel(it.name()).equals(wanted)) return it;
        return otherwise;
    }
}
