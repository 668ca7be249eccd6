package conclave.appliance.document;

import conclave.appliance.Scratch;
import conclave.document.render.Conversion;
import conclave.document.render.ConvertedFile;
import conclave.document.render.Limits;
import conclave.document.render.NotConverted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the pages of a document are drawn from: the file itself, or the PDF that LibreOffice makes of an office file, in memory only. */
record Printed(Path pages, AutoCloseable behind) implements AutoCloseable {

    /** No page can be had of this office file: the program is missing, or failed at it. */
    static final class Not extends Exception {
        private static final long serialVersionUID = 1L;
    }

    static Printed of(Path file) throws IOException, Not {
        if (!isOffice(file)) return new Printed(file, () -> { });
        var scratch = Scratch.inMemory("office");
        try {
            return new Printed(converted(file, scratch).pdf(), scratch);
        } catch (Not | IOException | RuntimeException e) {
            scratch.close();
            throw e;
        }
    }

    private static ConvertedFile converted(Path file, Scratch scratch) throws IOException, Not {
        var conversion = Conversion.onThisMachine(scratch.folder(), Limits.usual()).orElseThrow(Not::new);
        try (var in = Files.newInputStream(file)) {
            return conversion.convert(Files.size(file), in);
        } catch (NotConverted e) {
            throw new Not();
        }
    }

    private static boolean isOffice(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return Conversion.isOffice(in.readNBytes(Conversion.HEAD));
        }
    }

    @Override
    public void close() throws IOException {
        try {
            behind.close();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }
}
