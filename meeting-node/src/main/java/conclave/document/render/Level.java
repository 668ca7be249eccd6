package conclave.document.render;

/** How finely a page is drawn; the order is part of the wire between the two processes. */
public enum Level {
    /** For reading, with a thumbnail. */
    READING,
    /** For looking closely, without one. */
    ZOOM
}
