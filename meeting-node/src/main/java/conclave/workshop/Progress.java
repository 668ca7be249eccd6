package conclave.workshop;

import conclave.document.Finding;
import java.util.List;

/** Told how far the preparing has come. */
public interface Progress {

    /**
     * How far all machines together have come.
     *
     * @param here pages that this process has made
     * @param machines how many work on it
     */
    record State(int documents, int allDocuments, long pages, long allPages, long here, int machines) {
    }

    default void advanced(State state) {
        // Nobody watches.
    }

    /** Something of this document has to be looked at by a person. */
    default void found(Job job, List<Finding> findings) {
        // It will be found again where the document is drawn.
    }
}
