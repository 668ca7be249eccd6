package conclave.document;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Supplier;
import javax.crypto.spec.SecretKeySpec;

/** Page ids of the documents asked for lately: who leafs through a thousand pages does not have all of them hashed anew for each. */
final class PageIndex {

    private static final int MOST_PAGES = 50_000;

    /** @param made how the pages are made: made otherwise, they have other ids */
    record Key(SecretKeySpec key, Object made, DocumentRef document) {
    }

    record Ids(List<PageId> inOrder, Map<PageId, Integer> pages) {

        static Ids of(List<PageId> inOrder) {
            var pages = new HashMap<PageId, Integer>();
            for (int i = 0; i < inOrder.size(); i++) pages.put(inOrder.get(i), i + 1);
            return new Ids(inOrder, pages);
        }

        PageId of(int page) {
            return inOrder.get(page - 1);
        }

        OptionalInt find(PageId id) {
            var page = pages.get(id);
            return page == null ? OptionalInt.empty() : OptionalInt.of(page);
        }
    }

    private final int most;
    private final LinkedHashMap<Key, Ids> lately = new LinkedHashMap<>(64, 0.75f, true);
    private int pages;

    PageIndex() {
        this(MOST_PAGES);
    }

    PageIndex(int mostPages) {
        this.most = mostPages;
    }

    Ids find(Key key, Supplier<List<PageId>> make) {
        synchronized (this) {
            var known = lately.get(key);
            if (known != null) return known;
        }
        var ids = Ids.of(make.get());
        synchronized (this) {
            if (lately.putIfAbsent(key, ids) == null) pages += ids.inOrder().size();
            var oldest = lately.entrySet().iterator();
            while (pages > most && oldest.hasNext()) {
                pages -= oldest.next().getValue().inOrder().size();
                oldest.remove();
            }
        }
        return ids;
    }

    synchronized int pages() {
        return pages;
    }
}
