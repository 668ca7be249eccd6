package conclave.document.mask;

import conclave.document.mask.MaskTrouble.Code;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What is painted over in one document, page by page. Its digest is what screeners release: it names the boxes and
 * the bytes of the document that they lie on.
 *
 * @param document the SHA-256 of the original, in lower-case hexadecimal
 * @param pages one for every page of it
 */
public record MaskPlan(String document, List<PageMask> pages) {

    static final String HEAD = "conclave mask plan 1";
    private static final int MOST_PAGES = 10_000;

    public MaskPlan {
        pages = List.copyOf(pages);
        if (!document.matches("[0-9a-f]{64}")) throw new IllegalArgumentException("not a SHA-256 in hexadecimal");
        if (pages.isEmpty() || pages.size() > MOST_PAGES) throw new IllegalArgumentException("not a document's number of pages");
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
        return new MaskPlan(document, changed);
    }

    public String digest() {
        return Digest.of(text());
    }

    public byte[] toBytes() {
        return text().getBytes(StandardCharsets.US_ASCII);
    }

    private String text() {
        var text = new StringBuilder(HEAD).append("\ndocument ").append(document).append("\npages ").append(pages.size()).append('\n');
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
