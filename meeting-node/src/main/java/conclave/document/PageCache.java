package conclave.document;

import java.util.LinkedHashMap;
import java.util.Optional;

/** Pictures read lately, up to so many bytes: four hundred experts on the same pages open each seal once. */
final class PageCache {

    record Key(Shelf shelf, DocumentId document, int page, String mask, PageSize size) {
    }

    private final long most;
    private final LinkedHashMap<Key, PageImage> pictures = new LinkedHashMap<>(64, 0.75f, true);
    private long bytes;

    PageCache(long mostBytes) {
        this.most = mostBytes;
    }

    /** For the reader who asks, to be given back by them alone. */
    synchronized Optional<PageImage> find(Key key) {
        return Optional.ofNullable(pictures.get(key)).flatMap(PageImage::lent);
    }

    synchronized void add(Key key, PageImage picture) {
        var own = picture.lent();
        if (own.isEmpty()) return;
        var before = pictures.put(key, own.get());
        bytes += own.get().room();
        if (before != null) letGo(before);
        var oldest = pictures.entrySet().iterator();
        while (bytes > most && oldest.hasNext()) {
            letGo(oldest.next().getValue());
            oldest.remove();
        }
    }

    synchronized void forget(Shelf shelf, DocumentId document) {
        var all = pictures.entrySet().iterator();
        while (all.hasNext()) {
            var one = all.next();
            if (one.getKey().shelf() != shelf || !one.getKey().document().equals(document)) continue;
            letGo(one.getValue());
            all.remove();
        }
    }

    private void letGo(PageImage picture) {
        bytes -= picture.room();
        picture.giveBack();
    }

    synchronized long bytes() {
        return bytes;
    }
}
