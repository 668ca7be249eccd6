package conclave.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files written sign by sign, which no honest program writes. */
public final class BadFiles {

    private static final String PAGE = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<%s>>>>";

    private BadFiles() {
    }

    /** @param trailer more of the trailer; {@code @} stands for where the table of places begins */
    static byte[] pdf(String trailer, String... objects) {
        var text = new StringBuilder("%PDF-1.4\n");
        var places = new ArrayList<Integer>();
        for (int i = 0; i < objects.length; i++) {
            places.add(text.length());
            text.append(i + 1).append(" 0 obj\n").append(objects[i]).append("\nendobj\n");
        }
        int table = text.length();
        text.append("xref\n0 ").append(objects.length + 1).append("\n0000000000 65535 f \n");
        for (int place : places) text.append(String.format("%010d 00000 n \n", place));
        text.append("trailer\n<</Size ").append(objects.length + 1).append("/Root 1 0 R").append(trailer.replace("@", Integer.toString(table)))
                .append(">>\nstartxref\n").append(table).append("\n%%EOF\n");
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** One page on which {@code drawn} is drawn, with these resources and what else they need, from object 5 on. */
    static byte[] page(String resources, String drawn, String... more) {
        var objects = new ArrayList<>(List.of("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", String.format(PAGE, resources), stream("", drawn)));
        objects.addAll(List.of(more));
        return pdf("", objects.toArray(String[]::new));
    }

    private static String stream(String dictionary, String content) {
        return "<<" + dictionary + "/Length " + content.length() + ">>\nstream\n" + content + "\nendstream";
    }

    /** The table of places refers back to itself. */
    static byte[] tableOfItself() {
        return pdf("/Prev @", "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", String.format(PAGE, ""), stream("", "0 0 9 9 re f"));
    }

    /** The length of its contents stands in the contents' own object. */
    static byte[] lengthOfItself() {
        return pdf("", "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", String.format(PAGE, ""),
                "<</Length 4 0 R>>\nstream\n0 0 9 9 re f\nendstream");
    }

    /** Nodes of pages, each the only child of the one before. */
    static byte[] deepTree(int depth) {
        var objects = new ArrayList<>(List.of("<</Type/Catalog/Pages 2 0 R>>"));
        IntStream.range(0, depth).forEach(i -> objects.add("<</Type/Pages/Kids[" + (i + 3) + " 0 R]/Count 1>>"));
        objects.add("<</Type/Page/MediaBox[0 0 595 842]>>");
        return pdf("", objects.toArray(String[]::new));
    }

    /** So many pages are promised by the tree that has one. */
    static byte[] boastingTree(int pages) {
        return pdf("", "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count " + pages + ">>", String.format(PAGE, ""), stream("", "0 0 9 9 re f"));
    }

    static byte[] formOfItself() {
        return page("/XObject<</F 5 0 R>>", "/F Do", stream("/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</F 5 0 R>>>>", "/F Do /F Do"));
    }

    static byte[] patternOfItself() {
        return page("/Pattern<</P 5 0 R>>", "/Pattern cs /P scn 0 0 500 500 re f",
                stream("/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 9 9]/XStep 9/YStep 9/Resources<</Pattern<</P 5 0 R>>>>",
                        "/Pattern cs /P scn 0 0 9 9 re f"));
    }

    static byte[] glyphOfItself() {
        return page("/Font<</T 5 0 R>>", "BT /T 20 Tf 50 500 Td (a) Tj ET",
                "<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[1 0 0 1 0 0]/FirstChar 97/LastChar 97/Widths[1]/Encoding<</Differences[97/a]>>"
                        + "/CharProcs<</a 6 0 R>>/Resources<</Font<</T 5 0 R>>>>>>",
                stream("", "1 0 d0 BT /T 1 Tf (aa) Tj ET"));
    }

    /** Contents of thirty million signs in some thirty thousand bytes. */
    static byte[] swellingContents() throws IOException {
        var packed = packed(30 << 20);
        var content = "<</Filter/FlateDecode/Length " + packed.length + ">>\nstream\n" + new String(packed, StandardCharsets.ISO_8859_1) + "\nendstream";
        return pdf("", "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", String.format(PAGE, ""), content);
    }

    private static byte[] packed(int zeros) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var deflated = new DeflaterOutputStream(out)) {
            var piece = " ".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
            for (int left = zeros; left > 0; left -= piece.length) deflated.write(piece);
        }
        return out.toByteArray();
    }

    /** A TIFF of nothing but directories, each of which names the next; the last one names the first when it turns in a circle. */
    static byte[] tiff(int pages, boolean circle) {
        var tiff = ByteBuffer.allocate(8 + pages * 18).order(ByteOrder.LITTLE_ENDIAN).put("II*\0".getBytes(StandardCharsets.US_ASCII)).putInt(8);
        for (int page = 1; page <= pages; page++) {
            int next = page < pages ? 8 + page * 18 : circle ? 8 : 0;
            tiff.putShort((short) 1).putShort((short) 256).putShort((short) 3).putInt(1).putInt(1).putInt(next);
        }
        return tiff.array();
    }

    /** A PNG that says it is so large and has a few pixels. */
    static byte[] png(int width, int height) throws IOException {
        var out = new ByteArrayOutputStream();
        out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 26, '\n'});
        chunk(out, "IHDR", ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0}).array());
        chunk(out, "IDAT", packed(1 << 16));
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String kind, byte[] content) throws IOException {
        var named = ByteBuffer.allocate(4 + content.length).put(kind.getBytes(StandardCharsets.US_ASCII)).put(content).array();
        var sum = new CRC32();
        sum.update(named);
        out.write(ByteBuffer.allocate(4).putInt(content.length).array());
        out.write(named);
        out.write(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }

    /** A JPEG whose head says another size than it has pixels for. */
    static byte[] jpeg(int width, int height) throws IOException {
        var jpeg = PdfFixtures.jpeg();
        for (int at = 2; at < jpeg.length - 9; at++) {
            boolean frame = (jpeg[at] & 255) == 0xff && (jpeg[at + 1] & 255) == 0xc0;
            if (frame) return ByteBuffer.wrap(jpeg).putShort(at + 5, (short) height).putShort(at + 7, (short) width).array();
        }
        throw new IllegalStateException("a JPEG without a frame");
    }

    /** An office file with one part that is a few kilobytes packed and so many bytes when it is unpacked. */
    public static byte[] swellingOffice(int bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            var piece = "<w:p/>".repeat(10_000).getBytes(StandardCharsets.US_ASCII);
            for (int left = bytes; left > 0; left -= piece.length) zip.write(piece);
        }
        return out.toByteArray();
    }

    /** Entities that stand for each other, a thousand million times. */
    public static byte[] laughingOffice() throws IOException {
        var text = new StringBuilder("<?xml version='1.0'?><!DOCTYPE d [<!ENTITY a0 'ha'>");
        for (int i = 1; i < 12; i++) text.append("<!ENTITY a").append(i).append(" '").append(("&a" + (i - 1) + ";").repeat(10)).append("'>");
        text.append("<!ENTITY f SYSTEM 'file:///etc/passwd'>]><w:document xmlns:w='w'><w:p><w:t>&a11;&f;</w:t></w:p></w:document>");
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write(text.toString().getBytes(StandardCharsets.US_ASCII));
        }
        return out.toByteArray();
    }

    /** To a zip program a folder with a document in it, to a reader of PDF that document. */
    public static byte[] zipThatIsPdf(byte[] pdf) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.setMethod(ZipOutputStream.STORED);
            var entry = new ZipEntry("word/document.xml");
            var sum = new CRC32();
            sum.update(pdf);
            entry.setSize(pdf.length);
            entry.setCompressedSize(pdf.length);
            entry.setCrc(sum.getValue());
            zip.putNextEntry(entry);
            zip.write(pdf);
        }
        return out.toByteArray();
    }

    public static byte[] behind(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
    }

    public static byte[] words(String words) {
        return words.getBytes(StandardCharsets.ISO_8859_1);
    }
}
