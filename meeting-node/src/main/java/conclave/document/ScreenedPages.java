package conclave.document;

import conclave.document.mask.FormTemplate;
import conclave.document.mask.MaskBox;
import conclave.document.mask.MaskPlan;
import conclave.document.mask.MaskTrouble;
import conclave.document.mask.PageMask;
import conclave.document.mask.PlanDraft;
import conclave.document.screen.Hit;
import conclave.document.screen.Kind;
import conclave.document.screen.Sieve;
import conclave.document.text.Box;
import conclave.document.text.PageText;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The pages of one document while they are looked through. What was found and stands nowhere, or is too much for boxes, covers its page
 * whole: a person may uncover what they have seen, nobody may see what nobody covered.
 */
final class ScreenedPages {

    private static final Box WHOLE = new Box(0, 0, Box.WHOLE, Box.WHOLE);

    private final DocumentRef document;
    private final PlanDraft draft;
    private final Hinting hinting = new Hinting();
    private final SortedMap<Integer, Kind> whole = new TreeMap<>();
    private final SortedMap<Integer, SortedMap<Kind, Integer>> hits = new TreeMap<>();
    private final SortedMap<Integer, Integer> near = new TreeMap<>();
    private final TreeSet<Integer> read = new TreeSet<>();
    private final TreeSet<Integer> doubtful = new TreeSet<>();
    private final TreeSet<Integer> unread = new TreeSet<>();
    private final TreeSet<Integer> laid = new TreeSet<>();
    private boolean allDoubtful;

    ScreenedPages(DocumentRef document) {
        this.document = document;
        this.draft = new PlanDraft(document.id().sha256(), document.pages());
    }

    /** One order of reading one page. */
    void text(PageText text, Sieve sieve) {
        if (text.page() > document.pages()) {
            allDoubtful = true;
            return;
        }
        if (!text.text().isBlank()) read.add(text.page());
        var found = sieve.screen(text.text());
        count(text.page(), found);
        found.forEach(hit -> hinting.found(text, hit));
        hinting.unclear(text);
        var placed = found.stream().filter(hit -> hit.near() || !text.between(hit.start(), hit.end()).isEmpty()).toList();
        for (var hit : found) {
            if (!placed.contains(hit)) whole.put(text.page(), hit.kind());
        }
        try {
            draft.found(text, placed);
        } catch (MaskTrouble tooMuch) {
            whole.put(text.page(), found.getFirst().kind());
        }
    }

    private void count(int page, List<Hit> found) {
        var here = new TreeMap<Kind, Integer>();
        int nearly = 0;
        for (var hit : found) {
            if (hit.near()) nearly++;
            else here.merge(hit.kind(), 1, Integer::sum);
        }
        var most = hits.computeIfAbsent(page, _ -> new TreeMap<>());
        here.forEach((kind, times) -> most.merge(kind, times, Math::max));
        near.merge(page, nearly, Math::max);
    }

    /** Something that may or may not show on the page, and has no place on it. */
    void near(int page, int times) {
        if (times > 0) near.merge(Math.clamp(page, 1, document.pages()), times, Integer::sum);
    }

    /** A form that is not as its template says is looked at by a person. */
    void lay(FormTemplate template) {
        try {
            draft.laidOver(template);
            for (int page = 1; page <= document.pages(); page++) {
                if (template.on(page, document.pages()).stream().anyMatch(box -> box.kind() == Kind.PHOTO)) laid.add(page);
            }
        } catch (MaskTrouble another) {
            allDoubtful = true;
        }
    }

    /** Whether the template of its form covers the photograph on this page. */
    boolean isLaid(int page) {
        return laid.contains(page);
    }

    /** How often it was found, on all pages together. */
    int found(Kind kind) {
        return hits.values().stream().mapToInt(here -> here.getOrDefault(kind, 0)).sum();
    }

    boolean hasText(int page) {
        return read.contains(page);
    }

    void doubt(int page) {
        doubtful.add(page);
    }

    void doubtAll() {
        allDoubtful = true;
    }

    /** Nothing but the eye reads it, or what there is of it was not all read. */
    void unread(int page) {
        unread.add(page);
    }

    Screened screened() {
        var marks = new TreeMap<Integer, Screened.Mark>();
        for (int page = 1; page <= document.pages(); page++) {
            boolean blind = unread.contains(page) && !read.contains(page);
            boolean unsure = allDoubtful || doubtful.contains(page) || unread.contains(page) && !blind;
            var mark = new Screened.Mark(hits.getOrDefault(page, new TreeMap<>()), near.getOrDefault(page, 0), unsure, blind);
            if (mark.says()) marks.put(page, mark);
        }
        var plan = plan();
        return new Screened(plan, marks, hinting.of(plan, marks.keySet()));
    }

    private MaskPlan plan() {
        try {
            var plan = draft.plan();
            for (var page : whole.keySet()) plan = plan.with(page, new PageMask(List.of(new MaskBox(whole.get(page), WHOLE))));
            return plan;
        } catch (MaskTrouble e) {
            throw new IllegalStateException("what has no place was kept out of the draft", e);
        }
    }
}
