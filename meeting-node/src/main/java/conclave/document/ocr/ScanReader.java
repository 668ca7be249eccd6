package conclave.document.ocr;

import conclave.document.text.PageText;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * Reads pages that are pictures. One page costs a core some seconds; several may be read at once, each by a thread of its own.
 * A page that could not be read is a page with a doubt, never an exception, and never an empty text without one.
 */
public final class ScanReader {

    /** Pictures of pages come scaled by whoever decoded them; anything near this was not. */
    private static final long MOST_PIXELS = 60_000_000;

    private final Tesseract tesseract;
    private final Doubt missing;

    private ScanReader(Tesseract tesseract, Doubt missing) {
        this.tesseract = tesseract;
        this.missing = missing;
    }

    public static ScanReader onThisMachine() throws InterruptedException {
        try {
            return new ScanReader(Tesseract.find(), null);
        } catch (Unread e) {
            return without(e.doubt());
        }
    }

    static ScanReader with(Tesseract tesseract) {
        return new ScanReader(tesseract, null);
    }

    /** Reads codes alone, and says of every page why. */
    public static ScanReader without(Doubt missing) {
        return new ScanReader(null, missing);
    }

    /** What this machine lacks for reading, to be said once; every page then comes back with this doubt. */
    public Optional<Doubt> missing() {
        return Optional.ofNullable(missing);
    }

    /**
     * @param page counted from 1
     * @param picture the page as it is shown
     * @throws InterruptedException when the thread was interrupted; nothing goes on behind it
     */
    public ReadScan read(int page, BufferedImage picture) throws InterruptedException {
        if ((long) picture.getWidth() * picture.getHeight() > MOST_PIXELS) return new ReadScan(List.of(), EnumSet.of(Doubt.TOO_LARGE));
        var prepared = Preparation.prepare(picture);
        var texts = new ArrayList<PageText>();
        var codes = Codes.find(page, prepared.full(), prepared.placing());
        var doubts = EnumSet.noneOf(Doubt.class);
        try {
            if (missing != null) throw new Unread(missing);
            var answer = Hocr.understand(page, tesseract.read(prepared.page()), prepared.placing());
            texts.add(answer.text());
            SecondReading.of(answer.text()).ifPresent(texts::add);
            doubts.addAll(Doubts.of(answer.text().runs(), Ink.shares(prepared.page(), answer.marks()), prepared.sealed(), !codes.isEmpty()));
        } catch (Unread e) {
            doubts.add(e.doubt());
            if (prepared.sealed()) doubts.add(Doubt.SEALED);
            if (!codes.isEmpty()) doubts.add(Doubt.CODE);
        }
        texts.addAll(codes);
        return new ReadScan(texts, doubts);
    }
}
