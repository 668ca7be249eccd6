package conclave.document;

/** Told by the drawing threads as things happen: for the log, the figures and the screen of the set-up page. */
public interface DrawingEvents {

    default void processStarted(long pid) {
        // Whoever does not count processes need not hear of them.
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
