package conclave.document;

import conclave.document.mask.MaskPlan;
import conclave.document.mask.PageMask;
import conclave.document.render.Launch;
import conclave.document.render.Level;
import conclave.document.render.Limits;
import conclave.document.render.RenderingProcess;
import conclave.document.render.Troubled;
import conclave.seal.Damaged;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Brings pages about: draws documents of one meeting in the background, a page somebody waits for first. What is drawn
 * is on the disk, sealed; started again, it goes on where it was. It hands pictures out to {@link ReleasedPages} and
 * {@link UnmaskedPages} alone.
 */
public final class Rendering implements AutoCloseable {

    private final Printing printing;
    private final Setup setup;
    private final Shelves shelves;
    private final ReadingDesk desk;
    private final PageIndex index = new PageIndex();
    private final PageIndex ownIndex = new PageIndex();
    private final DrawingQueue queue = new DrawingQueue();
    private final DrawingFigures figures = new DrawingFigures();
    private final Map<DocumentWork.Key, Given> given = new LinkedHashMap<>();
    private final Map<DocumentId, String> otherPapers = new ConcurrentHashMap<>();
    private final List<Drawing> drawings = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    /** @param processes how many rendering processes at most; each may take its heap limit and some 200 MB */
    public record Setup(Launch launch, Limits limits, int processes, long cacheBytes) {

        /** A twelfth of the memory for pictures that were read lately: 64 MB of a usual node, more where a storage kit has more. */
        private static final int MEMORY_SHARE = 12;

        public static Setup usual(Launch launch) {
            return new Setup(launch, Limits.usual(), 1, Runtime.getRuntime().maxMemory() / MEMORY_SHARE);
        }
    }

    private record Given(DocumentRef document, List<PageMask> masks) {
    }

    /** Of a meeting whose office files have no pages. */
    public Rendering(Originals originals, Shelves shelves, Setup setup, DrawingEvents events) {
        this(Printing.without(originals), shelves, setup, events);
    }

    public Rendering(Printing printing, Shelves shelves, Setup setup, DrawingEvents events) {
        this.printing = printing;
        this.setup = setup;
        this.shelves = shelves;
        this.desk = new ReadingDesk(shelves, setup.cacheBytes());
        for (int i = 0; i < setup.processes(); i++) {
            var draughtsman = new Draughtsman(printing, setup.launch(), setup.limits(), events);
            var drawing = new Drawing(queue, shelves, draughtsman, setup.limits(), figures, events);
            drawings.add(drawing);
            threads.add(Thread.ofPlatform().daemon().name("drawing-" + i).start(drawing));
        }
    }

    /** As they are, for whoever screens them; when nothing more urgent is there. What was drawn before is not drawn again. */
    public void enqueue(List<DocumentRef> documents) throws IOException {
        for (var document : documents) enqueue(Shelf.SCREENING, document, asItIs(document));
    }

    /** For experts of a meeting whose documents nobody screens: as they are. */
    public void enqueueUnscreened(List<DocumentRef> documents) throws IOException {
        for (var document : documents) enqueue(Shelf.RELEASED, document, bare(document));
    }

    /** For experts, under the plan that was released, before anybody waits for it. */
    public void enqueueReleased(DocumentRef document, MaskPlan plan) throws IOException {
        if (!plan.document().equals(document.id().sha256())) throw new IllegalArgumentException("a plan for another document");
        enqueue(Shelf.RELEASED, document, plan.pages());
    }

    /** Whoever screens sees the print that the plan lies on: where this server made another one, it is drawn anew. */
    public void shownOn(DocumentRef document, String paper) throws IOException {
        var printouts = printing.printouts();
        if (printouts.isEmpty() || printouts.get().of(document.id()).equals(Optional.of(paper))) return;
        if (printing.holds(Optional.of(paper)) && !paper.equals(otherPapers.put(document.id(), paper))) enqueue(List.of(document));
    }

    public Printing printing() {
        return printing;
    }

    private void enqueue(Shelf shelf, DocumentRef document, List<PageMask> masks) throws IOException {
        var key = DocumentWork.Key.of(shelf, document, masks);
        synchronized (given) {
            given.put(key, new Given(document, masks));
        }
        var work = work(key, document, masks);
        queue.locked(() -> {
            figures.given(key, work.manifest);
            return null;
        });
        if (!queue.locked(work.manifest::isComplete)) queue.add(work);
    }

    /** How many pages a document has of which nobody has promised anything; opened in a process that ends with the answer. */
    public int count(DocumentId document) throws Unopened, IOException {
        try (var process = RenderingProcess.start(setup.launch(), setup.limits())) {
            var sheets = printing.of(document, Optional.empty());
            try (var clear = sheets.clear().open()) {
                return process.open(sheets.size(), clear);
            }
        } catch (Troubled e) {
            throw new Unopened(e.trouble().name());
        }
    }

    /** After the disk failed and somebody saw to it. */
    public void goOn() throws IOException {
        figures.faultOccurred(null);
        queue.halt(false);
        for (var each : all().entrySet()) enqueue(each.getKey().shelf(), each.getValue().document(), each.getValue().masks());
    }

    private Map<DocumentWork.Key, Given> all() {
        synchronized (given) {
            return new LinkedHashMap<>(given);
        }
    }

    /** Draws the pages without a picture once more: the file may have been innocent and the machine at its end. */
    public void tryAgain(DocumentRef document) throws IOException {
        var all = all();
        for (var key : keys(document)) {
            var masks = all.containsKey(key) ? all.get(key).masks() : asItIs(document);
            var known = shelves.of(key.shelf()).manifest(key, document);
            if (known.findings().isEmpty()) continue;
            var work = new DocumentWork(key, known.withoutFailures(), masks);
            figures.given(key, work.manifest);
            if (!work.manifest.isComplete()) queue.add(work);
        }
    }

    /** As it is on each shelf, and as it was given with masks. */
    private Set<DocumentWork.Key> keys(DocumentRef document) {
        var keys = new LinkedHashSet<DocumentWork.Key>();
        for (var shelf : Shelf.values()) keys.add(DocumentWork.Key.bare(document, shelf));
        for (var key : all().keySet()) {
            if (key.document().equals(document.id())) keys.add(key);
        }
        return keys;
    }

    private static List<PageMask> bare(DocumentRef document) {
        return Collections.nCopies(document.pages(), PageMask.BARE);
    }

    /** For whoever screens. */
    List<PageMask> asItIs(DocumentRef document) {
        var paper = Optional.ofNullable(otherPapers.get(document.id()));
        return Collections.nCopies(document.pages(), PageMask.BARE.on(paper));
    }

    /** The one on the table, or one as the disk knows it. */
    private DocumentWork work(DocumentWork.Key key, DocumentRef document, List<PageMask> masks) throws IOException {
        var work = queue.find(key, masks);
        return work.isPresent() ? work.get() : new DocumentWork(key, shelves.of(key.shelf()).manifest(key, document), masks);
    }

    public Progress progress() {
        return figures.progress();
    }

    /** What was made before the meeting, on its way out of an office and into a venue. */
    public PreparedPages prepared() {
        return new PreparedPages(shelves, printing);
    }

    /** What another server of the kit has drawn already. */
    public DrawnElsewhere drawnElsewhere() {
        return new DrawnElsewhere(shelves, printing);
    }

    /** What somebody has to look at in this document, as far as it is drawn for anybody. */
    public List<Finding> findings(DocumentRef document) throws IOException {
        var findings = new LinkedHashSet<Finding>();
        for (var key : keys(document)) {
            var work = queue.find(key);
            findings.addAll(work.isPresent() ? queue.locked(work.get().manifest::findings) : shelves.of(key.shelf()).manifest(key, document).findings());
        }
        return List.copyOf(findings);
    }

    /** @param masks one for every page of the document */
    CompletableFuture<PageImage> picture(Shelf shelf, DocumentRef document, List<PageMask> masks, int number, PageSize size) {
        if (number < 1 || number > document.pages()) throw new IllegalArgumentException("no such page");
        var key = new PageCache.Key(shelf, document.id(), number, masks.get(number - 1).digest(), size);
        return desk.picture(key, () -> fetch(document, masks, key));
    }

    /** A page was taken back: what lies in memory of the document's pages for experts is let go at once. */
    public void forget(DocumentId document) {
        desk.forget(document);
    }

    private CompletableFuture<PageImage> fetch(DocumentRef document, List<PageMask> masks, PageCache.Key key) {
        try {
            var work = work(DocumentWork.Key.of(key.shelf(), document, masks), document, masks);
            var level = key.size() == PageSize.ZOOM ? Level.ZOOM : Level.READING;
            return queue.want(work, new DocumentWork.Wanted(key.page(), level)).thenComposeAsync(record -> switch (record) {
                case PageRecord.Drawn drawn -> read(work, key, drawn);
                case PageRecord.Failed failed -> CompletableFuture.failedFuture(
                        new PageUnavailable(new Finding(document.id(), key.page(), failed.trouble())));
            }, ReadingDesk.READERS);
        } catch (IOException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** A picture that the disk spoiled is drawn again, once, before anybody is bothered with it. */
    private CompletableFuture<PageImage> read(DocumentWork work, PageCache.Key key, PageRecord.Drawn drawn) {
        // Asked under one mask, answered under another: then it is not the page that was asked for.
        if (!drawn.mask().equals(key.mask())) return CompletableFuture.failedFuture(new PageClosed());
        try {
            return CompletableFuture.completedFuture(read(drawn, key));
        } catch (IOException | Damaged spoiled) {
            return drawAgain(work, key, drawn);
        }
    }

    private CompletableFuture<PageImage> drawAgain(DocumentWork work, PageCache.Key key, PageRecord.Drawn drawn) {
        try {
            shelves.of(key.shelf()).drop(drawn.of(key.size()));
            var again = queue.again(work, key.page());
            return again.thenApplyAsync(record -> readOrFail(record, key), ReadingDesk.READERS);
        } catch (IOException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private PageImage readOrFail(PageRecord record, PageCache.Key key) {
        try {
            if (record instanceof PageRecord.Drawn drawn && drawn.mask().equals(key.mask())) return read(drawn, key);
            throw new IOException("a page that was drawn before could not be drawn again");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PageImage read(PageRecord.Drawn drawn, PageCache.Key key) throws IOException {
        return desk.read(key, drawn.of(key.size()));
    }

    /** Of pictures that lie in memory for whoever asks next. */
    public long bytesInMemory() {
        return desk.bytesInMemory();
    }

    PageIndex index() {
        return index;
    }

    /** Of addresses that each reader has for themselves; apart, so that many readers do not push out what all of them start from. */
    PageIndex ownIndex() {
        return ownIndex;
    }

    /** Kills the processes and keeps the record of what is done. */
    @Override
    public void close() throws IOException {
        printing.close();
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
