package conclave.document;

import conclave.document.NotAPortfolio.Aside;
import conclave.document.Portfolio.Earlier;
import conclave.document.Portfolio.Paper;
import conclave.document.Portfolio.Plate;
import conclave.document.Portfolio.Print;
import conclave.document.mask.MaskPlan;
import conclave.document.mask.MaskTrouble;
import conclave.document.render.Picture;
import conclave.document.screen.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The head of a file of prepared pages, to bytes and back; one form for one meaning. */
final class PortfolioHead {

    private static final String FIRST = "conclave prepared pages 1";
    private static final String SECOND = "conclave prepared pages 2";
    private static final String NONE = "-";
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern RECIPES = Pattern.compile("[a-z0-9-]{1,80} [a-z0-9-]{1,80}");
    private static final int MOST_PAGES = 10_000;
    private static final int LARGEST_PLAN = 16 << 20;
    private static final int LARGEST_PAPER = 256 << 20;
    /** Of a page for reading, and of a thumbnail: what is drawn here stays far below. */
    private static final int LARGEST_PAGE = 16 << 20;
    private static final int LARGEST_THUMBNAIL = 512 << 10;
    private static final int LONGEST_PAGE = 16_000;
    private static final int LONGEST_THUMBNAIL = 2_000;
    private static final int MOST_HITS = 1_000_000;

    private PortfolioHead() {
    }

    static byte[] bytes(Portfolio portfolio) {
        var text = new StringBuilder(portfolio.isSecond() ? SECOND : FIRST).append("\ndocument ").append(portfolio.document().id()).append("\npages ").append(portfolio.document().pages())
                .append("\nrecipes ").append(portfolio.recipes()).append('\n');
        if (portfolio.isSecond()) text.append("paper ").append(portfolio.paper().map(paper -> paper.sha256() + " " + paper.bytes()).orElse(NONE)).append('\n');
        if (portfolio.earlier().isEmpty()) text.append("screened -\n");
        else write(portfolio.earlier().get(), text);
        if (portfolio.isSecond() && portfolio.earlier().isPresent()) write(portfolio.earlier().get().screened().hints(), text);
        text.append("pictures ").append(portfolio.plates().size()).append('\n');
        for (var plate : portfolio.plates()) {
            text.append(plate.shelf() == Shelf.SCREENING ? "plain " : "masked ").append(plate.page()).append(plate.complete() ? " whole " : " doubtful ").append(plate.mask());
            write(plate.picture(), text);
            write(plate.thumbnail(), text);
            text.append('\n');
        }
        return text.append('\n').toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static void write(Earlier earlier, StringBuilder text) {
        var plan = new String(earlier.screened().plan().toBytes(), StandardCharsets.US_ASCII);
        text.append("screened ").append(earlier.salt()).append(' ').append(earlier.basis()).append("\nplan ").append(plan.length()).append('\n').append(plan);
        text.append("marks ").append(earlier.screened().marks().size()).append('\n');
        earlier.screened().marks().forEach((page, mark) -> {
            text.append(page).append(mark.doubtful() ? " doubtful " : " - ").append(mark.imageOnly() ? "unread " : "- ").append(mark.near());
            mark.hits().forEach((kind, times) -> text.append(' ').append(kind).append(' ').append(times));
            text.append('\n');
        });
    }

    private static void write(List<Hint> hints, StringBuilder text) {
        text.append("hints ").append(hints.size()).append('\n');
        for (var hint : hints) text.append(hint.line()).append('\n');
    }

    private static void write(Print print, StringBuilder text) {
        var stored = print.stored();
        text.append(' ').append(stored.coding()).append(' ').append(stored.width()).append(' ').append(stored.height()).append(' ').append(print.bytes())
                .append(' ').append(stored.sha256());
    }

    /** Leaves the stream before the first picture. */
    static Portfolio read(InputStream in) throws NotAPortfolio, IOException {
        var lines = new HeadLines(in);
        var form = lines.next();
        boolean second = form.equals(SECOND);
        if (!second && !form.equals(FIRST)) throw new NotAPortfolio(Aside.OTHER_VERSION, "another form");
        var id = digest(lines.after("document"));
        var document = new DocumentRef(new DocumentId(id), HeadLines.number(lines.after("pages"), 1, MOST_PAGES, "pages"));
        var recipes = lines.after("recipes");
        if (!RECIPES.matcher(recipes).matches()) throw new NotAPortfolio("no recipes");
        var paper = second ? paper(lines.after("paper")) : Optional.<Paper>empty();
        var screened = lines.after("screened");
        Optional<Earlier> earlier = screened.equals(NONE) ? Optional.empty() : Optional.of(earlier(screened.split(" ", -1), document, paper, second, lines));
        var plates = plates(lines, document, earlier);
        if (!lines.next().isEmpty()) throw new NotAPortfolio("no end of the head");
        var portfolio = new Portfolio(document, recipes, paper, earlier, plates);
        if (portfolio.isSecond() != second) throw new NotAPortfolio(Aside.OTHER_VERSION, "another form");
        return portfolio;
    }

    private static Optional<Paper> paper(String line) throws NotAPortfolio {
        if (line.equals(NONE)) return Optional.empty();
        var words = line.split(" ", -1);
        if (words.length != 2) throw new NotAPortfolio("a print that is none");
        return Optional.of(new Paper(digest(words[0]), HeadLines.number(words[1], 1, LARGEST_PAPER, "bytes")));
    }

    private static Earlier earlier(String[] words, DocumentRef document, Optional<Paper> paper, boolean second, HeadLines lines) throws NotAPortfolio, IOException {
        if (words.length != 2) throw new NotAPortfolio("against what it was screened");
        var plan = plan(lines.raw(lines.number("plan", LARGEST_PLAN)), document, paper);
        var marks = new TreeMap<Integer, Screened.Mark>();
        int count = lines.number("marks", document.pages());
        for (int i = 0; i < count; i++) {
            var line = lines.next().split(" ", -1);
            if (line.length < 4 || line.length % 2 != 0) throw new NotAPortfolio("a mark that is none");
            int page = HeadLines.number(line[0], marks.isEmpty() ? 1 : marks.lastKey() + 1, document.pages(), "a page");
            marks.put(page, mark(line));
        }
        return new Earlier(digest(words[0]), digest(words[1]), new Screened(plan, marks, second ? hints(lines, document) : List.of()));
    }

    private static List<Hint> hints(HeadLines lines, DocumentRef document) throws NotAPortfolio, IOException {
        int count = lines.number("hints", Hints.MOST);
        var said = new ArrayList<String>();
        for (int i = 0; i < count; i++) said.add(lines.next());
        try {
            return Hints.of(said, document.pages());
        } catch (IllegalArgumentException e) {
            throw new NotAPortfolio("a hint that is none");
        }
    }

    private static MaskPlan plan(byte[] bytes, DocumentRef document, Optional<Paper> paper) throws NotAPortfolio {
        try {
            var plan = MaskPlan.read(bytes);
            boolean lies = plan.paper().equals(paper.map(Paper::sha256));
            if (lies && plan.document().equals(document.id().sha256()) && plan.pages().size() == document.pages()) return plan;
        } catch (MaskTrouble | IllegalArgumentException e) {
            throw new NotAPortfolio("its plan is none");
        }
        throw new NotAPortfolio("the plan of another document");
    }

    private static Screened.Mark mark(String[] line) throws NotAPortfolio {
        var hits = new TreeMap<Kind, Integer>();
        for (int at = 4; at < line.length; at += 2) hits.put(named(Kind.class, line[at]), HeadLines.number(line[at + 1], 1, MOST_HITS, "hits"));
        var mark = new Screened.Mark(hits, HeadLines.number(line[3], 0, MOST_HITS, "near hits"), is(line[1], "doubtful", NONE), is(line[2], "unread", NONE));
        if (!mark.says() || 4 + 2 * hits.size() != line.length) throw new NotAPortfolio("a mark that is none");
        return mark;
    }

    private static List<Plate> plates(HeadLines lines, DocumentRef document, Optional<Earlier> earlier) throws NotAPortfolio, IOException {
        var plates = new ArrayList<Plate>();
        int count = lines.number("pictures", 2 * document.pages());
        for (int i = 0; i < count; i++) {
            var line = lines.next().split(" ", -1);
            if (line.length != 14) throw new NotAPortfolio("a picture that is none");
            var shelf = is(line[0], "plain", "masked") ? Shelf.SCREENING : Shelf.RELEASED;
            var plate = new Plate(shelf, HeadLines.number(line[1], 1, document.pages(), "a page"), is(line[2], "whole", "doubtful"), digest(line[3]),
                    print(line, 4, LARGEST_PAGE, LONGEST_PAGE), print(line, 9, LARGEST_THUMBNAIL, LONGEST_THUMBNAIL));
            if (!plate.mask().equals(Portfolio.mask(shelf, plate.page(), earlier))) throw new NotAPortfolio("a picture under another mask");
            if (shelf == Shelf.SCREENING && earlier.isEmpty() || !plates.isEmpty() && order(plates.getLast()) >= order(plate)) throw new NotAPortfolio("pictures out of order");
            plates.add(plate);
        }
        return plates;
    }

    private static int order(Plate plate) {
        return 2 * plate.page() + plate.shelf().ordinal();
    }

    private static Print print(String[] line, int at, int largest, int longest) throws NotAPortfolio {
        var stored = new PageRecord.Stored(named(Picture.Coding.class, line[at]), HeadLines.number(line[at + 1], 1, longest, "pixels"),
                HeadLines.number(line[at + 2], 1, longest, "pixels"), digest(line[at + 4]));
        return new Print(stored, HeadLines.number(line[at + 3], 1, largest, "bytes"));
    }

    private static boolean is(String word, String yes, String no) throws NotAPortfolio {
        if (!word.equals(yes) && !word.equals(no)) throw new NotAPortfolio("neither " + yes + " nor " + no);
        return word.equals(yes);
    }

    private static <E extends Enum<E>> E named(Class<E> type, String word) throws NotAPortfolio {
        try {
            return Enum.valueOf(type, word);
        } catch (IllegalArgumentException unknown) {
            throw new NotAPortfolio("an unknown word");
        }
    }

    private static String digest(String text) throws NotAPortfolio {
        if (!DIGEST.matcher(text).matches()) throw new NotAPortfolio("not a SHA-256");
        return text;
    }
}
