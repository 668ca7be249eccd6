package conclave.document.ocr;

import conclave.document.text.PageText;
import conclave.document.text.PageText.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads what Tesseract answers: lines of words of characters, each with its box. Tesseract parts Chinese words from each other
 * where nothing parts them on paper, so a space is set only where the boxes leave one. Whatever does not look like an answer
 * is passed over: a page of which little is left is doubtful by its ink.
 */
final class Hocr {

    private static final Pattern PIECE = Pattern.compile("<span class=['\"](ocr_line|ocr_header|ocr_caption|ocr_textfloat|ocrx_word|ocrx_cinfo)['\"]"
            + "[^>]{0,400}?title=['\"]([^'\">]{0,300})['\"][^>]{0,200}>([^<]{0,40})");
    private static final Pattern PLACE = Pattern.compile("x_bboxes (-?\\d{1,5}) (-?\\d{1,5}) (-?\\d{1,5}) (-?\\d{1,5})(?:; *x_conf (\\d{1,3}))?");
    /** Of the height of the characters beside it. */
    private static final double GAP = 0.45;
    private static final double FURTHEST = 1.5;

    private final Placing placing;
    private final StringBuilder text = new StringBuilder();
    private final List<Run> runs = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();
    private final List<Piece> line = new ArrayList<>();
    private int length;
    private boolean newWord;
    private Mark last;

    /** Where a character stands on the sheet that was read. */
    record Mark(int left, int top, int right, int bottom, int sure) {

        int height() {
            return bottom - top;
        }
    }

    private Hocr(Placing placing) {
        this.placing = placing;
    }

    private record Piece(int start, int end, Mark mark) {
    }

    /** What was read, and where on the sheet each of its pieces lay. */
    record Answer(PageText text, List<Mark> marks) {
    }

    static Answer understand(int page, String hocr, Placing placing) {
        var reading = new Hocr(placing);
        var piece = PIECE.matcher(hocr);
        while (piece.find()) {
            switch (piece.group(1)) {
                case "ocrx_cinfo" -> reading.character(piece.group(2), unescaped(piece.group(3)));
                case "ocrx_word" -> reading.newWord = true;
                default -> reading.line();
            }
        }
        reading.placeLine();
        return new Answer(new PageText(page, PageText.Source.OCR, reading.text.toString(), reading.runs), reading.marks);
    }

    private void line() {
        placeLine();
        if (length > 0 && last != null) put("\n");
        last = null;
    }

    private void character(String title, String read) {
        var place = PLACE.matcher(title);
        if (read.isBlank() || !place.find()) return;
        var mark = new Mark(number(place.group(1)), number(place.group(2)), number(place.group(3)), number(place.group(4)),
                place.group(5) == null ? 0 : Math.min(100, number(place.group(5))));
        if (mark.left >= mark.right || mark.top >= mark.bottom) return;
        if (newWord && last != null && mark.left - last.right > GAP * Math.max(mark.height(), last.height())) put(" ");
        newWord = false;
        int start = length;
        put(read);
        line.add(new Piece(start, length, mark));
        marks.add(mark);
        last = mark;
    }

    /**
     * Tesseract knows where its lines are better than where their characters are: boxes are shifted by half a character and
     * some are slivers. So each reaches to its neighbours; ink between two characters belongs to both.
     */
    private void placeLine() {
        for (int i = 0; i < line.size(); i++) {
            var mark = line.get(i).mark;
            int left = mark.left;
            int right = mark.right;
            int most = (int) (FURTHEST * mark.height());
            if (i > 0) left = Math.min(left, Math.max(line.get(i - 1).mark.right, left - most));
            if (i + 1 < line.size()) right = Math.max(right, Math.min(line.get(i + 1).mark.left, right + most));
            runs.add(new Run(line.get(i).start, line.get(i).end, placing.box(left, mark.top, right, mark.bottom), mark.sure));
        }
        line.clear();
    }

    private void put(String more) {
        text.append(more);
        length += more.codePointCount(0, more.length());
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static String unescaped(String read) {
        return read.indexOf('&') < 0 ? read
                : read.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&");
    }
}
