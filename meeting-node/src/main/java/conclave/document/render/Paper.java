package conclave.document.render;

import java.io.IOException;
import java.nio.ByteBuffer;

/** One document, opened in the rendering process: what it is, its first bytes say, and never its name. */
sealed interface Paper extends AutoCloseable permits PdfFile, ImageFile {

    int pages() throws Troubled;

    DrawnPage draw(PageOrder order) throws Troubled;

    @Override
    void close() throws IOException;

    static Paper open(ByteBuffer bytes, Limits limits) throws Troubled {
        var image = ImageKind.of(bytes);
        return image.isPresent() ? ImageFile.open(image.get(), bytes, limits) : PdfFile.open(bytes, limits);
    }
}
