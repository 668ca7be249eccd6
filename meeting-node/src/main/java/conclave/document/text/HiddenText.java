package conclave.document.text;

/**
 * Something written where the eye does not see it. It has no place that could be painted over: masking keeps it away
 * by handing out pictures only, and whoever screens is told that it is there.
 *
 * @param page counted from 1, or 0 where it belongs to the document as a whole
 */
public record HiddenText(HidingPlace place, int page, String text) {

    public HiddenText {
        if (page < 0 || text.isEmpty()) throw new IllegalArgumentException("nothing is hidden");
    }
}
