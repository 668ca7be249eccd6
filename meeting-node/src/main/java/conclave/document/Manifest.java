package conclave.document;

import conclave.document.render.Picture;
import conclave.document.render.Trouble;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The pages of one document on one shelf as far as they are made: one line for each. Not for several threads at once. */
final class Manifest {

    private final DocumentRef document;
    private final PageRecord[] pages;
    private Trouble ofFile;
    private int done;

    Manifest(DocumentRef document) {
        this.document = document;
        this.pages = new PageRecord[document.pages()];
    }

    DocumentRef document() {
        return document;
    }

    Optional<PageRecord> page(int number) {
        return Optional.ofNullable(pages[number - 1]);
    }

    void record(int number, PageRecord record) {
        if (pages[number - 1] == null) done++;
        pages[number - 1] = record;
    }

    void forget(int number) {
        if (pages[number - 1] != null) done--;
        pages[number - 1] = null;
    }

    Manifest withoutFailures() {
        var manifest = new Manifest(document);
        for (int i = 0; i < pages.length; i++) {
            if (pages[i] instanceof PageRecord.Drawn drawn) manifest.record(i + 1, drawn);
        }
        return manifest;
    }

    /** True when it was not known before. */
    boolean recordOfFile(Trouble trouble) {
        boolean news = ofFile != trouble;
        ofFile = trouble;
        return news;
    }

    int done() {
        return done;
    }

    boolean isComplete() {
        return done == pages.length;
    }

    List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        if (ofFile != null) findings.add(new Finding(document.id(), 0, ofFile));
        for (int i = 0; i < pages.length; i++) {
            if (pages[i] instanceof PageRecord.Failed failed) findings.add(new Finding(document.id(), i + 1, failed.trouble()));
            if (pages[i] instanceof PageRecord.Drawn drawn && !drawn.complete()) {
                findings.add(new Finding(document.id(), i + 1, Trouble.INCOMPLETE));
            }
        }
        return findings;
    }

    byte[] toBytes() {
        var text = new StringBuilder("pages ").append(pages.length).append('\n');
        if (ofFile != null) text.append("file ").append(ofFile).append('\n');
        for (int i = 0; i < pages.length; i++) {
            switch (pages[i]) {
                case null -> { }
                case PageRecord.Failed failed -> text.append(i + 1).append(" failed ").append(failed.mask()).append(' ').append(failed.trouble()).append('\n');
                case PageRecord.Drawn drawn -> {
                    text.append(i + 1).append(drawn.complete() ? " drawn " : " doubtful ").append(drawn.mask());
                    append(text, drawn.page());
                    append(text, drawn.thumbnail());
                    drawn.zoom().ifPresent(zoom -> append(text, zoom));
                    text.append('\n');
                }
            }
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static void append(StringBuilder text, PageRecord.Stored stored) {
        text.append(' ').append(stored.coding()).append(' ').append(stored.width()).append(' ').append(stored.height())
                .append(' ').append(stored.sha256());
    }

    /** Empty when it was made for another promise of pages: then the document is drawn again. */
    static Optional<Manifest> read(DocumentRef document, byte[] bytes) {
        var lines = new String(bytes, StandardCharsets.US_ASCII).split("\n");
        if (!lines[0].equals("pages " + document.pages())) return Optional.empty();
        var manifest = new Manifest(document);
        for (int i = 1; i < lines.length; i++) manifest.readLine(lines[i].split(" "));
        return Optional.of(manifest);
    }

    private void readLine(String[] words) {
        if (words[0].equals("file")) {
            recordOfFile(Trouble.valueOf(words[1]));
        } else if (words[1].equals("failed")) {
            record(Integer.parseInt(words[0]), new PageRecord.Failed(words[2], Trouble.valueOf(words[3])));
        } else {
            Optional<PageRecord.Stored> zoom = words.length > 11 ? Optional.of(stored(words, 11)) : Optional.empty();
            record(Integer.parseInt(words[0]), new PageRecord.Drawn(words[2], stored(words, 3), stored(words, 7), zoom, words[1].equals("drawn")));
        }
    }

    private static PageRecord.Stored stored(String[] words, int at) {
        return new PageRecord.Stored(Picture.Coding.valueOf(words[at]), Integer.parseInt(words[at + 1]),
                Integer.parseInt(words[at + 2]), words[at + 3]);
    }
}
