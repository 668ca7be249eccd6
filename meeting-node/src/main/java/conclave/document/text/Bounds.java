package conclave.document.text;

/**
 * How much of one document is read. What lies beyond is said to be unread, never passed over in silence.
 *
 * @param characters of all texts of the document together
 * @param hiddenCharacters of one hidden text
 * @param glyphs of one page
 * @param operators of one page: forms may draw each other a thousand million times
 * @param parts objects of a PDF, entries of a zip, segments of a picture
 * @param partBytes of one part when it is unpacked
 * @param unpackedBytes of all parts when they are unpacked
 * @param depth of attachments inside attachments
 */
public record Bounds(int pages, long characters, int hiddenCharacters, int glyphs, int operators, int parts, int partBytes,
        long unpackedBytes, int depth, int revisions) {

    public static Bounds usual(int pages) {
        return new Bounds(pages, 20_000_000, 1_000_000, 100_000, 2_000_000, 400_000, 32 << 20, 512L << 20, 2, 8);
    }

    Bounds ofAttachment() {
        return new Bounds(pages, characters, hiddenCharacters, glyphs, operators, parts, partBytes, unpackedBytes, depth - 1, 0);
    }
}
