package conclave.exchange.office;

import conclave.exchange.MeetingFile.Applicant;
import conclave.exchange.MeetingFile.DocumentKind;
import conclave.exchange.Scanned;
import conclave.exchange.workbook.Spot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Every scan in one dossier: first as the list says, then by its name. */
final class Dossiers {

    /** One document before it is taken in. */
    record Piece(Scan scan, Applicant owner, String title, DocumentKind kind, Scanned form) {
    }

    /** Within so many bytes programs look for the beginning of a PDF. */
    private static final int HEAD = 1024;

    private final Persons persons;
    private final Whose whose;
    private final Slips slips;
    private final TreeMap<String, List<Piece>> pieces = new TreeMap<>();
    private final TreeMap<String, List<Scan>> byBase = new TreeMap<>();
    private final TreeSet<String> taken = new TreeSet<>();
    private final TreeMap<String, String> owners = new TreeMap<>();

    Dossiers(Persons persons, Whose whose, Slips slips) {
        this.persons = persons;
        this.whose = whose;
        this.slips = slips;
    }

    /** By the code of the applicant. */
    TreeMap<String, List<Piece>> sort(List<Scan> scans, List<Entry> list, List<Entry> rows) {
        if (scans.isEmpty()) slips.error(Slip.SCANS_NONE, "", Spot.FILE, "");
        if (!list.isEmpty()) for (var it : scans) index(it);
        for (var row : list) listed(row);
        for (var scan : scans) {
            if (!taken.contains(scan.name())) whose.of(scan).ifPresent(owner -> add(scan, owner, Optional.empty(), Optional.empty()));
        }
        for (int i = 0; i < rows.size(); i++) {
            var it = persons.applicants().get(i);
            if (scans.isEmpty() || pieces.containsKey(it.code())) continue;
            slips.error(Slip.SCANS_MISSING, rows.get(i).file(), rows.get(i).spot("name"), it.name(), it.name() + "（" + it.code() + "）");
        }
        return pieces;
    }

    /** Whose each scan is, by its name: also of those that could not be taken. */
    SortedMap<String, String> owners() {
        return owners;
    }

    private void listed(Entry row) {
        var owner = persons.applicant(row, whose);
        var file = row.text("file");
        var title = row.maybe("title");
        var kind = row.word("documentKind", false).map(it -> DocumentKind.valueOf(it.code().toUpperCase(Locale.ROOT)));
        if (file.isEmpty()) return;
        var found = byBase.getOrDefault(base(plain(file)), List.of()).stream().filter(it -> named(it, file)).toList();
        if (found.isEmpty()) slips.error(Slip.LISTED_MISSING, row.file(), row.spot("file"), file, file);
        else if (found.size() > 1) slips.error(Slip.LISTED_SEVERAL, row.file(), row.spot("file"), file, file, found.size());
        else if (!taken.add(found.getFirst().name())) slips.error(Slip.LISTED_TWICE, row.file(), row.spot("file"), file, file);
        else if (owner.isPresent()) add(found.getFirst(), owner.get(), title, kind);
    }

    /** By the last of its name, with its ending and without. */
    private void index(Scan scan) {
        var base = base(plain(scan.name()));
        byBase.computeIfAbsent(base, _ -> new ArrayList<>()).add(scan);
        var ending = base.lastIndexOf('.');
        if (ending > 0) byBase.computeIfAbsent(base.substring(0, ending), _ -> new ArrayList<>()).add(scan);
    }

    private static String base(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static boolean named(Scan scan, String file) {
        var wanted = plain(file);
        var name = plain(scan.name());
        var ending = name.lastIndexOf('.');
        return name.equals(wanted) || name.endsWith("/" + wanted) || ending > 0 && (name.substring(0, ending).equals(wanted) || name.substring(0, ending).endsWith("/" + wanted));
    }

    private static String plain(String path) {
        return Normalizer.normalize(path, Normalizer.Form.NFKC).replace('\\', '/').replaceAll("^\\./", "").toLowerCase(Locale.ROOT);
    }

    private void add(Scan scan, Applicant owner, Optional<String> title, Optional<DocumentKind> kind) {
        owners.put(scan.name(), owner.code());
        var form = form(scan);
        if (form.isEmpty()) {
            pieces.computeIfAbsent(owner.code(), _ -> new ArrayList<>());
            return;
        }
        var guessed = Whose.kind(title.orElse(scan.stem()));
        if (kind.isEmpty() && guessed.isEmpty()) slips.warning(Slip.KIND_GUESSED, scan.name(), Spot.FILE, "");
        var sure = kind.or(() -> guessed).orElse(DocumentKind.CERTIFICATE);
        pieces.computeIfAbsent(owner.code(), _ -> new ArrayList<>())
                .add(new Piece(scan, owner, title.orElseGet(() -> Whose.title(scan, owner, sure)), sure, form.get()));
    }

    /** What it is by its bytes, where it is something that is taken, and not larger than anybody scans. */
    private Optional<Scanned> form(Scan scan) {
        if (scan.bytes() == 0) return wrong(Slip.SCAN_EMPTY, scan);
        if (scan.bytes() > Scan.LARGEST) return wrong(Slip.SCAN_TOO_LARGE, scan, Scan.LARGEST >> 20);
        try (var in = scan.open()) {
            var start = in.readNBytes(HEAD);
            var form = Scanned.of(start, start.length, scan.base());
            if (form.isEmpty()) return wrong(Slip.SCAN_FORM, scan, said(scan));
            if (form.get() != Scanned.PDF && new String(start, StandardCharsets.ISO_8859_1).contains("%PDF-")) return wrong(Slip.SCAN_TWO_FORMS, scan);
            if (!named(scan, form.get())) slips.warning(Slip.SCAN_MISNAMED, scan.name(), Spot.FILE, "", form.get().name());
            return form;
        } catch (IOException e) {
            return wrong(Slip.FILE_UNREADABLE, scan);
        }
    }

    private static boolean named(Scan scan, Scanned form) {
        var name = scan.base().toLowerCase(Locale.ROOT);
        return switch (form) {
            case PDF -> name.endsWith(".pdf");
            case JPEG -> name.matches(".*\\.(jpg|jpeg|jpe)");
            case PNG -> name.endsWith(".png");
            case TIFF -> name.matches(".*\\.(tif|tiff)");
            case DOCX -> name.matches(".*\\.(docx|docm|odt)");
            case XLSX -> name.matches(".*\\.(xlsx|xlsm|ods)");
            case DOC -> name.matches(".*\\.(doc|wps)");
            case XLS -> name.matches(".*\\.(xls|et)");
        };
    }

    private static String said(Scan scan) {
        var dot = scan.base().lastIndexOf('.');
        return dot < 0 ? "没有扩展名" : scan.base().substring(dot);
    }

    private Optional<Scanned> wrong(Slip slip, Scan scan, Object... facts) {
        slips.error(slip, scan.name(), Spot.FILE, "", facts);
        return Optional.empty();
    }
}
