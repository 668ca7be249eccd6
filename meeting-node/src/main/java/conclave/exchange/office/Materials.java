package conclave.exchange.office;

import conclave.codec.BadJson;
import conclave.codec.RuleBookFiles;
import conclave.exchange.Presets;
import conclave.exchange.workbook.Book;
import conclave.exchange.workbook.CellFinding;
import conclave.exchange.workbook.FactsWorkbook;
import conclave.exchange.workbook.SheetWorkbook;
import conclave.exchange.workbook.Spot;
import conclave.exchange.workbook.Workbooks;
import conclave.meeting.event.Mode;
import conclave.meeting.event.Profile;
import conclave.meeting.event.Sheet;
import conclave.meeting.rule.sheet.CompiledSheet;
import conclave.meeting.rule.sheet.SheetCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The workbooks and rule files that lie in an office's folder, each read as what it turns out to be. */
final class Materials {

    private static final int MOST_FILES = 100;
    private static final int MOST_BYTES = 8 << 20;

    private final Slips slips;
    private final Tables tables;
    private final LinkedHashMap<String, byte[]> workbooks = new LinkedHashMap<>();
    private final LinkedHashMap<String, byte[]> facts = new LinkedHashMap<>();
    private final ArrayList<Sheet> sheets = new ArrayList<>();
    private final ArrayList<Mode> modes = new ArrayList<>();
    private final ArrayList<Profile> profiles = new ArrayList<>();

    Materials(Mapping mapping, Slips slips) {
        this.slips = slips;
        this.tables = new Tables(mapping, slips);
    }

    Tables tables() {
        return tables;
    }

    /** As they came, for the copies with red cells. */
    LinkedHashMap<String, byte[]> workbooks() {
        return workbooks;
    }

    /** Only what lies in the folder itself: what is below it are scans. */
    void read(Path folder) throws IOException {
        List<Path> files;
        try (var all = Files.list(folder)) {
            files = all.filter(it -> !Scan.litter(it.getFileName().toString())).sorted().toList();
        }
        var named = files.stream().filter(it -> it.getFileName().toString().toLowerCase(Locale.ROOT).matches(".*\\.(xlsx|xls|xlsm)|(sheet|mode|rules)\\.json")).toList();
        if (named.size() > MOST_FILES) slips.error(Slip.TOO_MANY_FILES, "", Spot.FILE, "", MOST_FILES);
        for (var file : named.subList(0, Math.min(MOST_FILES, named.size()))) read(file.getFileName().toString(), file);
        tables.done();
    }

    private void read(String name, Path file) {
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                slips.error(Slip.LINK_REFUSED, name, Spot.FILE, "");
                return;
            }
            byte[] bytes;
            try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
                bytes = in.readNBytes(MOST_BYTES + 1);
            }
            switch (name.toLowerCase(Locale.ROOT)) {
                case "sheet.json" -> json(name, bytes, RuleBookFiles::sheet).ifPresent(sheets::add);
                case "mode.json" -> json(name, bytes, RuleBookFiles::mode).ifPresent(modes::add);
                case "rules.json" -> json(name, bytes, RuleBookFiles::profile).ifPresent(profiles::add);
                default -> workbook(name, bytes);
            }
        } catch (IOException e) {
            slips.error(Slip.FILE_UNREADABLE, name, Spot.FILE, "");
        }
    }

    private <T> Optional<T> json(String name, byte[] bytes, Function<byte[], T> read) {
        try {
            return Optional.of(read.apply(bytes));
        } catch (BadJson e) {
            slips.error(Slip.JSON_MALFORMED, name, Spot.FILE, "", e.path().isEmpty() ? "第 " + e.line() + " 行" : e.path());
            return Optional.empty();
        }
    }

    private void workbook(String name, byte[] bytes) {
        workbooks.put(name, bytes);
        var read = Workbooks.read(bytes);
        read.findings().forEach(it -> say(name, Slip.WORKBOOK, it));
        if (read.book().isEmpty()) return;
        var book = read.book().get();
        if (book.page("指标").isPresent() && book.page("基本信息").isPresent()) {
            var loaded = SheetWorkbook.load(bytes);
            loaded.findings().forEach(it -> say(name, Slip.CELLS, it));
            loaded.sheet().ifPresent(sheets::add);
        } else if (isFacts(book)) {
            facts.put(name, bytes);
        } else {
            tables.read(name, book);
        }
    }

    private static boolean isFacts(Book book) {
        var page = book.page("申报人");
        var titles = page.map(it -> it.rows().values().stream().limit(5).flatMap(row -> row.values().stream()).map(cell -> Heading.plain(cell.text())).toList()).orElse(List.of());
        return titles.contains("申报人编号") && !titles.contains("姓名");
    }

    private void say(String file, Slip slip, CellFinding finding) {
        var said = slip.at(finding.error(), file, finding.spot(), finding.value(), finding.what(), finding.fix(), finding.rule());
        slips.add(new OfficeFinding(file, finding, said.english()));
    }

    /** The facts of all applicants: by their codes, where the sheet is one that can be counted. */
    List<conclave.exchange.workbook.Applicant> facts(CompiledSheet sheet) {
        var found = new ArrayList<conclave.exchange.workbook.Applicant>();
        facts.forEach((name, bytes) -> {
            var loaded = FactsWorkbook.load(bytes, sheet);
            loaded.findings().forEach(it -> say(name, Slip.CELLS, it));
            found.addAll(loaded.applicants());
        });
        return found;
    }

    Optional<Sheet> sheet() {
        if (sheets.isEmpty()) slips.error(Slip.SHEET_MISSING, "", Spot.FILE, "");
        return one(sheets, Sheet::title);
    }

    Optional<CompiledSheet> compiled(Sheet sheet) {
        return SheetCheck.check(sheet).compiled();
    }

    Optional<Mode> mode(Entry meeting) {
        if (!modes.isEmpty()) return one(modes, Mode::name);
        var wanted = meeting.text("mode");
        var found = Presets.MODES.stream().map(Presets::mode).filter(it -> it.code().equals(wanted) || it.name().equals(wanted)).findFirst();
        if (found.isEmpty() && !wanted.isEmpty()) {
            slips.error(Slip.MODE_UNKNOWN, meeting.file(), meeting.spot("mode"), wanted, wanted, Presets.MODES.stream().map(it -> Presets.mode(it).name()).collect(Collectors.joining("、")));
        }
        return found;
    }

    Optional<Profile> rules(Entry meeting) {
        if (!profiles.isEmpty()) return one(profiles, Profile::name);
        var wanted = meeting.maybe("rules").orElse(Presets.PROFILES.getFirst());
        var found = Presets.PROFILES.stream().map(Presets::profile).filter(it -> it.code().equals(wanted) || it.name().equals(wanted)).findFirst();
        if (found.isEmpty()) {
            slips.error(Slip.RULES_UNKNOWN, meeting.file(), meeting.spot("rules"), wanted, wanted, Presets.PROFILES.stream().map(it -> Presets.profile(it).name()).collect(Collectors.joining("、")));
        }
        return found;
    }

    private <T> Optional<T> one(List<T> found, Function<T, String> name) {
        if (found.size() > 1) slips.error(Slip.SHEET_SEVERAL, "", Spot.FILE, "", found.stream().map(name).collect(Collectors.joining("、")));
        return found.stream().findFirst();
    }
}
