package conclave.document;

import conclave.document.Portfolio.Earlier;
import conclave.document.Portfolio.Paper;
import conclave.document.Portfolio.Plate;
import conclave.document.Portfolio.Print;
import conclave.document.mask.PageMask;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Binds what a venue has use for to one file, as far as it was drawn: pages as they are, and of an office file the print that they lie on.
 * What is painted over is painted there, by whoever answers for it; a page without a picture is drawn there.
 */
final class PortfolioBinding {

    /** A file of a package is not larger than 2 GiB. */
    private static final long MOST_BYTES = 1_700_000_000L;

    private final Shelves shelves;
    private final Printing printing;

    PortfolioBinding(Shelves shelves, Printing printing) {
        this.shelves = shelves;
        this.printing = printing;
    }

    void bind(DocumentRef document, Optional<Earlier> earlier, OutputStream out) throws IOException {
        var portfolio = portfolio(document, earlier);
        out.write(PortfolioHead.bytes(portfolio));
        if (portfolio.paper().isPresent()) {
            try (var pdf = printing.printouts().orElseThrow().open(portfolio.paper().get().sha256())) {
                pdf.transferTo(out);
            }
        }
        for (var plate : portfolio.plates()) {
            out.write(shelves.of(plate.shelf()).read(plate.picture().stored()).bytes());
            out.write(shelves.of(plate.shelf()).read(plate.thumbnail().stored()).bytes());
        }
    }

    /** An office file that could not be printed, or was screened on no print, is left to the venue wholly. */
    private Portfolio portfolio(DocumentRef document, Optional<Earlier> earlier) throws IOException {
        var paper = paper(document);
        boolean office = printing.sort(document.id()) != Printing.Sort.HAS_PAGES;
        var digest = paper.map(Paper::sha256);
        boolean lies = office == paper.isPresent() && earlier.map(one -> one.screened().plan().paper().equals(digest)).orElse(true);
        if (!lies) return new Portfolio(document, Portfolio.OUR_RECIPES, Optional.empty(), Optional.empty(), List.of());
        return new Portfolio(document, Portfolio.OUR_RECIPES, paper, earlier, plates(document, earlier));
    }

    private Optional<Paper> paper(DocumentRef document) throws IOException {
        if (printing.printouts().isEmpty()) return Optional.empty();
        var printouts = printing.printouts().get();
        var shown = printouts.of(document.id());
        return shown.isEmpty() ? Optional.empty() : Optional.of(new Paper(shown.get(), Math.toIntExact(printouts.verify(shown.get()))));
    }

    private List<Plate> plates(DocumentRef document, Optional<Earlier> earlier) throws IOException {
        var plates = new ArrayList<Plate>();
        var shelf = earlier.isPresent() ? Shelf.SCREENING : Shelf.RELEASED;
        var manifest = shelves.of(shelf).manifest(DocumentWork.Key.bare(document, shelf), document);
        long bytes = 0;
        for (int page = 1; page <= document.pages(); page++) {
            var plate = plate(shelf, page, manifest.page(page));
            if (plate.isEmpty()) continue;
            bytes += (long) plate.get().picture().bytes() + plate.get().thumbnail().bytes();
            if (bytes > MOST_BYTES) return plates;
            plates.add(plate.get());
        }
        return plates;
    }

    private Optional<Plate> plate(Shelf shelf, int page, Optional<PageRecord> record) throws IOException {
        var bare = PageMask.BARE.digest();
        if (record.isEmpty() || !(record.get() instanceof PageRecord.Drawn drawn) || !drawn.mask().equals(bare)) return Optional.empty();
        return Optional.of(new Plate(shelf, page, drawn.complete(), bare, print(shelf, drawn.page()), print(shelf, drawn.thumbnail())));
    }

    private Print print(Shelf shelf, PageRecord.Stored stored) throws IOException {
        return new Print(stored, shelves.of(shelf).read(stored).bytes().length);
    }

    /** Neither pictures nor records of it stay, nor its print. */
    void forget(DocumentRef document) throws IOException {
        for (var shelf : Shelf.values()) shelves.of(shelf).forget(DocumentWork.Key.bare(document, shelf), document);
        if (printing.printouts().isPresent()) printing.printouts().get().forget(document.id());
    }
}
