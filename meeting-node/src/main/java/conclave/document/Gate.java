package conclave.document;

import java.util.Optional;

/** What was released for experts and not taken back, as the meeting knows it; asked anew for every picture. */
@FunctionalInterface
public interface Gate {

    /**
     * The digest of the mask plan under which the page is open; empty while it is closed.
     *
     * @param page counted from 1
     */
    Optional<String> planOf(DocumentId document, int page);
}
