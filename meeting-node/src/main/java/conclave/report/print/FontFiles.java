package conclave.report.print;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;

/** Faces as files: single ones, and collections of which the first is taken. */
final class FontFiles {

    private static final int MOST_OTHERS = 8;

    private FontFiles() {
    }

    /** The first of these that any place has, place by place. */
    static Optional<Typeface> first(List<Path> places, List<String> names) throws IOException {
        for (var place : places) {
            for (var name : names) {
                if (Files.isReadable(place.resolve(name))) return Optional.of(open(place.resolve(name)));
            }
        }
        return Optional.empty();
    }

    /** Single files that lie right in a place: what an office copied there. */
    static List<Typeface> others(List<Path> places) throws IOException {
        var files = new TreeSet<Path>();
        for (var place : places) {
            if (!Files.isDirectory(place)) continue;
            try (var inside = Files.list(place)) {
                inside.filter(file -> file.getFileName().toString().endsWith(".ttf") && Files.isReadable(file)).sorted().limit(MOST_OTHERS).forEach(files::add);
            }
        }
        var faces = new ArrayList<Typeface>();
        for (var file : files) faces.add(open(file));
        return faces;
    }

    private static Typeface open(Path file) throws IOException {
        return new Typeface(file.toString().endsWith(".ttc") ? fromCollection(file) : new TTFParser().parse(new RandomAccessReadBufferedFile(file.toFile())));
    }

    /** The collection is not closed here: its font reads from it for as long as it is used. */
    @SuppressWarnings("resource")
    private static TrueTypeFont fromCollection(Path file) throws IOException {
        var found = new ArrayList<TrueTypeFont>();
        new TrueTypeCollection(file.toFile()).processAllFonts(found::add);
        return found.getFirst();
    }
}
