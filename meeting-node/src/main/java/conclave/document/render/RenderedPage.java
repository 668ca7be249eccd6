package conclave.document.render;

/** @param complete false when something on the page could not be drawn or read */
public record RenderedPage(boolean complete, Picture page, Picture thumbnail) {
}
