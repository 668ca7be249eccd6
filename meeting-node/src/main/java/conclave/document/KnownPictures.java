package conclave.document;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which stored pictures the pages read lately are: what is known of a document need not be read and taken apart again for each of its pages.
 * A key names the mask, and a stored picture its own bytes, so that nothing here becomes untrue; it may only be gone from the disk.
 */
final class KnownPictures {

    private static final int MOST = 20_000;

    private final LinkedHashMap<PageCache.Key, PageRecord.Stored> lately = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<PageCache.Key, PageRecord.Stored> eldest) {
            return size() > MOST;
        }
    };

    synchronized PageRecord.Stored find(PageCache.Key key) {
        return lately.get(key);
    }

    synchronized void add(PageCache.Key key, PageRecord.Stored stored) {
        lately.put(key, stored);
    }

    synchronized void forget(PageCache.Key key) {
        lately.remove(key);
    }

    synchronized void forget(Shelf shelf, DocumentId document) {
        lately.keySet().removeIf(key -> key.shelf() == shelf && key.document().equals(document));
    }
}
