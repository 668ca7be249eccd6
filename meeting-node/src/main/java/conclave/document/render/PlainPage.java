package conclave.document.render;

import java.awt.image.BufferedImage;

/**
 * A page as it is, in no coding: for OCR, never for anybody's eyes.
 *
 * @param complete false when something on the page could not be drawn or read
 */
public record PlainPage(boolean complete, BufferedImage image) {
}
