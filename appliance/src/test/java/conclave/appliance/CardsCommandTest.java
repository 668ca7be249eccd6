package conclave.appliance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.config.NodeConfig;
import conclave.exchange.MeetingFile;
import conclave.exchange.MeetingFolder;
import conclave.main.ConclaveNode;
import conclave.node.Admission;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Cards for the people of a meeting that came by a package: on paper and nowhere else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CardsCommandTest {

    private static final String ADDRESS = "https://review.conclave.local:8443";

    @TempDir
    private static Path temp;
    private Path data;
    private List<Guest> everybody;
    private Json.Obj run;

    /** Two meetings on one node, which then stands. */
    @BeforeAll
    void twoMeetingsCameIn() throws Exception {
        data = temp.resolve("data");
        var config = NodeConfig.read(Optional.empty(), Map.of("data", data.toString(), "port", "0")).value().orElseThrow();
        try (var node = ConclaveNode.start(config, _ -> { }, broken -> {
            throw broken;
        }).value().orElseThrow()) {
            var folder = temp.resolve("sample");
            assertEquals(0, Tried.of("package sample --out " + folder + " --rooms 1 --experts 2 --applicants 1 --kind real").code());
            var file = MeetingFolder.read(folder).meeting().orElseThrow();
            new Admission(node.house()).admit(file, folder);
            new Admission(node.house()).admit(rehearsed(file), folder);
            everybody = Guest.of(node.house());
            run = RunFile.content(node, everybody);
        }
    }

    private static MeetingFile rehearsed(MeetingFile file) {
        var m = file.meeting();
        var rehearsal = new MeetingFile.Meeting(m.title(), m.titleEn(), MeetingFile.Kind.REHEARSAL, m.organizer(), m.secretariat(), m.committee(), m.policy(),
                m.opens(), m.closes(), m.rooms(), m.expected());
        return new MeetingFile(rehearsal, file.people(), file.applicants(), file.sheet(), file.mode(), file.rules(), file.recusals(), file.files());
    }

    private String meeting(boolean rehearsal) {
        return everybody.stream().map(Guest::meeting).filter(id -> id.startsWith("reh_") == rehearsal).findFirst().orElseThrow();
    }

    private List<Guest> of(String meeting) {
        return everybody.stream().filter(guest -> guest.meeting().equals(meeting)).toList();
    }

    private Tried cards(String meeting, String out, String... more) {
        return Tried.of("meeting cards --data " + data + " --meeting " + meeting + " --out " + temp.resolve(out) + " --by 王秘书", more);
    }

    private static String text(Path pdf) throws IOException {
        try (var document = Loader.loadPDF(Files.readAllBytes(pdf))) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void everybodyOfTheMeetingHasACardAndNobodyElseAndNoCodeIsSaidAnywhere() throws IOException {
        var meeting = meeting(false);
        var made = cards(meeting, "all.pdf", "--address", ADDRESS);
        assertEquals(0, made.code(), made.text());
        var pdf = temp.resolve("all.pdf");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(pdf)));
        var paper = text(pdf);
        var journal = Files.readString(data.resolve("cards/" + meeting + ".jsonl"));
        for (var guest : everybody) {
            assertEquals(guest.meeting().equals(meeting) ? 2 : 1, paper.split(guest.code(), -1).length, guest.role());
            assertFalse(made.text().contains(guest.code()));
            assertFalse(journal.contains(guest.code()) || journal.contains(guest.name()));
        }
        assertTrue(paper.contains("主任委员") && paper.contains("会务管理员") && paper.contains("R01"), paper);
        var lines = journal.lines().map(line -> CanonicalJson.readObject(line.getBytes(StandardCharsets.UTF_8))).toList();
        assertEquals("made", lines.getFirst().text("what"));
        assertEquals(of(meeting).size(), lines.getFirst().number("cards"));
        assertTrue(journal.contains("王秘书"));
        try (var beside = Files.list(temp)) {
            assertTrue(beside.noneMatch(file -> file.toString().endsWith(".part")));
        }
    }

    @Test
    void aTelephoneReadsTheAddressOffTheCardAndNothingElse() throws Exception {
        assertEquals(0, cards(meeting(true), "read.pdf", "--address", ADDRESS, "--room", "R01").code());
        try (var document = Loader.loadPDF(Files.readAllBytes(temp.resolve("read.pdf")))) {
            var page = new PDFRenderer(document).renderImage(0, 3);
            var corner = page.getSubimage(3 * 217, 3 * 67, 3 * 72, 3 * 72);
            var pixels = corner.getRGB(0, 0, corner.getWidth(), corner.getHeight(), null, 0, corner.getWidth());
            var picture = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(corner.getWidth(), corner.getHeight(), pixels)));
            var hints = Map.of(DecodeHintType.TRY_HARDER, true, DecodeHintType.POSSIBLE_FORMATS, List.of(BarcodeFormat.QR_CODE));
            assertEquals(ADDRESS, new QRCodeReader().decode(picture, hints).getText());
        }
        assertTrue(text(temp.resolve("read.pdf")).contains("【演练】"));
    }

    @Test
    void aLostCardIsPrintedAgainWithTheSameCode() throws IOException {
        var one = of(meeting(true)).getFirst();
        var made = cards(one.meeting(), "again.pdf", "--address", ADDRESS, "--name", one.name());
        assertEquals(0, made.code(), made.text());
        var paper = text(temp.resolve("again.pdf"));
        assertEquals(List.of(one.code()), of(one.meeting()).stream().map(Guest::code).filter(paper::contains).toList());
    }

    @Test
    void whatCannotBeMadeIsSaidAndLeavesNothing() throws IOException {
        var meeting = meeting(true);
        Files.writeString(temp.resolve("there.pdf"), "mine");
        refused("cards.exists", cards(meeting, "there.pdf", "--address", ADDRESS));
        assertEquals("mine", Files.readString(temp.resolve("there.pdf")));
        refused("cards.address-missing", cards(meeting, "no.pdf"));
        refused("cards.address-wrong", cards(meeting, "no.pdf", "--address", "http://review.conclave.local"));
        refused("cards.room-unknown", cards(meeting, "no.pdf", "--address", ADDRESS, "--room", "R99"));
        refused("cards.name-unknown", cards(meeting, "no.pdf", "--address", ADDRESS, "--name", "无此人"));
        refused("cards.fonts", cards(meeting, "no.pdf", "--address", ADDRESS, "--fonts", temp.resolve("sample").toString()));
        var which = Tried.of("meeting cards --data " + data + " --out " + temp.resolve("no.pdf") + " --by 王秘书 --address " + ADDRESS);
        assertEquals(2, which.code(), "which of both");
        for (var guest : everybody) assertTrue(which.text().contains(guest.meeting() + "（" + guest.title() + "）"), which.text());
        assertEquals(2, Tried.of("meeting cards --data " + temp.resolve("mistyped") + " --out " + temp.resolve("no.pdf") + " --by 王秘书").code());
        assertFalse(Files.exists(temp.resolve("mistyped")) || Files.exists(temp.resolve("no.pdf")));
    }

    @Test
    void withoutTheKeyOrAWholeRecordThereAreNoCards() throws IOException {
        var meeting = meeting(true);
        var other = Files.createDirectories(temp.resolve("witness/meetings/" + meeting));
        Files.copy(data.resolve("meetings/" + meeting + "/evidence.jsonl"), other.resolve("evidence.jsonl"));
        refused("cards.no-key", witness());
        Files.copy(data.resolve("meetings/" + meeting(false) + "/key"), other.resolve("key"));
        refused("cards.key-wrong", witness());
        Files.writeString(other.resolve("evidence.jsonl"), "no fact\n");
        refused("cards.no-evidence", witness());
    }

    private Tried witness() {
        return Tried.of("meeting cards --data " + temp.resolve("witness") + " --out " + temp.resolve("no.pdf") + " --by 王秘书 --address " + ADDRESS);
    }

    /** Written down before there is a card; where the stick is gone, that none came of it. */
    @Test
    void cardsThatCouldNotBeWrittenAreOnRecordAsSuchAndADamagedJournalStopsIt() throws IOException {
        var copy = temp.resolve("copied");
        var meeting = meeting(true);
        Files.createDirectories(copy.resolve("meetings/" + meeting));
        for (var file : List.of("evidence.jsonl", "key")) Files.copy(data.resolve("meetings/" + meeting + "/" + file), copy.resolve("meetings/" + meeting + "/" + file));
        var line = "meeting cards --data " + copy + " --by 王秘书 --address " + ADDRESS + " --out ";
        refused("cards.unwritable", Tried.of(line + temp.resolve("gone/x.pdf")));
        var journal = copy.resolve("cards/" + meeting + ".jsonl");
        assertEquals(List.of("made", "failed"), Files.readAllLines(journal).stream()
                .map(one -> CanonicalJson.readObject(one.getBytes(StandardCharsets.UTF_8)).text("what")).toList());
        var made = Tried.of(line + temp.resolve("x.pdf") + " --json");
        assertTrue(made.text().contains("\"madeBefore\":0"), made.text());
        Files.writeString(journal, Files.readString(journal).replace("\"cards\":", "\"cards\":1"));
        refused("cards.journal", Tried.of(line + temp.resolve("y.pdf")));
        assertFalse(Files.exists(temp.resolve("y.pdf")));
    }

    @Test
    void theTerminalAndTheRunFileSayOfWhichMeetingEachPersonIs() {
        for (var person : run.list("people")) assertFalse(((Json.Obj) person).text("meetingTitle").isBlank());
        var lines = Board.tables(run);
        var titles = lines.stream().filter(line -> line.startsWith("会议 meeting")).toList();
        assertEquals(2, titles.size());
        for (var guest : everybody) {
            var at = lines.stream().filter(line -> line.contains(guest.code())).mapToInt(lines::indexOf).findFirst().orElseThrow();
            var title = lines.subList(0, at).stream().filter(titles::contains).reduce((_, later) -> later).orElseThrow();
            assertTrue(title.contains(guest.meeting()) && title.contains(guest.title()), title);
        }
    }

    private static void refused(String code, Tried tried) {
        assertEquals(1, tried.code(), tried.text());
        assertTrue(tried.text().contains(code), tried.text());
    }
}
