package conclave.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.exchange.AmendmentLines.Kind;
import conclave.exchange.MeetingFile.Applicant;
import conclave.exchange.MeetingFile.Document;
import conclave.exchange.MeetingFile.DocumentKind;
import conclave.meeting.event.Facts;
import conclave.seal.Digests;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What lies between two meetings: all of it, shown, carried, and nothing else taken for it. */
class AmendmentFolderTest {

    private final long seed = Long.getLong("conclave.seed", System.nanoTime());

    @TempDir
    private Path temp;

    /** Whatever was changed about applicants, the amendment makes the one of the other. */
    @Test
    void whatIsAppliedToTheOneGivesTheOther() {
        var kinds = new TreeMap<Kind, Integer>();
        for (long run = seed; run < seed + 300; run++) {
            var chance = new Random(run);
            var base = meeting(chance, 1 + chance.nextInt(5));
            var now = changed(base, chance);
            var difference = MeetingDifference.between(base, now, "pkg_1");
            assertEquals(List.of(), difference.beyond(), "seed " + run);
            var applied = MeetingDifference.applied(base, difference.amendment());
            assertTrue(MeetingDifference.same(now, applied), "seed " + run);
            assertEquals(now.meeting().expected(), applied.meeting().expected(), "seed " + run);
            assertEquals(difference.amendment().changes().isEmpty(), MeetingDifference.same(base, now), "seed " + run);
            AmendmentLines.of(difference.amendment()).forEach(line -> kinds.merge(line.kind(), 1, Integer::sum));
            // Nobody's change goes unsaid.
            for (var change : difference.amendment().changes()) {
                assertTrue(AmendmentLines.of(difference.amendment()).stream().anyMatch(line -> line.code().equals(change.after().code())), "seed " + run);
            }
        }
        assertTrue(kinds.size() >= 7, "too few kinds with seed " + seed + ": " + kinds);
    }

    @Test
    void whatItDoesNotCarryIsNamed() {
        var base = meeting(new Random(1), 3);
        var fewer = with(base, base.applicants().subList(0, 2), base.files());
        assertEquals(List.of("amendment-applicant-removed"), codes(MeetingDifference.between(base, fewer, "p").beyond()));
        var people = new MeetingFile(base.meeting(), base.people().subList(1, 4), base.applicants(), base.sheet(), base.mode(), base.rules(), base.recusals(), base.files());
        assertEquals(List.of("amendment-other-part"), codes(MeetingDifference.between(base, people, "p").beyond()));
        var moved = with(base, base.applicants().stream().map(a -> rebuilt(a, a.name(), "R02", a.facts(), a.given(), a.documents())).toList(), base.files());
        assertEquals(List.of("amendment-applicant-moved"), codes(MeetingDifference.between(base, moved, "p").beyond()).stream().distinct().toList());
        assertEquals(List.of("amendment-empty"), codes(AmendmentFolder.complete(MeetingDifference.between(base, base, "p").amendment())));
    }

    @Test
    void asWrittenSoRead() throws IOException {
        var folder = SmallMeeting.of(temp.resolve("workshop")).write(temp.resolve("base"));
        var base = MeetingFolder.read(folder).meeting().orElseThrow();
        var changed = refiled(folder, base);
        var now = MeetingFolder.read(changed).meeting().orElseThrow();
        var amendment = MeetingDifference.between(base, now, "pkg_1").amendment();
        AmendmentFolder.write(amendment, now, changed, temp.resolve("amendment"));
        var read = AmendmentFolder.read(temp.resolve("amendment"), Optional.empty());
        assertEquals(List.of(), read.findings());
        assertEquals(amendment, read.amendment().orElseThrow());
        assertEquals(1, amendment.brought().size());
        assertEquals(List.of(Kind.FILE_REPLACED), AmendmentLines.of(amendment).stream().map(AmendmentLines.Line::kind).toList());
    }

    @Test
    void whatDoesNotFitTogetherIsNotRead() throws IOException {
        var folder = SmallMeeting.of(temp.resolve("workshop")).write(temp.resolve("base"));
        var base = MeetingFolder.read(folder).meeting().orElseThrow();
        var changed = refiled(folder, base);
        var now = MeetingFolder.read(changed).meeting().orElseThrow();
        AmendmentFolder.write(MeetingDifference.between(base, now, "pkg_1").amendment(), now, changed, temp.resolve("amendment"));
        var files = new TreeMap<String, byte[]>();
        for (var path : List.of("data/amendment.json", document(temp.resolve("amendment")))) files.put(path, Files.readAllBytes(temp.resolve("amendment").resolve(path)));
        var json = new String(files.get("data/amendment.json"), StandardCharsets.UTF_8);
        var pdf = files.lastKey();
        assertEquals(List.of("file-missing"), damaged("a", Map.of("data/amendment.json", json)));
        assertEquals(List.of("file-without-owner"), damaged("b", Map.of("data/amendment.json", json, pdf, "%PDF-1.4 another", "data/documents/" + "0".repeat(64) + ".pdf", "%PDF-1.4")).stream()
                .filter(code -> code.equals("file-without-owner")).toList());
        assertEquals(List.of("hash-differs"), damaged("c", Map.of("data/amendment.json", json, pdf, "%PDF-1.4 another")));
        assertEquals(List.of("format-unknown"), damaged("d", Map.of("data/amendment.json", json.replace("amendment 1", "amendment 9"), pdf, "%PDF-1.4 another")));
        assertEquals(List.of("field-unknown"), damaged("e", Map.of("data/amendment.json", json.replace("{\"basis\"", "{\"also\":1,\"basis\""), pdf, "%PDF-1.4 another")));
        assertEquals(List.of("json-malformed"), damaged("f", Map.of("data/amendment.json", "[]", pdf, "%PDF-1.4 another")));
        assertEquals(List.of("file-missing"), damaged("g", Map.of(pdf, "%PDF-1.4 another")));
    }

    /** A picture or an office file keeps its ending: called a PDF it would be refused as a damaged one. */
    @ParameterizedTest
    @EnumSource(Scanned.class)
    void everyKindOfFileThatAMeetingMayHoldComesWithAnAmendment(Scanned kind) throws IOException {
        var base = MeetingFolder.read(SmallMeeting.of(temp.resolve("workshop")).write(temp.resolve("base"))).meeting().orElseThrow();
        var bytes = Arrays.copyOf(start(kind), 40);
        var path = "data/documents/000001." + kind.ending();
        var one = base.applicants().getFirst();
        var pages = one.documents().getFirst().pages();
        try (var bag = new BagWriter(temp.resolve("changed"))) {
            bag.put(path, bytes);
            MeetingFolder.describe(with(SmallMeeting.value(1), List.of(one.with(List.of(new Document(path, "评审表", DocumentKind.FORM, pages)))),
                    Map.of(path, new PayloadFile(path, bytes.length, Digests.hex(Digests.sha256(bytes))))), bag);
            bag.finish(LocalDate.of(2026, 3, 3), Map.of());
        }
        var now = MeetingFolder.read(temp.resolve("changed")).meeting().orElseThrow();
        carries(MeetingDifference.between(base, now, "pkg_1").amendment(), now, temp.resolve("changed"), temp.resolve("there"));
        carries(MeetingDifference.between(now, base, "pkg_1").amendment(), base, temp.resolve("base"), temp.resolve("back"));
    }

    private static void carries(AmendmentFile amendment, MeetingFile now, Path from, Path target) throws IOException {
        AmendmentFolder.write(amendment, now, from, target);
        var read = AmendmentFolder.read(target, Optional.empty());
        assertEquals(List.of(), read.findings());
        assertEquals(amendment, read.amendment().orElseThrow());
        assertEquals(1, amendment.brought().size());
    }

    private static byte[] start(Scanned kind) {
        return HexFormat.of().parseHex(switch (kind) {
            case PDF -> "255044462d";
            case JPEG -> "ffd8ff";
            case PNG -> "89504e470d0a1a0a";
            case TIFF -> "49492a00";
            case DOCX, XLSX -> "504b0304";
            case DOC, XLS -> "d0cf11e0a1b11ae1";
        });
    }

    /** Earlier programs called everything a PDF, which nobody noticed as long as a picture stayed where it was. */
    @Test
    void whatWasWrittenBeforeFilesKeptTheirEndingIsRead() throws IOException {
        var chance = new Random(1);
        var base = meeting(chance, 1);
        var now = with(base, List.of(rebuilt(base.applicants().getFirst(), "新名", "R01", base.applicants().getFirst().facts(), base.applicants().getFirst().given(),
                base.applicants().getFirst().documents())), base.files());
        var picture = renamed(now, ".png");
        var amendment = MeetingDifference.between(renamed(base, ".png"), picture, "pkg_1").amendment();
        assertTrue(amendment.files().firstKey().endsWith(".png"), amendment.files()::toString);
        assertEquals(List.of(), AmendmentFolder.complete(amendment));
        assertEquals(List.of(), AmendmentFolder.complete(MeetingDifference.between(base, now, "pkg_1").amendment()));
    }

    private static MeetingFile renamed(MeetingFile m, String ending) {
        var files = new TreeMap<String, PayloadFile>();
        var all = new ArrayList<Applicant>();
        for (var applicant : m.applicants()) {
            var documents = new ArrayList<Document>();
            for (var document : applicant.documents()) {
                var path = document.file().replace(".pdf", ending);
                var file = m.files().get(document.file());
                files.put(path, new PayloadFile(path, file.bytes(), file.sha256()));
                documents.add(new Document(path, document.title(), document.kind(), document.pages()));
            }
            all.add(applicant.with(documents));
        }
        return with(m, all, files);
    }

    @Test
    void theSameFileHasTheSamePagesForWhoeverIsNamed() throws IOException {
        var chance = new Random(1);
        var base = meeting(chance, 2);
        var document = base.applicants().getFirst().documents().getFirst();
        var longer = new Document(document.file(), document.title(), document.kind(), document.pages() + 1);
        var first = base.applicants().getFirst();
        var second = base.applicants().getLast();
        // A count is put right.
        var right = with(base, List.of(replaced(first, document, longer), second), base.files());
        assertEquals(List.of(), AmendmentFolder.complete(MeetingDifference.between(base, right, "pkg_1").amendment()));
        var both = with(base, List.of(replaced(first, document, longer), second.with(List.of(document))), base.files());
        assertEquals(List.of("document-pages-differ"), codes(AmendmentFolder.complete(MeetingDifference.between(base, both, "pkg_1").amendment())));
    }

    private static Applicant replaced(Applicant applicant, Document old, Document fresh) {
        return applicant.with(applicant.documents().stream().map(one -> one.equals(old) ? fresh : one).toList());
    }

    private static String document(Path folder) throws IOException {
        try (var all = Files.list(folder.resolve("data/documents"))) {
            return folder.relativize(all.findFirst().orElseThrow()).toString();
        }
    }

    private List<String> damaged(String name, Map<String, String> files) throws IOException {
        try (var bag = new BagWriter(temp.resolve(name))) {
            for (var file : files.entrySet()) bag.put(file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8));
            bag.finish(LocalDate.of(2026, 3, 2), Map.of());
        }
        var reading = AmendmentFolder.read(temp.resolve(name), Optional.empty());
        assertTrue(reading.amendment().isEmpty(), name);
        return codes(reading.findings());
    }

    /** The same meeting with another form in the place of the first. */
    private Path refiled(Path folder, MeetingFile base) throws IOException {
        var target = temp.resolve("changed");
        try (var bag = new BagWriter(target)) {
            var pdf = "%PDF-1.4 another page".getBytes(StandardCharsets.US_ASCII);
            bag.put(SmallMeeting.DOCUMENT, pdf);
            MeetingFolder.describe(SmallMeeting.value(pdf.length), bag);
            bag.finish(LocalDate.of(2026, 3, 3), Map.of());
        }
        return target;
    }

    private static MeetingFile meeting(Random chance, int applicants) {
        var one = SmallMeeting.value(1).applicants().getFirst();
        var files = new TreeMap<String, PayloadFile>();
        var all = new ArrayList<Applicant>();
        for (int i = 1; i <= applicants; i++) {
            var documents = new ArrayList<Document>();
            for (int k = 0; k <= chance.nextInt(3); k++) documents.add(document(files, chance, "材料" + k));
            all.add(coded(one, "A-" + i, documents));
        }
        return with(SmallMeeting.value(1), all, files);
    }

    private static Document document(TreeMap<String, PayloadFile> files, Random chance, String title) {
        var path = "data/documents/" + (100_000 + files.size()) + "x" + chance.nextInt(1_000_000) + ".pdf";
        files.put(path, new PayloadFile(path, 1 + chance.nextInt(5), Digests.hex(Digests.sha256(path.getBytes(StandardCharsets.US_ASCII)))));
        return new Document(path, title, DocumentKind.values()[chance.nextInt(DocumentKind.values().length)], 1 + chance.nextInt(4));
    }

    private static MeetingFile changed(MeetingFile base, Random chance) {
        var files = new TreeMap<>(base.files());
        var all = new ArrayList<Applicant>();
        for (var applicant : base.applicants()) all.add(chance.nextInt(3) == 0 ? changed(applicant, files, chance) : applicant);
        for (int late = chance.nextInt(3); late > 0; late--) {
            all.add(chance.nextInt(all.size() + 1), coded(base.applicants().getFirst(), "B-" + late, List.of(document(files, chance, "材料"))));
        }
        return with(base, all, files);
    }

    private static Applicant changed(Applicant a, TreeMap<String, PayloadFile> files, Random chance) {
        var documents = new ArrayList<>(a.documents());
        var values = new TreeMap<>(a.facts().values());
        var given = new TreeMap<>(a.given());
        var name = a.name();
        switch (chance.nextInt(6)) {
            case 0 -> {
                var old = documents.getFirst();
                var fresh = document(files, chance, old.title());
                documents.set(0, new Document(fresh.file(), old.title(), old.kind(), fresh.pages()));
            }
            case 1 -> documents.add(document(files, chance, "补充"));
            case 2 -> documents.set(0, new Document(documents.getFirst().file(), "新名", documents.getFirst().kind(), documents.getFirst().pages()));
            case 3 -> values.put("tenure", Integer.toString(chance.nextInt(40)));
            case 4 -> given.put("A1", new BigDecimal(chance.nextInt(16)));
            default -> name = name + "改";
        }
        if (documents.size() > 1 && chance.nextInt(4) == 0) documents.removeLast();
        return rebuilt(a, name, a.room(), new Facts(values, a.facts().lists()), given, documents);
    }

    private static Applicant coded(Applicant a, String code, List<Document> documents) {
        return new Applicant(code, a.name(), a.sex(), a.birth(), a.ethnicity(), a.idNumber(), a.phone(), a.unit(), a.recommender(), a.education(),
                a.currentTitle(), a.currentTitleDate(), a.specialty(), a.rank(), a.room(), a.facts(), a.names(), a.given(), documents);
    }

    private static Applicant rebuilt(Applicant a, String name, String room, Facts facts, Map<String, BigDecimal> given, List<Document> documents) {
        return new Applicant(a.code(), name, a.sex(), a.birth(), a.ethnicity(), a.idNumber(), a.phone(), a.unit(), a.recommender(), a.education(),
                a.currentTitle(), a.currentTitleDate(), a.specialty(), a.rank(), room, facts, a.names(), new TreeMap<>(given), documents);
    }

    /** As its sender counted it; files that no dossier names any more are not there. */
    private static MeetingFile with(MeetingFile m, List<Applicant> applicants, Map<String, PayloadFile> files) {
        var kept = new TreeMap<String, PayloadFile>();
        applicants.forEach(a -> a.documents().forEach(document -> kept.put(document.file(), files.get(document.file()))));
        var documents = applicants.stream().flatMap(a -> a.documents().stream()).map(document -> kept.get(document.file())).toList();
        var expected = new MeetingFile.Expected(m.people().size(), applicants.size(), documents.size(), documents.stream().mapToLong(PayloadFile::bytes).sum());
        var about = m.meeting();
        var counted = new MeetingFile.Meeting(about.title(), about.titleEn(), about.kind(), about.organizer(), about.secretariat(), about.committee(),
                about.policy(), about.opens(), about.closes(), about.rooms(), expected);
        return new MeetingFile(counted, m.people(), applicants, m.sheet(), m.mode(), m.rules(), m.recusals(), kept);
    }

    private static List<String> codes(List<Finding> findings) {
        return findings.stream().map(Finding::code).toList();
    }
}
