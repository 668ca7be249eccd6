package conclave.document.text;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;

/** One PDF: its pages, then everything else that stands in the file, then what stood in it before it was last saved. */
final class PdfReading {

    private static final long DECODED_BYTES = 256L << 20;
    private static final int MOST_ANNOTATIONS = 10_000;

    private final PDDocument pdf;
    private final PdfParts parts;
    private final Bounds bounds;
    private final Gathering to;

    private PdfReading(PDDocument pdf, Bounds bounds, Gathering to) {
        this.pdf = pdf;
        this.parts = PdfParts.of(pdf);
        this.bounds = bounds;
        this.to = to;
    }

    static void read(ByteBuffer bytes, Bounds bounds, Gathering to) throws Unreadable {
        try (var pdf = open(bytes)) {
            var reading = new PdfReading(pdf, bounds, to);
            reading.readPages();
            new PdfObjects(pdf, reading.parts, bounds, to).read();
        } catch (InvalidPasswordException e) {
            throw new Unreadable(Unreadable.Reason.ENCRYPTED);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new Unreadable(Unreadable.Reason.DAMAGED);
        }
        Revisions.read(bytes, bounds, to);
    }

    private static PDDocument open(ByteBuffer bytes) throws IOException {
        var cache = MemoryUsageSetting.setupMainMemoryOnly(DECODED_BYTES).streamCache;
        return Loader.loadPDF(new RandomAccessReadBuffer(bytes.slice(0, bytes.limit())), "", cache);
    }

    private void readPages() throws Unreadable {
        int pages = pdf.getNumberOfPages();
        if (pages < 1) throw new Unreadable(Unreadable.Reason.DAMAGED);
        if (pages > bounds.pages()) throw new Unreadable(Unreadable.Reason.TOO_MANY_PAGES);
        to.pages(pages);
        mendForm();
        for (int number = 1; number <= pages; number++) readPage(number);
    }

    /** Fields without appearance get one from PDFBox, as they do before it draws them. */
    private void mendForm() {
        try {
            pdf.getDocumentCatalog().getAcroForm();
        } catch (RuntimeException e) {
            to.missing(Unread.DAMAGED);
        }
    }

    private void readPage(int number) {
        try {
            var page = pdf.getPage(number - 1);
            parts.begin(number, page.getCOSObject());
            readPage(number, page);
        } catch (RuntimeException | StackOverflowError e) {
            to.doubtful(number, NeedsOcr.UNREAD);
        }
        to.working();
    }

    private void readPage(int number, PDPage page) {
        var reader = new PageReader(page, parts, bounds);
        var resources = page.getResources();
        if (resources != null && Patterns.mayHoldWriting(resources.getCOSObject())) reader.signs().tell(NeedsOcr.PATTERN);
        if (areContentsLost(page)) reader.signs().tell(NeedsOcr.UNREAD);
        goThrough(page, reader);
        Views.of(number, reader.glyphs()).forEach(to::layer);
        var beside = reader.glyphs().stream().filter(glyph -> glyph.box() == null).toList();
        to.hidden(HidingPlace.OUTSIDE_PAGE, number, written(beside));
        to.hidden(HidingPlace.LAYER, number, written(reader.switchedOff()));
        to.hidden(HidingPlace.ALTERNATE_TEXT, number, String.join("\n", reader.spoken()));
        for (var reason : reader.signs().reasons()) to.doubtful(number, reason);
    }

    /** Contents that are named and not there leave a page that looks empty. */
    private static boolean areContentsLost(PDPage page) {
        var dictionary = page.getCOSObject();
        return dictionary.getItem(COSName.CONTENTS) != null && dictionary.getDictionaryObject(COSName.CONTENTS) == null;
    }

    static String written(List<Glyph> glyphs) {
        return Writing.of(1, glyphs).text();
    }

    private void goThrough(PDPage page, PageReader reader) {
        try {
            reader.processPage(page);
            var annotations = page.getAnnotations();
            if (annotations.size() > MOST_ANNOTATIONS) reader.signs().tell(NeedsOcr.TOO_MUCH);
            for (var annotation : annotations.stream().limit(MOST_ANNOTATIONS).toList()) goThrough(annotation, reader);
        } catch (PageReader.Enough e) {
            reader.signs().tell(NeedsOcr.TOO_MUCH);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            reader.signs().tell(NeedsOcr.UNREAD);
        }
    }

    /** Drawn as the pages are: annotations without appearance get one. */
    private void goThrough(PDAnnotation annotation, PageReader reader) {
        try {
            var appearance = annotation.getNormalAppearanceStream();
            if (appearance == null) annotation.constructAppearances(pdf);
            else parts.drawn().add(appearance.getCOSObject());
            reader.showAnnotation(annotation);
        } catch (PageReader.Enough e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            reader.signs().tell(NeedsOcr.UNREAD);
        }
    }
}
