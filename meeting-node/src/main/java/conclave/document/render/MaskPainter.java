package conclave.document.render;

import conclave.document.text.Box;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.util.Arrays;
import java.util.List;

/**
 * Paints masks into the pixels, before the picture is made smaller or written in any coding: nothing of what stood
 * there is left to be computed back. The look is one for all; edges are rounded outwards, so that no box vanishes.
 */
final class MaskPainter {

    /** Light grey: white would look like nothing, black like a mourning card. One of the sixteen greys. */
    static final int TONE = 0xcc;

    private MaskPainter() {
    }

    /** @param quarters how many quarter turns to the right the picture will still be given; boxes are places of the turned page */
    static BufferedImage painted(BufferedImage image, List<Box> masks, int quarters) {
        if (masks.isEmpty()) return image;
        var paper = AreaScaler.plain(image);
        for (var mask : masks) fill(paper.getRaster(), turnedBack(mask, quarters));
        return paper;
    }

    private static void fill(WritableRaster raster, Box box) {
        int left = (int) ((long) box.left() * raster.getWidth() / Box.WHOLE);
        int top = (int) ((long) box.top() * raster.getHeight() / Box.WHOLE);
        int right = roundedUp(box.right(), raster.getWidth());
        int bottom = roundedUp(box.bottom(), raster.getHeight());
        var row = new int[(right - left) * raster.getNumBands()];
        Arrays.fill(row, TONE);
        for (int y = top; y < bottom; y++) raster.setPixels(left, y, right - left, 1, row);
    }

    private static int roundedUp(int part, int size) {
        return (int) (((long) part * size + Box.WHOLE - 1) / Box.WHOLE);
    }

    static Box turnedBack(Box box, int quarters) {
        return switch (Math.floorMod(quarters, 4)) {
            case 1 -> new Box(box.top(), Box.WHOLE - box.right(), box.bottom(), Box.WHOLE - box.left());
            case 2 -> new Box(Box.WHOLE - box.right(), Box.WHOLE - box.bottom(), Box.WHOLE - box.left(), Box.WHOLE - box.top());
            case 3 -> new Box(Box.WHOLE - box.bottom(), box.left(), Box.WHOLE - box.top(), box.right());
            default -> box;
        };
    }
}
