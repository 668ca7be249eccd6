package conclave.document;

import conclave.document.render.Launch;
import conclave.document.render.Limits;
import conclave.seal.MeetingKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A meeting's stores and its rendering in a folder of the test, with ears on what happens. */
final class DrawingDesk implements AutoCloseable {

    record Begun(DocumentId document, int page, long pid) {
    }

    final Path folder;
    final MeetingKey key;
    final Originals originals;
    final UnmaskedPages unmasked;
    final Rendering rendering;
    final BlockingQueue<Begun> begun = new LinkedBlockingQueue<>();
    final BlockingQueue<Finding> findings = new LinkedBlockingQueue<>();
    final BlockingQueue<DocumentRef> done = new LinkedBlockingQueue<>();
    final BlockingQueue<Exception> faults = new LinkedBlockingQueue<>();
    final BlockingQueue<Long> processes = new LinkedBlockingQueue<>();

    DrawingDesk(Path folder, Limits limits) throws IOException {
        this(folder, limits, 64L << 20);
    }

    /** @param cacheBytes of pictures in memory */
    DrawingDesk(Path folder, Limits limits, long cacheBytes) throws IOException {
        Files.createDirectories(folder);
        this.folder = folder;
        var keyFile = folder.resolve("meeting.key");
        key = Files.exists(keyFile) ? MeetingKey.open(keyFile, "m-test") : MeetingKey.found(keyFile, "m-test");
        originals = new Originals(folder.resolve("originals"), key.blobs());
        // One for all tests: PDFBox looks through the machine's fonts once and remembers.
        var scratch = Files.createDirectories(Path.of("target", "drawing-scratch").toAbsolutePath());
        var setup = new Rendering.Setup(Launch.likeThisProcess(scratch), limits, 1, cacheBytes);
        rendering = new Rendering(originals, Shelves.in(folder.resolve("pages"), key.blobs()), setup, ears());
        unmasked = new UnmaskedPages(rendering, key.derive("page ids"));
    }

    DocumentRef add(byte[] file, int pages) throws IOException {
        return new DocumentRef(originals.keep(new ByteArrayInputStream(file), 1L << 30), pages);
    }

    PageImage page(DocumentRef document, int number) throws Exception {
        return unmasked.page(document, number, PageSize.PAGE).get(30, TimeUnit.SECONDS);
    }

    List<Finding> drawAll(DocumentRef document) throws Exception {
        rendering.enqueue(List.of(document));
        if (done.poll(120, TimeUnit.SECONDS) == null) throw new AssertionError("not done in time");
        return rendering.findings(document);
    }

    @Override
    public void close() throws IOException {
        rendering.close();
        key.close();
    }

    private DrawingEvents ears() {
        return new DrawingEvents() {
            @Override
            public void processStarted(long pid) {
                processes.add(pid);
            }

            @Override
            public void pageBegun(DocumentRef document, int page, long pid) {
                begun.add(new Begun(document.id(), page, pid));
            }

            @Override
            public void found(Finding finding) {
                findings.add(finding);
            }

            @Override
            public void documentDone(DocumentRef document) {
                done.add(document);
            }

            @Override
            public void faultOccurred(DocumentRef document, Exception fault) {
                faults.add(fault);
            }
        };
    }
}
