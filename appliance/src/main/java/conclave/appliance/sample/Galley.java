package conclave.appliance.sample;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * A PDF being set from top to bottom on A4: headings, paragraphs, and tables through {@link Table}. The same content gives the
 * same bytes: identifier and date are fixed.
 */
final class Galley implements AutoCloseable {

    static final float MARGIN = 62;
    static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
    private static final float TOP = PDRectangle.A4.getHeight() - 66;
    private static final float BOTTOM = 66;

    private final TypeCase types;
    private final long identifier;
    private final PDDocument document = new PDDocument();
    private final Map<Face, PDType0Font> fonts = new IdentityHashMap<>();
    private PDPageContentStream content;
    private float y;

    Galley(TypeCase types, String title, long identifier) throws IOException {
        this.types = types;
        this.identifier = identifier;
        document.getDocumentInformation().setTitle(title);
        newPage();
    }

    TypeCase types() {
        return types;
    }

    int pages() {
        return document.getNumberOfPages();
    }

    void newPage() throws IOException {
        if (content != null) content.close();
        var page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        content = new PDPageContentStream(document, page);
        y = TOP;
        var number = "— " + pages() + " —";
        draw(number, types.kai(), 9, (PDRectangle.A4.getWidth() - types.width(number, types.kai()) * 9) / 2, 38);
    }

    /** Whether so much is left on this page; goes to the next one when not. */
    void need(float height) throws IOException {
        if (y - height < BOTTOM) newPage();
    }

    float left() {
        return y - BOTTOM;
    }

    void space(float height) {
        y -= height;
    }

    void centered(String text, Face face, float size) throws IOException {
        for (var line : new Lines(types, face, size).breakInto(text, WIDTH, 0)) {
            need(size * 1.6f);
            y -= size * 1.5f;
            draw(line, face, size, MARGIN + (WIDTH - types.width(line, face) * size) / 2, y);
        }
    }

    void heading(String text, float size) throws IOException {
        need(size * 4);
        y -= size * 1.9f;
        draw(text, types.hei(), size, MARGIN, y);
        y -= size * 0.4f;
    }

    /** Two characters of indent, as everything official has. */
    void paragraph(String text, float size) throws IOException {
        paragraph(text, types.kai(), size, 2 * size);
    }

    void paragraph(String text, Face face, float size, float indent) throws IOException {
        var lines = new Lines(types, face, size).breakInto(text, WIDTH, indent);
        for (int i = 0; i < lines.size(); i++) {
            need(size * 1.7f);
            y -= size * 1.62f;
            draw(lines.get(i), face, size, MARGIN + (i == 0 ? indent : 0), y);
        }
    }

    void right(String text, Face face, float size) throws IOException {
        need(size * 1.7f);
        y -= size * 1.7f;
        draw(text, face, size, MARGIN + WIDTH - types.width(text, face) * size, y);
    }

    void table(Table table) throws IOException {
        for (var row : table.rows()) {
            float height = table.height(types, row);
            need(height);
            y -= height;
            row(table, row.cells(), height);
        }
    }

    private void row(Table table, List<Table.Cell> row, float height) throws IOException {
        float x = MARGIN;
        for (int i = 0; i < row.size(); i++) {
            var cell = row.get(i);
            float width = table.width(row, i);
            content.setStrokingColor(Color.BLACK);
            content.setLineWidth(0.6f);
            content.addRect(x, y, width, height);
            content.stroke();
            cell(table, cell, x, width, height);
            x += width;
        }
    }

    private void cell(Table table, Table.Cell cell, float x, float width, float height) throws IOException {
        var face = cell.label() ? types.hei() : types.kai();
        var lines = table.lines(types, cell, width);
        float leading = Table.SIZE * 1.45f;
        float baseline = y + (height + lines.size() * leading) / 2 - Table.SIZE * 1.1f;
        if (cell.tall()) baseline = y + height - Table.SIZE * 1.6f;
        for (var line : lines) {
            float free = width - types.width(line, face) * Table.SIZE;
            draw(line, face, Table.SIZE, x + (cell.centered() ? free / 2 : 4), baseline);
            baseline -= leading;
        }
    }

    void draw(String text, Face wanted, float size, float x, float baseline) throws IOException {
        content.beginText();
        content.newLineAtOffset(x, baseline);
        for (var run : types.runs(text, wanted)) {
            content.setFont(font(run.face()), size);
            content.showText(run.text());
        }
        content.endText();
    }

    private PDType0Font font(Face face) throws IOException {
        var known = fonts.get(face);
        if (known != null) return known;
        var loaded = PDType0Font.load(document, face.font(), true);
        fonts.put(face, loaded);
        return loaded;
    }

    byte[] bytes() throws IOException {
        content.close();
        return save(document, identifier);
    }

    static byte[] save(PDDocument document, long identifier) throws IOException {
        var date = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
        date.clear();
        date.set(2025, Calendar.JANUARY, 1);
        document.getDocumentInformation().setCreationDate(date);
        document.setDocumentId(identifier);
        var out = new ByteArrayOutputStream(1 << 17);
        document.save(out);
        return out.toByteArray();
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
