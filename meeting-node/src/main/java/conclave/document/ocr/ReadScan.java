package conclave.document.ocr;

import conclave.document.text.PageText;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What came of reading one scanned page.
 *
 * @param texts what Tesseract read; the same read with less trust, where that differs; then one text for each QR or bar
 *              code, whose only piece is the whole code. What is found in any of them is found
 * @param doubts none: whoever screens may trust the texts; one or more: a person looks at the page
 */
public record ReadScan(List<PageText> texts, Set<Doubt> doubts) {

    public ReadScan {
        texts = List.copyOf(texts);
        var sorted = EnumSet.noneOf(Doubt.class);
        sorted.addAll(doubts);
        doubts = Collections.unmodifiableSet(sorted);
    }
}
