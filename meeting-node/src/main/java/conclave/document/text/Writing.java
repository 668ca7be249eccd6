package conclave.document.text;

import java.util.ArrayList;
import java.util.List;

/** Glyphs in one order of reading, written down as a text: spaces where there are gaps, breaks where a line ends. */
final class Writing {

    /** Parts of the size of the writing. */
    private static final double SPACE = 0.25;
    private static final double OTHER_LINE = 0.6;
    private static final double BACK = 0.5;

    private final StringBuilder text = new StringBuilder();
    private final List<PageText.Run> runs = new ArrayList<>();
    private int length;
    private Glyph before;

    private Writing() {
    }

    static PageText of(int page, List<Glyph> glyphs) {
        var writing = new Writing();
        glyphs.forEach(writing::put);
        return new PageText(page, PageText.Source.LAYER, writing.text.toString(), writing.runs);
    }

    private void put(Glyph glyph) {
        if (before != null) separate(gap(before, glyph));
        int count = glyph.text().codePointCount(0, glyph.text().length());
        if (glyph.box() != null) runs.add(new PageText.Run(length, length + count, glyph.box(), 100));
        text.append(glyph.text());
        length += count;
        before = glyph;
    }

    private void separate(String gap) {
        text.append(gap);
        length += gap.length();
    }

    private static String gap(Glyph before, Glyph glyph) {
        double em = Math.max(before.em(), glyph.em());
        if (!before.goesLike(glyph) || before.across(glyph) > OTHER_LINE * em) return "\n";
        if (before.runsRightToLeft() && glyph.runsRightToLeft() && before.along(glyph) < 0) {
            return space(-before.along(glyph) - before.advance() - glyph.advance(), em, before, glyph);
        }
        if (before.along(glyph) < -before.advance() - BACK * em) return "\n";
        return space(before.along(glyph), em, before, glyph);
    }

    private static String space(double wide, double em, Glyph before, Glyph glyph) {
        return wide > SPACE * em && !before.isBlank() && !glyph.isBlank() ? " " : "";
    }
}
