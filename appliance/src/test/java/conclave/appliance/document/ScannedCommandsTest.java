package conclave.appliance.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import conclave.appliance.Tried;
import conclave.appliance.corpus.Corpus;
import conclave.appliance.corpus.Corpus.ScannedPage;
import conclave.appliance.corpus.Variant;
import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.document.mask.MaskPlan;
import conclave.document.ocr.ScanReader;
import conclave.document.render.Launch;
import conclave.document.render.Level;
import conclave.document.render.Limits;
import conclave.document.render.PageOrder;
import conclave.document.render.RenderingProcess;
import conclave.document.screen.Kind;
import conclave.document.screen.Known;
import conclave.document.screen.Sieve;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A certificate that was scanned, by both commands. */
class ScannedCommandsTest {

    private static final long SEED = 7;
    private static final int CERTIFICATE = 1;

    @TempDir
    private Path temp;

    private static ScanReader here() throws InterruptedException {
        var reader = ScanReader.onThisMachine();
        boolean there = reader.missing().isEmpty();
        assumeTrue(there || System.getenv("CI") != null, () -> reader.missing().orElseThrow().english());
        assertTrue(there, () -> reader.missing().orElseThrow().english());
        return reader;
    }

    private static ScannedPage scan() throws IOException, FontFormatException {
        var scan = Corpus.of(SEED, 1).scan(CERTIFICATE, Variant.CLEAN);
        var pen = scan.image().createGraphics();
        pen.setColor(Color.DARK_GRAY);
        pen.setFont(Font.createFont(Font.TRUETYPE_FONT, new File("/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf")).deriveFont(34f));
        pen.drawString("联系电话：" + scan.people().getFirst().phone(), 300, scan.image().getHeight() - 280);
        pen.dispose();
        return scan;
    }

    /** The certificate on a page of a PDF, as a copier sends it. */
    private Path pdf(ScannedPage scan) throws IOException {
        var file = temp.resolve("certificate.pdf");
        try (var pdf = new PDDocument()) {
            boolean lying = scan.image().getWidth() > scan.image().getHeight();
            var size = lying ? new PDRectangle(PDRectangle.A4.getHeight(), PDRectangle.A4.getWidth()) : PDRectangle.A4;
            var page = new PDPage(size);
            pdf.addPage(page);
            try (var content = new PDPageContentStream(pdf, page)) {
                content.drawImage(JPEGFactory.createFromImage(pdf, scan.image(), 0.85f), 0, 0, size.getWidth(), size.getHeight());
            }
            pdf.save(file.toFile());
        }
        return file;
    }

    private Path dictionary(ScannedPage scan) throws IOException {
        var person = scan.people().getFirst();
        var known = new JsonFields().put("name", person.name()).end();
        return Files.writeString(temp.resolve("dictionary.json"), CanonicalJson.text(known), StandardCharsets.UTF_8);
    }

    @Test
    void whatStandsOnAScanIsFoundAndIsNotOnceItIsMasked() throws Exception {
        var reader = here();
        var scan = scan();
        var file = pdf(scan);
        var dictionary = dictionary(scan);
        var screened = Tried.of("screen --json --dictionary " + dictionary + " " + file);
        assertEquals(0, screened.code(), screened::text);
        var rows = rows(screened.text());
        assertTrue(rows.stream().allMatch(row -> row.text("place").equals("ocr") && row.number("page") == 1), screened::text);
        var kinds = rows.stream().map(row -> row.text("kind")).toList();
        assertEquals(List.of("name", "id_number", "certificate", "phone"), kinds, () -> "seed " + SEED + ": " + screened.text());

        var out = temp.resolve("masked");
        var masked = Tried.of("mask --dictionary " + dictionary + " --out " + out + " " + file);
        assertEquals(0, masked.code(), masked::text);
        var plan = MaskPlan.read(Files.readAllBytes(out.resolve("plan.mask")));
        try (var process = RenderingProcess.start(Launch.likeThisProcess(temp), Limits.usual()); var in = Files.newInputStream(file)) {
            process.open(Files.size(file), in);
            var page = process.look(new PageOrder(1, Level.ZOOM, plan.page(1).places()));
            var sieve = Sieve.forPictures(List.of(new Known(Kind.NAME, scan.people().getFirst().name())));
            for (var text : reader.read(1, page.image()).texts()) assertEquals(List.of(), sieve.screen(text.text()), text::text);
        }
    }

    @Test
    void aQuickPassNamesTheScansAndReadsNone() throws Exception {
        var quick = Tried.of("screen --no-ocr " + pdf(scan()));
        assertEquals(1, quick.code(), quick::text);
        assertTrue(quick.text().contains("第 1 页") && quick.text().contains("screen.scan only_a_picture"), quick::text);
    }

    @Test
    void onlyWhoeverWaitsLongIsToldHowFarItIs() {
        var seconds = new AtomicLong();
        var said = new StringWriter();
        var pace = new Pace(new PrintWriter(said, true), () -> Duration.ofSeconds(seconds.get()).toNanos());
        for (int page = 1; page <= 3; page++) {
            pace.at(Path.of("scan.pdf"), page, 30);
            seconds.addAndGet(3);
        }
        assertEquals("", said.toString());
        seconds.set(10);
        pace.at(Path.of("scan.pdf"), 4, 30);
        pace.at(Path.of("scan.pdf"), 5, 30);
        assertEquals(1, said.toString().lines().count());
        assertTrue(said.toString().contains("scan.pdf，第 4 页，共 30 页"), said::toString);
    }

    private static List<Json.Obj> rows(String text) {
        return ((Json.Arr) CanonicalJson.read(text.getBytes(StandardCharsets.UTF_8))).items().stream().map(Json.Obj.class::cast).toList();
    }
}
