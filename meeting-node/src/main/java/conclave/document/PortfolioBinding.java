package conclave.document;

import conclave.document.Portfolio.Earlier;
import conclave.document.Portfolio.Plate;
import conclave.document.Portfolio.Print;
import conclave.document.mask.PageMask;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Optional;

/**
 * Binds what a venue has use for to one file, as far as it was drawn: pages as they are. What is painted over is painted there, by whoever
 * answers for it; a page without a picture is drawn there.
 */
final class PortfolioBinding {

    /** A file of a package is not larger than 2 GiB. */
    private static final long MOST_BYTES = 2_000_000_000L;

    private final Shelves shelves;

    PortfolioBinding(Shelves shelves) {
        this.shelves = shelves;
    }

    void bind(DocumentRef document, Optional<Earlier> earlier, OutputStream out) throws IOException {
        var portfolio = new Portfolio(document, Portfolio.OUR_RECIPES, earlier, plates(document, earlier));
        out.write(PortfolioHead.bytes(portfolio));
        for (var plate : portfolio.plates()) {
            out.write(shelves.of(plate.shelf()).read(plate.picture().stored()).bytes());
            out.write(shelves.of(plate.shelf()).read(plate.thumbnail().stored()).bytes());
        }
    }

    private ArrayList<Plate> plates(DocumentRef document, Optional<Earlier> earlier) throws IOException {
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

    /** Neither pictures nor records of it stay. */
    void forget(DocumentRef document) throws IOException {
        for (var shelf : Shelf.values()) shelves.of(shelf).forget(DocumentWork.Key.bare(document, shelf), document);
    }
}
