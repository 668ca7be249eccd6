package conclave.document;

import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;

/** Good and hostile files, made on the spot. */
public final class PdfFixtures {

    private PdfFixtures() {
    }

    public static byte[] text(int pages) throws IOException {
        try (var pdf = new PDDocument()) {
            for (int n = 1; n <= pages; n++) write(pdf, addPage(pdf, PDRectangle.A4), "Page " + n + " of " + pages);
            return saved(pdf);
        }
    }

    /** Cut off behind the first page, in the old plain form of which PDFBox mends the rest by itself. */
    public static byte[] cutOff() throws IOException {
        try (var pdf = new PDDocument()) {
            for (int n = 1; n <= 3; n++) write(pdf, addPage(pdf, PDRectangle.A4), "Page " + n);
            var out = new ByteArrayOutputStream();
            pdf.save(out, CompressParameters.NO_COMPRESSION);
            int lastContents = out.toString(StandardCharsets.ISO_8859_1).lastIndexOf("stream\n") - 200;
            return Arrays.copyOf(out.toByteArray(), lastContents);
        }
    }

    /** As a scanner makes it: one JPEG over the whole of each page. */
    public static byte[] scan(int pages, int width, int height, boolean colour) throws IOException {
        try (var pdf = new PDDocument()) {
            for (int n = 1; n <= pages; n++) {
                var page = addPage(pdf, PDRectangle.A4);
                var picture = JPEGFactory.createFromImage(pdf, paper(n, width, height, colour), 0.85f);
                try (var content = new PDPageContentStream(pdf, page)) {
                    content.drawImage(picture, 0, 0, PDRectangle.A4.getWidth(), PDRectangle.A4.getHeight());
                }
            }
            return saved(pdf);
        }
    }

    /** A form that was filled in on a computer, with a picture of somebody in its corner. */
    public static byte[] wordsBesideAPhotograph() throws IOException {
        try (var pdf = new PDDocument()) {
            var page = addPage(pdf, PDRectangle.A4);
            write(pdf, page, "Application");
            var picture = JPEGFactory.createFromImage(pdf, paper(1, 350, 490, true), 0.85f);
            try (var content = new PDPageContentStream(pdf, page, PDPageContentStream.AppendMode.APPEND, true)) {
                content.drawImage(picture, 470, 700, 72, 100);
            }
            return saved(pdf);
        }
    }

    public static byte[] empty(int pages) throws IOException {
        try (var pdf = new PDDocument()) {
            for (int n = 1; n <= pages; n++) addPage(pdf, PDRectangle.A4);
            return saved(pdf);
        }
    }

    public static byte[] withPageBox(float width, float height) throws IOException {
        try (var pdf = new PDDocument()) {
            write(pdf, addPage(pdf, new PDRectangle(width, height)), "huge");
            return saved(pdf);
        }
    }

    public static byte[] encrypted() throws IOException {
        try (var pdf = new PDDocument()) {
            write(pdf, addPage(pdf, PDRectangle.A4), "locked");
            var policy = new StandardProtectionPolicy("owner", "reader", new AccessPermission());
            policy.setEncryptionKeyLength(128);
            pdf.protect(policy);
            return saved(pdf);
        }
    }

    /** A page tree whose only child is the tree itself. */
    public static byte[] selfReferencing() throws IOException {
        try (var pdf = new PDDocument()) {
            addPage(pdf, PDRectangle.A4);
            var tree = pdf.getDocumentCatalog().getPages().getCOSObject();
            var kids = new COSArray();
            kids.add(tree);
            tree.setItem(COSName.KIDS, kids);
            tree.setItem(COSName.COUNT, COSInteger.get(3));
            return saved(pdf);
        }
    }

    public static byte[] withActions(String program) throws IOException {
        try (var pdf = new PDDocument()) {
            var page = addPage(pdf, PDRectangle.A4);
            write(pdf, page, "innocent");
            pdf.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('opened');"));
            var launch = new PDActionLaunch();
            launch.setF(program);
            var actions = new COSDictionary();
            actions.setItem(COSName.O, launch.getCOSObject());
            page.getCOSObject().setItem(COSName.AA, actions);
            return saved(pdf);
        }
    }

    /** Forms that draw each other twice, thirty deep: a thousand million drawings in two kilobytes. */
    public static byte[] endless() throws IOException {
        try (var pdf = new PDDocument()) {
            var page = addPage(pdf, PDRectangle.A4);
            COSStream inner = form(pdf, null);
            for (int depth = 0; depth < 30; depth++) inner = form(pdf, inner);
            page.getCOSObject().setItem(COSName.RESOURCES, resources(inner));
            var content = pdf.getDocument().createCOSStream();
            put(content, "/F Do");
            page.getCOSObject().setItem(COSName.CONTENTS, content);
            return saved(pdf);
        }
    }

    /** A picture that claims to be of so many pixels and has hardly any bytes. */
    public static byte[] pictureOf(int width, int height, boolean fullPage) throws IOException {
        try (var pdf = new PDDocument()) {
            var page = addPage(pdf, PDRectangle.A4);
            var picture = pdf.getDocument().createCOSStream();
            picture.setItem(COSName.TYPE, COSName.XOBJECT);
            picture.setItem(COSName.SUBTYPE, COSName.IMAGE);
            picture.setInt(COSName.WIDTH, width);
            picture.setInt(COSName.HEIGHT, height);
            picture.setInt(COSName.BITS_PER_COMPONENT, 8);
            picture.setItem(COSName.COLORSPACE, COSName.DEVICERGB);
            try (var out = picture.createOutputStream(COSName.FLATE_DECODE)) {
                out.write(new byte[3000]);
            }
            page.getCOSObject().setItem(COSName.RESOURCES, resources(picture));
            var content = pdf.getDocument().createCOSStream();
            put(content, (fullPage ? "595.276 0 0 841.89 0 0" : "300 0 0 300 100 100") + " cm /F Do");
            page.getCOSObject().setItem(COSName.CONTENTS, content);
            return saved(pdf);
        }
    }

    /** A scan of one JBIG2 region in the coding of fax machines, black squares on white. */
    public static byte[] jbig2(boolean spoiled) throws IOException {
        return jbig2(spoiled ? Arrays.copyOf(jbig2Squares(), 35) : jbig2Squares(), new byte[0]);
    }

    /** @param common what pictures of the file have in common, a stream of its own where it is not empty */
    public static byte[] jbig2(byte[] coded, byte[] common) throws IOException {
        try (var pdf = new PDDocument()) {
            var picture = picture(pdf, 800, 1130, 1, COSName.DEVICEGRAY, COSName.JBIG2_DECODE, coded);
            if (common.length > 0) {
                var shared = pdf.getDocument().createCOSStream();
                try (var out = shared.createRawOutputStream()) {
                    out.write(common);
                }
                var parameters = new COSDictionary();
                parameters.setItem(COSName.JBIG2_GLOBALS, shared);
                picture.setItem(COSName.DECODE_PARMS, parameters);
            }
            return overAPage(pdf, picture);
        }
    }

    public static byte[] jbig2Squares() throws IOException {
        var squares = new BufferedImage(800, 1130, BufferedImage.TYPE_BYTE_BINARY);
        var graphics = squares.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 800, 1130);
        graphics.setColor(Color.BLACK);
        for (int i = 0; i < 10; i++) graphics.fillRect(200, 100 * i + 50, 400, 50);
        graphics.dispose();
        byte[] fax;
        try (var pdf = new PDDocument(); var raw = CCITTFactory.createFromImage(pdf, squares).getStream().createInputStream(List.of("CCITTFaxDecode"))) {
            fax = raw.readAllBytes();
        }
        return ByteBuffer.allocate(11 + 19 + 11 + 18 + fax.length).putInt(0).put(new byte[] {48, 0, 1}).putInt(19).putInt(800).putInt(1130)
                .put(new byte[11]).putInt(1).put(new byte[] {38, 0, 1}).putInt(18 + fax.length).putInt(800).putInt(1130).put(new byte[9]).put((byte) 1).put(fax)
                .array();
    }

    /** A scan in JPEG 2000: what {@link #jpeg2000Squares} gives, or what became of it. */
    public static byte[] jpeg2000(byte[] coded) throws IOException {
        try (var pdf = new PDDocument()) {
            return overAPage(pdf, picture(pdf, 160, 226, 8, COSName.DEVICERGB, COSName.JPX_DECODE, coded));
        }
    }

    /** 160 by 226 points without loss, in four sizes: ten black bars on white, and a red square. */
    public static byte[] jpeg2000Squares() throws IOException {
        try (var in = PdfFixtures.class.getResourceAsStream("/scans/squares.jp2.b64")) {
            return Base64.getMimeDecoder().decode(in.readAllBytes());
        }
    }

    private static COSStream picture(PDDocument pdf, int width, int height, int bits, COSName space, COSName coding, byte[] coded) throws IOException {
        var picture = pdf.getDocument().createCOSStream();
        picture.setItem(COSName.TYPE, COSName.XOBJECT);
        picture.setItem(COSName.SUBTYPE, COSName.IMAGE);
        picture.setInt(COSName.WIDTH, width);
        picture.setInt(COSName.HEIGHT, height);
        picture.setInt(COSName.BITS_PER_COMPONENT, bits);
        picture.setItem(COSName.COLORSPACE, space);
        try (var out = picture.createRawOutputStream()) {
            out.write(coded);
        }
        picture.setItem(COSName.FILTER, coding);
        return picture;
    }

    private static byte[] overAPage(PDDocument pdf, COSStream picture) throws IOException {
        var page = addPage(pdf, PDRectangle.A4);
        page.getCOSObject().setItem(COSName.RESOURCES, resources(picture));
        var content = pdf.getDocument().createCOSStream();
        put(content, "595.276 0 0 841.89 0 0 cm /F Do");
        page.getCOSObject().setItem(COSName.CONTENTS, content);
        return saved(pdf);
    }

    /** A good file in which the compressed contents of the page are spoiled half-way. */
    public static byte[] withSpoiledContents() throws IOException {
        try (var pdf = new PDDocument()) {
            var page = addPage(pdf, PDRectangle.A4);
            var content = pdf.getDocument().createCOSStream();
            try (var out = content.createRawOutputStream()) {
                out.write(new byte[] {0x78, (byte) 0x9c, 0x55, 0x12, 0x77, 0x11, 0x34, 0x5f, 0x6e, 0x12});
            }
            content.setItem(COSName.FILTER, COSName.FLATE_DECODE);
            page.getCOSObject().setItem(COSName.CONTENTS, content);
            return saved(pdf);
        }
    }

    public static byte[] jpeg() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(paper(1, 400, 600, true), "jpeg", out);
        return out.toByteArray();
    }

    private static COSStream form(PDDocument pdf, COSStream inner) throws IOException {
        var form = pdf.getDocument().createCOSStream();
        form.setItem(COSName.TYPE, COSName.XOBJECT);
        form.setItem(COSName.SUBTYPE, COSName.FORM);
        form.setItem(COSName.BBOX, PDRectangle.A4.getCOSArray());
        if (inner != null) form.setItem(COSName.RESOURCES, resources(inner));
        put(form, inner == null ? "0 0 1 1 re f" : "/F Do /F Do");
        return form;
    }

    private static COSDictionary resources(COSStream object) {
        var objects = new COSDictionary();
        objects.setItem(COSName.F, object);
        var resources = new COSDictionary();
        resources.setItem(COSName.XOBJECT, objects);
        return resources;
    }

    private static void put(COSStream stream, String operators) throws IOException {
        try (OutputStream out = stream.createOutputStream()) {
            out.write(operators.getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static PDPage addPage(PDDocument pdf, PDRectangle size) {
        var page = new PDPage(size);
        pdf.addPage(page);
        return page;
    }

    private static void write(PDDocument pdf, PDPage page, String heading) throws IOException {
        try (var content = new PDPageContentStream(pdf, page)) {
            content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 11);
            content.beginText();
            content.setLeading(15);
            content.newLineAtOffset(60, page.getMediaBox().getHeight() - 60);
            content.showText(heading);
            for (int line = 0; line < 45; line++) {
                content.newLine();
                content.showText("Line " + line + " of what a born-digital page of an application says about somebody.");
            }
            content.endText();
        }
    }

    private static BufferedImage paper(int n, int width, int height, boolean colour) {
        var image = new BufferedImage(width, height, colour ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_BYTE_GRAY);
        var graphics = image.createGraphics();
        graphics.setColor(new Color(246, 244, 238));
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(colour ? new Color(40, 40, 70) : Color.DARK_GRAY);
        graphics.setFont(new Font(Font.SERIF, Font.PLAIN, Math.max(8, height / 60)));
        for (int line = 1; line < 45; line++) graphics.drawString("Scanned page " + n + ", line " + line, width / 12, line * height / 46);
        graphics.dispose();
        speckle(image, n);
        return image;
    }

    /** The noise of a scanner, without which a JPEG is unlike any scan. */
    private static void speckle(BufferedImage image, int seed) {
        var random = new java.util.Random(seed);
        for (int i = 0; i < image.getWidth() * image.getHeight() / 12; i++) {
            int tone = 225 + random.nextInt(30);
            image.setRGB(random.nextInt(image.getWidth()), random.nextInt(image.getHeight()), tone << 16 | tone << 8 | tone);
        }
    }

    private static byte[] saved(PDDocument pdf) throws IOException {
        var out = new ByteArrayOutputStream();
        pdf.save(out);
        return out.toByteArray();
    }
}
