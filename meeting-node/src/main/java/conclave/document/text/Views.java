package conclave.document.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The orders in which a page is read, because none is right for every page: as it was drawn, the same with what was
 * drawn twice (for boldness, or to spoil a search) taken once, and sorted into lines. What stands in one of them is
 * found; orders that say the same are given once.
 */
final class Views {

    private Views() {
    }

    static List<PageText> of(int page, List<Glyph> drawn) {
        var once = withoutOverprints(drawn);
        var views = new LinkedHashMap<String, PageText>();
        for (var order : List.of(drawn, once, Lines.sorted(once))) {
            var view = Writing.of(page, order);
            if (!view.text().isEmpty()) views.putIfAbsent(view.text(), view);
        }
        return List.copyOf(views.values());
    }

    private static List<Glyph> withoutOverprints(List<Glyph> glyphs) {
        var kept = new ArrayList<Glyph>();
        var places = new HashMap<Cell, List<Glyph>>();
        for (var glyph : glyphs) {
            if (isThereAlready(glyph, places)) continue;
            kept.add(glyph);
            places.computeIfAbsent(Cell.of(glyph, 0, 0), _ -> new ArrayList<>(1)).add(glyph);
        }
        return kept;
    }

    private static boolean isThereAlready(Glyph glyph, Map<Cell, List<Glyph>> places) {
        double near = glyph.advance() > 0 ? Math.min(0.3 * glyph.em(), 0.4 * glyph.advance()) : 0.1 * glyph.em();
        for (int right = -1; right <= 1; right++) {
            for (int down = -1; down <= 1; down++) {
                for (var other : places.getOrDefault(Cell.of(glyph, right, down), List.of())) {
                    if (Math.hypot(other.x() - glyph.x(), other.y() - glyph.y()) < near) return true;
                }
            }
        }
        return false;
    }

    /** Where to look for the same glyph: squares somewhat larger than what counts as the same place. */
    private record Cell(String text, int size, long column, long row) {

        static Cell of(Glyph glyph, int right, int down) {
            int size = Math.getExponent(glyph.em()) + 1;
            double side = 0.3 * Math.scalb(1.0, size);
            return new Cell(glyph.text(), size, (long) Math.floor(glyph.x() / side) + right, (long) Math.floor(glyph.y() / side) + down);
        }
    }
}
