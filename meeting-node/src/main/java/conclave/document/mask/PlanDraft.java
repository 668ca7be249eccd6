package conclave.document.mask;

import conclave.document.mask.MaskTrouble.Code;
import conclave.document.screen.Hit;
import conclave.document.text.PageText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A plan in the making: what was found in every view of every page, and what its form always carries. What could not
 * be placed and what is only like a hit is counted for a person; a plan comes out only when nothing is without a place.
 */
public final class PlanDraft {

    private final String document;
    private final PageMask[] pages;
    private final Set<Integer> unplaced = new TreeSet<>();
    private final SortedMap<Integer, Integer> near = new TreeMap<>();

    public PlanDraft(String document, int pages) {
        this.document = document;
        this.pages = new PageMask[pages];
        Arrays.fill(this.pages, PageMask.BARE);
    }

    /** What was found in one view of a page; several views of one page add up. */
    public PlanDraft found(PageText text, List<Hit> hits) throws MaskTrouble {
        check(text.page());
        var boxes = new ArrayList<MaskBox>();
        for (var hit : hits) {
            if (hit.near()) near.merge(text.page(), 1, Integer::sum);
            else if (text.between(hit.start(), hit.end()).isEmpty()) unplaced.add(text.page());
            else boxes.addAll(Covering.of(text, hit));
        }
        return cover(text.page(), boxes);
    }

    /** Where a hit stands, as it is covered or would be. */
    public static List<MaskBox> places(PageText text, Hit hit) throws MaskTrouble {
        return Covering.of(text, hit);
    }

    public PlanDraft laidOver(FormTemplate template) throws MaskTrouble {
        for (int page = 1; page <= pages.length; page++) cover(page, template.on(page, pages.length));
        return this;
    }

    private PlanDraft cover(int page, List<MaskBox> boxes) throws MaskTrouble {
        try {
            pages[page - 1] = pages[page - 1].and(boxes);
            return this;
        } catch (MaskTrouble e) {
            throw new MaskTrouble(e.code(), page);
        }
    }

    /** Pages on which something was found that stands nowhere on the page. */
    public Set<Integer> unplaced() {
        return Set.copyOf(unplaced);
    }

    /** How often on a page something was like a hit and none. */
    public SortedMap<Integer, Integer> near() {
        return new TreeMap<>(near);
    }

    public MaskPlan plan() throws MaskTrouble {
        if (!unplaced.isEmpty()) throw new MaskTrouble(Code.HIT_WITHOUT_PLACE, unplaced.iterator().next());
        return new MaskPlan(document, List.of(pages));
    }

    private void check(int page) throws MaskTrouble {
        if (page < 1 || page > pages.length) throw new MaskTrouble(Code.NO_SUCH_PAGE, page);
    }
}
