package conclave.document;

import conclave.document.render.Level;
import conclave.document.render.PageOrder;
import conclave.document.render.Troubled;
import java.io.IOException;
import java.util.Optional;

/** Brings the pictures of one page about and puts them on their shelf. */
final class Easel {

    /** A tenth wider at least, or the finer picture is the one that is there. */
    private static final double FINER = 1.1;

    private final DrawingQueue queue;
    private final Shelves shelves;
    private final Draughtsman draughtsman;

    Easel(DrawingQueue queue, Shelves shelves, Draughtsman draughtsman) {
        this.queue = queue;
        this.shelves = shelves;
        this.draughtsman = draughtsman;
    }

    PageRecord.Drawn page(DrawingQueue.Task task) throws Troubled, IOException {
        var seen = carriedOver(task);
        if (seen.isPresent()) return seen.get();
        var order = new PageOrder(task.page(), Level.READING, task.mask().places());
        return shelf(task).keep(draughtsman.draw(task.work(), order, task.mask().paper()), task.mask().digest());
    }

    /** A scan has only so many pixels: where there are hardly more than on the page, the page will do. */
    PageRecord.Drawn zoomed(DrawingQueue.Task task, PageRecord.Drawn page) throws Troubled, IOException {
        var finer = draughtsman.draw(task.work(), new PageOrder(task.page(), Level.ZOOM, task.mask().places()), task.mask().paper()).page();
        return page.withZoom(finer.width() > FINER * page.page().width() ? shelf(task).keep(finer) : page.page());
    }

    /** Under the same mask only: another mask is another page. */
    Optional<PageRecord.Drawn> known(DrawingQueue.Task task) {
        return queue.record(task.work(), task.page()).flatMap(record -> sameMask(record, task));
    }

    /** Where nothing is painted over, what screeners saw is what experts see; where nobody screens, what an office has drawn. */
    private Optional<PageRecord.Drawn> carriedOver(DrawingQueue.Task task) throws IOException {
        if (task.work().shelf != Shelf.RELEASED || !task.mask().isBare()) return Optional.empty();
        var document = task.work().document();
        var seen = carriedOver(task, DocumentWork.Key.bare(document, Shelf.SCREENING));
        return seen.isPresent() ? seen : carriedOver(task, DocumentWork.Key.prepared(document));
    }

    private Optional<PageRecord.Drawn> carriedOver(DrawingQueue.Task task, DocumentWork.Key key) throws IOException {
        var from = shelves.of(key.shelf());
        var work = queue.find(key);
        var record = work.isPresent() ? queue.record(work.get(), task.page()) : from.manifest(key, task.work().document()).page(task.page());
        var seen = record.flatMap(found -> sameMask(found, task));
        if (seen.isEmpty()) return Optional.empty();
        try {
            var page = shelf(task).keepFrom(from, seen.get().page());
            var thumbnail = shelf(task).keepFrom(from, seen.get().thumbnail());
            return Optional.of(new PageRecord.Drawn(seen.get().mask(), page, thumbnail, Optional.empty(), seen.get().complete()));
        } catch (IOException | conclave.seal.Damaged spoiled) {
            // Drawn from the original, then; a disk that is at its end says so there.
            return Optional.empty();
        }
    }

    private static Optional<PageRecord.Drawn> sameMask(PageRecord record, DrawingQueue.Task task) {
        boolean same = record.mask().equals(task.mask().digest());
        return same && record instanceof PageRecord.Drawn drawn ? Optional.of(drawn) : Optional.empty();
    }

    private Pages shelf(DrawingQueue.Task task) {
        return shelves.of(task.work().shelf);
    }
}
