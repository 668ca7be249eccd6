package conclave.document;

import conclave.document.render.PictureWriter;

/** Told by the drawing threads as things happen: for the log, the figures and the screen of the set-up page. */
public interface DrawingEvents {

    default void processStarted(long pid) {
        // Whoever does not count processes need not hear of them.
    }

    /** Of every process anew. Without WebP pages are half as large again: somebody should hear of it once. */
    default void picturesWrittenBy(PictureWriter writer) {
        // Every picture says itself what it is.
    }

    default void pageBegun(DocumentRef document, int page, long pid) {
        // Most listeners care for results only.
    }

    default void found(Finding finding) {
        // Findings can also be asked for.
    }

    default void documentDone(DocumentRef document) {
        // Progress can also be asked for.
    }

    default void faultOccurred(DocumentRef document, Exception fault) {
        // The last fault stands in the progress.
    }
}
