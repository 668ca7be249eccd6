package conclave.document.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.document.PdfFixtures;
import conclave.document.text.Box;
import conclave.document.text.Found;
import conclave.document.text.HiddenText;
import conclave.document.text.HidingPlace;
import conclave.document.text.NeedsOcr;
import conclave.document.text.OfficeFixtures;
import conclave.document.text.PageText;
import conclave.document.text.Paper;
import conclave.document.text.Unread;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever somebody sends is read or ends as a finding, and the next document is read as if nothing had been. */
class DocumentReaderTest {

    @TempDir
    static Path scratch;
    static DocumentReader reader;

    @BeforeAll
    static void open() {
        reader = new DocumentReader(Launch.likeThisProcess(scratch), Limits.usual().withPages(3000));
    }

    @AfterAll
    static void close() {
        reader.close();
    }

    @AfterEach
    void theNextDocumentIsReadAsIfNothingHadBeen() throws IOException {
        try (var paper = new Paper()) {
            paper.page(Paper.words("a good page", 100, 700, 12));
            var read = read(paper.saved());
            assertEquals(Optional.empty(), read.trouble());
            var text = read.reading().texts().getFirst();
            assertEquals("a good page", text.text());
            assertEquals(11, text.runs().size());
        }
    }

    private static ReadDocument read(byte[] file) throws IOException {
        return reader.read(file.length, new ByteArrayInputStream(file));
    }

    private static Optional<Trouble> troubleOf(byte[] file) throws IOException {
        return read(file).trouble();
    }

    @Test
    void documentsThatCannotBeReadSayWhy() throws Exception {
        assertEquals(Optional.of(Trouble.ENCRYPTED), troubleOf(PdfFixtures.encrypted()));
        assertEquals(Optional.of(Trouble.DAMAGED), troubleOf(Arrays.copyOf(PdfFixtures.text(1), 300)));
        assertEquals(Optional.of(Trouble.TOO_MANY_PAGES), troubleOf(PdfFixtures.empty(10_000)));
        assertEquals(Optional.of(Trouble.UNSUPPORTED), troubleOf(new byte[0]));
        assertEquals(Optional.of(Trouble.UNSUPPORTED), troubleOf(new byte[] {0, 1, 2, 3}));
    }

    @Test
    void whatWasCutOffIsReadAsFarAsItGoesAndSaidToBeDamaged() throws Exception {
        assertTrue(read(PdfFixtures.cutOff()).reading().unread().contains(Unread.DAMAGED));
    }

    @Test
    void documentsThatTurnInCirclesComeToAnEnd() throws Exception {
        var circle = read(PdfFixtures.selfReferencing());
        assertTrue(circle.trouble().isPresent() || !circle.reading().needsOcr().isEmpty());
        assertTrue(read(PdfFixtures.endless()).reading().needsOcr().get(1).contains(NeedsOcr.TOO_MUCH));
    }

    @Test
    void officeFilesAreReadInTheChildToo() throws Exception {
        var file = OfficeFixtures.zip(Map.of("word/document.xml", "<w:document xmlns:w='w'><w:p><w:t>正文</w:t></w:p></w:document>".getBytes(StandardCharsets.UTF_8)));
        assertEquals(List.of("正文\n"), read(file).reading().texts().stream().map(PageText::text).toList());
    }

    @Test
    void aDocumentThatNeverEndsCostsOneChildAndWhatWasReadBeforeStands() throws Exception {
        try (var hasty = new DocumentReader(Launch.likeThisProcess(scratch), Limits.usual().withTimes(Duration.ofSeconds(20), Duration.ofMillis(1)))) {
            var file = PdfFixtures.endless();
            assertEquals(Optional.of(Trouble.TIMEOUT), hasty.read(file.length, new ByteArrayInputStream(file)).trouble());
        }
    }

    @Test
    void anOfficeFileThatCannotBeConvertedIsReadAndSaysSo() throws Exception {
        var file = OfficeFixtures.zip(Map.of("word/document.xml", "<w:document xmlns:w='w'><w:p><w:t>正文</w:t></w:p></w:document>".getBytes(StandardCharsets.UTF_8)));
        var failing = new Conversion(Path.of("/bin/false"), scratch, Limits.usual(), List.of());
        for (var conversion : List.of(Optional.<Conversion>empty(), Optional.of(failing))) {
            try (var office = OfficeDocument.read(file.length, () -> new ByteArrayInputStream(file), reader, conversion)) {
                assertEquals(Set.of(Unread.NOT_CONVERTED), office.read().reading().unread());
                assertEquals(List.of("正文\n"), office.read().reading().texts().stream().map(PageText::text).toList());
            }
        }
        var pdf = PdfFixtures.text(1);
        try (var other = OfficeDocument.read(pdf.length, () -> new ByteArrayInputStream(pdf), reader, Optional.of(failing))) {
            assertEquals(Set.of(), other.read().reading().unread());
        }
    }

    @Test
    void anOfficeFileIsReadOnThePagesMadeOfIt() throws Exception {
        var program = scratch.resolve("office");
        var pdf = scratch.resolve("made.pdf");
        Files.write(pdf, PdfFixtures.text(1));
        Files.writeString(program, "#!/bin/sh\nfor last; do before=$out; out=$file; file=$last; done\ncp '" + pdf + "' \"$out/document.pdf\"\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        var file = OfficeFixtures.zip(Map.of("word/document.xml", "<w:document xmlns:w='w'><w:p><w:t>Page 1 of 1</w:t></w:p></w:document>".getBytes(StandardCharsets.UTF_8)));
        try (var office = OfficeDocument.read(file.length, () -> new ByteArrayInputStream(file), reader,
                Optional.of(new Conversion(program, scratch, Limits.usual(), List.of())))) {
            assertTrue(office.read().reading().texts().getFirst().text().startsWith("Page 1 of 1"));
            assertFalse(office.read().reading().texts().getFirst().runs().isEmpty());
            assertTrue(Files.exists(office.pdf().orElseThrow().pdf()));
        }
    }

    @Test
    void whatTheChildFindsArrivesAsItWas() throws Exception {
        var run = new PageText.Run(0, 1, new Box(0, 0, 10_000, 10_000), 100);
        for (Found found : List.of(new Found.Pages(7), new Found.Layer(new PageText(3, PageText.Source.LAYER, "𠀀 b", List.of(run))),
                new Found.Hidden(new HiddenText(HidingPlace.XMP, 0, "甲乙")), new Found.Doubtful(2, NeedsOcr.PICTURE), new Found.Missing(Unread.MACRO), new Found.Working())) {
            assertEquals(Optional.of(found), back(bytesOf(found)));
        }
    }

    @Test
    void aChildThatLiesIsNotBelieved() throws Exception {
        var run = new PageText.Run(0, 1, new Box(1, 2, 3, 4), 100);
        var honest = bytesOf(new Found.Layer(new PageText(3, PageText.Source.LAYER, "甲乙丙", List.of(run))));
        int refused = 0;
        for (long seed = 1; seed <= 2000; seed++) {
            var random = new Random(seed);
            var lie = honest.clone();
            for (int i = 0; i < 1 + random.nextInt(3); i++) lie[random.nextInt(lie.length)] = (byte) random.nextInt();
            if (isRefused(lie, seed)) refused++;
        }
        assertTrue(refused > 1000, "refused " + refused);
        assertTrue(isRefused(new byte[] {ReadingWire.LAYER, 0, 0, 0, 1, 0x7f, 0, 0, 0}, 0), "a length that lies reserves nothing");
        assertFalse(isRefused(honest, 0));
        var behind = new PageText.Run(2, 4, new Box(1, 2, 3, 4), 100);
        var before = new PageText.Run(0, 1, new Box(1, 2, 3, 4), 100);
        assertTrue(isRefused(bytesOf(new Found.Layer(new PageText(1, PageText.Source.LAYER, "甲乙丙", List.of(behind)))), 0), "a place behind the text");
        assertTrue(isRefused(bytesOf(new Found.Layer(new PageText(1, PageText.Source.LAYER, "甲乙丙", List.of(run, before)))), 0), "a place twice");
    }

    private static boolean isRefused(byte[] said, long seed) {
        try {
            back(said);
            return false;
        } catch (IOException e) {
            return true;
        } catch (RuntimeException e) {
            throw new AssertionError("seed " + seed, e);
        }
    }

    private static byte[] bytesOf(Found found) throws IOException {
        var out = new ByteArrayOutputStream();
        ReadingWire.write(new DataOutputStream(out), found);
        return out.toByteArray();
    }

    private static Optional<Found> back(byte[] said) throws IOException {
        var in = new DataInputStream(new ByteArrayInputStream(said));
        return ReadingWire.read(in.readByte(), in);
    }
}
