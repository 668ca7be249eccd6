package conclave.appliance.document;

import conclave.document.render.DocumentReader;
import conclave.document.render.Launch;
import conclave.document.render.Limits;
import conclave.document.text.Found;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** PDF, DOCX, XLSX and pictures, read in a child process that a hostile one can only kill. The first document starts it. */
final class DocumentReadings implements Readings {

    private Path scratch;
    private DocumentReader reader;

    @Override
    public Optional<String> read(Path file, Taker to) throws IOException {
        if (reader == null) {
            scratch = Files.createTempDirectory("conclave-screen");
            reader = new DocumentReader(Launch.likeThisProcess(scratch), Limits.usual());
        }
        try (var in = Files.newInputStream(file)) {
            return reader.read(Files.size(file), in, found -> say(found, to)).map(DocumentReadings::code);
        }
    }

    private static void say(Found found, Taker to) {
        switch (found) {
            case Found.Layer(var text) -> to.page(text);
            case Found.Hidden(var hidden) -> to.hidden(code(hidden.place()), hidden.page(), hidden.text());
            case Found.Doubtful(int page, var reason) -> to.missing(page, code(reason));
            case Found.Missing(var what) -> to.missing(0, code(what));
            case Found.Pages _, Found.Working _ -> { }
        }
    }

    private static String code(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() {
        if (reader != null) reader.close();
        if (scratch != null) Emptied.folder(scratch);
    }
}
