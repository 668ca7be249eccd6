package conclave.document.text;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads a document of any kind. Whatever it holds, what is found goes out piece by piece, and what could not be read
 * is said. Meant for a process of its own: a hostile file may still fill the heap or keep the processor busy.
 */
public final class Documents {

    private Documents() {
    }

    /** @param bytes the whole file, from 0 to its limit; not changed */
    public static void read(ByteBuffer bytes, Bounds bounds, Consumer<Found> to) throws Unreadable {
        read(bytes, bounds, Gathering.handingTo(to, bounds));
    }

    /** A PDF and nothing else besides: what another program would take for something else shows there what nobody screened. */
    public static boolean isPdf(ByteBuffer bytes) {
        try {
            return Format.of(bytes) == Format.PDF;
        } catch (Unreadable e) {
            return false;
        }
    }

    static void read(ByteBuffer bytes, Bounds bounds, Gathering to) throws Unreadable {
        switch (Format.of(bytes)) {
            case PDF -> PdfReading.read(bytes, bounds, to);
            case ZIP -> OfficeReading.read(bytes, bounds, to);
            case OLD_OFFICE -> readOldOffice(bytes, bounds, to);
            case JPEG, PNG, TIFF, TIFF_BIG_ENDIAN -> readPicture(bytes, bounds, to);
            case TEXT -> {
                to.pages(1);
                to.layer(withoutPlaces(PlainText.of(bytes).orElseThrow()));
            }
        }
    }

    /** What is inside a document is read as far as it goes, and fails by itself. */
    static void readAttachment(ByteBuffer bytes, Bounds bounds, Gathering to) {
        if (bounds.depth() < 1) {
            to.missing(Unread.TOO_DEEP);
            return;
        }
        try {
            read(bytes, bounds.ofAttachment(), to.inside(HidingPlace.ATTACHMENT));
        } catch (Unreadable | RuntimeException | StackOverflowError e) {
            to.missing(Unread.ATTACHMENT);
        }
    }

    /** Text that has no pages before it is printed. */
    static PageText withoutPlaces(String text) {
        return new PageText(1, PageText.Source.LAYER, text, List.of());
    }

    private static void readPicture(ByteBuffer bytes, Bounds bounds, Gathering to) throws Unreadable {
        int pages = Math.max(1, PictureData.read(bytes, 1, to));
        if (pages > bounds.pages()) throw new Unreadable(Unreadable.Reason.TOO_MANY_PAGES);
        to.pages(pages);
        for (int page = 1; page <= pages; page++) to.doubtful(page, NeedsOcr.ONLY_A_PICTURE);
    }

    /** Locked files of today come in the container of the old ones, too. */
    private static void readOldOffice(ByteBuffer bytes, Bounds bounds, Gathering to) throws Unreadable {
        var words = Sweep.of(bytes, 4 * bounds.hiddenCharacters());
        if (words.contains("EncryptedPackage")) throw new Unreadable(Unreadable.Reason.ENCRYPTED);
        to.pages(1);
        to.missing(Unread.OLD_FORMAT);
        to.layer(withoutPlaces(words));
        to.doubtful(1, NeedsOcr.UNREAD);
    }
}
