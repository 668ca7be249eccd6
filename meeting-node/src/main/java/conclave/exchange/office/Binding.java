package conclave.exchange.office;

import conclave.exchange.BagWriter;
import conclave.exchange.MeetingFile;
import conclave.exchange.MeetingFile.Applicant;
import conclave.exchange.MeetingFile.Document;
import conclave.exchange.MeetingFile.Expected;
import conclave.exchange.MeetingFolder;
import conclave.exchange.PayloadFile;
import conclave.exchange.Scanned;
import conclave.exchange.workbook.Spot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** 装订: what was gathered becomes a folder. Every document is opened and copied once, and the whole is held against itself before it stands. */
final class Binding {

    static final String FORMS = "遮盖模板.txt";

    private final Gathering.Order order;
    private final Materials materials;
    private final Slips slips;
    private final TreeMap<String, PayloadFile> files = new TreeMap<>();
    private final TreeMap<String, String> contents = new TreeMap<>();

    Binding(Gathering.Order order, Materials materials, Slips slips) {
        this.order = order;
        this.materials = materials;
        this.slips = slips;
    }

    /** Nothing, where something is wrong with it; and then no folder either. */
    Optional<MeetingFile> bind(MeetingFile described, TreeMap<String, List<Dossiers.Piece>> pieces) throws IOException {
        try (var bag = new BagWriter(order.out())) {
            var applicants = new ArrayList<Applicant>();
            for (var it : described.applicants()) applicants.add(it.with(documents(pieces.getOrDefault(it.code(), List.of()), bag)));
            var bytes = files.values().stream().mapToLong(PayloadFile::bytes).sum();
            var it = described.meeting();
            var expected = new Expected(described.people().size(), applicants.size(), files.size(), bytes);
            var whole = new MeetingFile(it.with(expected), described.people(), applicants, described.sheet(), described.mode(), described.rules(), described.recusals(), files);
            MeetingFolder.complete(whole).stream().map(finding -> Whole.of(finding, materials.tables())).forEach(this::unlessSaid);
            forms(bag);
            if (slips.failed()) return Optional.empty();
            MeetingFolder.describe(whole, bag);
            bag.finish(order.today(), Map.of("Conclave-Format", MeetingFile.FORMAT, "Bag-Software-Agent", "conclave package gather"));
            return Optional.of(whole);
        }
    }

    /** The whole says again what a cell was told already. */
    private void unlessSaid(OfficeFinding finding) {
        var same = Map.of("id-number-check", "id-check", "id-number-birth-differs", "id-birth").getOrDefault(finding.finding().rule(), finding.finding().rule());
        var said = slips.all().stream().anyMatch(it -> it.file().equals(finding.file()) && it.finding().rule().equals(same)
                && it.finding().spot().cell().replaceAll("[A-Z]", "").equals(finding.finding().spot().cell().replaceAll("[A-Z]", "")));
        if (!said) slips.add(finding);
    }

    /** 遮盖模板, where the office has laid one beside its tables. */
    private void forms(BagWriter bag) throws IOException {
        var file = order.folder().resolve(FORMS);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) return;
        byte[] set;
        try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            set = in.readNBytes(MeetingFolder.MOST_FORMS + 1);
        }
        var wrong = MeetingFolder.wrongLine(set);
        if (wrong.isPresent()) slips.error(Slip.FORMS_MALFORMED, FORMS, Spot.FILE, "", wrong.getAsInt());
        else bag.put(MeetingFolder.FORMS, set);
    }

    private static Slip unopened(Scanned form) {
        if (form.isOffice()) return Slip.OFFICE_UNPRINTED;
        return form == Scanned.PDF ? Slip.SCAN_DAMAGED : Slip.PICTURE_DAMAGED;
    }

    private List<Document> documents(List<Dossiers.Piece> pieces, BagWriter bag) throws IOException {
        var documents = new ArrayList<Document>();
        for (var piece : pieces) {
            var path = String.format(Locale.ROOT, "data/documents/%06d.%s", files.size() + 1, piece.form().ending());
            try {
                var pages = order.counting().pages(piece.scan().bytes(), piece.scan()::open);
                PayloadFile file;
                try (var in = piece.scan().open()) {
                    file = bag.take(path, in, Scan.LARGEST);
                }
                files.put(path, file);
                var before = contents.putIfAbsent(file.sha256(), piece.scan().name());
                if (before != null) slips.warning(Slip.SCAN_TWICE, piece.scan().name(), Spot.FILE, "", before);
                documents.add(new Document(path, piece.title(), piece.kind(), pages));
            } catch (Scan.Unreadable e) {
                slips.error(Slip.FILE_UNREADABLE, piece.scan().name(), Spot.FILE, "");
            } catch (PageCounting.Unopened e) {
                slips.error(unopened(piece.form()), piece.scan().name(), Spot.FILE, "", e.getMessage());
            }
        }
        return documents;
    }
}
