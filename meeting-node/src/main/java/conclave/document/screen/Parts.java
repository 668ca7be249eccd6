package conclave.document.screen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A name in its parts, folded: name, father, grandfather; or surname and given name where somebody wrote them apart. What was
 * not written apart is not parted.
 */
record Parts(List<int[]> parts, Script script) {

    enum Script { HAN, LATIN, ARABIC }

    static Parts of(String name) {
        var folded = Folded.of(name);
        var parts = new ArrayList<int[]>();
        int began = 0;
        for (int i = 1; i <= folded.length(); i++) {
            boolean seam = i == folded.length() || !folded.bridged(i, Gap.INVISIBLE | Gap.QUOTE);
            if (!seam) continue;
            parts.add(Arrays.copyOfRange(folded.raw(), began, i));
            began = i;
        }
        var script = script(folded);
        // 张 三 is one name in two cells, and 欧 阳 海 in three.
        if (script == Script.HAN && folded.length() <= 4 && parts.stream().allMatch(part -> part.length <= 2) && !dotted(name)) {
            return new Parts(List.of(folded.signs()), script);
        }
        return new Parts(parts, script);
    }

    private static boolean dotted(String name) {
        return name.codePoints().anyMatch(c -> Gap.of(c) == Gap.DOT);
    }

    private static Script script(Folded folded) {
        int latin = 0;
        int arabic = 0;
        for (int i = 0; i < folded.length(); i++) {
            if (Signs.latin(folded.sign(i))) latin++;
            if (Signs.arabic(folded.sign(i))) arabic++;
        }
        if (latin * 2 > folded.length()) return Script.LATIN;
        return arabic * 2 > folded.length() ? Script.ARABIC : Script.HAN;
    }

    int[] joined() {
        return join(parts);
    }

    int length() {
        return parts.stream().mapToInt(part -> part.length).sum();
    }

    boolean several() {
        return parts.size() > 1;
    }

    int[] first() {
        return parts.getFirst();
    }

    /** Back to front, and with the last part before all others: both are found in papers. */
    List<Parts> reversed() {
        if (!several()) return List.of();
        var back = new ArrayList<>(parts);
        Collections.reverse(back);
        var turned = new ArrayList<>(parts);
        Collections.rotate(turned, 1);
        return parts.size() == 2 ? List.of(new Parts(back, script)) : List.of(new Parts(back, script), new Parts(turned, script));
    }

    Parts without(int last) {
        return new Parts(parts.subList(0, parts.size() - last), script);
    }

    /** True before each sign that begins a part. */
    boolean[] seams() {
        var seams = new boolean[length()];
        int at = 0;
        for (var part : parts) {
            if (at > 0) seams[at] = true;
            at += part.length;
        }
        return seams;
    }

    static int[] join(List<int[]> parts) {
        return parts.stream().flatMapToInt(Arrays::stream).toArray();
    }
}
