package conclave.document.ocr;

import java.awt.image.BufferedImage;

/** Makes of a page's picture the one that Tesseract reads best. Never black and white: that loses more than it gains. */
final class Preparation {

    /** The long side of A4 at 200 dots to the inch: Tesseract reads smaller worse and larger no better, only slower. */
    static final int LONG_SIDE = 2339;
    /** Pictures of nearly the right size stay as they are: scaling costs sharpness too. */
    private static final double NEARLY = 0.12;
    private static final double LARGEST = 2.5;
    private static final double STRAIGHT = 0.12;

    private Preparation() {
    }

    static Prepared prepare(BufferedImage picture) {
        var cleaned = RedInk.takeOut(picture);
        var page = Daylight.even(scaled(cleaned.grey()));
        double tilt = Skew.of(page);
        var placing = Placing.turned(page.width(), page.height(), Math.abs(tilt) < STRAIGHT ? 0 : tilt);
        var straight = turned(page, placing);
        var words = Rulings.takeOut(straight);
        Dust.wipeOff(words);
        return new Prepared(words, straight, placing, cleaned.sealed());
    }

    private static Grey scaled(Grey page) {
        int side = Math.max(page.width(), page.height());
        double factor = Math.min(LARGEST, (double) LONG_SIDE / side);
        if (Math.abs(factor - 1) <= NEARLY) return page;
        int width = Math.max(1, (int) Math.round(page.width() * factor));
        int height = Math.max(1, (int) Math.round(page.height() * factor));
        return Scaling.to(page, width, height);
    }

    private static Grey turned(Grey page, Placing placing) {
        if (placing.degrees() == 0) return page;
        int width = placing.sheetWidth();
        int height = placing.sheetHeight();
        var out = new byte[width * height];
        double angle = Math.toRadians(placing.degrees());
        double stepX = Math.cos(angle);
        double stepY = Math.sin(angle);
        for (int y = 0; y < height; y++) {
            double u = placing.pageX(0.5, y + 0.5) - 0.5;
            double v = placing.pageY(0.5, y + 0.5) - 0.5;
            for (int x = 0; x < width; x++, u += stepX, v += stepY) out[y * width + x] = (byte) Scaling.between(page, u, v);
        }
        return new Grey(width, height, out);
    }
}
