package conclave.document.text;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * An office file, or any folder in a zip: each part by what it is. Order and names of the parts are the file's own,
 * so a part with a name nobody expects is read as well; only what is no text is not.
 */
final class OfficeReading {

    private static final int MOST_PARTS = 5000;

    private final ZipParts zip;
    private final Bounds bounds;
    private final Gathering to;
    private final Workbook workbook = new Workbook();
    private final SharedStrings strings = new SharedStrings();

    private OfficeReading(ZipParts zip, Bounds bounds, Gathering to) {
        this.zip = zip;
        this.bounds = bounds;
        this.to = to;
    }

    static void read(ByteBuffer bytes, Bounds bounds, Gathering to) throws Unreadable {
        var reading = new OfficeReading(ZipParts.of(bytes, MOST_PARTS + 1), bounds, to);
        to.pages(1);
        reading.readParts();
    }

    private void readParts() {
        if (zip.parts().size() > MOST_PARTS) to.missing(Unread.TOO_MANY_PARTS);
        var parts = zip.parts().stream().limit(MOST_PARTS).toList();
        to.hidden(HidingPlace.FILE_NAME, 0, String.join("\n", parts.stream().map(ZipParts.Part::name).toList()));
        readFirst(parts);
        for (var part : parts) {
            if (!part.name().endsWith("/") && !isReadFirst(part)) unpack(part).ifPresent(plain -> read(part.name(), plain));
            to.working();
        }
        workbook.tell(to);
        strings.tellUnused(to);
    }

    /** Cells only say which of the shared strings they show. */
    private void readFirst(List<ZipParts.Part> parts) {
        for (var part : parts) {
            if (!isReadFirst(part)) continue;
            Xml.Listener listener = part.name().endsWith("sharedstrings.xml") ? strings : workbook;
            unpack(part).filter(plain -> !Xml.read(plain, listener)).ifPresent(plain -> XmlText.asItStands(plain, HidingPlace.OTHER, 0, to));
        }
    }

    private static boolean isReadFirst(ZipParts.Part part) {
        return List.of("xl/sharedstrings.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels").contains(part.name());
    }

    private Optional<byte[]> unpack(ZipParts.Part part) {
        try {
            var plain = zip.unpack(part, bounds.partBytes());
            if (plain.isEmpty()) to.missing(Unread.TOO_LARGE);
            return plain.filter(bytes -> to.unpacks(bytes.length));
        } catch (IOException e) {
            to.missing(part.locked() ? Unread.ATTACHMENT : Unread.DAMAGED);
            return Optional.empty();
        }
    }

    private void read(String name, byte[] plain) {
        boolean marked = name.endsWith(".xml") || name.endsWith(".rels") || name.endsWith(".vml") || name.endsWith(".xhtml") || name.endsWith(".svg");
        if (name.endsWith("vbaproject.bin")) to.missing(Unread.MACRO);
        if (marked) readMarked(name, plain);
        else if (Format.pictureOf(ByteBuffer.wrap(plain)).isPresent()) readPicture(plain);
        else if (isPicture(name)) to.doubtful(1, NeedsOcr.PICTURE);
        else if (name.endsWith(".bin")) to.hidden(HidingPlace.ATTACHMENT, 0, Sweep.of(ByteBuffer.wrap(plain), bounds.hiddenCharacters()));
        else if (plain.length > 0) Documents.readAttachment(ByteBuffer.wrap(plain), bounds, to);
    }

    private static boolean isPicture(String name) {
        return name.matches(".*\\.(emf|wmf|gif|bmp|webp|wdp|jp2|jpe?g|png|tiff?)");
    }

    private void readPicture(byte[] plain) {
        PictureData.read(ByteBuffer.wrap(plain), 1, to);
        to.doubtful(1, NeedsOcr.PICTURE);
    }

    private void readMarked(String name, byte[] plain) {
        if (name.matches("word/document\\d*\\.xml|ppt/slides/[^/]*\\.xml")) WordText.readBody(plain, to);
        else if (name.matches("word/(header|footer)\\d*\\.xml|ppt/slide(layout|master)s/[^/]*\\.xml"))
            WordText.readBeside(plain, HidingPlace.HEADER_OR_FOOTER, to);
        else if (name.matches("word/(foot|end)notes\\d*\\.xml")) WordText.readBeside(plain, HidingPlace.FOOTNOTE, to);
        else if (name.matches("(word|xl|ppt)/.*comments?[^/]*\\.xml|ppt/(notesslides|comments)/[^/]*\\.xml")) readComments(plain);
        else if (name.matches("xl/worksheets/[^/]*\\.xml")) SheetText.read(plain, strings, workbook.hides(name), to);
        else if (name.startsWith("docprops/") || name.startsWith("customxml/") || name.equals("meta.xml")) XmlText.any(plain, HidingPlace.PROPERTIES, 0, to);
        else if (name.endsWith(".rels")) XmlText.any(plain, HidingPlace.LINK, 0, to);
        else if (name.equals("content.xml")) readOpenDocument(plain);
        else XmlText.any(plain, HidingPlace.OTHER, 0, to);
    }

    /** Comments of workbooks have words outside of paragraphs, and persons by their names. */
    private void readComments(byte[] plain) {
        WordText.readBeside(plain, HidingPlace.COMMENT, to);
        XmlText.any(plain, HidingPlace.COMMENT, 0, to);
    }

    private void readOpenDocument(byte[] plain) {
        var words = new StringBuilder();
        boolean whole = Xml.read(plain, new Paragraphs(words));
        if (!words.isEmpty()) to.layer(Documents.withoutPlaces(words.toString()));
        if (!whole) XmlText.asItStands(plain, HidingPlace.OTHER, 0, to);
    }
}
