package conclave.document.render;

import java.util.Optional;

/**
 * @param complete false when something on the page could not be drawn or read
 * @param thumbnail of the same picture; there for reading, not for looking closely
 */
public record RenderedPage(boolean complete, Picture page, Optional<Picture> thumbnail) {
}
