package conclave.report.print;

import conclave.report.print.Typefaces.Run;
import java.awt.geom.PathIterator;
import java.io.IOException;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;

/** Letters as shapes on paper, with what they say beside them for whoever looks for it. */
final class Outlines {

    private Outlines() {
    }

    static void draw(PDPageContentStream out, Run.Joining run, float size, float x, float baseline) throws IOException {
        var said = new COSDictionary();
        said.setString(COSName.ACTUAL_TEXT, run.text());
        out.beginMarkedContent(COSName.getPDFName("Span"), PDPropertyList.create(said));
        fill(out, run.face().outline(run.text(), size, x, baseline).getPathIterator(null));
        out.endMarkedContent();
    }

    private static void fill(PDPageContentStream out, PathIterator path) throws IOException {
        var to = new float[6];
        float atX = 0;
        float atY = 0;
        boolean drawn = false;
        for (; !path.isDone(); path.next()) {
            drawn = true;
            switch (path.currentSegment(to)) {
                case PathIterator.SEG_MOVETO -> out.moveTo(to[0], to[1]);
                case PathIterator.SEG_LINETO -> out.lineTo(to[0], to[1]);
                case PathIterator.SEG_QUADTO -> out.curveTo(atX + (to[0] - atX) * 2 / 3, atY + (to[1] - atY) * 2 / 3,
                        to[2] + (to[0] - to[2]) * 2 / 3, to[3] + (to[1] - to[3]) * 2 / 3, to[2], to[3]);
                case PathIterator.SEG_CUBICTO -> out.curveTo(to[0], to[1], to[2], to[3], to[4], to[5]);
                default -> out.closePath();
            }
            int last = lastPoint(path, to);
            if (last >= 0) {
                atX = to[last];
                atY = to[last + 1];
            }
        }
        if (drawn) out.fill();
    }

    /** Where in the numbers the pen stands now; closing a path moves it nowhere that counts, because a new one begins with a move. */
    private static int lastPoint(PathIterator path, float[] to) {
        return switch (path.currentSegment(to)) {
            case PathIterator.SEG_MOVETO, PathIterator.SEG_LINETO -> 0;
            case PathIterator.SEG_QUADTO -> 2;
            case PathIterator.SEG_CUBICTO -> 4;
            default -> -1;
        };
    }
}
