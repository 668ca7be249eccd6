package conclave.document;

import conclave.document.NotAPortfolio.Aside;
import conclave.document.Portfolio.Plate;
import conclave.document.Portfolio.Print;
import conclave.document.render.Picture;
import conclave.seal.Digests;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Takes prepared pages in, picture by picture; none that is not what the head says of it. */
final class PortfolioReading {

    private static final int BUFFER = 1 << 16;

    private final Shelves shelves;
    private final Printing printing;

    PortfolioReading(Shelves shelves, Printing printing) {
        this.shelves = shelves;
        this.printing = printing;
    }

    /**
     * Pages whose pictures were all read before it broke off stay; what is not drawn under the plan that is released is never shown, and what
     * is missing is drawn.
     */
    Portfolio read(InputStream file, Predicate<DocumentRef> wanted, boolean screened) throws NotAPortfolio, IOException {
        var in = new BufferedInputStream(file, BUFFER);
        var portfolio = PortfolioHead.read(in);
        if (!wanted.test(portfolio.document())) throw new NotAPortfolio(Aside.OTHER_MEETING, "a document that is not of this meeting");
        if (screened != portfolio.earlier().isPresent()) throw new NotAPortfolio(Aside.OTHER_MEETING, screened ? "of a meeting that screens nothing" : "of a meeting that screens");
        takePrint(in, portfolio);
        if (!portfolio.ours()) {
            shelves.earlier().keep(portfolio);
            throw new NotAPortfolio(Aside.OTHER_VERSION, "other recipes than " + Portfolio.OUR_RECIPES);
        }
        var kept = new ArrayList<Plate>();
        try {
            for (var plate : portfolio.plates()) {
                keep(in, plate, screened);
                if (plate.shelf() == Shelf.SCREENING || !screened) kept.add(plate);
            }
            if (in.read() >= 0) throw new NotAPortfolio("more than its head says");
        } finally {
            record(portfolio, kept);
        }
        shelves.earlier().keep(portfolio);
        return portfolio;
    }

    /** Before everything else: boxes and pictures of an office file lie on this print and on no other. */
    private void takePrint(InputStream in, Portfolio portfolio) throws NotAPortfolio, IOException {
        var document = portfolio.document().id();
        boolean office = printing.sort(document) != Printing.Sort.HAS_PAGES;
        if (portfolio.paper().isEmpty()) {
            if (office && !portfolio.isEmpty()) throw new NotAPortfolio("an office file without its print");
            return;
        }
        if (!office || printing.printouts().isEmpty()) throw new NotAPortfolio("a print of a file that has pages of its own");
        var paper = portfolio.paper().get();
        var printouts = printing.printouts().get();
        var shown = printouts.of(document);
        if (shown.isPresent() && !shown.get().equals(paper.sha256())) throw new NotAPortfolio(Aside.OTHER_PRINT, "on another print than the one that is shown here");
        if (!printouts.adopt(document, paper.sha256(), new Portion(in, paper.bytes()), paper.bytes())) throw new NotAPortfolio("a print with another digest");
    }

    private void keep(InputStream in, Plate plate, boolean masked) throws NotAPortfolio, IOException {
        var page = picture(in, plate.picture());
        var thumbnail = picture(in, plate.thumbnail());
        // Nobody here has seen it: what is painted over is painted by whoever answers for it.
        if (plate.shelf() == Shelf.RELEASED && masked) return;
        shelves.of(plate.shelf()).keep(page);
        shelves.of(plate.shelf()).keep(thumbnail);
    }

    private static Picture picture(InputStream in, Print print) throws NotAPortfolio, IOException {
        var stored = print.stored();
        var bytes = in.readNBytes(print.bytes());
        if (bytes.length < print.bytes()) throw new NotAPortfolio("it breaks off");
        if (!Digests.hex(Digests.sha256(bytes)).equals(stored.sha256())) throw new NotAPortfolio("a picture with another digest");
        var shape = PictureShape.of(stored.coding(), bytes);
        if (!shape.equals(Optional.of(new PictureShape(stored.width(), stored.height())))) throw new NotAPortfolio("a picture that is none");
        return new Picture(stored.coding(), stored.width(), stored.height(), bytes);
    }

    /** What this server has drawn itself stays. */
    private void record(Portfolio portfolio, List<Plate> kept) throws IOException {
        for (var shelf : Shelf.values()) {
            var here = kept.stream().filter(plate -> plate.shelf() == shelf).toList();
            if (here.isEmpty()) continue;
            var key = shelf == Shelf.RELEASED ? DocumentWork.Key.prepared(portfolio.document()) : DocumentWork.Key.bare(portfolio.document(), shelf);
            var manifest = shelves.of(shelf).manifest(key, portfolio.document());
            for (var plate : here) {
                if (manifest.page(plate.page()).isEmpty()) manifest.record(plate.page(), plate.drawn());
            }
            shelves.of(shelf).keepManifest(key, manifest.toBytes());
        }
    }
}
