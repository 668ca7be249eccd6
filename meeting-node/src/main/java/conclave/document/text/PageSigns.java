package conclave.document.text;

import java.util.EnumSet;
import java.util.Set;

/** What shows, while a page is read, that its text layer is not all that can be read on it. */
final class PageSigns {

    /** One sign alone is the bullet of a list; two beside each other may be a name. */
    private static final int UNKNOWN_TOGETHER = 2;
    private static final int DOUBTFUL = 2;
    private static final double PICTURE = 0.01;
    private static final double WHOLE_PAGE = 0.6;
    private static final int SMALL_PICTURES = 8;
    /** Filled shapes of the size and detail of a letter. */
    private static final int OUTLINES = 6;

    private final Set<NeedsOcr> told = EnumSet.noneOf(NeedsOcr.class);
    private int visible;
    private int invisible;
    private int unknown;
    private int unknownTogether;
    private int mostUnknownTogether;
    private int doubtful;
    private int smallPictures;
    private int outlines;
    private double pictures;

    void glyph(boolean shown, boolean known, boolean certain) {
        if (shown) visible++;
        else invisible++;
        unknownTogether = known ? 0 : unknownTogether + 1;
        mostUnknownTogether = Math.max(mostUnknownTogether, unknownTogether);
        if (!known) unknown++;
        if (!certain) doubtful++;
    }

    /** @param part of the page that it covers */
    void picture(double part) {
        if (part < PICTURE) smallPictures++;
        else pictures += part;
    }

    void outlines(int letters) {
        outlines += letters;
    }

    void tell(NeedsOcr reason) {
        told.add(reason);
    }

    Set<NeedsOcr> reasons() {
        var reasons = EnumSet.noneOf(NeedsOcr.class);
        reasons.addAll(told);
        boolean scanned = pictures >= WHOLE_PAGE && visible == 0;
        if (scanned) reasons.add(invisible > 0 ? NeedsOcr.SCANNERS_TEXT : NeedsOcr.ONLY_A_PICTURE);
        else if (pictures > 0 || smallPictures >= SMALL_PICTURES) reasons.add(NeedsOcr.PICTURE);
        if (mostUnknownTogether >= UNKNOWN_TOGETHER || unknown * 20 > visible + invisible) reasons.add(NeedsOcr.UNKNOWN_CHARACTERS);
        if (doubtful >= DOUBTFUL) reasons.add(NeedsOcr.DOUBTFUL_CHARACTERS);
        if (outlines >= OUTLINES) reasons.add(NeedsOcr.OUTLINES);
        return reasons;
    }
}
