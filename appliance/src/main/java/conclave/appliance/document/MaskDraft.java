package conclave.appliance.document;

import conclave.document.mask.FormTemplate;
import conclave.document.mask.MaskPlan;
import conclave.document.mask.MaskTrouble;
import conclave.document.mask.PlanDraft;
import conclave.document.ocr.Doubt;
import conclave.document.screen.Sieve;
import conclave.document.text.PageText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads a document in every view there is and makes its plan; pages about which nothing can be promised are named. */
final class MaskDraft implements Readings.Taker {

    /** What stands on no page leaves the pictures of pages alone. */
    private static final Set<String> ELSEWHERE = Set.of("attachment", "earlier_revision", "stored_thumbnail", "macro", "too_deep");

    /** What was read is masked, and a person who looked may say that it is enough; in all other doubts nothing was read. */
    private static final Set<Doubt> READ_ALL_THE_SAME = EnumSet.of(Doubt.UNCLEAR, Doubt.NOT_ALL_READ, Doubt.SEALED, Doubt.CODE);

    private final Sieve typed;
    private final Sieve pictures;
    private final PlanDraft draft;
    private final TreeMap<Integer, Unmasked> withheld = new TreeMap<>();
    private final Set<Integer> unsure = new TreeSet<>();
    private final int pages;

    MaskDraft(String document, int pages, Sieve typed, Sieve pictures) {
        this.pages = pages;
        this.typed = typed;
        this.pictures = pictures;
        this.draft = new PlanDraft(document, pages);
    }

    void read(Path file, Readings readings) throws IOException {
        if (readings.read(file, this).isPresent()) withholdAll();
    }

    void lay(FormTemplate template) throws MaskTrouble {
        draft.laidOver(template);
    }

    @Override
    public void page(PageText text) {
        try {
            draft.found(text, (text.source() == PageText.Source.OCR ? pictures : typed).screen(text.text()));
        } catch (MaskTrouble e) {
            if (text.page() >= 1 && text.page() <= pages) withheld.put(text.page(), Unmasked.NO_PLACE);
            else withholdAll();
        }
    }

    @Override
    public void hidden(String place, int page, String text) {
        // Pictures carry nothing of what nobody sees; an original is never given to an expert.
    }

    @Override
    public void missing(int page, String detail) {
        if (page > 0) withheld.put(page, Unmasked.NEEDS_READING);
        else if (!ELSEWHERE.contains(detail)) withholdAll();
    }

    @Override
    public void unsure(int page, Doubt doubt) {
        if (READ_ALL_THE_SAME.contains(doubt)) unsure.add(page);
        else withheld.put(page, Unmasked.NEEDS_READING);
    }

    private void withholdAll() {
        for (int page = 1; page <= pages; page++) withheld.putIfAbsent(page, Unmasked.NOT_READ);
    }

    /** @param doubtful pages with something that is only like a hit are made all the same: a person has looked at it, and so are scans that were read without certainty */
    TreeMap<Integer, Unmasked> withheld(boolean doubtful) {
        var all = new TreeMap<>(withheld);
        if (!doubtful) unsure.forEach(page -> all.putIfAbsent(page, Unmasked.UNSURE_READING));
        if (!doubtful) draft.near().keySet().forEach(page -> all.putIfAbsent(page, Unmasked.NEAR_HITS));
        draft.unplaced().forEach(page -> all.put(page, Unmasked.NO_PLACE));
        return all;
    }

    /** Empty where something was found that stands nowhere; the pages of it are among those withheld. */
    Optional<MaskPlan> plan() {
        try {
            return Optional.of(draft.plan());
        } catch (MaskTrouble e) {
            return Optional.empty();
        }
    }
}
