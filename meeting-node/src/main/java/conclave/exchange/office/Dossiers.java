package conclave.exchange.office;

import conclave.exchange.MeetingFile.Applicant;
import conclave.exchange.MeetingFile.DocumentKind;
import conclave.exchange.workbook.Spot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Every scan in one dossier: first as the list says, then by its name. */
final class Dossiers {

    /** One document before it is taken in. */
    record Piece(Scan scan, Applicant owner, String title, DocumentKind kind) {
    }

    private final Persons persons;
    private final Whose whose;
    private final Slips slips;
    private final TreeMap<String, List<Piece>> pieces = new TreeMap<>();
    private final TreeMap<String, List<Scan>> byBase = new TreeMap<>();
    private final TreeSet<String> taken = new TreeSet<>();

    Dossiers(Persons persons, Whose whose, Slips slips) {
        this.persons = persons;
        this.whose = whose;
        this.slips = slips;
    }

    /** By the code of the applicant. */
    TreeMap<String, List<Piece>> sort(List<Scan> scans, List<Entry> list) {
        if (scans.isEmpty()) slips.error(Slip.SCANS_NONE, "", Spot.FILE, "");
        if (!list.isEmpty()) for (var it : scans) index(it);
        for (var row : list) listed(row);
        for (var scan : scans) {
            if (!taken.contains(scan.name())) whose.of(scan).ifPresent(owner -> add(new Piece(scan, owner, "", DocumentKind.CERTIFICATE), Optional.empty(), Optional.empty()));
        }
        for (var it : persons.applicants()) {
            if (!scans.isEmpty() && !pieces.containsKey(it.code())) slips.error(Slip.SCANS_MISSING, "", Spot.FILE, "", it.name() + "（" + it.code() + "）");
        }
        return pieces;
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
        else if (owner.isPresent()) add(new Piece(found.getFirst(), owner.get(), "", DocumentKind.CERTIFICATE), title, kind);
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

    private void add(Piece piece, Optional<String> title, Optional<DocumentKind> kind) {
        if (!sound(piece.scan())) {
            pieces.computeIfAbsent(piece.owner().code(), _ -> new ArrayList<>());
            return;
        }
        var guessed = Whose.kind(title.orElse(piece.scan().stem()));
        if (kind.isEmpty() && guessed.isEmpty()) slips.warning(Slip.KIND_GUESSED, piece.scan().name(), Spot.FILE, "");
        var sure = kind.or(() -> guessed).orElse(DocumentKind.CERTIFICATE);
        pieces.computeIfAbsent(piece.owner().code(), _ -> new ArrayList<>())
                .add(new Piece(piece.scan(), piece.owner(), title.orElseGet(() -> Whose.title(piece.scan(), piece.owner(), sure)), sure));
    }

    /** Whether it is a PDF at all, and not larger than anybody scans. */
    private boolean sound(Scan scan) {
        if (scan.bytes() == 0) return wrong(Slip.SCAN_EMPTY, scan);
        if (scan.bytes() > Scan.LARGEST) return wrong(Slip.SCAN_TOO_LARGE, scan, Scan.LARGEST >> 20);
        try (var in = scan.open()) {
            var start = new String(in.readNBytes(5), StandardCharsets.ISO_8859_1);
            return start.equals("%PDF-") || wrong(Slip.SCAN_FORM, scan, form(scan, start));
        } catch (IOException e) {
            return wrong(Slip.FILE_UNREADABLE, scan);
        }
    }

    private static String form(Scan scan, String start) {
        if (start.startsWith("\u00ff\u00d8")) return "JPEG 图片";
        if (start.startsWith("\u0089PNG")) return "PNG 图片";
        if (start.startsWith("PK")) return "Office 文档或压缩包";
        if (start.startsWith("\u00d0\u00cf")) return "旧版 Office 文档";
        var dot = scan.base().lastIndexOf('.');
        return dot < 0 ? "没有扩展名" : scan.base().substring(dot);
    }

    private boolean wrong(Slip slip, Scan scan, Object... facts) {
        slips.error(slip, scan.name(), Spot.FILE, "", facts);
        return false;
    }
}
