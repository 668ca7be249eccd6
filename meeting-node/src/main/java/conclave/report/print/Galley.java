package conclave.report.print;

import conclave.report.print.Typefaces.Run;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** A PDF being set from top to bottom on A4. Nothing in it depends on when or where it is made. */
final class Galley implements AutoCloseable {

    private static final float MARGIN = 48;
    private static final float FOOT = 30;
    private static final float LEADING = 1.5f;
    private static final Color GREY = new Color(0x55, 0x5a, 0x60);

    private final Typefaces types;
    private final String title;
    private final long identifier;
    private final PDRectangle sheet;
    private final PDDocument document = new PDDocument();
    private final Map<Typeface, PDType0Font> fonts = new IdentityHashMap<>();
    private PDPageContentStream content;
    private float y;

    Galley(Typefaces types, String title, String basis, boolean across) throws IOException {
        this.types = types;
        this.title = title;
        var sum = new CRC32();
        sum.update((title + basis).getBytes(StandardCharsets.UTF_8));
        this.identifier = sum.getValue();
        this.sheet = across ? new PDRectangle(PDRectangle.A4.getHeight(), PDRectangle.A4.getWidth()) : PDRectangle.A4;
        document.getDocumentInformation().setTitle(title);
        document.getDocumentCatalog().setLanguage("zh-CN");
        newPage();
    }

    Typefaces types() {
        return types;
    }

    float width() {
        return sheet.getWidth() - 2 * MARGIN;
    }

    /** From the top of a page to its bottom. */
    float height() {
        return sheet.getHeight() - 2 * MARGIN;
    }

    float left() {
        return y - MARGIN;
    }

    void space(float height) {
        y -= height;
    }

    void newPage() throws IOException {
        if (content != null) content.close();
        var page = new PDPage(sheet);
        document.addPage(page);
        content = new PDPageContentStream(document, page);
        y = sheet.getHeight() - MARGIN;
    }

    /** Whether so much is left on this page; goes to the next one when not. */
    void need(float height) throws IOException {
        if (y - height < MARGIN) newPage();
    }

    void title(String text, float size) throws IOException {
        for (var line : new LineBreaking(types, types.sans(), size).lines(text, width())) {
            need(size * LEADING);
            y -= size * LEADING;
            draw(line, types.sans(), size, (width() - types.width(line, types.sans()) * size) / 2, 0);
        }
    }

    /** Keeps some lines of what follows beside it. */
    void heading(String text, float size) throws IOException {
        need(size * 6);
        for (var line : new LineBreaking(types, types.sans(), size).lines(text, width())) {
            y -= size * LEADING;
            draw(line, types.sans(), size, 0, 0);
        }
        y -= size * 0.5f;
    }

    void paragraph(String text, float size, boolean indented) throws IOException {
        // The indent is two blanks of a full width, so that breaking knows of it.
        var lines = new LineBreaking(types, types.script(), size).lines((indented ? "　　" : "") + text, width());
        for (var line : lines) {
            need(size * LEADING);
            y -= size * LEADING;
            draw(line, types.script(), size, 0, 0);
        }
    }

    /** A word and a line to sign on, at the present height. */
    void blank(String text, float x, float size) throws IOException {
        draw(types.settable(text), types.script(), size, x, 0);
        var from = MARGIN + x + types.width(text, types.script()) * size + 4;
        content.setStrokingColor(Color.BLACK);
        content.setLineWidth(0.5f);
        content.moveTo(from, y - 2);
        content.lineTo(Math.max(from + 40, MARGIN + x + width() / 2 - 24), y - 2);
        content.stroke();
    }

    /** A box whose upper edge is the present height. */
    void box(float x, float width, float height, boolean filled) throws IOException {
        content.setLineWidth(0.5f);
        content.setStrokingColor(Color.BLACK);
        if (filled) {
            content.setNonStrokingColor(new Color(0xee, 0xf1, 0xf3));
            content.addRect(MARGIN + x, y - height, width, height);
            content.fillAndStroke();
            content.setNonStrokingColor(Color.BLACK);
            return;
        }
        content.addRect(MARGIN + x, y - height, width, height);
        content.stroke();
    }

    /** A picture of squares whose upper left corner is so far below the present height. */
    void squares(Squares picture, float size, float x, float below) throws IOException {
        var unit = size / picture.side();
        content.setNonStrokingColor(Color.BLACK);
        for (int row = 0; row < picture.side(); row++) {
            for (int column = 0; column < picture.side(); column++) {
                if (picture.isDark(row, column)) content.addRect(MARGIN + x + column * unit, y - below - (row + 1) * unit, unit, unit);
            }
        }
        content.fill();
    }

    /** Settable text, so far below the present height. */
    void draw(String text, Typeface wanted, float size, float x, float below) throws IOException {
        write(content, text, wanted, size, MARGIN + x, y - below);
    }

    private void write(PDPageContentStream out, String text, Typeface wanted, float size, float x, float baseline) throws IOException {
        if (text.isEmpty()) return;
        float at = x;
        boolean open = false;
        for (var run : types.runs(text, wanted)) {
            if (open && run instanceof Run.Joining) out.endText();
            switch (run) {
                case Run.Plain plain -> {
                    if (!open) out.beginText();
                    if (!open) out.newLineAtOffset(at, baseline);
                    out.setFont(font(plain.face()), size);
                    out.showText(plain.text());
                }
                case Run.Joining joining -> Outlines.draw(out, joining, size, at, baseline);
            }
            open = run instanceof Run.Plain;
            at += types.width(run, wanted) * size;
        }
        if (open) out.endText();
    }

    private PDType0Font font(Typeface face) throws IOException {
        var known = fonts.get(face);
        if (known != null) return known;
        var loaded = PDType0Font.load(document, face.font(), true);
        fonts.put(face, loaded);
        return loaded;
    }

    byte[] bytes() throws IOException {
        content.close();
        for (int i = 0; i < document.getNumberOfPages(); i++) foot(i);
        document.setDocumentId(identifier);
        var out = new ByteArrayOutputStream(1 << 17);
        document.save(out);
        return out.toByteArray();
    }

    /** Only now it is known how many there are. */
    private void foot(int page) throws IOException {
        try (var out = new PDPageContentStream(document, document.getPage(page), AppendMode.APPEND, true, true)) {
            out.setNonStrokingColor(GREY);
            var number = "第 " + (page + 1) + " 页，共 " + document.getNumberOfPages() + " 页";
            write(out, number, types.script(), 9, (sheet.getWidth() - types.width(number, types.script()) * 9) / 2, FOOT);
            if (page > 0) write(out, types.settable(title), types.script(), 9, MARGIN, FOOT);
        }
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
