package conclave.appliance.bench;

import java.util.EnumMap;
import java.util.Map;

/**
 * A large meeting, worked out from rates: what a core does in a second times the pages, over so many cores. That cores add up is assumed,
 * and so are all figures about people.
 *
 * @param drawn pages that a core draws in a second, by kind
 * @param bytes of a picture, by kind; thumbnails are a hundredth of that
 * @param ocr pages that a core reads in a second
 * @param sealed bytes that are sealed and put on the disk in a second
 */
record Projection(Map<PageKind, Double> drawn, Map<PageKind, Double> bytes, double ocr, double sealed) {

    /** Pages with something to cover: they are drawn twice, as they are and as experts see them. */
    static final double MASKED = 0.35;
    /** Of the pages, those that a person has to look at one by one. */
    static final double MARKED = 0.4;
    /** A grid of pages on which nothing was found. */
    static final double SECONDS_CLEAN = 1;
    /** A page with hits, by each of two persons. */
    static final double SECONDS_MARKED = 12;
    static final int PERSONS_MARKED = 2;

    Projection {
        drawn = Map.copyOf(new EnumMap<>(drawn));
        bytes = Map.copyOf(new EnumMap<>(bytes));
    }

    /** Kinds that this machine could not make count as the slowest of the others. */
    private double secondsOf(PageKind kind) {
        double slowest = drawn.values().stream().mapToDouble(rate -> 1 / rate).max().orElseThrow();
        return drawn.containsKey(kind) ? 1 / drawn.get(kind) : slowest;
    }

    double drawingHours(long pages, int cores) {
        double seconds = 0;
        for (var kind : PageKind.values()) seconds += kind.shareOf(pages) * secondsOf(kind);
        return (1 + MASKED) * seconds / cores / 3600;
    }

    /** What is born digital has a text of its own. */
    double ocrHours(long pages, int cores) {
        return (pages - PageKind.TEXT.shareOf(pages)) / ocr / cores / 3600;
    }

    /** Of pictures as they are, and of those that differ under their masks. */
    double pictureBytes(long pages) {
        double most = bytes.values().stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        double all = 0;
        for (var kind : PageKind.values()) all += kind.shareOf(pages) * bytes.getOrDefault(kind, most);
        return (1 + MASKED) * all;
    }

    /** One disk, whatever the cores. */
    double sealingHours(long pages) {
        return pictureBytes(pages) / sealed / 3600;
    }

    static double personHours(long pages) {
        return pages * ((1 - MARKED) * SECONDS_CLEAN + MARKED * SECONDS_MARKED * PERSONS_MARKED) / 3600;
    }
}
