package conclave.document.render;

import conclave.document.text.Found;
import conclave.document.text.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Has documents read, each in a child process that a hostile one can only kill; the next one gets another child. For
 * one thread.
 */
public final class DocumentReader implements AutoCloseable {

    /** Characters with their places, which are what fills the memory. */
    private static final int MOST_KEPT = 4_000_000;

    private final Launch launch;
    private final Limits limits;
    private RenderingProcess child;

    public DocumentReader(Launch launch, Limits limits) {
        this.launch = launch;
        this.limits = limits;
    }

    /**
     * All of a document at once, for documents of ordinary length; a longer one ends as too large.
     *
     * @throws IOException when no process can be had, or {@code clear} cannot be read: not the fault of the document
     */
    public ReadDocument read(long size, InputStream clear) throws IOException {
        var kept = new Kept();
        var trouble = read(size, clear, kept);
        return new ReadDocument(Reading.of(kept.found), kept.length > MOST_KEPT ? Optional.of(Trouble.TOO_LARGE) : trouble);
    }

    /** Page by page, so that the longest document needs no more memory than its longest page. @return what ended it too early */
    public Optional<Trouble> read(long size, InputStream clear, Consumer<Found> to) throws IOException {
        try {
            aChild().read(size, clear, to);
            return Optional.empty();
        } catch (Troubled e) {
            return Optional.of(e.trouble());
        }
    }

    private static final class Kept implements Consumer<Found> {
        private final List<Found> found = new ArrayList<>();
        private long length;

        @Override
        public void accept(Found one) {
            if (one instanceof Found.Layer(var text)) length += text.text().length();
            if (length <= MOST_KEPT) found.add(one);
        }
    }

    private RenderingProcess aChild() throws IOException {
        if (child != null && child.isAlive() && !child.isWornOut()) return child;
        close();
        child = RenderingProcess.start(launch, limits);
        return child;
    }

    @Override
    public void close() {
        if (child != null) child.close();
    }
}
