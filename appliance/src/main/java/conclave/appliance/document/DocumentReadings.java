package conclave.appliance.document;

import conclave.document.render.DocumentReader;
import conclave.document.render.Launch;
import conclave.document.render.Limits;
import conclave.document.text.Found;
import conclave.document.text.NeedsOcr;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * PDF, DOCX, XLSX and pictures, read in a child process that a hostile one can only kill. The first document starts it. What it could
 * not read as text is read as a picture, where there is something that does.
 */
final class DocumentReadings implements Readings {

    /** What stands on a page and OCR does not make good. */
    private static final Set<NeedsOcr> FOR_A_PERSON = EnumSet.of(NeedsOcr.TOO_MUCH, NeedsOcr.UNREAD);

    private final Optional<Scans> scans;
    private Path scratch;
    private DocumentReader reader;

    /** @param scans empty where pages that are pictures are left to a person */
    DocumentReadings(Optional<Scans> scans) {
        this.scans = scans;
    }

    @Override
    public Optional<String> read(Path file, Taker to) throws IOException {
        var pictures = new TreeMap<Integer, Set<NeedsOcr>>();
        var trouble = text(file, found -> {
            if (found instanceof Found.Doubtful(int page, var reason)) pictures.computeIfAbsent(page, _ -> EnumSet.noneOf(NeedsOcr.class)).add(reason);
            else say(found, to);
        });
        if (scans.isPresent() && !pictures.isEmpty()) look(file, pictures, to);
        else unseen(pictures, EnumSet.allOf(NeedsOcr.class), to);
        return trouble;
    }

    private Optional<String> text(Path file, Consumer<Found> to) throws IOException {
        if (reader == null) {
            scratch = Files.createTempDirectory("conclave-screen");
            reader = new DocumentReader(Launch.likeThisProcess(scratch), Limits.usual());
        }
        try (var in = Files.newInputStream(file)) {
            return reader.read(Files.size(file), in, to).map(DocumentReadings::code);
        }
    }

    /** An office file has pictures and no pages; of the PDF that is made of it, only what is a picture is still to be read. */
    private void look(Path file, SortedMap<Integer, Set<NeedsOcr>> pictures, Taker to) throws IOException {
        try (var printed = Printed.of(file)) {
            boolean asItIs = printed.pages().equals(file);
            var there = asItIs ? pictures : picturesOf(printed.pages(), to);
            if (there.isEmpty()) unseen(pictures, EnumSet.allOf(NeedsOcr.class), to);
            unseen(there, FOR_A_PERSON, to);
            if (!asItIs) unseen(pictures, FOR_A_PERSON, to);
            scans.orElseThrow().read(printed.pages(), there.keySet(), to);
        } catch (Printed.Not e) {
            unseen(pictures, EnumSet.allOf(NeedsOcr.class), to);
        }
    }

    private static void unseen(SortedMap<Integer, Set<NeedsOcr>> pages, Set<NeedsOcr> which, Taker to) {
        pages.forEach((page, reasons) -> reasons.stream().filter(which::contains).forEach(reason -> to.missing(page, code(reason))));
    }

    private SortedMap<Integer, Set<NeedsOcr>> picturesOf(Path pdf, Taker to) throws IOException {
        var pictures = new TreeMap<Integer, Set<NeedsOcr>>();
        var trouble = text(pdf, found -> {
            if (found instanceof Found.Doubtful(int page, var reason)) pictures.computeIfAbsent(page, _ -> EnumSet.noneOf(NeedsOcr.class)).add(reason);
        });
        trouble.ifPresent(word -> to.missing(0, word));
        return pictures;
    }

    private static void say(Found found, Taker to) {
        switch (found) {
            case Found.Layer(var text) -> to.page(text);
            case Found.Hidden(var hidden) -> to.hidden(code(hidden.place()), hidden.page(), hidden.text());
            case Found.Missing(var what) -> to.missing(0, code(what));
            case Found.Doubtful _, Found.Pages _, Found.Working _ -> { }
        }
    }

    private static String code(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() {
        if (reader != null) reader.close();
        if (scratch != null) Emptied.folder(scratch);
        scans.ifPresent(Scans::close);
    }
}
