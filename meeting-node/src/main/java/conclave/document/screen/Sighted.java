package conclave.document.screen;

import java.util.ArrayList;
import java.util.List;

/** What the matchers have met in one stretch of text; offsets count its UTF-16 units. */
final class Sighted {

    /** Longer than this nothing is that says who somebody is. */
    static final int LONGEST = 400;

    private final List<Hit> hits = new ArrayList<>();

    void add(Kind kind, int start, int end, int confidence, boolean near) {
        if (end > start && end - start <= LONGEST) hits.add(new Hit(kind, start, end, confidence, near));
    }

    List<Hit> hits() {
        return hits;
    }
}
