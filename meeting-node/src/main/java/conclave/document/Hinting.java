package conclave.document;

import conclave.document.Hint.Sort;
import conclave.document.mask.MaskBox;
import conclave.document.mask.MaskPlan;
import conclave.document.mask.MaskTrouble;
import conclave.document.mask.PlanDraft;
import conclave.document.screen.Hit;
import conclave.document.text.Box;
import conclave.document.text.PageText;
import conclave.document.text.PageText.Run;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/** Where a person is to look, gathered while the pages of one document are read. Several readings of one page say a thing once. */
final class Hinting {

    private static final int MOST_A_PAGE = 80;
    /** Characters that are right are mostly read with 98 and more. */
    private static final int UNCLEAR = 75;

    private final TreeMap<Integer, List<Hint>> pages = new TreeMap<>();

    /** What stands nowhere has no place to be shown; its page is covered whole. */
    void found(PageText text, Hit hit) {
        try {
            for (var box : PlanDraft.places(text, hit)) add(new Hint(text.page(), hit.near() ? Sort.NEAR : Sort.FOUND, hit.confidence(), spot(box)));
        } catch (MaskTrouble nowhere) {
            return;
        }
    }

    /** Letters that stand together and were hardly read become one place. */
    void unclear(PageText text) {
        if (text.source() != PageText.Source.OCR) return;
        Box place = null;
        int sure = 0;
        for (var run : text.runs()) {
            if (run.sure() >= UNCLEAR) continue;
            boolean goesOn = place != null && follows(place, run);
            if (place != null && !goesOn) add(unclear(text.page(), sure, place));
            sure = goesOn ? Math.min(sure, run.sure()) : run.sure();
            place = goesOn ? place.with(run.box()) : run.box();
        }
        if (place != null) add(unclear(text.page(), sure, place));
    }

    private static Hint unclear(int page, int sure, Box place) {
        return new Hint(page, Sort.UNCLEAR, Math.max(1, sure), new Spot("", place.left(), place.top(), place.right(), place.bottom()));
    }

    private static boolean follows(Box place, Run run) {
        int height = Math.max(place.bottom() - place.top(), run.box().bottom() - run.box().top());
        int common = Math.min(place.bottom(), run.box().bottom()) - Math.max(place.top(), run.box().top());
        return 2 * common >= height && Math.abs(run.box().left() - place.right()) <= 2 * height;
    }

    private void add(Hint hint) {
        var here = pages.computeIfAbsent(hint.page(), _ -> new ArrayList<>());
        for (int i = 0; i < here.size(); i++) {
            var known = here.get(i);
            boolean same = known.sort() == hint.sort() && known.place().kind().equals(hint.place().kind()) && overlaps(box(known.place()), box(hint.place()));
            if (!same) continue;
            if (known.confidence() < hint.confidence()) here.set(i, hint);
            return;
        }
        if (here.size() < MOST_A_PAGE) here.add(hint);
    }

    /** Half of the smaller one. */
    private static boolean overlaps(Box one, Box other) {
        long width = Math.min(one.right(), other.right()) - Math.max(one.left(), other.left());
        long height = Math.min(one.bottom(), other.bottom()) - Math.max(one.top(), other.top());
        return width > 0 && height > 0 && 2 * width * height >= Math.min(area(one), area(other));
    }

    private static long area(Box box) {
        return (long) (box.right() - box.left()) * (box.bottom() - box.top());
    }

    /** What is covered already is not asked for again; of pages that nobody has to look at only what was found is said. */
    List<Hint> of(MaskPlan plan, Collection<Integer> marked) {
        var all = new ArrayList<Hint>();
        pages.forEach((page, hints) -> {
            if (page < 1 || page > plan.pages().size()) return;
            var covered = plan.pages().get(page - 1).places();
            for (var hint : hints) {
                boolean open = hint.sort() == Sort.FOUND || marked.contains(page) && covered.stream().noneMatch(box -> overlaps(box, box(hint.place())));
                if (open) all.add(hint);
            }
        });
        return all.stream().sorted(Hint.ORDER).distinct().limit(Hints.MOST).toList();
    }

    private static Spot spot(MaskBox box) {
        return new Spot(box.kind().name(), box.box().left(), box.box().top(), box.box().right(), box.box().bottom());
    }

    private static Box box(Spot spot) {
        return new Box(spot.left(), spot.top(), spot.right(), spot.bottom());
    }
}
