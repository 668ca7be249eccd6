package conclave.document.mask;

import conclave.document.mask.MaskTrouble.Code;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What is painted over in one document, page by page. Its digest is what screeners release: it names the boxes and
 * the bytes of the document that they lie on.
 *
 * @param document the SHA-256 of the original, in lower-case hexadecimal
 * @param paper the SHA-256 of the PDF that was printed of it and that alone it is drawn from; empty where it is drawn from the original
 * @param pages one for every page of it
 */
public record MaskPlan(String document, Optional<String> paper, List<PageMask> pages) {

    static final String HEAD = "conclave mask plan 1";
    static final String HEAD_ON_PAPER = "conclave mask plan 2";
    private static final int MOST_PAGES = 10_000;
    private static final String DIGEST = "[0-9a-f]{64}";

    public MaskPlan {
        var printed = paper;
        pages = pages.stream().map(page -> page.on(printed)).toList();
        if (!document.matches(DIGEST) || !paper.orElse(document).matches(DIGEST)) throw new IllegalArgumentException("not a SHA-256 in hexadecimal");
        if (pages.isEmpty() || pages.size() > MOST_PAGES) throw new IllegalArgumentException("not a document's number of pages");
    }

    public MaskPlan(String document, List<PageMask> pages) {
        this(document, Optional.empty(), pages);
    }

    /** The same boxes, which lie on this print of the document. */
    public MaskPlan on(Optional<String> printed) {
        return new MaskPlan(document, printed, pages);
    }

    /** That a whole document is shown as it is: somebody says so, it does not come of itself. */
    public static MaskPlan bare(String document, int pages) {
        return new MaskPlan(document, Collections.nCopies(pages, PageMask.BARE));
    }

    /** @param page counted from 1 */
    public PageMask page(int page) throws MaskTrouble {
        if (page < 1 || page > pages.size()) throw new MaskTrouble(Code.NO_SUCH_PAGE, page);
        return pages.get(page - 1);
    }

    public MaskPlan with(int page, PageMask mask) throws MaskTrouble {
        page(page);
        var changed = new ArrayList<>(pages);
        changed.set(page - 1, mask);
        return new MaskPlan(document, paper, changed);
    }

    public String digest() {
        return Digest.of(text());
    }

    public byte[] toBytes() {
        return text().getBytes(StandardCharsets.US_ASCII);
    }

    private String text() {
        var text = new StringBuilder(paper.isPresent() ? HEAD_ON_PAPER : HEAD).append("\ndocument ").append(document);
        paper.ifPresent(printed -> text.append("\npaper ").append(printed));
        text.append("\npages ").append(pages.size()).append('\n');
        for (int i = 0; i < pages.size(); i++) {
            for (var box : pages.get(i).boxes()) text.append(i + 1).append(' ').append(box.line()).append('\n');
        }
        return text.toString();
    }

    /** Only the canonical bytes are a plan: what reads otherwise would have another digest. */
    public static MaskPlan read(byte[] bytes) throws MaskTrouble {
        var plan = PlanReader.read(bytes);
        if (!java.util.Arrays.equals(plan.toBytes(), bytes)) throw new MaskTrouble(Code.NOT_A_PLAN, 0);
        return plan;
    }
}
