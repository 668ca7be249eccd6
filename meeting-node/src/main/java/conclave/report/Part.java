package conclave.report;

import java.util.ArrayList;
import java.util.List;

/** A piece of a form, one below the other. */
public sealed interface Part {

    String heading();

    /** A table; each row has a value for each head. */
    record Grid(String heading, List<Head> heads, List<List<Value>> rows) implements Part {
        public Grid {
            heads = List.copyOf(heads);
            var copied = new ArrayList<List<Value>>();
            for (var row : rows) {
                if (row.size() != heads.size()) throw new IllegalArgumentException("a row of " + row.size() + " under " + heads.size() + " heads");
                copied.add(List.copyOf(row));
            }
            rows = List.copyOf(copied);
        }
    }

    record Prose(String heading, List<String> paragraphs) implements Part {
        public Prose {
            paragraphs = List.copyOf(paragraphs);
        }
    }
}
