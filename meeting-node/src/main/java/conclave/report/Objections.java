package conclave.report;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** 异议: what was said against somebody on the published list, and what came of it. By the applicant's code. */
public record Objections(SortedMap<String, List<Objection>> of) {

    public static final Objections NONE = new Objections(new TreeMap<>());

    public enum Ending {
        /** Looked into, and nothing in it. */
        DISMISSED,
        /** Looked into, and true: the applicant is not confirmed. */
        UPHELD,
        /** Not looked into yet: nothing can be filed of this applicant. */
        OPEN
    }

    /** @param matter what was said, in a few words */
    public record Objection(String code, String received, String matter, Ending ending, String note) {
    }

    public Objections {
        of = Collections.unmodifiableSortedMap(new TreeMap<>(of));
    }

    /** The worst of what is known: one that was upheld ends it, one that is open holds it up. */
    Optional<Ending> standing(String code) {
        var endings = of.getOrDefault(code, List.of()).stream().map(Objection::ending).toList();
        if (endings.contains(Ending.UPHELD)) return Optional.of(Ending.UPHELD);
        if (endings.contains(Ending.OPEN)) return Optional.of(Ending.OPEN);
        return endings.isEmpty() ? Optional.empty() : Optional.of(Ending.DISMISSED);
    }
}
