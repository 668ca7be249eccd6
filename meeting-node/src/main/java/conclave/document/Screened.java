package conclave.document;

import conclave.document.mask.MaskPlan;
import conclave.document.screen.Kind;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What screening one document came to.
 *
 * @param plan what is to be painted over
 * @param marks of the pages that a person has to look at; the others are clean
 * @param hints where on them, and how sure the machine is of what it covers; in order
 */
public record Screened(MaskPlan plan, SortedMap<Integer, Mark> marks, List<Hint> hints) {

    /**
     * @param hits how often each kind stands on the page, in the order of reading that shows most
     * @param doubtful not all of it was read, or not for certain
     * @param imageOnly none of it was read
     */
    public record Mark(Map<Kind, Integer> hits, int near, boolean doubtful, boolean imageOnly) {
        public Mark {
            hits = Collections.unmodifiableMap(new TreeMap<>(hits));
        }

        boolean says() {
            return !hits.isEmpty() || near > 0 || doubtful || imageOnly;
        }
    }

    /** What is painted over lies on this print. */
    Screened on(Optional<String> paper) {
        return new Screened(plan.on(paper), marks, hints);
    }

    public Screened {
        marks = Collections.unmodifiableSortedMap(new TreeMap<>(marks));
        hints = List.copyOf(hints);
    }

    /** Of a screening that has noted no places. */
    public Screened(MaskPlan plan, SortedMap<Integer, Mark> marks) {
        this(plan, marks, List.of());
    }
}
