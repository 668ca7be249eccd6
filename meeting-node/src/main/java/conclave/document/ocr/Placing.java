package conclave.document.ocr;

import conclave.document.text.Box;

/**
 * How a page became the picture that is read, and the way back: the page was scaled, then turned about its middle into a sheet
 * large enough to lose no corner.
 *
 * @param width of the scaled page before it was turned
 * @param sheetWidth of the picture that is read
 * @param degrees by which the page's lines were tilted, clockwise
 */
record Placing(int width, int height, int sheetWidth, int sheetHeight, double degrees) {

    static Placing turned(int width, int height, double degrees) {
        double angle = Math.toRadians(Math.abs(degrees));
        int sheetWidth = (int) Math.ceil(width * Math.cos(angle) + height * Math.sin(angle));
        int sheetHeight = (int) Math.ceil(height * Math.cos(angle) + width * Math.sin(angle));
        return new Placing(width, height, sheetWidth, sheetHeight, degrees);
    }

    /** The place on the page under a point of the sheet. */
    double pageX(double x, double y) {
        double angle = Math.toRadians(degrees);
        return (x - sheetWidth / 2.0) * Math.cos(angle) - (y - sheetHeight / 2.0) * Math.sin(angle) + width / 2.0;
    }

    double pageY(double x, double y) {
        double angle = Math.toRadians(degrees);
        return (x - sheetWidth / 2.0) * Math.sin(angle) + (y - sheetHeight / 2.0) * Math.cos(angle) + height / 2.0;
    }

    /** Around all four corners, brought inside the page; what lies wholly outside becomes a sliver at its edge. */
    Box box(double left, double top, double right, double bottom) {
        double[] xs = {pageX(left, top), pageX(right, top), pageX(left, bottom), pageX(right, bottom)};
        double[] ys = {pageY(left, top), pageY(right, top), pageY(left, bottom), pageY(right, bottom)};
        int l = Math.clamp((int) Math.floor(least(xs) * Box.WHOLE / width), 0, Box.WHOLE - 1);
        int t = Math.clamp((int) Math.floor(least(ys) * Box.WHOLE / height), 0, Box.WHOLE - 1);
        int r = Math.clamp((int) Math.ceil(most(xs) * Box.WHOLE / width), l + 1, Box.WHOLE);
        int b = Math.clamp((int) Math.ceil(most(ys) * Box.WHOLE / height), t + 1, Box.WHOLE);
        return new Box(l, t, r, b);
    }

    private static double least(double[] values) {
        return Math.min(Math.min(values[0], values[1]), Math.min(values[2], values[3]));
    }

    private static double most(double[] values) {
        return Math.max(Math.max(values[0], values[1]), Math.max(values[2], values[3]));
    }
}
