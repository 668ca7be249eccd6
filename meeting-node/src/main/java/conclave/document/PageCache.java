package conclave.document;

import java.util.LinkedHashMap;

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

    synchronized PageImage find(Key key) {
        return pictures.get(key);
    }

    synchronized void add(Key key, PageImage picture) {
        var before = pictures.put(key, picture);
        bytes += picture.bytes().length - (before == null ? 0 : before.bytes().length);
        var oldest = pictures.entrySet().iterator();
        while (bytes > most && oldest.hasNext()) {
            bytes -= oldest.next().getValue().bytes().length;
            oldest.remove();
        }
    }

    synchronized void forget(Shelf shelf, DocumentId document) {
        var all = pictures.entrySet().iterator();
        while (all.hasNext()) {
            var one = all.next();
            if (one.getKey().shelf() != shelf || !one.getKey().document().equals(document)) continue;
            bytes -= one.getValue().bytes().length;
            all.remove();
        }
    }

    synchronized long bytes() {
        return bytes;
    }
}
