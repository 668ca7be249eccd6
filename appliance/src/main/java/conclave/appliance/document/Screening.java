package conclave.appliance.document;

import conclave.appliance.document.Findings.Spot;
import conclave.document.ocr.Doubt;
import conclave.document.screen.Sieve;
import conclave.document.text.PageText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Looks files and folders through, one after the other in the order of their names. What cannot be read is said, and it goes on. */
final class Screening {

    private static final int DEEPEST = 64;

    private final Sieve typed;
    private final Sieve pictures;
    private final Readings readings;
    private final Findings findings;

    Screening(Sieve typed, Sieve pictures, Readings readings, Findings findings) {
        this.typed = typed;
        this.pictures = pictures;
        this.readings = readings;
        this.findings = findings;
    }

    void path(Path path) {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) findings.unscreened(path.toString(), 0, Unscreened.ABSENT, "");
        else walk(path, DEEPEST);
    }

    private void walk(Path path, int deeper) {
        if (Files.isDirectory(path)) {
            if (deeper == 0) findings.unscreened(path.toString(), 0, Unscreened.TOO_DEEP, "");
            else entries(path).forEach(entry -> {
                // A link inside a folder may lead anywhere, back to where it came from too.
                if (Files.isSymbolicLink(entry)) findings.unscreened(entry.toString(), 0, Unscreened.NOT_A_FILE, "link");
                else walk(entry, deeper - 1);
            });
        } else if (Files.isRegularFile(path)) {
            file(path);
        } else {
            findings.unscreened(path.toString(), 0, Unscreened.NOT_A_FILE, "");
        }
    }

    private List<Path> entries(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (IOException e) {
            findings.unscreened(folder.toString(), 0, Unscreened.NO_ACCESS, "");
            return List.of();
        }
    }

    private void file(Path file) {
        findings.file();
        name(file);
        try {
            if (Files.size(file) == 0) {
                findings.unscreened(file.toString(), 0, Unscreened.EMPTY, "");
                return;
            }
            var plain = PlainText.of(file);
            if (plain.isPresent()) text(file, plain.get());
            else document(file);
        } catch (IOException e) {
            findings.unscreened(file.toString(), 0, Unscreened.NO_ACCESS, "");
        }
    }

    /** Names of files are handed around with them. */
    private void name(Path file) {
        var name = file.getFileName().toString();
        screen(typed, new Spot(file.toString(), 0, 1, Optional.of("file_name")), name);
    }

    private void text(Path file, PlainText plain) throws IOException {
        if (!plain.whole()) findings.unscreened(file.toString(), 0, Unscreened.TORN_TEXT, plain.charset().name().toLowerCase(Locale.ROOT));
        var spot = new Spot(file.toString(), 1, 1, Optional.empty());
        try (var reader = plain.reader(file)) {
            typed.screen(reader, (hit, words) -> findings.hit(spot, hit, words));
        }
    }

    private void document(Path file) throws IOException {
        readings.read(file, new Pages(file.toString())).ifPresent(trouble -> findings.unscreened(file.toString(), 0, why(trouble), trouble));
    }

    private static Unscreened why(String trouble) {
        return switch (trouble) {
            case "unsupported", "not_a_pdf" -> Unscreened.UNKNOWN_FORM;
            case "encrypted" -> Unscreened.LOCKED;
            case "too_many_pages" -> Unscreened.TOO_MANY_PAGES;
            default -> Unscreened.NOT_READ;
        };
    }

    private void screen(Sieve sieve, Spot spot, String text) {
        for (var hit : sieve.screen(text)) {
            int from = text.offsetByCodePoints(0, hit.start());
            findings.hit(spot, hit, text.substring(from, text.offsetByCodePoints(from, hit.end() - hit.start())));
        }
    }

    /** The pages of one document; what several orders of reading one page show is said once. */
    private final class Pages implements Readings.Taker {
        private final String file;
        private final Map<Integer, Set<String>> seen = new HashMap<>();
        private int page;
        private int order;
        private PageText.Source source = PageText.Source.LAYER;

        private Pages(String file) {
            this.file = file;
        }

        @Override
        public void page(PageText text) {
            order = text.page() == page && text.source() == source ? order + 1 : 1;
            page = text.page();
            source = text.source();
            boolean ocr = source == PageText.Source.OCR;
            var spot = new Spot(file, page, order, ocr ? Optional.of("ocr") : Optional.empty());
            var before = seen.getOrDefault(page, Set.of());
            var here = new HashSet<>(before);
            for (var hit : (ocr ? pictures : typed).screen(text.text())) {
                int from = text.text().offsetByCodePoints(0, hit.start());
                var words = text.text().substring(from, text.text().offsetByCodePoints(from, hit.end() - hit.start()));
                // A scan is read twice, and what was guessed is said once.
                var same = hit.kind() + (ocr ? text.between(hit.start(), hit.end()).toString() : words.replaceAll("\\s+", ""));
                here.add(same);
                if (!before.contains(same)) findings.hit(spot, hit, words);
            }
            if (!here.isEmpty()) seen.put(page, here);
        }

        @Override
        public void hidden(String place, int where, String text) {
            screen(typed, new Spot(file, where, 1, Optional.of(place)), text);
        }

        @Override
        public void missing(int where, String detail) {
            findings.unscreened(file, where, detail.equals("only_a_picture") ? Unscreened.SCAN : Unscreened.PART, detail);
        }

        @Override
        public void unsure(int where, Doubt doubt) {
            findings.unsure(file, where, doubt);
        }
    }
}
