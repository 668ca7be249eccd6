package conclave.document;

import conclave.seal.Damaged;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.function.Supplier;

/**
 * 阅览台: hands out pictures that are drawn already, from memory where somebody looked at them lately, else from the disk. However many ask
 * for one at once, it is read once; however many are asked for, a few are read at a time.
 */
final class ReadingDesk {

    static final Executor READERS = task -> Thread.ofVirtual().name("page-reader").start(task);

    /** Leaves that wait for the next pictures, beside those that hold some. */
    private static final long IDLE_BYTES = 32L << 20;
    /** Each takes a picture twice in memory for a moment, sealed and open. */
    private static final int AT_A_TIME = 4;

    private final Shelves shelves;
    private final PageCache cache;
    private final PictureMemory memory = new PictureMemory(IDLE_BYTES);
    private final KnownPictures known = new KnownPictures();
    private final Map<PageCache.Key, CompletableFuture<PageImage>> coming = new ConcurrentHashMap<>();
    /** The one that was used last is taken first: it is still in the processor's own memory. */
    private final BlockingDeque<Scratch> places = new LinkedBlockingDeque<>();

    ReadingDesk(Shelves shelves, long cacheBytes) {
        this.shelves = shelves;
        this.cache = new PageCache(cacheBytes);
        for (int i = 0; i < AT_A_TIME; i++) places.add(new Scratch());
    }

    /** @param longWay when nothing is known of it: asked by one of all who wait, on a thread that may wait for the disk */
    CompletableFuture<PageImage> picture(PageCache.Key key, Supplier<CompletableFuture<PageImage>> longWay) {
        var kept = cache.find(key);
        if (kept.isPresent()) return CompletableFuture.completedFuture(kept.get());
        var mine = new CompletableFuture<PageImage>();
        var others = coming.putIfAbsent(key, mine);
        if (others != null) return lent(others, key, longWay);
        var answer = lent(mine, key, longWay);
        READERS.execute(() -> brought(key, longWay).whenComplete((image, failure) -> {
                    arrived(key, mine, image);
                    if (failure != null) mine.completeExceptionally(unwrapped(failure));
                    else {
                        mine.complete(image);
                        image.giveBack();
                    }
                }));
        return answer;
    }

    /** Whatever goes wrong, whoever waits for it hears, and the next may ask anew. */
    private CompletableFuture<PageImage> brought(PageCache.Key key, Supplier<CompletableFuture<PageImage>> longWay) {
        try {
            return alreadyThere(key).or(() -> readKnown(key)).orElseGet(() -> longWay.get().thenApply(image -> image.in(memory)));
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** To each who waited as their own; who comes too late, when all have given it back already, asks once more. */
    private CompletableFuture<PageImage> lent(CompletableFuture<PageImage> coming, PageCache.Key key, Supplier<CompletableFuture<PageImage>> longWay) {
        return coming.thenCompose(image -> image.lent().map(CompletableFuture::completedFuture).orElseGet(() -> picture(key, longWay)));
    }

    /** Somebody else was quicker by a hair. */
    private Optional<CompletableFuture<PageImage>> alreadyThere(PageCache.Key key) {
        return cache.find(key).map(CompletableFuture::completedFuture);
    }

    /** Kept for the next, unless it was forgotten while it was on its way. */
    private void arrived(PageCache.Key key, CompletableFuture<PageImage> mine, PageImage image) {
        synchronized (coming) {
            if (image != null && coming.get(key) == mine) cache.add(key, image);
            coming.remove(key, mine);
        }
    }

    /** A picture that was read before and had to make room: straight from the disk. What went wrong there is found out on the long way. */
    private Optional<CompletableFuture<PageImage>> readKnown(PageCache.Key key) {
        var stored = known.find(key);
        if (stored == null) return Optional.empty();
        try {
            return Optional.of(CompletableFuture.completedFuture(read(key, stored)));
        } catch (IOException | Damaged gone) {
            known.forget(key);
            return Optional.empty();
        }
    }

    PageImage read(PageCache.Key key, PageRecord.Stored stored) throws IOException {
        var scratch = place();
        try {
            var image = shelves.of(key.shelf()).read(stored, scratch, memory);
            known.add(key, stored);
            return image;
        } finally {
            places.push(scratch);
        }
    }

    private Scratch place() throws IOException {
        try {
            return places.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the node is stopping");
        }
    }

    /** What lies in memory of a document's pages for experts is let go at once. */
    void forget(DocumentId document) {
        synchronized (coming) {
            coming.keySet().removeIf(key -> key.shelf() == Shelf.RELEASED && key.document().equals(document));
            known.forget(Shelf.RELEASED, document);
            cache.forget(Shelf.RELEASED, document);
        }
    }

    long bytesInMemory() {
        return cache.bytes();
    }

    private static Throwable unwrapped(Throwable failure) {
        boolean wrapped = failure instanceof CompletionException || failure instanceof UncheckedIOException;
        return wrapped && failure.getCause() != null ? unwrapped(failure.getCause()) : failure;
    }
}
