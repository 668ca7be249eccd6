package conclave.document.render;

import java.awt.image.BufferedImage;

/**
 * A page as it will be shown, masks and all, not yet written in any coding.
 *
 * @param photographed it came from a scanner or a camera
 * @param complete false when something on the page could not be drawn or read
 */
record DrawnPage(BufferedImage image, boolean photographed, boolean complete) {
}
