package conclave.document.text;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Every object in a PDF, whoever refers to it or nobody: each piece of text in it is handed on with the kind of thing
 * that it belongs to. So nothing depends on knowing all the ways in which a document may refer to its parts.
 */
final class PdfObjects {

    private static final int MOST_DEPTH = 64;
    /** So many objects between two signs of life. */
    private static final int A_WHILE = 500;

    private final PDDocument pdf;
    private final PdfParts parts;
    private final Bounds bounds;
    private final Gathering to;
    private final PdfStreams streams;
    private int seen;

    PdfObjects(PDDocument pdf, PdfParts parts, Bounds bounds, Gathering to) {
        this.pdf = pdf;
        this.parts = parts;
        this.bounds = bounds;
        this.to = to;
        this.streams = new PdfStreams(pdf, parts, bounds, to);
    }

    void read() {
        var document = pdf.getDocument();
        var information = document.getTrailer().getCOSDictionary(COSName.INFO);
        if (information != null) words(information, HidingPlace.PROPERTIES, 0);
        for (var key : new ArrayList<>(document.getXrefTable().keySet())) {
            if (++seen > bounds.parts()) {
                to.missing(Unread.TOO_MANY_PARTS);
                return;
            }
            if (seen % A_WHILE == 0) to.working();
            readObject(document.getObjectFromPool(key));
        }
    }

    private void readObject(COSObject object) {
        try {
            var value = object.getObject();
            if (value != null && value != pdf.getDocument().getEncryptionDictionary()) walk(value, HidingPlace.OTHER, 0, 0);
        } catch (RuntimeException | StackOverflowError e) {
            to.missing(Unread.DAMAGED);
        }
    }

    private void walk(COSBase value, HidingPlace place, int page, int depth) {
        if (depth > MOST_DEPTH) {
            to.missing(Unread.TOO_DEEP);
            return;
        }
        switch (value) {
            case COSDictionary dictionary -> walk(dictionary, place, page, depth);
            case COSArray array -> {
                // The colours of a picture are kept as a string of bytes.
                if (array.size() > 0 && COSName.INDEXED.equals(array.getObject(0))) return;
                for (int i = 0; i < array.size(); i++) {
                    var item = array.get(i);
                    if (!(item instanceof COSObject)) walk(item, place, page, depth + 1);
                    else if (array.getObject(i) instanceof COSString text) say(text, place, page);
                }
            }
            case COSString text -> say(text, place, page);
            default -> { }
        }
    }

    private void walk(COSDictionary dictionary, HidingPlace around, int pageAround, int depth) {
        int page = parts.pageOf().getOrDefault(dictionary, pageAround);
        var place = PdfPlaces.of(dictionary, around);
        if (dictionary.containsKey("Thumb")) to.missing(Unread.STORED_THUMBNAIL);
        for (var entry : new HashMap<>(entries(dictionary)).entrySet()) {
            var key = entry.getKey();
            if (PdfPlaces.isNoText(key, dictionary)) continue;
            var at = PdfPlaces.of(key, dictionary, place);
            boolean elsewhere = entry.getValue() instanceof COSObject;
            var value = dictionary.getDictionaryObject(COSName.getPDFName(key));
            if (value instanceof COSString text) say(text, at, page);
            else if (value instanceof COSStream stream && PdfPlaces.holdsText(key)) streams.text(stream, at, page);
            else if (value instanceof COSDictionary files && key.equals("EF")) streams.attachments(files);
            else if (value instanceof COSArray array && key.equals("XFA")) streams.each(array, at, page);
            else if (value instanceof COSArray array && elsewhere && PdfPlaces.isNames(key)) walk(array, at, page, depth + 1);
            else if (value instanceof COSDictionary names && key.equals("Dests")) names.keySet().forEach(name -> say(name, HidingPlace.DESTINATION));
            else if (value instanceof COSName name && at == HidingPlace.DESTINATION) say(name, at);
            else if (value != null && !elsewhere) walk(value, at, page, depth + 1);
        }
        if (dictionary instanceof COSStream stream) streams.read(stream, page);
        else if (COSName.PAGE.equals(dictionary.getCOSName(COSName.TYPE))) streams.leftOverPage(dictionary);
    }

    private static Map<String, COSBase> entries(COSDictionary dictionary) {
        var entries = new HashMap<String, COSBase>();
        dictionary.entrySet().forEach(entry -> entries.put(entry.getKey().getName(), entry.getValue()));
        return entries;
    }

    /** Plain words of a dictionary that says what they are by where it stands. */
    private void words(COSDictionary dictionary, HidingPlace place, int page) {
        for (var key : entries(dictionary).keySet()) {
            if (!PdfPlaces.isNoText(key, dictionary) && dictionary.getDictionaryObject(COSName.getPDFName(key)) instanceof COSString text) say(text, place, page);
        }
    }

    private void say(COSName name, HidingPlace place) {
        to.hidden(place, 0, name.getName());
    }

    /** Some programs write the bytes of the coding they know; then both readings are said. */
    private void say(COSString text, HidingPlace place, int page) {
        var bytes = text.getBytes();
        if (place == HidingPlace.SIGNATURE && bytes.length > 200) {
            to.hidden(place, page, Sweep.of(ByteBuffer.wrap(bytes), bounds.hiddenCharacters()));
            return;
        }
        var said = text.getString();
        to.hidden(place, page, said);
        boolean marked = bytes.length > 1 && ((bytes[0] & bytes[1] & 0xff) >= 0xFE || (bytes[0] & 0xff) == 0xEF);
        if (!marked && said.chars().anyMatch(letter -> letter > 0x7F)) {
            var other = PlainText.guessed(bytes);
            if (!other.equals(new String(bytes, StandardCharsets.ISO_8859_1))) to.hidden(place, page, other);
        }
    }
}
