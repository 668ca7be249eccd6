package conclave.appliance.corpus;

import conclave.document.screen.Kind;
import conclave.document.text.Box;
import java.util.List;

/**
 * An identifier that stands on a page of the corpus.
 *
 * @param boxes one for each line that it stands on
 */
public record Planted(Kind kind, String value, List<Box> boxes) {

    public Planted {
        boxes = List.copyOf(boxes);
    }
}
