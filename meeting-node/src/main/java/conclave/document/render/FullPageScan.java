package conclave.document.render;

import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/**
 * Recognises a page that is one picture from edge to edge, as a scanner makes it: such a page is decoded directly,
 * because drawing the picture through PDFBox costs four times as much. Invisible text (the scanner's OCR) may stand
 * on it; anything else that draws sends the page the ordinary way.
 */
final class FullPageScan {

    private static final Set<String> DRAWS_NOTHING = Set.of("BT", "ET", "Tf", "Td", "TD", "Tm", "T*", "Tc", "Tw",
            "Tz", "TL", "Ts", "BMC", "BDC", "EMC", "MP", "DP", "i", "ri", "g", "rg", "k", "G", "RG", "K", "w", "J", "j", "M", "d");
    private static final Set<String> SHOWS_TEXT = Set.of("Tj", "TJ", "'", "\"");
    private static final int MOST_OPERATORS = 50_000;

    private final PDPage page;
    private final Deque<AffineTransform> saved = new ArrayDeque<>();
    private AffineTransform place = new AffineTransform();
    private COSName picture;
    private AffineTransform picturePlace;
    private boolean textInvisible;

    private FullPageScan(PDPage page) {
        this.page = page;
    }

    static Optional<PDImageXObject> of(PDPage page) throws IOException {
        if (!page.getAnnotations().isEmpty() || page.getResources() == null) return Optional.empty();
        var scan = new FullPageScan(page);
        return scan.readsAsOne() ? scan.upright() : Optional.empty();
    }

    private boolean readsAsOne() throws IOException {
        var parser = new PDFStreamParser(page);
        var operands = new ArrayList<COSBase>();
        int operators = 0;
        for (var token = parser.parseNextToken(); token != null; token = parser.parseNextToken()) {
            if (token instanceof Operator operator) {
                if (++operators > MOST_OPERATORS || !goesOn(operator.getName(), operands)) return false;
                operands.clear();
            } else if (token instanceof COSBase operand) {
                operands.add(operand);
            }
        }
        return picture != null;
    }

    private boolean goesOn(String operator, List<COSBase> operands) {
        switch (operator) {
            case "q" -> saved.push(new AffineTransform(place));
            case "Q" -> place = saved.isEmpty() ? place : saved.pop();
            case "cm" -> {
                return moves(operands);
            }
            case "Tr" -> textInvisible = operands.size() == 1 && operands.get(0) instanceof COSNumber mode && mode.intValue() == 3;
            case "Do" -> {
                if (picture != null || operands.size() != 1 || !(operands.get(0) instanceof COSName name)) return false;
                picture = name;
                picturePlace = new AffineTransform(place);
            }
            default -> {
                return DRAWS_NOTHING.contains(operator) || SHOWS_TEXT.contains(operator) && textInvisible;
            }
        }
        return true;
    }

    private boolean moves(List<COSBase> operands) {
        if (operands.size() != 6) return false;
        var m = new double[6];
        for (int i = 0; i < 6; i++) {
            if (!(operands.get(i) instanceof COSNumber number)) return false;
            m[i] = number.floatValue();
        }
        place.concatenate(new AffineTransform(m));
        return true;
    }

    /** The picture, when it stands upright and reaches all four edges to within a hundredth. */
    private Optional<PDImageXObject> upright() throws IOException {
        var box = page.getCropBox();
        double slackX = box.getWidth() / 100;
        double slackY = box.getHeight() / 100;
        var p = picturePlace;
        boolean straight = Math.abs(p.getShearX()) < 1e-3 && Math.abs(p.getShearY()) < 1e-3;
        boolean fills = Math.abs(p.getTranslateX() - box.getLowerLeftX()) < slackX
                && Math.abs(p.getTranslateY() - box.getLowerLeftY()) < slackY
                && Math.abs(p.getScaleX() - box.getWidth()) < slackX
                && Math.abs(p.getScaleY() - box.getHeight()) < slackY;
        if (!straight || !fills || !(page.getResources().getXObject(picture) instanceof PDImageXObject image)) return Optional.empty();
        boolean plain = !image.isStencil() && image.getSoftMask() == null && image.getMask() == null
                && image.getColorKeyMask() == null && image.getOptionalContent() == null;
        return plain ? Optional.of(image) : Optional.empty();
    }
}
