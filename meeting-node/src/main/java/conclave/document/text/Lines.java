package conclave.document.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Sorts glyphs into lines as a reader's eye does, whatever order they were drawn in; each direction of writing by itself. */
final class Lines {

    private static final double SAME_LINE = 0.5;

    private Lines() {
    }

    static List<Glyph> sorted(List<Glyph> glyphs) {
        var sorted = new ArrayList<Glyph>(glyphs.size());
        for (int quarter = 0; quarter < 4; quarter++) {
            int wanted = quarter;
            var going = glyphs.stream().filter(glyph -> quarter(glyph) == wanted).map(glyph -> Placed.of(glyph, wanted))
                    .sorted(Comparator.comparingDouble(Placed::down)).toList();
            for (var line : lines(going)) addReadable(line, sorted);
        }
        return sorted;
    }

    private static int quarter(Glyph glyph) {
        return Math.floorMod(Math.round(Math.atan2(glyph.dirY(), glyph.dirX()) / (Math.PI / 2)), 4);
    }

    private static List<List<Glyph>> lines(List<Placed> fromTheTop) {
        var lines = new ArrayList<List<Glyph>>();
        int start = 0;
        for (int at = 1; at <= fromTheTop.size(); at++) {
            if (at < fromTheTop.size() && sameLine(fromTheTop.get(start), fromTheTop.get(at))) continue;
            lines.add(fromTheTop.subList(start, at).stream().sorted(Comparator.comparingDouble(Placed::along)).map(Placed::glyph).toList());
            start = at;
        }
        return lines;
    }

    private static boolean sameLine(Placed first, Placed other) {
        return other.down() - first.down() < SAME_LINE * Math.max(first.glyph().em(), other.glyph().em());
    }

    /** From left to right on the page, but words of Arabic letters from their beginning. */
    private static void addReadable(List<Glyph> line, List<Glyph> to) {
        int at = 0;
        while (at < line.size()) {
            int end = line.get(at).runsRightToLeft() ? endOfRightToLeft(line, at) : at + 1;
            for (int i = 0; i < end - at; i++) to.add(end - at > 1 ? line.get(end - 1 - i) : line.get(at));
            at = end;
        }
    }

    private static int endOfRightToLeft(List<Glyph> line, int start) {
        int end = start + 1;
        for (int at = start + 1; at < line.size() && !line.get(at).runsLeftToRight(); at++) {
            if (line.get(at).runsRightToLeft()) end = at + 1;
        }
        return end;
    }

    /** Turned so that the writing goes to the right and the lines go down. */
    private record Placed(Glyph glyph, double along, double down) {

        static Placed of(Glyph glyph, int quarter) {
            return switch (quarter) {
                case 0 -> new Placed(glyph, glyph.x(), glyph.y());
                case 1 -> new Placed(glyph, glyph.y(), -glyph.x());
                case 2 -> new Placed(glyph, -glyph.x(), -glyph.y());
                default -> new Placed(glyph, -glyph.y(), glyph.x());
            };
        }
    }
}
