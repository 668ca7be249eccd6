package conclave.document.render;

import conclave.document.text.Unread;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Optional;

/**
 * A document read so that what it shows has places. An office file has none before it is printed: where LibreOffice
 * makes a PDF of it, that is read too, and is what its pages are drawn from. Other documents are read as they are.
 *
 * @param pdf to draw pages from; empty for other documents, and where it could not be made, which the reading says
 */
public record OfficeDocument(ReadDocument read, Optional<ConvertedFile> pdf) implements AutoCloseable {

    /** A document in clear, as often as it is asked for. */
    public interface Clear {
        InputStream open() throws IOException;
    }

    public static OfficeDocument read(long size, Clear clear, DocumentReader reader, Optional<Conversion> conversion) throws IOException {
        ReadDocument asItIs;
        try (var in = clear.open()) {
            asItIs = reader.read(size, in);
        }
        if (asItIs.trouble().isPresent() || !isOffice(clear)) return new OfficeDocument(asItIs, Optional.empty());
        return conversion.isEmpty() ? unconverted(asItIs) : converted(size, clear, asItIs, reader, conversion.get());
    }

    private static OfficeDocument converted(long size, Clear clear, ReadDocument asItIs, DocumentReader reader, Conversion conversion) throws IOException {
        ConvertedFile pdf;
        try (var in = clear.open()) {
            pdf = conversion.convert(size, in);
        } catch (NotConverted e) {
            return unconverted(asItIs);
        }
        try (var in = Files.newInputStream(pdf.pdf())) {
            var printed = reader.read(Files.size(pdf.pdf()), in);
            if (printed.trouble().isEmpty()) {
                return new OfficeDocument(new ReadDocument(asItIs.reading().onPages(printed.reading()), Optional.empty()), Optional.of(pdf));
            }
        } catch (IOException | RuntimeException e) {
            pdf.close();
            throw e;
        }
        pdf.close();
        return unconverted(asItIs);
    }

    private static OfficeDocument unconverted(ReadDocument asItIs) {
        return new OfficeDocument(new ReadDocument(asItIs.reading().with(Unread.NOT_CONVERTED), Optional.empty()), Optional.empty());
    }

    private static boolean isOffice(Clear clear) throws IOException {
        try (var in = clear.open()) {
            return Conversion.isOffice(in.readNBytes(Conversion.HEAD));
        }
    }

    @Override
    public void close() throws IOException {
        if (pdf.isPresent()) pdf.get().close();
    }
}
