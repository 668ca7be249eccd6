package conclave.document;

import conclave.document.render.Launch;
import conclave.document.render.Limits;
import conclave.document.render.RenderingProcess;
import conclave.document.render.Troubled;
import conclave.seal.Damaged;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * Brings pages about: draws documents of one meeting in the background, a page somebody waits for first, and hands
 * pictures out. What is drawn is on the disk, sealed; started again, it goes on where it was.
 */
public final class Rendering implements PageSource, AutoCloseable {

    private static final Executor READERS = task -> Thread.ofVirtual().name("page-reader").start(task);

    private final Originals originals;
    private final Setup setup;
    private final Pages pages;
    private final PageIds ids;
    private final PageCache cache;
    private final DrawingQueue queue = new DrawingQueue();
    private final DrawingFigures figures = new DrawingFigures();
    private final Map<PageCache.Key, CompletableFuture<PageImage>> coming = new ConcurrentHashMap<>();
    private final Map<DocumentId, DocumentRef> given = new LinkedHashMap<>();
    private final List<Drawing> drawings = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    /** @param processes how many rendering processes at most; each may take its heap limit and some 200 MB */
    public record Setup(Launch launch, Limits limits, int processes, long cacheBytes) {

        public static Setup usual(Launch launch) {
            return new Setup(launch, Limits.usual(), 1, 64L << 20);
        }
    }

    public Rendering(Originals originals, Pages pages, PageIds ids, Setup setup, DrawingEvents events) {
        this.originals = originals;
        this.setup = setup;
        this.pages = pages;
        this.ids = ids;
        this.cache = new PageCache(setup.cacheBytes());
        for (int i = 0; i < setup.processes(); i++) {
            var draughtsman = new Draughtsman(originals, setup.launch(), setup.limits(), events);
            var drawing = new Drawing(queue, pages, draughtsman, setup.limits(), figures, events);
            drawings.add(drawing);
            threads.add(Thread.ofPlatform().daemon().name("drawing-" + i).start(drawing));
        }
    }

    /** To be drawn when nothing more urgent is there. What was drawn before counts as done and is not drawn again. */
    public void enqueue(List<DocumentRef> documents) throws IOException {
        for (var document : documents) {
            synchronized (given) {
                given.put(document.id(), document);
            }
            var manifest = pages.manifest(document);
            figures.given(manifest);
            if (!manifest.isComplete()) queue.add(new DocumentWork(manifest));
        }
    }

    /** How many pages a document has of which nobody has promised anything; opened in a process that ends with the answer. */
    public int count(DocumentId document, long size) throws Unopened, IOException {
        try (var process = RenderingProcess.start(setup.launch(), setup.limits()); var clear = originals.open(document)) {
            return process.open(size, clear);
        } catch (Troubled e) {
            throw new Unopened(e.trouble().name());
        }
    }

    /** After the disk failed and somebody saw to it. */
    public void goOn() throws IOException {
        figures.faultOccurred(null);
        queue.halt(false);
        List<DocumentRef> all;
        synchronized (given) {
            all = List.copyOf(given.values());
        }
        enqueue(all);
    }

    /** Draws the pages without a picture once more: the file may have been innocent and the machine at its end. */
    public void tryAgain(DocumentRef document) throws IOException {
        var work = new DocumentWork(pages.manifest(document).withoutFailures());
        figures.given(work.manifest);
        if (!work.manifest.isComplete()) queue.add(work);
    }

    public Progress progress() {
        return figures.progress();
    }

    /** What somebody has to look at in this document, as far as it is drawn. */
    public List<Finding> findings(DocumentRef document) throws IOException {
        var work = queue.find(document.id());
        if (work.isPresent()) return queue.locked(work.get().manifest::findings);
        return pages.manifest(document).findings();
    }

    @Override
    public PageIds ids() {
        return ids;
    }

    @Override
    public CompletableFuture<PageImage> page(DocumentRef document, int number, PageSize size) {
        if (number < 1 || number > document.pages()) throw new IllegalArgumentException("no such page");
        var key = new PageCache.Key(document.id(), number, size);
        var kept = cache.find(key);
        if (kept != null) return CompletableFuture.completedFuture(kept);
        var mine = new CompletableFuture<PageImage>();
        var others = coming.putIfAbsent(key, mine);
        if (others != null) return others.copy();
        READERS.execute(() -> fetch(document, key).whenComplete((image, failure) -> {
            if (failure == null) cache.add(key, image);
            coming.remove(key);
            if (failure == null) mine.complete(image);
            else mine.completeExceptionally(unwrapped(failure));
        }));
        return mine.copy();
    }

    private CompletableFuture<PageImage> fetch(DocumentRef document, PageCache.Key key) {
        return record(document, key.page()).thenComposeAsync(record -> switch (record) {
            case PageRecord.Drawn drawn -> read(document, key, drawn);
            case PageRecord.Failed failed -> CompletableFuture.failedFuture(
                    new PageUnavailable(new Finding(document.id(), key.page(), failed.trouble())));
        }, READERS);
    }

    private CompletableFuture<PageRecord> record(DocumentRef document, int page) {
        try {
            var work = queue.find(document.id()).orElse(null);
            return queue.want(work != null ? work : new DocumentWork(pages.manifest(document)), page);
        } catch (IOException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** A picture that the disk spoiled is drawn again, once, before anybody is bothered with it. */
    private CompletableFuture<PageImage> read(DocumentRef document, PageCache.Key key, PageRecord.Drawn drawn) {
        try {
            return CompletableFuture.completedFuture(pages.read(drawn.of(key.size())));
        } catch (IOException | Damaged spoiled) {
            return drawAgain(document, key, drawn);
        }
    }

    private CompletableFuture<PageImage> drawAgain(DocumentRef document, PageCache.Key key, PageRecord.Drawn drawn) {
        try {
            pages.drop(drawn.of(key.size()));
            var again = queue.again(new DocumentWork(pages.manifest(document)), key.page());
            return again.thenApplyAsync(record -> readOrFail(record, key.size()), READERS);
        } catch (IOException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private PageImage readOrFail(PageRecord record, PageSize size) {
        try {
            if (record instanceof PageRecord.Drawn drawn) return pages.read(drawn.of(size));
            throw new IOException("a page that was drawn before could not be drawn again");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Throwable unwrapped(Throwable failure) {
        boolean wrapped = failure instanceof CompletionException || failure instanceof UncheckedIOException;
        return wrapped && failure.getCause() != null ? unwrapped(failure.getCause()) : failure;
    }

    /** Kills the processes and keeps the record of what is done. */
    @Override
    public void close() throws IOException {
        queue.close();
        drawings.forEach(Drawing::close);
        for (var thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        drawings.getFirst().saveAll();
        queue.abandon(new IOException("the node is stopping"));
    }
}
