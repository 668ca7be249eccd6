package conclave.document;

import java.util.Set;

/**
 * 照片: on what kinds of documents a photograph of the applicant is to be expected. Words can be found by a machine, faces not: where no
 * template of the form covers the photograph, a person looks at every scanned page of such a document. Unknown kinds may have one.
 */
final class Portraits {

    private static final Set<String> WITHOUT = Set.of("paper", "award", "project", "exceptional", "transfer");

    private Portraits() {
    }

    static boolean mayStandOn(String kind) {
        return !WITHOUT.contains(kind);
    }
}
