package conclave.appliance.bench;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** Binds pages of one kind into PDFs of at most ten, as an application comes. */
final class Binder {

    private static final int THICK = 10;
    /** So many pages differ; more only take longer to make. */
    private static final int DIFFERENT = 10;

    private final Path folder;
    private final PaperStock stock;

    Binder(Path folder) throws IOException {
        this.folder = folder;
        this.stock = new PaperStock();
    }

    /** Empty where this machine cannot make the kind. */
    Optional<List<Volume>> bind(PageKind kind, int pages) throws IOException, InterruptedException {
        if (kind == PageKind.JPX && !Files.isExecutable(Path.of("/usr/bin/opj_compress"))) return Optional.empty();
        var volumes = new ArrayList<Volume>();
        for (int done = 0; done < pages; done += THICK) {
            int thick = Math.min(THICK, pages - done);
            var file = folder.resolve(kind.name().toLowerCase(Locale.ROOT) + "-" + done / THICK + ".pdf");
            var first = volumes.stream().filter(volume -> volume.pages() == thick).findFirst();
            if (first.isPresent()) Files.copy(first.get().file(), file);
            else write(kind, thick, file);
            volumes.add(new Volume(file, thick));
        }
        return Optional.of(volumes);
    }

    private void write(PageKind kind, int pages, Path file) throws IOException, InterruptedException {
        try (var pdf = new PDDocument()) {
            var type = kind == PageKind.TEXT ? PDType0Font.load(pdf, PaperStock.TYPE.toFile()) : null;
            for (int i = 0; i < pages; i++) {
                var page = new PDPage(PDRectangle.A4);
                pdf.addPage(page);
                if (type != null) print(pdf, page, type, i % DIFFERENT);
                else lay(pdf, page, scan(pdf, kind, i % DIFFERENT));
            }
            pdf.save(file.toFile());
        }
    }

    private static void print(PDDocument pdf, PDPage page, PDType0Font type, int number) throws IOException {
        try (var content = new PDPageContentStream(pdf, page)) {
            var chance = new Random(number);
            content.setFont(type, 10.5f);
            content.beginText();
            content.setLeading(19);
            content.newLineAtOffset(72, 770);
            for (int line = 0; line < 38; line++) {
                content.showText(PaperStock.line(chance));
                content.newLine();
            }
            content.endText();
        }
    }

    private static void lay(PDDocument pdf, PDPage page, PDImageXObject image) throws IOException {
        try (var content = new PDPageContentStream(pdf, page)) {
            content.drawImage(image, 0, 0, PDRectangle.A4.getWidth(), PDRectangle.A4.getHeight());
        }
    }

    private PDImageXObject scan(PDDocument pdf, PageKind kind, int number) throws IOException, InterruptedException {
        return switch (kind) {
            case JPEG -> JPEGFactory.createFromImage(pdf, stock.colour(number), 0.8f, 300);
            case G4 -> CCITTFactory.createFromImage(pdf, stock.bilevel(number));
            case JBIG2 -> jbig2(pdf, stock.bilevel(number));
            case JPX -> jpx(pdf, stock.colour(number));
            case TEXT -> throw new IllegalArgumentException("text is printed");
        };
    }

    /** JBIG2 allows a region in the coding of fax machines: two segments around what CCITT makes. */
    private static PDImageXObject jbig2(PDDocument pdf, BufferedImage image) throws IOException {
        byte[] fax;
        try (var raw = CCITTFactory.createFromImage(pdf, image).getStream().createInputStream(List.of("CCITTFaxDecode"))) {
            fax = raw.readAllBytes();
        }
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        segment(out, 0, 48, 19);
        out.writeInt(image.getWidth());
        out.writeInt(image.getHeight());
        out.write(new byte[11]);
        segment(out, 1, 38, 18 + fax.length);
        out.writeInt(image.getWidth());
        out.writeInt(image.getHeight());
        out.write(new byte[9]);
        out.writeByte(1);
        out.write(fax);
        return object(pdf, bytes.toByteArray(), COSName.JBIG2_DECODE, image, 1);
    }

    private static void segment(DataOutputStream out, int number, int type, int length) throws IOException {
        out.writeInt(number);
        out.writeByte(type);
        out.writeByte(0);
        out.writeByte(1);
        out.writeInt(length);
    }

    private PDImageXObject jpx(PDDocument pdf, BufferedImage image) throws IOException, InterruptedException {
        var from = folder.resolve("scan.ppm");
        var to = folder.resolve("scan.jp2");
        try (OutputStream out = new java.io.BufferedOutputStream(Files.newOutputStream(from), 1 << 16)) {
            out.write(("P6\n" + image.getWidth() + " " + image.getHeight() + "\n255\n").getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            for (int pixel : image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth())) {
                out.write(pixel >> 16);
                out.write(pixel >> 8);
                out.write(pixel);
            }
        }
        new Shell(folder).seconds("opj_compress -i scan.ppm -o scan.jp2 -r 25");
        var made = object(pdf, Files.readAllBytes(to), COSName.JPX_DECODE, image, 8);
        Files.delete(from);
        Files.delete(to);
        return made;
    }

    private static PDImageXObject object(PDDocument pdf, byte[] coded, COSName filter, BufferedImage image, int bits) throws IOException {
        COSStream stream = pdf.getDocument().createCOSStream();
        COSDictionary head = stream;
        head.setItem(COSName.TYPE, COSName.XOBJECT);
        head.setItem(COSName.SUBTYPE, COSName.IMAGE);
        head.setInt(COSName.WIDTH, image.getWidth());
        head.setInt(COSName.HEIGHT, image.getHeight());
        head.setInt(COSName.BITS_PER_COMPONENT, bits);
        head.setItem(COSName.COLORSPACE, bits == 1 ? COSName.DEVICEGRAY : COSName.DEVICERGB);
        try (var out = stream.createRawOutputStream()) {
            out.write(coded);
        }
        head.setItem(COSName.FILTER, filter);
        return (PDImageXObject) PDImageXObject.createXObject(stream, null);
    }

    /** A document on the disk. */
    record Volume(Path file, int pages) {
    }
}
