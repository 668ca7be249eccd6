package conclave.document;

import conclave.document.mask.MaskPlan;
import conclave.document.render.Conversion;
import conclave.document.render.Launch;
import conclave.document.render.Limits;
import conclave.document.render.NotConverted;
import conclave.document.render.RenderingProcess;
import conclave.document.render.Swelling;
import conclave.document.render.Trouble;
import conclave.document.render.Troubled;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What the pages of a document are drawn and read from: the original, or the PDF that LibreOffice makes of an office file, once. An office
 * file that our own reader refuses, or that swells when it is unpacked, is not handed to another program.
 */
public final class Printing implements AutoCloseable {

    /** One at a time on this machine: LibreOffice takes as much memory as two children that draw. */
    private static final ReentrantLock ONE = new ReentrantLock();

    private final Originals originals;
    private final Optional<Printer> printer;
    private final Map<DocumentId, Boolean> office = new ConcurrentHashMap<>();
    private volatile boolean closed;

    private record Printer(Printouts printouts, Optional<Conversion> conversion, Launch launch, Limits limits) {
    }

    /** @param paper the digest of the print; empty where it is the original */
    public record Sheets(long size, Clear clear, Optional<String> paper) {
    }

    /** As often as it is asked for. */
    public interface Clear {
        InputStream open() throws IOException;
    }

    private Printing(Originals originals, Optional<Printer> printer) {
        this.originals = originals;
        this.printer = printer;
    }

    /** Where office files have no pages. */
    public static Printing without(Originals originals) {
        return new Printing(originals, Optional.empty());
    }

    /** @param conversion empty where the program is missing: prints that were made elsewhere are shown all the same */
    public static Printing of(Originals originals, Printouts printouts, Optional<Conversion> conversion, Launch launch, Limits limits) {
        return new Printing(originals, Optional.of(new Printer(printouts, conversion, launch, limits)));
    }

    public Optional<Printouts> printouts() {
        return printer.map(Printer::printouts);
    }

    /** Whether the print that a plan lies on is here. */
    public boolean holds(Optional<String> paper) {
        return paper.isEmpty() || printer.isPresent() && printer.get().printouts().holds(paper.get());
    }

    /** 有无页: whether a document has pages of its own, and whether they can be had here where it has not. */
    public enum Sort { HAS_PAGES, PRINTED, UNPRINTED }

    /** One that is not here yet is taken for one with pages; it cannot be screened anyhow. */
    public Sort sort(DocumentId document) throws IOException {
        if (!isOffice(document)) return Sort.HAS_PAGES;
        boolean printed = printer.isPresent() && (printer.get().conversion().isPresent() || printer.get().printouts().of(document).isPresent());
        return printed ? Sort.PRINTED : Sort.UNPRINTED;
    }

    /** What was screened without a print lies on no paper: it is shown to nobody on whatever paper another server makes. And no print stands in for a file with pages. */
    boolean lies(MaskPlan plan, DocumentId document) throws IOException {
        return plan.paper().isPresent() == isOffice(document);
    }

    private boolean isOffice(DocumentId document) throws IOException {
        var known = office.get(document);
        if (known != null || !originals.holds(document)) return known != null && known;
        try (var clear = originals.open(document)) {
            boolean is = Conversion.isOffice(clear.readNBytes(Conversion.HEAD));
            office.put(document, is);
            return is;
        }
    }

    /**
     * @param paper this print and no other; empty for the one from which the document is shown here
     * @throws Troubled where the document has no pages on this machine
     */
    Sheets of(DocumentId document, Optional<String> paper) throws Troubled, IOException {
        if (paper.isPresent()) return printed(paper.get());
        var file = original(document);
        if (!isOffice(document)) return file;
        var known = printer.isPresent() ? printer.get().printouts().of(document) : Optional.<String>empty();
        return printed(known.isPresent() ? known.get() : print(document, file.size()));
    }

    /** The file as it came, for whoever holds its pages against it. */
    Sheets original(DocumentId document) throws IOException {
        return new Sheets(originals.verify(document), () -> originals.open(document), Optional.empty());
    }

    private Sheets printed(String paper) throws IOException {
        if (printer.isEmpty()) throw new IOException("no print is kept here");
        var printouts = printer.get().printouts();
        return new Sheets(printouts.verify(paper), () -> printouts.open(paper), Optional.of(paper));
    }

    private String print(DocumentId document, long size) throws Troubled, IOException {
        var with = printer.filter(one -> one.conversion().isPresent()).orElseThrow(() -> new Troubled(Trouble.NOT_CONVERTED));
        ONE.lock();
        try {
            var meanwhile = with.printouts().of(document);
            return meanwhile.isPresent() ? meanwhile.get() : print(document, size, with);
        } finally {
            ONE.unlock();
        }
    }

    private String print(DocumentId document, long size, Printer with) throws Troubled, IOException {
        look(document, size, with);
        try (var clear = originals.open(document); var made = with.conversion().orElseThrow().convert(size, clear, () -> closed);
                var pdf = Files.newInputStream(made.pdf())) {
            return with.printouts().keep(document, pdf, with.limits().fileBytes());
        } catch (NotConverted e) {
            throw new Troubled(switch (e.reason()) {
                case FAILED, NO_OFFICE_FILE -> Trouble.NOT_CONVERTED;
                case TOO_LARGE -> Trouble.TOO_LARGE;
                case TIMEOUT -> Trouble.TIMEOUT;
                case OUT_OF_MEMORY -> Trouble.OUT_OF_MEMORY;
            });
        }
    }

    /** In a child of its own, as everything that opens a foreign file. */
    private void look(DocumentId document, long size, Printer with) throws Troubled, IOException {
        try (var child = RenderingProcess.start(with.launch(), with.limits()); var clear = originals.open(document)) {
            if (Swelling.in(child, size, clear)) throw new Troubled(Trouble.TOO_LARGE);
        }
    }

    /** What is being printed is given up. */
    @Override
    public void close() {
        closed = true;
    }
}
