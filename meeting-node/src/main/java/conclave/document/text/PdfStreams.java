package conclave.document.text;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.pattern.PDTilingPattern;

/** The larger parts of a PDF: attachments, metadata, scripts, pictures' own words, and what no page draws any more. */
final class PdfStreams {

    private static final List<String> CAMERA = List.of("DCTDecode", "DCT");
    private static final int MOST_LEFT_OVER = 2000;

    private final PDDocument pdf;
    private final PdfParts parts;
    private final Bounds bounds;
    private final Gathering to;
    private final Set<COSBase> done = Collections.newSetFromMap(new IdentityHashMap<>());
    private int leftOver;

    PdfStreams(PDDocument pdf, PdfParts parts, Bounds bounds, Gathering to) {
        this.pdf = pdf;
        this.parts = parts;
        this.bounds = bounds;
        this.to = to;
    }

    void each(COSArray streams, HidingPlace place, int page) {
        for (int i = 0; i < streams.size(); i++) {
            if (streams.getObject(i) instanceof COSStream stream) text(stream, place, page);
        }
    }

    /** Scripts, rich text and values that are too long for a string; XML where it is XML. */
    void text(COSStream stream, HidingPlace place, int page) {
        if (!done.add(stream)) return;
        var plain = plain(stream);
        if (plain.isEmpty()) return;
        if (place == HidingPlace.XFA) XmlText.xmp(plain.get(), place, page, to);
        else to.hidden(place, page, PlainText.guessed(plain.get()));
    }

    void read(COSStream stream, int page) {
        var type = stream.getNameAsString(COSName.TYPE, "");
        var subtype = stream.getNameAsString(COSName.SUBTYPE, "");
        if (type.equals("Metadata") || subtype.equals("XML")) metadata(stream, page);
        else if (type.equals("EmbeddedFile")) attachment(stream);
        else if (subtype.equals("Image")) picture(stream, page);
        else if (subtype.equals("Form") || stream.getInt(COSName.PATTERN_TYPE) == 1) leftOver(stream, subtype.equals("Form"));
    }

    /** Files may be attached without saying that they are. */
    void attachments(COSDictionary files) {
        for (var name : files.keySet()) {
            if (files.getDictionaryObject(name) instanceof COSStream stream) attachment(stream);
        }
    }

    private void attachment(COSStream stream) {
        if (!done.add(stream)) return;
        var plain = plain(stream);
        if (plain.isEmpty()) to.missing(Unread.ATTACHMENT);
        plain.ifPresent(bytes -> Documents.readAttachment(ByteBuffer.wrap(bytes), bounds, to));
        to.working();
    }

    private void metadata(COSStream stream, int page) {
        if (done.add(stream)) plain(stream).ifPresent(plain -> XmlText.xmp(plain, HidingPlace.XMP, page, to));
    }

    private void picture(COSStream stream, int page) {
        if (!done.add(stream) || !isOfCamera(stream)) return;
        try (var in = new PDStream(stream).createInputStream(CAMERA)) {
            var bytes = in.readNBytes(bounds.partBytes());
            if (to.unpacks(bytes.length) && Format.pictureOf(ByteBuffer.wrap(bytes)).isPresent()) PictureData.read(ByteBuffer.wrap(bytes), page, to);
        } catch (IOException e) {
            to.missing(Unread.DAMAGED);
        }
    }

    private static boolean isOfCamera(COSStream stream) {
        var filter = stream.getDictionaryObject(COSName.FILTER, COSName.F);
        var last = filter instanceof COSArray several && several.size() > 0 ? several.getObject(several.size() - 1) : filter;
        return last instanceof COSName name && CAMERA.contains(name.getName());
    }

    private Optional<byte[]> plain(COSStream stream) {
        if (stream.getLength() > bounds.partBytes()) {
            to.missing(Unread.TOO_LARGE);
            return Optional.empty();
        }
        try (var in = stream.createInputStream()) {
            var plain = in.readNBytes(bounds.partBytes());
            if (in.read() >= 0) to.missing(Unread.TOO_LARGE);
            return to.unpacks(plain.length) ? Optional.of(plain) : Optional.empty();
        } catch (IOException e) {
            to.missing(Unread.DAMAGED);
            return Optional.empty();
        }
    }

    /** Pages that were taken out of the document, and are still in the file. */
    void leftOverPage(COSDictionary page) {
        if (!parts.drawn().add(page) || !mayGoOn()) return;
        var left = new PDPage(page);
        var reader = new PageReader(left, parts, bounds);
        goThrough(reader, () -> reader.processPage(left));
    }

    private void leftOver(COSStream stream, boolean form) {
        if (!parts.drawn().add(stream) || !mayGoOn()) return;
        var reader = new PageReader(new PDPage(), parts, bounds);
        goThrough(reader, () -> reader.readUnused(form ? new PDFormXObject(stream) : new PDTilingPattern(stream, pdf.getResourceCache())));
    }

    private boolean mayGoOn() {
        if (++leftOver > MOST_LEFT_OVER) to.missing(Unread.TOO_MANY_PARTS);
        return leftOver <= MOST_LEFT_OVER;
    }

    private interface Going {
        void through() throws IOException;
    }

    private void goThrough(PageReader reader, Going going) {
        try {
            going.through();
        } catch (IOException | RuntimeException | StackOverflowError e) {
            to.missing(Unread.DAMAGED);
        }
        to.hidden(HidingPlace.UNUSED, 0, PdfReading.written(reader.glyphs()));
        to.working();
    }
}
