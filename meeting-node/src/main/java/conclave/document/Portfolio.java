package conclave.document;

import conclave.document.mask.MaskTrouble;
import conclave.document.mask.PageMask;
import java.util.List;
import java.util.Optional;

/**
 * 备页: the pages of one document as they were drawn before the meeting, and what its screening came to; the pictures follow it in its file
 * ({@code docs/formats/prepared.md}).
 *
 * @param recipes how the pictures were made: others than ours are drawn anew
 * @param paper the print that an office file is shown from; empty where a document has pages of its own
 * @param earlier empty where nobody screens
 */
record Portfolio(DocumentRef document, String recipes, Optional<Paper> paper, Optional<Earlier> earlier, List<Plate> plates) {

    static final String OUR_RECIPES = Recipe.PLAIN.name() + " " + Recipe.MASKED.name();

    /** A PDF, which follows the head before all pictures. */
    record Paper(String sha256, int bytes) {
    }

    /** @param salt under which the basis was digested, so that nobody guesses at a dictionary */
    record Earlier(String salt, String basis, Screened screened) {
    }

    /** One page as one shelf has it, drawn under the mask of this digest. */
    record Plate(Shelf shelf, int page, boolean complete, String mask, Print picture, Print thumbnail) {

        PageRecord.Drawn drawn() {
            return new PageRecord.Drawn(mask, picture.stored(), thumbnail.stored(), Optional.empty(), complete);
        }
    }

    record Print(PageRecord.Stored stored, int bytes) {
    }

    Portfolio {
        plates = List.copyOf(plates);
    }

    boolean ours() {
        return recipes.equals(OUR_RECIPES);
    }

    /** Without the pictures, to be remembered. */
    Portfolio bare() {
        return new Portfolio(document, recipes, paper, earlier, List.of());
    }

    /** What an earlier version knows nothing of. */
    boolean isSecond() {
        return paper.isPresent() || earlier.map(one -> !one.screened().hints().isEmpty()).orElse(false);
    }

    /** Nobody has use for it. */
    boolean isEmpty() {
        return earlier.isEmpty() && plates.isEmpty();
    }

    /** All that follows the head, in bytes. */
    long bytesBehind() {
        return paper.map(Paper::bytes).orElse(0) + plates.stream().mapToLong(plate -> (long) plate.picture().bytes() + plate.thumbnail().bytes()).sum();
    }

    /** The mask under which the page is to be drawn for this shelf. */
    static String mask(Shelf shelf, int page, Optional<Earlier> earlier) {
        if (shelf == Shelf.SCREENING || earlier.isEmpty()) return PageMask.BARE.digest();
        try {
            return earlier.get().screened().plan().page(page).digest();
        } catch (MaskTrouble e) {
            throw new IllegalStateException("a page that the plan does not have", e);
        }
    }
}
