package conclave.document.text;

import java.nio.ByteBuffer;

/** What is written inside the file of a picture beside the picture: by cameras, by scanners, by whoever edited it. */
final class PictureData {

    private static final int MOST_BEHIND = 16 << 20;
    private static final int MOST_SAID = 1 << 16;

    private PictureData() {
    }

    /** @return how many pictures the file says it holds */
    static int read(ByteBuffer bytes, int page, Gathering to) {
        try {
            return switch (Format.pictureOf(bytes).orElseThrow(IndexOutOfBoundsException::new)) {
                case JPEG -> JpegData.read(bytes, page, to);
                case PNG -> PngData.read(bytes, page, to);
                default -> TiffData.of(bytes).readAll(page, to);
            };
        } catch (IndexOutOfBoundsException e) {
            to.missing(Unread.DAMAGED);
            return 1;
        }
    }

    /** EXIF is a small TIFF inside of another picture. */
    static void exif(ByteBuffer bytes, int page, Gathering to) {
        try {
            TiffData.of(bytes).readInside(page, to);
        } catch (IndexOutOfBoundsException e) {
            to.missing(Unread.DAMAGED);
        }
    }

    /** Telephones put smaller pictures there, and offices what they will. */
    static void behindTheEnd(ByteBuffer bytes, int at, Gathering to) {
        if (at >= bytes.limit()) return;
        var rest = bytes.slice(at, Math.min(bytes.limit() - at, MOST_BEHIND));
        if (bytes.limit() - at > MOST_BEHIND) to.missing(Unread.TOO_LARGE);
        boolean picture = Format.pictureOf(rest).isPresent();
        if (picture) to.missing(Unread.STORED_THUMBNAIL);
        to.hidden(HidingPlace.BEHIND_THE_END, 0, picture ? Sweep.amongPixels(rest, MOST_SAID) : Sweep.of(rest, MOST_SAID));
    }
}
