package conclave.document.mask;

import conclave.document.mask.MaskTrouble.Code;
import conclave.document.screen.Hit;
import conclave.document.screen.Kind;
import conclave.document.text.Box;
import conclave.document.text.PageText;
import conclave.document.text.PageText.Run;
import java.util.ArrayList;
import java.util.List;

/**
 * From a place in a text to places on the page: each line of a hit on its own, as high as its line, padded, and of a
 * width that does not tell how long the covered word is. A piece that holds more than the hit is covered whole.
 */
final class Covering {

    /** Readers' boxes are loose, OCR's most of all (measured: three quarters of a letter). */
    private static final double PAD = 0.75;
    /** Above and below, of the line's height. */
    private static final double AIR = 0.15;
    /** A letter's width on an upright page is at least this much of a line's height, in parts of the page, and at most. */
    private static final double NARROWEST = 0.7;
    private static final double WIDEST = 2;

    private Covering() {
    }

    /** @throws MaskTrouble where nothing of the hit is on the page: silence would show it */
    static List<MaskBox> of(PageText text, Hit hit) throws MaskTrouble {
        var lines = lines(text.between(hit.start(), hit.end()));
        if (lines.isEmpty()) throw new MaskTrouble(Code.HIT_WITHOUT_PLACE, text.page());
        return lines.stream().map(line -> covered(text, hit.kind(), line)).toList();
    }

    private static List<Box> lines(List<Run> runs) {
        var lines = new ArrayList<Box>();
        for (var run : runs) {
            boolean goesOn = !lines.isEmpty() && Merging.onOneLine(lines.getLast(), run.box());
            if (goesOn) lines.set(lines.size() - 1, lines.getLast().with(run.box()));
            else lines.add(run.box());
        }
        return lines;
    }

    private static MaskBox covered(PageText text, Kind kind, Box word) {
        var mates = text.runs().stream().filter(run -> Merging.onOneLine(run.box(), word) && height(run.box()) < 2 * height(word)).toList();
        int top = mates.stream().mapToInt(run -> run.box().top()).min().orElse(word.top());
        int bottom = mates.stream().mapToInt(run -> run.box().bottom()).max().orElse(word.bottom());
        double line = Math.max(bottom - top, MaskBox.LEAST);
        double advance = mates.stream().mapToDouble(run -> 1.0 * (run.box().right() - run.box().left()) / (run.end() - run.start())).max().orElse(0);
        double letter = Math.clamp(advance, NARROWEST * line, WIDEST * line);
        double needed = (word.right() - word.left()) / letter + 2 * PAD;
        int width = (int) Math.min(Box.WHOLE, Math.ceil(Widths.atLeast(kind, needed) * letter));
        int left = Math.clamp((int) Math.floor(word.left() - PAD * letter), 0, Box.WHOLE - width);
        int air = (int) Math.ceil(AIR * line);
        // The finest print, at the very foot of a page, is covered as well.
        int upper = Math.clamp(top - air, 0, Box.WHOLE - MaskBox.LEAST);
        return new MaskBox(kind, new Box(left, upper, left + width, Math.clamp(bottom + air, upper + MaskBox.LEAST, Box.WHOLE)));
    }

    private static int height(Box box) {
        return box.bottom() - box.top();
    }
}
