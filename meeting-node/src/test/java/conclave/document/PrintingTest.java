package conclave.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import conclave.document.mask.MaskPlan;
import conclave.document.ocr.Doubt;
import conclave.document.ocr.ScanReader;
import conclave.document.render.Conversion;
import conclave.document.render.Launch;
import conclave.document.render.Limits;
import conclave.document.render.Trouble;
import conclave.document.screen.Kind;
import conclave.document.text.OfficeFixtures;
import conclave.document.text.Paper;
import conclave.meeting.prepare.FactKey;
import conclave.seal.MeetingKey;
import conclave.seal.Stamp;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Office files in a node, with a program in LibreOffice's place that prints what the test has laid ready. */
class PrintingTest {

    private static final String SALT = "5a".repeat(32);
    private static final Dictionary WHOSE = Dictionary.of(Map.of(FactKey.NAME, "王建国"));

    @TempDir
    Path folder;
    private MeetingKey key;
    private Path ready;
    private byte[] office;
    private Server here;

    @BeforeEach
    void open() throws IOException {
        key = MeetingKey.found(folder.resolve("key"), "mtg_printing");
        ready = folder.resolve("ready.pdf");
        office = word("姓名：王建国");
        here = new Server("here", true);
        ready(720);
    }

    @AfterEach
    void close() throws IOException {
        here.close();
        key.close();
    }

    private static byte[] word(String said) throws IOException {
        return OfficeFixtures.zip(Map.of("word/document.xml", ("<w:document xmlns:w='w'><w:p><w:t>" + said + "</w:t></w:p></w:document>").getBytes(StandardCharsets.UTF_8)));
    }

    /** What comes out next: the name so high on the page. */
    private void ready(int high) throws IOException {
        try (var paper = new Paper()) {
            paper.page(Paper.chinese("王建国", 100, high, 20, "H"));
            Files.write(ready, paper.saved());
        }
    }

    private Conversion conversion() throws IOException {
        var program = folder.resolve("office");
        Files.writeString(program, "#!/bin/sh\nfor last; do out=$file; file=$last; done\necho x >> '" + folder.resolve("ran") + "'\ncp '" + ready + "' \"$out/document.pdf\"\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return new Conversion(program, Files.createDirectories(folder.resolve("memory")), Limits.usual(), List.of());
    }

    /** One server's disk, and what draws and screens there. */
    private final class Server implements AutoCloseable {
        final Originals originals;
        final Printouts printouts;
        final Rendering rendering;
        final Screener screener;
        final MaskPlans plans;
        final LinkedBlockingQueue<DocumentRef> done = new LinkedBlockingQueue<>();
        final Map<DocumentId, String> released = new HashMap<>();

        Server(String name, boolean prints) throws IOException {
            var disk = folder.resolve(name);
            var launch = Launch.likeThisProcess(Files.createDirectories(Path.of("target", "drawing-scratch").toAbsolutePath()));
            originals = new Originals(disk.resolve("originals"), key.blobs());
            printouts = new Printouts(disk.resolve("printouts"), key.blobs());
            plans = new MaskPlans(disk.resolve("plans"), key.blobs());
            var printing = Printing.of(originals, printouts, prints ? Optional.of(conversion()) : Optional.empty(), launch, Limits.usual());
            rendering = new Rendering(printing, Shelves.in(disk.resolve("pages"), key.blobs()), Rendering.Setup.usual(launch), new DrawingEvents() {
                @Override
                public void documentDone(DocumentRef document) {
                    done.add(document);
                }
            });
            screener = new Screener(printing, new Screener.Tools(launch, Limits.usual(), () -> ScanReader.without(Doubt.PROGRAM_MISSING), Map.of()),
                    new Stamp(key.derive("screening")));
        }

        DocumentRef add(byte[] file) throws IOException {
            return new DocumentRef(originals.keep(new ByteArrayInputStream(file), 1 << 20), 1);
        }

        PageSource pages() {
            return ReleasedPages.through((document, _) -> Optional.ofNullable(released.get(document)), plans, rendering, key.derive("page ids"));
        }

        UnmaskedPages screeners() {
            return new UnmaskedPages(rendering, key.derive("page ids"));
        }

        byte[] released(DocumentRef document) throws Exception {
            return pages().page(document, 1, PageSize.PAGE).get(120, TimeUnit.SECONDS).bytes();
        }

        List<Finding> drawn(DocumentRef document) throws Exception {
            rendering.enqueue(List.of(document));
            if (done.poll(120, TimeUnit.SECONDS) == null) throw new AssertionError("not done in time");
            return rendering.findings(document);
        }

        @Override
        public void close() throws IOException {
            screener.close();
            rendering.close();
        }
    }

    @Test
    void anOfficeFileHasPagesAndItsPlanLiesOnTheirPaper() throws Exception {
        var document = here.add(office);
        assertEquals(List.of(), here.drawn(document));
        var screened = here.screener.screen(document, "form", WHOSE);
        assertEquals(here.printouts.of(document.id()), screened.plan().paper());
        assertTrue(screened.plan().page(1).covers(Kind.NAME) && screened.plan().page(1).places().getFirst().bottom() < 5000, screened.toString());
        assertFalse(screened.marks().get(1).doubtful(), "the file says no more than its pages");
        assertEquals(1, Files.readAllLines(folder.resolve("ran")).size(), "drawn and screened from one print");
        assertEquals(screened.plan(), MaskPlan.read(screened.plan().toBytes()));
        assertEquals(1, here.rendering.count(document.id()));
    }

    @Test
    void whatTheFileSaysAndItsPagesDoNotIsForAPerson() throws Exception {
        var screened = here.screener.screen(here.add(word("姓名：王建国</w:t></w:p><w:p><w:t>又名：王建国")), "form", WHOSE);
        assertTrue(screened.marks().get(1).doubtful());
    }

    @Test
    void withoutTheProgramItIsAFindingAndNobodyIsShownAnything() throws Exception {
        try (var bare = new Server("bare", false)) {
            var document = bare.add(office);
            assertEquals(List.of(new Finding(document.id(), 0, Trouble.NOT_CONVERTED), new Finding(document.id(), 1, Trouble.NOT_CONVERTED)), bare.drawn(document));
            var blind = bare.screener.screen(document, "form", WHOSE);
            assertTrue(blind.marks().get(1).imageOnly());
            var bases = bare.screener.bases("form", WHOSE, document.id());
            here.add(office);
            assertFalse(here.screener.bases("form", WHOSE, document.id()).contains(bases.getFirst()), "a machine that prints it screens it again");
            assertTrue(bases.containsAll(here.screener.bases("form", WHOSE, document.id())), "and is believed");
            release(here, document, blind.plan());
            assertTrue(assertThrows(ExecutionException.class, () -> here.released(document)).getCause() instanceof TimeoutException,
                    "what was screened on no paper is shown on none");
        }
    }

    /** Our own reader looks first: what it refuses is handed to no other program. */
    @Test
    void whatSwellsOrIsLockedIsNotHandedOver() throws Exception {
        var bomb = here.add(BadFiles.swellingOffice(40 << 20));
        assertEquals(Trouble.TOO_LARGE, here.drawn(bomb).getFirst().trouble());
        var locked = BadFiles.behind(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1},
                "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE));
        assertEquals(Trouble.ENCRYPTED, here.drawn(here.add(locked)).getFirst().trouble());
        assertTrue(Files.notExists(folder.resolve("ran")));
        assertEquals(List.of(), here.drawn(here.add(BadFiles.laughingOffice())), "entities of a foreign file are not followed");
    }

    /** A zip to whoever screens it, a PDF to whoever draws it: neither. */
    @Test
    void whatIsAPdfAsWellIsNotHandedOver() throws Exception {
        assertEquals(Trouble.DAMAGED, here.drawn(here.add(BadFiles.zipThatIsPdf(PdfFixtures.text(1)))).getFirst().trouble());
        assertTrue(Files.notExists(folder.resolve("ran")));
    }

    /** The same file is set otherwise elsewhere: boxes are painted on the paper that they were drawn for, or not at all. */
    @Test
    void anotherServerDrawsFromThePaperOfThePlanOrWaits() throws Exception {
        var document = here.add(office);
        var plan = here.screener.screen(document, "form", WHOSE).plan();
        release(here, document, plan);
        var right = here.released(document);
        ready(100);
        try (var there = new Server("there", true)) {
            there.add(office);
            assertEquals(List.of(), there.drawn(document));
            var own = there.printouts.of(document.id()).orElseThrow();
            assertNotEquals(plan.paper(), Optional.of(own));
            release(there, document, plan);
            var waiting = assertThrows(ExecutionException.class, () -> there.released(document));
            assertTrue(waiting.getCause() instanceof TimeoutException, waiting.toString());
            var paper = plan.paper().orElseThrow();
            there.printouts.take(document.id(), paper, sealed(here, paper));
            assertArrayEquals(right, there.released(document));
            assertEquals(Optional.of(own), there.printouts.of(document.id()));
            var before = there.screeners().ids().of(document, 1);
            there.rendering.shownOn(document, paper);
            assertNotEquals(before, there.screeners().ids().of(document, 1), "a browser that has kept the other print shows it under no address of this one");
            var screeners = there.screeners().page(document, 1, PageSize.PAGE).get(120, TimeUnit.SECONDS).bytes();
            assertArrayEquals(here.screeners().page(document, 1, PageSize.PAGE).get(120, TimeUnit.SECONDS).bytes(), screeners,
                    "whoever screens sees the paper that the boxes lie on");
            assertNotEquals(here.pages().ids().of(document, 1), released(there, document, MaskPlan.bare(document.id().sha256(), 1)));
        }
    }

    /** A plan that names a print hides nothing of a file that has pages of its own, whoever says that it does. */
    @Test
    void noPrintStandsInForAFileWithPages() throws Exception {
        var scan = here.add(PdfFixtures.text(1));
        var bare = MaskPlan.bare(scan.id().sha256(), 1);
        var printing = here.rendering.printing();
        assertTrue(printing.lies(bare, scan.id()));
        assertFalse(printing.lies(bare.on(Optional.of("ab".repeat(32))), scan.id()));
        var word = here.add(office);
        assertFalse(printing.lies(MaskPlan.bare(word.id().sha256(), 1), word.id()));
        assertTrue(printing.lies(MaskPlan.bare(word.id().sha256(), 1).on(Optional.of("ab".repeat(32))), word.id()));
    }

    /** What an office has printed is shown at a venue that cannot print, and its boxes lie on that print there. */
    @Test
    void thePrintOfAnOfficeTravelsWithItsPages() throws Exception {
        var document = here.add(office);
        var file = prepared(document);
        var screened = here.screener.screen(document, "form", WHOSE);
        try (var bare = new Server("bare", false)) {
            bare.add(office);
            assertEquals(1, take(bare, file));
            assertEquals(Printing.Sort.PRINTED, bare.rendering.printing().sort(document.id()));
            assertEquals(Optional.of(screened), bare.rendering.prepared().screened(document, _ -> bases(here, document)));
            assertArrayEquals(here.screeners().page(document, 1, PageSize.PAGE).get(60, TimeUnit.SECONDS).bytes(),
                    bare.screeners().page(document, 1, PageSize.PAGE).get(60, TimeUnit.SECONDS).bytes());
            release(here, document, screened.plan());
            release(bare, document, screened.plan());
            assertArrayEquals(here.released(document), bare.released(document), "painted there, on the same print");
        }
        ready(100);
        try (var other = new Server("other", true)) {
            other.add(office);
            assertEquals(List.of(), other.drawn(document));
            var own = other.printouts.of(document.id());
            assertEquals("on another print than the one that is shown here", assertThrows(NotAPortfolio.class, () -> take(other, file)).getMessage());
            assertEquals(own, other.printouts.of(document.id()));
        }
    }

    @Test
    void aPrintThatLiesIsNotShown() throws Exception {
        var document = here.add(office);
        var file = prepared(document);
        try (var bare = new Server("bare", false)) {
            bare.add(office);
            var changed = file.clone();
            changed[new String(file, StandardCharsets.ISO_8859_1).indexOf("\n\n") + 20] ^= 1;
            assertEquals("a print with another digest", assertThrows(NotAPortfolio.class, () -> take(bare, changed)).getMessage());
            assertEquals(Printing.Sort.UNPRINTED, bare.rendering.printing().sort(document.id()));
            var pdf = bare.add(PdfFixtures.text(1));
            var claimed = new String(file, StandardCharsets.ISO_8859_1).replace(document.id().sha256(), pdf.id().sha256()).getBytes(StandardCharsets.ISO_8859_1);
            assertEquals("a print of a file that has pages of its own",
                    assertThrows(NotAPortfolio.class, () -> bare.rendering.prepared().take(new ByteArrayInputStream(claimed), pdf::equals, true)).getMessage());
            assertEquals(Optional.empty(), bare.printouts.of(pdf.id()));
        }
        var head = new ByteArrayOutputStream();
        try (var blind = new Server("blind", false)) {
            blind.add(office);
            blind.rendering.prepared().bind(document, SALT, "0".repeat(64), blind.screener.screen(document, "form", WHOSE), head);
        }
        assertTrue(PreparedPages.head(new ByteArrayInputStream(head.toByteArray())).empty(), "what was not printed is left to the venue");
    }

    private byte[] prepared(DocumentRef document) throws Exception {
        assertEquals(List.of(), here.drawn(document));
        var out = new ByteArrayOutputStream();
        here.rendering.prepared().bind(document, SALT, bases(here, document).getFirst(), here.screener.screen(document, "form", WHOSE), out);
        assertEquals(out.size(), PreparedPages.head(new ByteArrayInputStream(out.toByteArray())).bytes());
        return out.toByteArray();
    }

    private static List<String> bases(Server server, DocumentRef document) {
        try {
            return server.screener.bases("form", WHOSE, document.id());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static int take(Server server, byte[] file) throws NotAPortfolio, IOException {
        return server.rendering.prepared().take(new ByteArrayInputStream(file), _ -> true, true);
    }

    /** The real one, where it is installed. */
    @Test
    void libreOfficePrintsAWordFile() throws Exception {
        var real = Conversion.onThisMachine(Files.createDirectories(folder.resolve("real")), Limits.usual());
        assumeTrue(real.isPresent() && Files.exists(Path.of("/usr/lib/libreoffice/program/libswlo.so")), "libreoffice-writer-nogui is not installed");
        var file = OfficeFixtures.wordFile("姓名：王建国");
        try (var made = real.get().convert(file.length, new ByteArrayInputStream(file)); var pdf = org.apache.pdfbox.Loader.loadPDF(made.pdf().toFile())) {
            assertEquals(1, pdf.getNumberOfPages());
            assertTrue(new org.apache.pdfbox.text.PDFTextStripper().getText(pdf).contains("王建国"));
        }
    }

    private static void release(Server server, DocumentRef document, MaskPlan plan) throws IOException {
        server.released.put(document.id(), server.plans.keep(plan));
    }

    private static PageId released(Server server, DocumentRef document, MaskPlan plan) throws IOException {
        release(server, document, plan);
        return server.pages().ids().of(document, 1);
    }

    private static InputStream sealed(Server server, String paper) throws IOException {
        return new ByteArrayInputStream(server.printouts.sealed(paper, 0, 1 << 20));
    }
}
