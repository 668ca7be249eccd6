package conclave.document;

import conclave.document.Printing.Sheets;
import conclave.document.mask.FormTemplate;
import conclave.document.mask.FormTemplates;
import conclave.document.ocr.Doubt;
import conclave.document.ocr.ScanReader;
import conclave.document.render.BarePage;
import conclave.document.render.Conversion;
import conclave.document.render.Launch;
import conclave.document.render.Level;
import conclave.document.render.Limits;
import conclave.document.render.PageOrder;
import conclave.document.render.RenderingProcess;
import conclave.document.render.Troubled;
import conclave.document.screen.Kind;
import conclave.document.text.Found;
import conclave.document.text.HiddenText;
import conclave.document.text.HidingPlace;
import conclave.document.text.NeedsOcr;
import conclave.document.text.Unread;
import conclave.seal.Digests;
import conclave.seal.Stamp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * 筛查: from a document and what must not be read of its owner to what is painted over and which pages a person looks at. Texts are read
 * in a child, pages whose text is not all there is are drawn there and read by OCR. Nothing of a document is passed over in silence:
 * what could not be read is a mark on its page. For one thread; closing is for any.
 */
public final class Screener implements AutoCloseable {

    /** Another way of reading or finding is another number: what was screened before is then screened again. */
    private static final String PROGRAM = "conclave screening 2";
    /** What is drawn there may show on the page, though its text was not found on one. */
    private static final Set<HidingPlace> PERHAPS_SHOWN = EnumSet.of(HidingPlace.ANNOTATION, HidingPlace.FORM_FIELD, HidingPlace.XFA,
            HidingPlace.LAYER, HidingPlace.TEXT_BOX, HidingPlace.HEADER_OR_FOOTER, HidingPlace.FOOTNOTE);
    /** What is not in the picture of any page. */
    private static final Set<Unread> BESIDE_THE_PAGES = EnumSet.of(Unread.ATTACHMENT, Unread.TOO_DEEP, Unread.EARLIER_REVISION,
            Unread.STORED_THUMBNAIL, Unread.MACRO);
    private static final Set<NeedsOcr> FOR_PEOPLE = EnumSet.of(NeedsOcr.TOO_MUCH, NeedsOcr.UNREAD);
    private static final Set<NeedsOcr> SCANNED = EnumSet.of(NeedsOcr.ONLY_A_PICTURE, NeedsOcr.SCANNERS_TEXT);
    private static final Set<Doubt> NOT_READ = EnumSet.of(Doubt.PROGRAM_MISSING, Doubt.CHINESE_MISSING, Doubt.TOO_LARGE, Doubt.TOO_SLOW, Doubt.STOPPED);

    /** A document that ends one child after the other is not worth a child for each of its pages. */
    private static final int MOST_FAILURES = 5;

    private final Printing printing;
    private final Tools tools;
    private final Stamp stamp;
    private volatile Map<String, FormTemplate> forms;
    private ScanReader scans;
    private volatile RenderingProcess child;
    private volatile boolean closed;

    /**
     * @param forms what to cover on forms of a kind, whatever is read on them
     * @param conversion for whoever prints the office files that are screened; empty where the program is missing
     */
    public record Tools(Launch launch, Limits limits, Scans scans, Map<String, FormTemplate> forms, Optional<Conversion> conversion) {
        public Tools {
            forms = Map.copyOf(forms);
        }

        public Tools(Launch launch, Limits limits, Scans scans, Map<String, FormTemplate> forms) {
            this(launch, limits, scans, forms, Optional.empty());
        }
    }

    /** Looked for when the first document is screened: a node that screens nothing starts no program for it. */
    public interface Scans {
        ScanReader found() throws InterruptedException;
    }

    /** Of a meeting whose office files have no pages. */
    public Screener(Originals originals, Tools tools, Stamp stamp) {
        this(Printing.without(originals), tools, stamp);
    }

    /** @param stamp under which dictionaries are digested */
    public Screener(Printing printing, Tools tools, Stamp stamp) {
        this.printing = printing;
        this.tools = tools;
        this.forms = tools.forms;
        this.stamp = stamp;
    }

    /** The templates of the meeting itself, and of this machine where the meeting has none for a kind. */
    public void lay(FormTemplates own) {
        var all = new HashMap<>(tools.forms);
        all.putAll(own.byKind());
        forms = Map.copyOf(all);
    }

    private ScanReader scans() throws InterruptedException {
        if (scans == null) scans = tools.scans.found();
        return scans;
    }

    /** What a document is held against, first as this machine can; a machine that reads more has not to be waited for. */
    public List<String> bases(String kind, Dictionary dictionary) throws InterruptedException {
        return bases(kind, Printing.Sort.HAS_PAGES).of(stamp, dictionary);
    }

    /** The same of this document: an office file that had no pages is screened again by a machine on which it has some. */
    public List<String> bases(String kind, Dictionary dictionary, DocumentId document) throws IOException, InterruptedException {
        return bases(kind, document).of(stamp, dictionary);
    }

    public Bases bases(String kind, DocumentId document) throws IOException, InterruptedException {
        return bases(kind, printing.sort(document));
    }

    /** The same of documents of a kind, for whoever digests it under another stamp. */
    public Bases bases(String kind, Printing.Sort sort) throws InterruptedException {
        return bases(kind, switch (sort) {
            case HAS_PAGES -> List.of("");
            case PRINTED -> List.of(" printed");
            case UNPRINTED -> List.of(" not printed", " printed");
        });
    }

    private Bases bases(String kind, List<String> papers) throws InterruptedException {
        var form = Optional.ofNullable(forms.get(kind)).map(FormTemplate::toString).orElse("");
        var readings = scans().missing().isEmpty() ? List.of("ocr") : List.of("no ocr", "ocr");
        return new Bases(form, papers.stream().flatMap(paper -> readings.stream().map(reading -> reading + paper)).toList());
    }

    /** @param readings how this machine reads, and how one that reads more would */
    public record Bases(String form, List<String> readings) {

        public List<String> of(Stamp stamp, Dictionary dictionary) {
            return readings.stream().map(reading -> basis(stamp, dictionary, reading)).toList();
        }

        private String basis(Stamp stamp, Dictionary dictionary, String reading) {
            var head = String.join("\0", PROGRAM, reading, form, "").getBytes(StandardCharsets.UTF_8);
            return Digests.hex(stamp.of(Digests.sha256(head, dictionary.bytes())));
        }
    }

    /** @throws IOException when this machine fails, not the document; nothing is known of it then */
    public Screened screen(DocumentRef document, String kind, Dictionary dictionary) throws IOException, InterruptedException {
        var pages = new ScreenedPages(document);
        var form = forms.get(kind);
        if (form != null) pages.lay(form);
        var sheets = sheets(document);
        if (sheets.isEmpty()) {
            for (int page = 1; page <= document.pages(); page++) pages.unread(page);
            return pages.screened();
        }
        screen(document, sheets.get(), pages, new About(document, Portraits.mayStandOn(kind), dictionary));
        return pages.screened().on(sheets.get().paper());
    }

    private record About(DocumentRef document, boolean portraits, Dictionary dictionary) {
    }

    private void screen(DocumentRef document, Sheets sheets, ScreenedPages pages, About about) throws IOException, InterruptedException {
        var pictures = new TreeSet<Integer>();
        read(sheets, found -> note(found, about, pages, pictures), () -> {
            pages.doubtAll();
            for (int page = 1; page <= document.pages(); page++) {
                if (!pages.hasText(page)) pictures.add(page);
            }
        });
        pictures.removeIf(page -> page < 1 || page > document.pages());
        if (!pictures.isEmpty()) look(sheets, pages, pictures, about.dictionary());
        if (sheets.paper().isPresent()) holdAgainstFile(document, pages, about.dictionary());
    }

    /** Of an office file: empty where this machine makes no pages of it. */
    private Optional<Sheets> sheets(DocumentRef document) throws IOException, InterruptedException {
        try {
            return Optional.of(printing.of(document.id(), Optional.empty()));
        } catch (Troubled e) {
            going();
            return Optional.empty();
        }
    }

    /** What an office file says of its owner, and the text of its pages does not, may show on them nevertheless. */
    private void holdAgainstFile(DocumentRef document, ScreenedPages pages, Dictionary dictionary) throws IOException, InterruptedException {
        var said = new EnumMap<Kind, Integer>(Kind.class);
        var file = printing.original(document.id());
        read(file, found -> {
            if (!(found instanceof Found.Layer(var text))) return;
            for (var hit : dictionary.typed().screen(text.text())) {
                if (!hit.near()) said.merge(hit.kind(), 1, Integer::sum);
            }
        }, pages::doubtAll);
        said.forEach((kind, times) -> {
            if (times > pages.found(kind)) pages.doubtAll();
        });
    }

    private static void note(Found found, About about, ScreenedPages pages, Set<Integer> pictures) {
        switch (found) {
            case Found.Pages(int count) -> {
                if (count != about.document().pages()) pages.doubtAll();
            }
            case Found.Layer(var text) -> pages.text(text, about.dictionary().typed());
            case Found.Hidden(var text) -> hidden(text, pages, about.dictionary());
            case Found.Doubtful(int page, var reason) -> {
                pictures.add(page);
                boolean picture = reason == NeedsOcr.PICTURE || SCANNED.contains(reason) && about.portraits();
                if (FOR_PEOPLE.contains(reason) || picture && !pages.isLaid(page)) pages.doubt(page);
            }
            case Found.Missing(var what) -> {
                if (!BESIDE_THE_PAGES.contains(what)) pages.doubtAll();
            }
            case Found.Working() -> { }
        }
    }

    private static void hidden(HiddenText hidden, ScreenedPages pages, Dictionary dictionary) {
        if (PERHAPS_SHOWN.contains(hidden.place())) pages.near(hidden.page(), dictionary.typed().screen(hidden.text()).size());
    }

    private interface Given {
        void up();
    }

    private void read(Sheets sheets, Consumer<Found> to, Given given) throws IOException, InterruptedException {
        try (var clear = sheets.clear().open()) {
            child().read(sheets.size(), clear, to);
        } catch (Troubled e) {
            going();
            given.up();
        }
    }

    /** Pages that are read by their pictures. */
    private void look(Sheets sheets, ScreenedPages pages, SortedSet<Integer> pictures, Dictionary dictionary)
            throws IOException, InterruptedException {
        boolean open = false;
        int failed = 0;
        for (int page : pictures) {
            try {
                if (!open || !child.isAlive()) open(sheets);
                open = true;
                read(page, child.look(new PageOrder(page, Level.ZOOM, List.of())), pages, dictionary);
            } catch (Troubled e) {
                going();
                pages.unread(page);
                if (!open || ++failed == MOST_FAILURES) {
                    pictures.tailSet(page).forEach(pages::unread);
                    return;
                }
            }
        }
    }

    private void open(Sheets sheets) throws Troubled, IOException, InterruptedException {
        try (var clear = sheets.clear().open()) {
            child().open(sheets.size(), clear);
        }
    }

    private void read(int page, BarePage picture, ScreenedPages pages, Dictionary dictionary) throws InterruptedException {
        var scan = scans().read(page, picture.image());
        scan.texts().forEach(text -> pages.text(text, dictionary.pictures()));
        if (scan.doubts().stream().anyMatch(NOT_READ::contains)) pages.unread(page);
        else if (!scan.doubts().isEmpty()) pages.doubt(page);
        if (!picture.complete()) pages.doubt(page);
    }

    private RenderingProcess child() throws IOException, InterruptedException {
        if (child == null || !child.isAlive() || child.isWornOut()) {
            rest();
            child = RenderingProcess.start(tools.launch, tools.limits);
        }
        going();
        return child;
    }

    /** A child that was ended with us says nothing about the document that it had. */
    private void going() throws InterruptedException {
        if (!closed) return;
        rest();
        throw new InterruptedException();
    }

    /** Lets the child go and its memory with it. */
    public void rest() {
        var running = child;
        if (running != null) running.close();
    }

    @Override
    public void close() {
        closed = true;
        printing.close();
        rest();
    }
}
