package conclave.document.text;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import org.apache.pdfbox.pdmodel.PDPage;

/** From the coordinates in which a page is drawn to the page as it is shown: cut to its box, turned, from the upper left corner. */
final class ShownPage {

    private final AffineTransform toShown;
    private final double width;
    private final double height;

    private ShownPage(AffineTransform toShown, double width, double height) {
        this.toShown = toShown;
        this.width = width;
        this.height = height;
    }

    static ShownPage of(PDPage page) {
        var box = page.getCropBox();
        int quarters = Math.floorMod(page.getRotation() / 90, 4);
        double left = box.getLowerLeftX();
        double bottom = box.getLowerLeftY();
        double right = box.getUpperRightX();
        double top = box.getUpperRightY();
        var turned = switch (quarters) {
            case 0 -> new AffineTransform(1, 0, 0, -1, -left, top);
            case 1 -> new AffineTransform(0, 1, 1, 0, -bottom, -left);
            case 2 -> new AffineTransform(-1, 0, 0, 1, right, -bottom);
            default -> new AffineTransform(0, -1, -1, 0, top, right);
        };
        boolean lying = quarters % 2 == 1;
        return new ShownPage(turned, Math.max(1e-3, lying ? top - bottom : right - left), Math.max(1e-3, lying ? right - left : top - bottom));
    }

    Point2D shown(double x, double y) {
        return toShown.transform(new Point2D.Double(x, y), null);
    }

    Rectangle2D shown(Rectangle2D drawn, AffineTransform place) {
        var whole = new AffineTransform(toShown);
        whole.concatenate(place);
        return whole.createTransformedShape(drawn).getBounds2D();
    }

    double area() {
        return width * height;
    }

    double height() {
        return height;
    }

    /** @return null where nothing of it is on the page */
    Box box(Rectangle2D shown) {
        int left = part(Math.floor(shown.getMinX() / width * Box.WHOLE));
        int top = part(Math.floor(shown.getMinY() / height * Box.WHOLE));
        int right = part(Math.ceil(shown.getMaxX() / width * Box.WHOLE));
        int bottom = part(Math.ceil(shown.getMaxY() / height * Box.WHOLE));
        return left < right && top < bottom ? new Box(left, top, right, bottom) : null;
    }

    /** What is not a number is nowhere. */
    private static int part(double value) {
        return (int) Math.clamp(value, 0, Box.WHOLE);
    }
}
