package conclave.document.render;

import java.io.IOException;

/** Writes WebP. Pixels are {@code 0xRRGGBB}, row by row. */
interface WebP {

    /** For scans and photographs. */
    byte[] lossy(int[] pixels, int width, int height) throws IOException;

    /** For pages of few colours: strokes stay as sharp as they were drawn. */
    byte[] lossless(int[] pixels, int width, int height) throws IOException;
}
