package conclave.document;

import conclave.document.mask.PageMask;
import conclave.document.render.Level;
import conclave.seal.Digests;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A document on the table: which pages are still to be drawn, under which masks, and who waits for which. Guarded by its queue. */
final class DocumentWork {

    /** A document is drawn once for each shelf; with masks, once for each who filed it. The same file may be listed with other pages by another. */
    record Key(DocumentId document, int pages, Shelf shelf, String copy) {

        static Key of(Shelf shelf, DocumentRef document, List<PageMask> masks) {
            boolean masked = shelf == Shelf.RELEASED && !masks.stream().allMatch(mask -> mask.isBare() && mask.paper().isEmpty());
            return new Key(document.id(), document.pages(), shelf, masked ? document.copy() : "");
        }

        /** As the pages are, whoever filed them. */
        static Key bare(DocumentRef document, Shelf shelf) {
            return new Key(document.id(), document.pages(), shelf, "");
        }

        /** As an office has drawn it, days before, for a meeting that screens nothing. */
        static Key prepared(DocumentRef document) {
            return new Key(document.id(), document.pages(), Shelf.RELEASED, "prepared");
        }

        /** Under which its record lies in the folder of its shelf. */
        String name() {
            return copy.isEmpty() ? document.sha256() : Digests.hex(Digests.sha256((document.sha256() + "\0" + copy).getBytes(StandardCharsets.UTF_8)));
        }
    }

    record Wanted(int page, Level level) {
    }

    final Manifest manifest;
    final Shelf shelf;
    private final Key key;
    final BitSet pending = new BitSet();
    final Map<Wanted, CompletableFuture<PageRecord>> waiting = new HashMap<>();
    Duration spent = Duration.ZERO;
    long savedAt = System.nanoTime();
    boolean unsaved;
    private List<PageMask> masks;

    DocumentWork(Key key, Manifest manifest, List<PageMask> masks) {
        if (masks.size() != manifest.document().pages()) throw new IllegalArgumentException("a plan for another document");
        this.key = key;
        this.shelf = key.shelf();
        this.manifest = manifest;
        this.masks = masks;
        for (int page = 1; page <= masks.size(); page++) checkAgainst(mask(page), page);
    }

    Key key() {
        return key;
    }

    DocumentRef document() {
        return manifest.document();
    }

    PageMask mask(int page) {
        return masks.get(page - 1);
    }

    /** Another plan has taken the place of the one before: pages whose mask changed are drawn anew; who waited for them is returned. */
    List<CompletableFuture<PageRecord>> adopt(List<PageMask> others) {
        var outdated = new ArrayList<CompletableFuture<PageRecord>>();
        if (others.equals(masks)) return outdated;
        for (int page = 1; page <= masks.size(); page++) {
            var mask = others.get(page - 1);
            if (mask.equals(mask(page))) continue;
            for (var level : Level.values()) {
                var waits = waiting.remove(new Wanted(page, level));
                if (waits != null) outdated.add(waits);
            }
            checkAgainst(mask, page);
        }
        masks = List.copyOf(others);
        return outdated;
    }

    /** A picture under another mask is none. */
    private void checkAgainst(PageMask mask, int page) {
        var known = manifest.page(page).filter(record -> record.mask().equals(mask.digest()));
        if (known.isPresent()) return;
        manifest.forget(page);
        pending.set(page);
    }
}
