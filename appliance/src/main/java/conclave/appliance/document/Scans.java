package conclave.appliance.document;

import conclave.appliance.Scratch;
import conclave.document.ocr.ReadScan;
import conclave.document.ocr.ScanReader;
import conclave.document.render.BarePage;
import conclave.document.render.Launch;
import conclave.document.render.Level;
import conclave.document.render.Limits;
import conclave.document.render.PageOrder;
import conclave.document.render.RenderingProcess;
import conclave.document.render.Troubled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Pages whose text layer is not all there is, drawn in a child and read by OCR, as many at once as there are cores. */
final class Scans implements AutoCloseable {

    private static final int MOST_AT_ONCE = 4;

    private final ScanReader reader;
    private final Pace pace;
    private final int atOnce = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_AT_ONCE);
    private final ExecutorService readers = Executors.newFixedThreadPool(atOnce, Thread.ofPlatform().daemon().name("ocr-", 1).factory());
    private Scratch scratch;
    private RenderingProcess process;

    Scans(ScanReader reader, Pace pace) {
        this.reader = reader;
        this.pace = pace;
    }

    private record Turn(int page, Future<ReadScan> read) {
    }

    /** @param file a PDF or a picture @throws IOException where the machine fails, not the file */
    void read(Path file, Collection<Integer> pages, Readings.Taker to) throws IOException {
        var waiting = new ArrayDeque<Turn>();
        forget();
        int given = 0;
        for (int page : pages) {
            pace.at(file, ++given, pages.size());
            try {
                var drawn = drawn(file, page);
                if (!drawn.complete()) to.missing(page, "incomplete");
                waiting.add(new Turn(page, readers.submit(() -> reader.read(page, drawn.image()))));
            } catch (Troubled e) {
                to.missing(page, e.trouble().name().toLowerCase(Locale.ROOT));
            }
            if (waiting.size() > atOnce) hand(waiting, to);
        }
        while (!waiting.isEmpty()) hand(waiting, to);
    }

    private BarePage drawn(Path file, int page) throws IOException, Troubled {
        if (process == null || !process.isAlive() || process.isWornOut()) open(file);
        return process.look(new PageOrder(page, Level.ZOOM, List.of()));
    }

    private void open(Path file) throws IOException, Troubled {
        forget();
        if (scratch == null) scratch = Scratch.named("scans");
        var child = RenderingProcess.start(Launch.likeThisProcess(scratch.folder()), Limits.usual());
        try (var in = Files.newInputStream(file)) {
            child.open(Files.size(file), in);
            process = child;
        } catch (Troubled | IOException | RuntimeException e) {
            child.close();
            throw e;
        }
    }

    private void hand(Deque<Turn> waiting, Readings.Taker to) throws IOException {
        var turn = waiting.remove();
        try {
            var read = turn.read().get();
            read.texts().forEach(to::page);
            read.doubts().forEach(doubt -> to.unsure(turn.page(), doubt));
        } catch (ExecutionException e) {
            // A picture that breaks whoever prepares it was not read, and the next one is.
            to.missing(turn.page(), "crashed");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a page was read", e);
        }
    }

    private void forget() {
        if (process != null) process.close();
        process = null;
    }

    @Override
    public void close() {
        readers.shutdownNow();
        forget();
        if (scratch != null) scratch.close();
    }
}
