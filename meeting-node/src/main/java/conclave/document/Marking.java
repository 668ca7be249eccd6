package conclave.document;

import conclave.document.render.Launch;
import conclave.document.render.Limits;
import conclave.document.render.Picture;
import conclave.document.render.RenderingProcess;
import conclave.document.render.Trouble;
import conclave.document.render.Troubled;
import conclave.seal.Digests;
import conclave.seal.SealedBlobs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * 严格水印: burns into each page who reads it. A picture for each reader, made in a child process like all that is drawn, kept sealed for as long
 * as there is room, gone when the page is taken back and when the half-day is over. Until it is made its reader waits: there is no way from
 * here to a picture that bears nobody's name.
 */
public final class Marking implements AutoCloseable {

    private static final Executor READERS = task -> Thread.ofVirtual().name("marked-page-reader").start(task);
    /** After so long without work the process is let go. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final long FETCH_SECONDS = 5;
    private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final Setup setup;
    private final MarkedShelf shelf;
    private final MarkingQueue queue = new MarkingQueue();
    private final AtomicLong forgotten = new AtomicLong();
    private final AtomicLong made = new AtomicLong();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean closed;

    /** @param processes how many children at most, each for one picture at a time */
    public record Setup(Launch launch, Limits limits, int processes, long diskBytes, LongSupplier clock) {

        public static Setup usual(Launch launch) {
            return new Setup(launch, Limits.usual(), Math.clamp(Runtime.getRuntime().availableProcessors() / 2, 1, 4), 2L << 30, System::currentTimeMillis);
        }
    }

    public Marking(Path folder, SealedBlobs seal, Setup setup) throws IOException {
        this.setup = setup;
        this.shelf = new MarkedShelf(folder, seal, setup.diskBytes());
    }

    /** The reader's own picture of this page; fails as {@link PageSource#page} does. */
    public CompletableFuture<PageImage> marked(Leaf leaf, Bearer bearer) {
        var name = name(leaf, bearer);
        return CompletableFuture.supplyAsync(() -> shelf.find(name), READERS).thenCompose(kept -> kept.map(CompletableFuture::completedFuture)
                .orElseGet(() -> leaf.bare().get().thenCompose(_ -> queue.want(task(name, leaf, bearer)))));
    }

    /** When nobody waits for anything: the reader may want it soon. */
    public void ahead(Leaf leaf, Bearer bearer) {
        var name = name(leaf, bearer);
        if (!shelf.holds(name)) leaf.bare().get().thenAccept(_ -> queue.later(task(name, leaf, bearer)));
    }

    private MarkingQueue.Task task(String name, Leaf leaf, Bearer bearer) {
        begin();
        return new MarkingQueue.Task(name, leaf, bearer, new CompletableFuture<>());
    }

    private static String name(Leaf leaf, Bearer bearer) {
        return Digests.hex(Digests.sha256((leaf.address() + "\0" + leaf.size() + "\0" + bearer.id()).getBytes(StandardCharsets.UTF_8)));
    }

    /** A page was taken back: nobody's picture of it stays. */
    public void forget(DocumentId document, int page) {
        forgotten.incrementAndGet();
        shelf.forget(document, page);
    }

    /** The half-day is over. */
    public void forgetAll() {
        forgotten.incrementAndGet();
        queue.forgetAhead();
        shelf.forgetAll();
    }

    /** How many were made since the start. */
    public long made() {
        return made.get();
    }

    public long bytes() {
        return shelf.bytes();
    }

    /** Where nobody marks anything no thread waits. */
    private synchronized void begin() {
        while (!closed && threads.size() < setup.processes()) {
            threads.add(Thread.ofPlatform().daemon().name("marking-" + threads.size()).start(this::work));
        }
    }

    private void work() {
        RenderingProcess process = null;
        try {
            while (!closed) {
                var task = queue.take(process == null ? Duration.ofHours(1) : PATIENCE);
                boolean tired = process != null && (task.isEmpty() || process.isWornOut() || !process.isAlive());
                if (tired) process = ended(process);
                if (task.isPresent()) process = made(task.get(), process);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ended(process);
        }
    }

    private static RenderingProcess ended(RenderingProcess process) {
        if (process != null) process.close();
        return null;
    }

    private RenderingProcess made(MarkingQueue.Task task, RenderingProcess process) throws InterruptedException {
        try {
            var kept = shelf.find(task.name());
            kept.ifPresent(task.answer()::complete);
            return kept.isPresent() ? process : done(task, process);
        } catch (RuntimeException e) {
            task.answer().completeExceptionally(e);
            return process;
        } finally {
            queue.done(task);
        }
    }

    /** A process that died is given one more try: the fault may have been the machine's. @return the process to go on with */
    private RenderingProcess done(MarkingQueue.Task task, RenderingProcess at) throws InterruptedException {
        var process = at;
        for (int tries = 1; ; tries++) {
            try {
                long before = forgotten.get();
                if (process == null) process = RenderingProcess.start(setup.launch(), setup.limits());
                var image = image(process.mark(picture(bare(task)), task.bearer().text() + " · " + now()));
                if (before == forgotten.get()) shelf.keep(task.name(), task.leaf().document(), task.leaf().page(), image);
                made.incrementAndGet();
                task.answer().complete(image);
                return process;
            } catch (Troubled e) {
                process = process.isAlive() ? process : null;
                if (tries < 2 && process == null && !closed) continue;
                task.answer().completeExceptionally(unavailable(task, e.trouble()));
                return process;
            } catch (IOException | RuntimeException e) {
                task.answer().completeExceptionally(unavailable(task, Trouble.CRASHED));
                return ended(process);
            } catch (ExecutionException | TimeoutException e) {
                task.answer().completeExceptionally(e instanceof ExecutionException ? e.getCause() : e);
                return process;
            }
        }
    }

    /** It was there a moment ago: out of the memory or off the disk it comes at once. */
    private static PageImage bare(MarkingQueue.Task task) throws InterruptedException, ExecutionException, TimeoutException {
        return task.leaf().bare().get().get(FETCH_SECONDS, TimeUnit.SECONDS);
    }

    private String now() {
        return Instant.ofEpochMilli(setup.clock().getAsLong()).atOffset(BEIJING).format(MINUTE);
    }

    private static PageUnavailable unavailable(MarkingQueue.Task task, Trouble trouble) {
        return new PageUnavailable(new Finding(task.leaf().document(), task.leaf().page(), trouble));
    }

    private static Picture picture(PageImage bare) throws IOException {
        for (var coding : Picture.Coding.values()) {
            if (coding.mediaType().equals(bare.mediaType())) return new Picture(coding, bare.width(), bare.height(), bare.bytes());
        }
        throw new IOException("not a picture of ours");
    }

    private static PageImage image(Picture picture) {
        return new PageImage(picture.coding().mediaType(), picture.width(), picture.height(), picture.bytes());
    }

    @Override
    public void close() {
        closed = true;
        queue.close();
        synchronized (this) {
            threads.forEach(Thread::interrupt);
        }
    }
}
