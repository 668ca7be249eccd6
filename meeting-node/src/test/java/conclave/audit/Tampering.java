package conclave.audit;

import java.util.ArrayList;
import java.util.List;

/** What can be done to a list of lines, beginning with the one of this number. */
enum Tampering {
    DELETED, EDITED, SWAPPED, INSERTED, DOUBLED, TRUNCATED;

    /** The first line that is another afterwards. */
    int touches(int number) {
        return this == DOUBLED ? number + 1 : number;
    }

    /** Empty where it would change nothing: the last line has no next to be swapped with. */
    <T> List<T> of(List<T> lines, int number, T foreign) {
        var changed = new ArrayList<>(lines);
        int at = number - 1;
        switch (this) {
            case DELETED -> changed.remove(at);
            case EDITED -> changed.set(at, foreign);
            case SWAPPED -> {
                if (number == lines.size()) return List.of();
                changed.set(at, lines.get(at + 1));
                changed.set(at + 1, lines.get(at));
            }
            case INSERTED -> changed.add(at, foreign);
            case DOUBLED -> changed.add(at, lines.get(at));
            case TRUNCATED -> changed.subList(at, changed.size()).clear();
        }
        return changed;
    }
}
