package conclave.document;

import conclave.document.Portfolio.Earlier;
import conclave.seal.Stamp;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * 备页: what was drawn and screened before the meeting, on its way out of an office and into a venue ({@code docs/formats/prepared.md}). It
 * saves time and decides nothing: a page is shown when people have released it, under the plan that they released.
 */
public final class PreparedPages {

    /** So much at most is remembered of how one document was screened. */
    public static final long LARGEST_SCREENED = ScreenedEarlier.LARGEST;

    private final Shelves shelves;
    private final Printing printing;

    PreparedPages(Shelves shelves, Printing printing) {
        this.shelves = shelves;
        this.printing = printing;
    }

    /**
     * Takes one file in, durable when it returns.
     *
     * @param wanted the documents of this meeting, with their pages
     * @param screened whether this meeting screens: then what people look at is taken, and nothing that is shown without a look
     * @return how many pages it had
     */
    public int take(InputStream file, Predicate<DocumentRef> wanted, boolean screened) throws NotAPortfolio, IOException {
        return (int) new PortfolioReading(shelves, printing).read(file, wanted, screened).plates().stream().mapToInt(Portfolio.Plate::page).distinct().count();
    }

    /** What the screening before the meeting came to, if it was held against the very same. */
    public Optional<Screened> screened(DocumentRef document, Function<Stamp, List<String>> against) throws IOException {
        return shelves.earlier().find(document, against);
    }

    /** What became of all that came with the package; durable when it returns. */
    public void tell(TakenOver what) throws IOException {
        shelves.earlier().tell(what);
    }

    /** Empty where no package came to this server, or none with prepared pages. */
    public Optional<TakenOver> told() {
        return shelves.earlier().told();
    }

    public boolean holds(DocumentId document) {
        return shelves.earlier().holds(document);
    }

    /** The print of an office file on which it was screened before the meeting. */
    public Optional<String> paper(DocumentId document) throws IOException {
        return shelves.earlier().paper(document);
    }

    /** Bytes of what is remembered of the screening as it lies sealed, for another server that holds the same key; fewer at its end. */
    public byte[] sealed(DocumentId document, long offset, int most) throws IOException {
        return shelves.earlier().sealed(document, offset, most);
    }

    /** Takes the same from another server, if it opens under the meeting's key. */
    public void takeSealed(DocumentId document, InputStream sealed) throws IOException {
        shelves.earlier().take(document, sealed);
    }

    /** Writes what lies on the shelves, and how it was screened. */
    public void bind(DocumentRef document, String salt, String basis, Screened screened, OutputStream out) throws IOException {
        new PortfolioBinding(shelves, printing).bind(document, Optional.of(new Earlier(salt, basis, screened)), out);
    }

    /** Of a meeting whose documents nobody screens. */
    public void bindUnscreened(DocumentRef document, OutputStream out) throws IOException {
        new PortfolioBinding(shelves, printing).bind(document, Optional.empty(), out);
    }

    public void forget(DocumentRef document) throws IOException {
        new PortfolioBinding(shelves, printing).forget(document);
    }

    /**
     * What a file says of itself, told from its head.
     *
     * @param bytes of all of it
     * @param pages of which it has pictures
     * @param marked pages that a person has to look at
     * @param empty where all of it is left to the venue
     */
    public record Head(DocumentRef document, long bytes, int pages, int marked, boolean empty) {
    }

    /** How pictures are made here: what was made otherwise is made anew. */
    public static String recipes() {
        return Portfolio.OUR_RECIPES;
    }

    public static Head head(InputStream file) throws NotAPortfolio, IOException {
        var portfolio = PortfolioHead.read(new BufferedInputStream(file));
        int pages = (int) portfolio.plates().stream().mapToInt(Portfolio.Plate::page).distinct().count();
        return new Head(portfolio.document(), PortfolioHead.bytes(portfolio).length + portfolio.bytesBehind(), pages,
                portfolio.earlier().map(earlier -> earlier.screened().marks().size()).orElse(0), portfolio.isEmpty());
    }
}
