package conclave.document;

import java.time.Duration;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A document on the table: which pages are still to be drawn, and who waits for which. Guarded by its queue. */
final class DocumentWork {

    final Manifest manifest;
    final BitSet pending = new BitSet();
    final Map<Integer, CompletableFuture<PageRecord>> waiting = new HashMap<>();
    Duration spent = Duration.ZERO;
    long savedAt = System.nanoTime();
    boolean unsaved;

    DocumentWork(Manifest manifest) {
        this.manifest = manifest;
        for (int page = 1; page <= manifest.document().pages(); page++) {
            if (manifest.page(page).isEmpty()) pending.set(page);
        }
    }

    DocumentRef document() {
        return manifest.document();
    }
}
