package conclave.document.ocr;

import conclave.document.text.PageText.Run;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Which pages a person must look at. The limits were set on the generated corpus so that its clean, noisy and tilted pages pass
 * and pages with handwriting, pictures or half-read words do not.
 */
final class Doubts {

    /** Straight pages of the corpus were read with 97 and more in the mean, the same pages upside down with 90 and less. */
    private static final double MEAN_SURE = 95;
    private static final int UNSURE = 90;
    private static final double MOST_UNSURE = 0.15;
    /** Of the whole page: three characters, or a short signature. */
    private static final double MOST_UNREAD = 0.00025;

    private Doubts() {
    }

    static Set<Doubt> of(List<Run> runs, Ink.Shares ink, boolean sealed, boolean coded) {
        var doubts = EnumSet.noneOf(Doubt.class);
        if (sealed) doubts.add(Doubt.SEALED);
        if (coded) doubts.add(Doubt.CODE);
        if (ink.unread() > MOST_UNREAD) doubts.add(Doubt.NOT_ALL_READ);
        if (!runs.isEmpty() && isUnclear(runs)) doubts.add(Doubt.UNCLEAR);
        return doubts;
    }

    private static boolean isUnclear(List<Run> runs) {
        double mean = runs.stream().mapToInt(Run::sure).average().orElse(0);
        long unsure = runs.stream().filter(run -> run.sure() < UNSURE).count();
        return mean < MEAN_SURE || unsure > runs.size() * MOST_UNSURE;
    }
}
