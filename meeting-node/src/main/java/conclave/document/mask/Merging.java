package conclave.document.mask;

import conclave.document.text.Box;
import java.util.ArrayList;
import java.util.List;

/** Boxes for one reason that touch on one line become one; on different lines they stay apart, or a paragraph would vanish. */
final class Merging {

    private Merging() {
    }

    static List<MaskBox> of(List<MaskBox> boxes) {
        var merged = new ArrayList<MaskBox>();
        for (var box : boxes) add(merged, box);
        return merged;
    }

    private static void add(List<MaskBox> merged, MaskBox box) {
        var grown = box;
        // What has grown may touch another by now.
        for (int i = 0; i < merged.size(); i++) {
            var other = merged.get(i);
            if (other.kind() != grown.kind() || !grown.box().meets(other.box()) || !onOneLine(grown.box(), other.box())) continue;
            grown = new MaskBox(box.kind(), grown.box().with(other.box()));
            merged.remove(i);
            i = -1;
        }
        merged.add(grown);
    }

    /** Half of the lower one's height in common. */
    static boolean onOneLine(Box one, Box other) {
        int common = Math.min(one.bottom(), other.bottom()) - Math.max(one.top(), other.top());
        return 2 * common >= Math.min(one.bottom() - one.top(), other.bottom() - other.top());
    }
}
