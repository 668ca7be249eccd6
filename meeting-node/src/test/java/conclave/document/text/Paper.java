package conclave.document.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** A PDF whose pages are written by hand, operator by operator. */
public final class Paper implements AutoCloseable {

    final PDDocument pdf = new PDDocument();
    final COSDictionary fonts = new COSDictionary();
    final COSDictionary things = new COSDictionary();
    final COSDictionary properties = new COSDictionary();
    final COSDictionary resources = new COSDictionary();

    public Paper() {
        resources.setItem(COSName.FONT, fonts);
        resources.setItem(COSName.XOBJECT, things);
        resources.setItem(COSName.PROPERTIES, properties);
        font("F", "Helvetica");
        chinese("H", "UniGB-UCS2-H");
        chinese("V", "UniGB-UCS2-V");
    }

    private void font(String name, String letters) {
        var font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.TYPE1);
        font.setName(COSName.BASE_FONT, letters);
        fonts.setItem(name, font);
    }

    /** A Chinese font that every reader is taken to have, so that no font lies in the file. */
    private void chinese(String name, String coding) {
        var system = new COSDictionary();
        system.setString(COSName.REGISTRY, "Adobe");
        system.setString(COSName.ORDERING, "GB1");
        system.setInt(COSName.SUPPLEMENT, 2);
        var letters = new COSDictionary();
        letters.setItem(COSName.TYPE, COSName.FONT);
        letters.setName(COSName.SUBTYPE, "CIDFontType0");
        letters.setName(COSName.BASE_FONT, "STSong-Light");
        letters.setItem(COSName.CIDSYSTEMINFO, system);
        var descriptor = new COSDictionary();
        descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
        descriptor.setName(COSName.FONT_NAME, "STSong-Light");
        descriptor.setInt(COSName.FLAGS, 4);
        letters.setItem(COSName.FONT_DESC, descriptor);
        var whole = new COSArray();
        whole.add(letters);
        var font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.TYPE0);
        font.setName(COSName.BASE_FONT, "STSong-Light-" + coding);
        font.setName(COSName.ENCODING, coding);
        font.setItem(COSName.DESCENDANT_FONTS, whole);
        fonts.setItem(name, font);
    }

    /** A font that lies in the file. @return its codes for some letters */
    String embedded(String name, String letters) throws IOException {
        try (var in = PDDocument.class.getResourceAsStream("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
            var font = PDType0Font.load(pdf, in, false);
            fonts.setItem(name, font);
            return HexFormat.of().formatHex(font.encode(letters));
        }
    }

    public PDPage page(String contents) throws IOException {
        var page = new PDPage(PDRectangle.A4);
        page.getCOSObject().setItem(COSName.RESOURCES, resources);
        page.getCOSObject().setItem(COSName.CONTENTS, stream(contents));
        pdf.addPage(page);
        return page;
    }

    COSStream stream(String contents) throws IOException {
        var stream = pdf.getDocument().createCOSStream();
        try (var out = stream.createOutputStream()) {
            out.write(contents.getBytes(StandardCharsets.ISO_8859_1));
        }
        return stream;
    }

    COSStream form(String contents) throws IOException {
        var form = stream(contents);
        form.setItem(COSName.TYPE, COSName.XOBJECT);
        form.setItem(COSName.SUBTYPE, COSName.FORM);
        form.setItem(COSName.BBOX, new PDRectangle(0, 0, 600, 850));
        form.setItem(COSName.RESOURCES, resources);
        return form;
    }

    /** A picture of one grey dot. */
    COSStream picture() throws IOException {
        var picture = stream("x");
        picture.setItem(COSName.TYPE, COSName.XOBJECT);
        picture.setItem(COSName.SUBTYPE, COSName.IMAGE);
        picture.setItem(COSName.WIDTH, COSInteger.ONE);
        picture.setItem(COSName.HEIGHT, COSInteger.ONE);
        picture.setInt(COSName.BITS_PER_COMPONENT, 8);
        picture.setItem(COSName.COLORSPACE, COSName.DEVICEGRAY);
        return picture;
    }

    /** Words at a place, in letters of a size. */
    public static String words(String said, double x, double y, int size) {
        return "BT /F %d Tf %s %s Td (%s) Tj ET\n".formatted(size, x, y, said);
    }

    public static String chinese(String said, double x, double y, int size, String font) {
        var codes = new StringBuilder();
        said.chars().forEach(letter -> codes.append("%04X".formatted(letter)));
        return "BT /%s %d Tf %s %s Td <%s> Tj ET\n".formatted(font, size, x, y, codes);
    }

    public byte[] saved() throws IOException {
        var out = new ByteArrayOutputStream();
        pdf.save(out);
        return out.toByteArray();
    }

    static Reading read(byte[] file) throws Unreadable {
        var found = new ArrayList<Found>();
        Documents.read(ByteBuffer.wrap(file), Bounds.usual(100), found::add);
        return Reading.of(found);
    }

    /** What is said at one kind of place, together. */
    static String at(Reading reading, HidingPlace place) {
        return String.join("\n", reading.hidden().stream().filter(text -> text.place() == place).map(HiddenText::text).toList());
    }

    static List<String> layers(Reading reading) {
        return reading.texts().stream().map(PageText::text).toList();
    }

    @Override
    public void close() throws IOException {
        pdf.close();
    }
}
