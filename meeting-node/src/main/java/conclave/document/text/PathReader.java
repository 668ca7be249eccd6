package conclave.document.text;

import java.awt.geom.Point2D;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;

/** The part of going through a page that follows its lines and areas: only whether they may be letters matters. */
abstract class PathReader extends PDFGraphicsStreamEngine {

    private final Outlines outlines;

    PathReader(PDPage page, Outlines outlines) {
        super(page);
        this.outlines = outlines;
    }

    @Override
    public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
        outlines.begin(p0.getX(), p0.getY());
        outlines.go(p2.getX(), p2.getY());
    }

    @Override
    public void clip(int windingRule) {
        // What is clipped away is read all the same.
    }

    @Override
    public void moveTo(float x, float y) {
        outlines.begin(x, y);
    }

    @Override
    public void lineTo(float x, float y) {
        outlines.go(x, y);
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
        outlines.go(x3, y3);
    }

    @Override
    public Point2D getCurrentPoint() {
        return outlines.current();
    }

    @Override
    public void closePath() {
        outlines.close();
    }

    @Override
    public void endPath() {
        outlines.end();
    }

    @Override
    public void strokePath() {
        outlines.fill();
    }

    @Override
    public void fillPath(int windingRule) {
        outlines.fill();
    }

    @Override
    public void fillAndStrokePath(int windingRule) {
        outlines.fill();
    }

    @Override
    public void shadingFill(COSName shadingName) {
        // Shades hold no letters.
    }
}
