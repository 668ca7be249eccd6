package conclave.workshop;

import conclave.document.DrawingEvents;
import conclave.document.DocumentRef;
import conclave.document.Finding;
import conclave.document.Originals;
import conclave.document.Printing;
import conclave.document.Printouts;
import conclave.document.Rendering;
import conclave.document.Screener;
import conclave.document.Shelves;
import conclave.seal.MeetingKey;
import conclave.seal.Stamp;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** One document at a time: screened, drawn, bound, and everything of it off the table again. Drawn by the same code as at a venue. */
final class Worktable implements AutoCloseable {

    private static final long LARGEST = 2L << 30;
    private static final long LOOK_MS = 200;
    /** Nobody looks at a page here. */
    private static final long NO_CACHE = 0;

    private final MeetingKey key;
    private final Originals originals;
    private final Rendering rendering;
    private final Printing printing;
    private final Screener screener;
    private final LinkedBlockingQueue<Boolean> news = new LinkedBlockingQueue<>();
    private volatile Exception fault;
    private volatile boolean closed;

    /** @param folder of this table alone; what lies there is sealed under a key that goes with it */
    Worktable(Path folder, Screener.Tools tools, String salt) throws IOException {
        Files.createDirectories(folder);
        this.key = MeetingKey.found(folder.resolve("key"), "table");
        this.originals = new Originals(folder.resolve("originals"), key.blobs());
        var setup = new Rendering.Setup(tools.launch(), tools.limits(), 1, NO_CACHE);
        this.printing = Printing.of(originals, new Printouts(folder.resolve("printouts"), key.blobs()), tools.conversion(), tools.launch(), tools.limits());
        this.rendering = new Rendering(printing, Shelves.in(folder.resolve("pages"), key.blobs()), setup, ears());
        this.screener = new Screener(printing, tools, new Stamp(HexFormat.of().parseHex(salt)));
    }

    /** The document comes onto the table; what is kept is what its name says. */
    void lay(Job job, InputStream content) throws IOException {
        if (!originals.keep(content, LARGEST).equals(job.document().id())) throw new IOException("the file changed while it was read: " + job.path());
    }

    /** What somebody has to look at: pages that could not be drawn, or not wholly. */
    List<Finding> prepare(Job job, String salt, boolean screened, OutputStream out) throws IOException, InterruptedException {
        var document = job.document();
        // It has no pages on this machine.
        if (printing.sort(document.id()) == Printing.Sort.UNPRINTED) {
            rendering.prepared().bindUnscreened(document, out);
            return List.of();
        }
        if (!screened) {
            rendering.enqueueUnscreened(List.of(document));
            drawn();
            rendering.prepared().bindUnscreened(document, out);
        } else {
            var found = screener.screen(document, job.kind(), job.whose());
            rendering.enqueue(List.of(document));
            drawn();
            rendering.prepared().bind(document, salt, screener.bases(job.kind(), job.whose(), document.id()).getFirst(), found, out);
        }
        return rendering.findings(document);
    }

    /** Off the table, done or not. */
    void clear(Job job) throws IOException {
        rendering.prepared().forget(job.document());
        originals.drop(job.document().id());
    }

    /** Said once for every document that was given, when all of it is on the disk. */
    private void drawn() throws IOException, InterruptedException {
        while (!Boolean.TRUE.equals(news.poll(LOOK_MS, TimeUnit.MILLISECONDS))) {
            if (fault != null) throw new IOException("the pages could not be kept", fault);
            if (closed) throw new InterruptedException();
        }
    }

    private DrawingEvents ears() {
        return new DrawingEvents() {
            @Override
            public void documentDone(DocumentRef document) {
                news.add(true);
            }

            @Override
            public void faultOccurred(DocumentRef document, Exception what) {
                fault = what;
                news.add(false);
            }
        };
    }

    /** From any thread: the children end, and what lies on the table is left. */
    void stop() throws IOException {
        if (closed) return;
        closed = true;
        screener.close();
        rendering.close();
    }

    /** When nobody works at it any more. */
    @Override
    public void close() throws IOException {
        stop();
        key.close();
    }
}
