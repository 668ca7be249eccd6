package conclave.document;

import conclave.document.mask.PageMask;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Pictures of pages as they are that another server of the kit has, sealed under the same key: brought over before this server draws them
 * again. Each is held against its name; a page of which not both pictures came is drawn here.
 */
public final class DrawnElsewhere {

    /** What is known of a document's pages, ten thousand of them. */
    public static final int LARGEST_RECORD = 16 << 20;
    /** A larger picture is drawn here. */
    public static final int LARGEST_PICTURE = 16 << 20;

    /** Whoever does not hand over so many pictures of a document is not waited for at each of the others. */
    private static final int MOST_FAILED = 3;

    private final Shelves shelves;
    private final Printing printing;

    DrawnElsewhere(Shelves shelves, Printing printing) {
        this.shelves = shelves;
        this.printing = printing;
    }

    /** Whoever has them; says whether what was asked for came and was taken. */
    public interface Asking {
        boolean record(String name, Taking taking) throws InterruptedException;

        boolean picture(String sha256, Taking taking) throws InterruptedException;
    }

    public interface Taking {
        void take(InputStream sealed) throws IOException;
    }

    /** What is known here of a document's pages, for another server; fewer bytes at its end. */
    public Optional<byte[]> record(boolean screened, String name, long offset, int most) throws IOException {
        return isName(name) ? shelf(screened).sealedManifest(name, offset, most) : Optional.empty();
    }

    public Optional<byte[]> picture(boolean screened, String sha256, long offset, int most) throws IOException {
        return isName(sha256) ? shelf(screened).sealedPicture(sha256, offset, most) : Optional.empty();
    }

    /** It becomes the name of a file. */
    private static boolean isName(String sha256) {
        return sha256.matches("[0-9a-f]{64}");
    }

    /** Whether nothing is left to be brought or drawn. */
    public boolean whole(DocumentRef document, boolean screened) throws IOException {
        return shelf(screened).manifest(key(document, screened), document).isComplete();
    }

    private static DocumentWork.Key key(DocumentRef document, boolean screened) {
        return screened ? DocumentWork.Key.bare(document, Shelf.SCREENING) : DocumentWork.Key.prepared(document);
    }

    /** Durable when it returns. @return how many pages came */
    public int bring(DocumentRef document, boolean screened, Asking other) throws IOException, InterruptedException {
        var key = key(document, screened);
        var pages = shelf(screened);
        var here = pages.manifest(key, document);
        var sort = printing.sort(document.id());
        // Pictures of an office file are worth nothing without the print that they were drawn from.
        boolean printed = sort == Printing.Sort.PRINTED && screened;
        if (sort != Printing.Sort.HAS_PAGES && !printed) return 0;
        var there = new AtomicReference<Manifest>();
        if (!other.record(key.name(), sealed -> there.set(pages.manifest(key, document, sealed)))) return 0;
        int came = 0;
        int failed = 0;
        try {
            for (int page = 1; page <= document.pages(); page++) {
                if (here.page(page).isPresent() || !(there.get().page(page).orElse(null) instanceof PageRecord.Drawn drawn)) continue;
                if (!drawn.mask().equals(PageMask.BARE.digest())) continue;
                if (!brought(pages, drawn, other)) {
                    if (++failed == MOST_FAILED) break;
                    continue;
                }
                here.record(page, new PageRecord.Drawn(drawn.mask(), drawn.page(), drawn.thumbnail(), Optional.empty(), drawn.complete()));
                came++;
            }
        } finally {
            if (came > 0) pages.keepManifest(key, here.toBytes());
        }
        return came;
    }

    private static boolean brought(Pages pages, PageRecord.Drawn drawn, Asking other) throws InterruptedException {
        return brought(pages, drawn.thumbnail(), other) && brought(pages, drawn.page(), other);
    }

    private static boolean brought(Pages pages, PageRecord.Stored picture, Asking other) throws InterruptedException {
        if (!isName(picture.sha256())) return false;
        return pages.holds(picture) || other.picture(picture.sha256(), sealed -> pages.takePicture(picture.sha256(), sealed));
    }

    private Pages shelf(boolean screened) {
        return shelves.of(screened ? Shelf.SCREENING : Shelf.RELEASED);
    }
}
