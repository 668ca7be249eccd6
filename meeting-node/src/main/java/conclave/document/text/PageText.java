package conclave.document.text;

import java.util.List;

/**
 * What is written on one page in one order of reading, and where each piece of it stands. All offsets count code points.
 * One page may have several: a text layer is read in more than one order, a scan by OCR.
 *
 * @param page counted from 1
 * @param runs in the order of the text, none overlapping; spaces and line breaks put in while reading belong to none
 */
public record PageText(int page, Source source, String text, List<Run> runs) {

    public enum Source { LAYER, OCR }

    /** @param sure how sure the reader is, of 100; a text layer is always sure */
    public record Run(int start, int end, Box box, int sure) {

        public Run {
            if (start < 0 || end <= start || sure < 0 || sure > 100) throw new IllegalArgumentException("no piece of a text");
        }
    }

    public PageText {
        runs = List.copyOf(runs);
    }

    /** The boxes of all pieces that have a code point between the two; none where nothing of it is on the page. */
    public List<Run> between(int start, int end) {
        return runs.stream().filter(run -> run.start() < end && start < run.end()).toList();
    }
}
