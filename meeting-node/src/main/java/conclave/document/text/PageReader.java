package conclave.document.text;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.pdfbox.contentstream.PDContentStream;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/**
 * Goes through what draws a page and notes each glyph with its place, whether it can be seen or not, and what speaks
 * against trusting the glyphs alone. Nothing is drawn.
 */
final class PageReader extends PathReader {

    /** What goes beyond is neither an error of the page nor to be caught on the way by whoever passes over errors. */
    static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Enough() {
            super(null, null, false, false);
        }
    }

    private static final int MOST_FORMS = 5_000;
    /** In parts of the size of the writing: a list's mark stands farther off. */
    private static final double BESIDE = 0.2;

    private final ShownPage shown;
    private final PdfParts parts;
    private final Bounds bounds;
    private final PageSigns signs;
    private final List<Glyph> glyphs = new ArrayList<>();
    private final List<Glyph> switchedOff = new ArrayList<>();
    private final List<String> spoken = new ArrayList<>();
    private final Deque<Boolean> off = new ArrayDeque<>();
    private int operators;
    private int forms;

    PageReader(PDPage page, PdfParts parts, Bounds bounds) {
        this(page, ShownPage.of(page), new PageSigns(), parts, bounds);
    }

    private PageReader(PDPage page, ShownPage shown, PageSigns signs, PdfParts parts, Bounds bounds) {
        super(page, new Outlines(shown, signs));
        this.shown = shown;
        this.signs = signs;
        this.parts = parts;
        this.bounds = bounds;
        addOperator(new Placed.Thing(this));
        addOperator(new Placed.Inline(this));
    }

    void readUnused(PDContentStream contents) throws IOException {
        processChildStream(contents, getPage());
    }

    List<Glyph> glyphs() {
        return glyphs;
    }

    List<Glyph> switchedOff() {
        return switchedOff;
    }

    /** What is read aloud instead of what is shown. */
    List<String> spoken() {
        return spoken;
    }

    PageSigns signs() {
        return signs;
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        if (++operators > bounds.operators()) throw new Enough();
        super.processOperator(operator, operands);
    }

    @Override
    protected void operatorException(Operator operator, List<COSBase> operands, IOException e) {
        signs.tell(NeedsOcr.UNREAD);
    }

    @Override
    protected void showGlyph(Matrix place, PDFont font, int code, Vector displacement) {
        if (glyphs.size() >= bounds.glyphs()) throw new Enough();
        var said = characters(font, code);
        boolean known = isWritten(said);
        var mode = getGraphicsState().getTextState().getRenderingMode();
        boolean seen = mode.isFill() || mode.isStroke();
        if (font instanceof PDType3Font) signs.tell(NeedsOcr.DRAWN_GLYPHS);
        if (!said.isBlank()) signs.glyph(seen, known, !known || parts.shapes().isCertain(font, code, said));
        var glyph = glyph(known ? Glyph.letters(said) : Glyph.UNKNOWN, place.createAffineTransform(), font, code, displacement);
        if (!said.isBlank() && !glyphs.isEmpty() && isHoleInWord(glyphs.getLast(), glyph)) signs.tell(NeedsOcr.UNKNOWN_CHARACTERS);
        glyphs.add(glyph);
        if (off.contains(true)) switchedOff.add(glyph);
    }

    /** One sign that no font explains is the mark of a list; right beside a letter it is one of a name. */
    private static boolean isHoleInWord(Glyph before, Glyph glyph) {
        boolean hole = before.isUnknown() != glyph.isUnknown() && (before.isLetter() || glyph.isLetter());
        return hole && before.goesLike(glyph) && before.across(glyph) < BESIDE * before.em() && Math.abs(before.along(glyph)) < BESIDE * before.em();
    }

    private static String characters(PDFont font, int code) {
        try {
            var said = font.toUnicode(code);
            return said == null || said.isEmpty() ? Glyph.UNKNOWN : said;
        } catch (RuntimeException e) {
            return Glyph.UNKNOWN;
        }
    }

    /** Private signs and control characters are what a font says that does not want to be read. */
    private static boolean isWritten(String said) {
        return said.isBlank() || said.codePoints().noneMatch(point -> point == 0xFFFD || Character.isISOControl(point)
                || Character.getType(point) == Character.PRIVATE_USE || Character.getType(point) == Character.UNASSIGNED);
    }

    private Glyph glyph(String text, AffineTransform place, PDFont font, int code, Vector displacement) {
        var start = shown.shown(place.getTranslateX(), place.getTranslateY());
        var end = shownAt(place, displacement.getX(), displacement.getY());
        var up = shownAt(place, 0, 1);
        double em = Math.clamp(start.distance(up), 0.01, 10_000);
        double advance = start.distance(end);
        boolean still = !(advance > 1e-6);
        var ahead = still ? shownAt(place, 1, 0) : end;
        double length = Math.max(start.distance(ahead), 1e-9);
        var where = shown.shown(parts.shapes().of(font, code, displacement.getX()), place);
        return new Glyph(text, shown.box(where), start.getX(), start.getY(), (ahead.getX() - start.getX()) / length,
                (ahead.getY() - start.getY()) / length, still ? 0 : advance, em);
    }

    private Point2D shownAt(AffineTransform place, double x, double y) {
        var point = place.transform(new Point2D.Double(x, y), null);
        return shown.shown(point.getX(), point.getY());
    }

    @Override
    public void beginMarkedContentSequence(COSName tag, COSDictionary properties) {
        off.push(COSName.OC.equals(tag) && parts.layers().areOff(properties));
        if (properties == null) return;
        for (var key : List.of("ActualText", "Alt", "E")) {
            var said = properties.getString(COSName.getPDFName(key));
            if (said != null && spoken.size() < bounds.glyphs()) spoken.add(said);
        }
    }

    @Override
    public void endMarkedContentSequence() {
        off.poll();
    }

    void beginThing(COSDictionary thing) {
        off.push(parts.layers().areOff(thing.getCOSDictionary(COSName.OC)));
    }

    void endThing() {
        off.poll();
    }

    /** A form that is drawn is not left over, and may have patterns of its own. */
    void lookInto(PDFormXObject form) {
        if (++forms > MOST_FORMS) throw new Enough();
        if (!parts.drawn().add(form.getCOSObject())) return;
        if (Patterns.mayHoldWriting(form.getCOSObject().getCOSDictionary(COSName.RESOURCES))) signs.tell(NeedsOcr.PATTERN);
    }

    void picture() {
        var place = getGraphicsState().getCurrentTransformationMatrix().createAffineTransform();
        var covered = shown.shown(new Rectangle2D.Double(0, 0, 1, 1), place);
        signs.picture(covered.getWidth() * covered.getHeight() / shown.area());
    }

    @Override
    public void drawImage(PDImage image) {
        picture();
    }
}
