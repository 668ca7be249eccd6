package conclave.document;

import conclave.document.mask.FormTemplates;
import conclave.document.mask.MaskBox;
import conclave.document.mask.MaskPlan;
import conclave.document.mask.MaskTrouble;
import conclave.document.mask.PageMask;
import conclave.document.screen.Kind;
import conclave.seal.Damaged;
import conclave.seal.Digests;
import conclave.seal.SealedBlobs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The mask plans of a meeting, sealed, each named by the digest that was released: another plan has another name. */
public final class MaskPlans {

    private static final String DIGEST = "[0-9a-f]{64}";
    private static final int REMEMBERED = 2000;
    public static final int LARGEST_HINTS = 4 << 20;

    /** One a meeting, so that its name says nothing. */
    private static final String FORMS = "0".repeat(64);

    private final BlobFolder folder;
    private final BlobFolder templates;
    private final BlobFolder hints;
    private volatile Optional<FormTemplates> forms = Optional.empty();
    private final LinkedHashMap<String, MaskPlan> lately = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, MaskPlan> eldest) {
            return size() > REMEMBERED;
        }
    };

    public MaskPlans(Path folder, SealedBlobs seal) throws IOException {
        this.folder = new BlobFolder(folder, "mask plans", seal);
        this.templates = new BlobFolder(folder.resolve("forms"), "form templates", seal);
        this.hints = new BlobFolder(folder.resolve("hints"), "hints", seal);
    }

    /** What a screening against these words came to is kept under a name that says nothing of either. */
    public static String hintsName(DocumentRef document, String basis) {
        var text = String.join("\0", "conclave hints", document.id().sha256(), Integer.toString(document.pages()), basis);
        return Digests.hex(Digests.sha256(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Durable when it returns. */
    public void keepHints(DocumentRef document, String basis, List<Hint> found) throws IOException {
        hints.replace(hintsName(document, basis), Hints.bytes(found));
    }

    /** Empty while they have not come to this server, or where they are spoiled or none: a plan is looked at without. */
    public List<Hint> hints(DocumentRef document, String basis) {
        try {
            return Hints.read(hints.readNamed(hintsName(document, basis)), document.pages());
        } catch (IOException | Damaged notHere) {
            return List.of();
        }
    }

    public boolean holdsHints(String name) {
        return hints.holds(checked(name));
    }

    /** Bytes of the sealed file as it lies on the disk, for another server that holds the same key; fewer at its end. */
    public byte[] sealedHints(String name, long offset, int most) throws IOException {
        return hints.sealed(checked(name), offset, most);
    }

    /** Takes those of another server: only if they open under the meeting's key. */
    public void takeHints(String name, InputStream sealed) throws IOException {
        hints.takeNamed(checked(name), sealed.readNBytes(LARGEST_HINTS));
    }

    /** 表格模板 that came with the package; durable when it returns. */
    public void keepForms(byte[] set) throws IOException {
        var wrong = wrongLine(set);
        if (wrong.isPresent()) throw new IOException("no form templates, line " + wrong.getAsInt());
        templates.replace(FORMS, set);
        forms = Optional.empty();
    }

    /** At which line a file is no set of form templates; empty where it is one. */
    public static OptionalInt wrongLine(byte[] set) {
        try {
            FormTemplates.read(set);
            return OptionalInt.empty();
        } catch (MaskTrouble e) {
            return OptionalInt.of(e.at());
        }
    }

    /** Empty while nobody has said whether the meeting has any. */
    public Optional<FormTemplates> forms() throws IOException {
        if (forms.isEmpty() && templates.holds(FORMS)) {
            try {
                forms = Optional.of(FormTemplates.read(templates.readNamed(FORMS)));
            } catch (MaskTrouble | Damaged e) {
                throw new IOException("the form templates are spoiled", e);
            }
        }
        return forms;
    }

    public boolean holdsForms() {
        return templates.holds(FORMS);
    }

    /** Bytes of the sealed file as it lies on the disk, for another server that holds the same key; fewer at its end. */
    public byte[] sealedForms(long offset, int most) throws IOException {
        return templates.sealed(FORMS, offset, most);
    }

    /** Takes those of another server: only if they open under the meeting's key. */
    public void takeForms(InputStream sealed) throws IOException {
        templates.takeNamed(FORMS, sealed);
    }

    /** Durable when it returns; the digest. */
    public String keep(MaskPlan plan) throws IOException {
        return folder.keep(plan.toBytes());
    }

    /** Whether this could be the name of a plan at all. */
    public boolean isName(String digest) {
        return digest.matches(DIGEST);
    }

    public boolean holds(String digest) {
        return folder.holds(checked(digest));
    }

    /** Bytes of the sealed file as it lies on the disk, for another server that holds the same key; fewer at its end. */
    public byte[] sealed(String digest, long offset, int most) throws IOException {
        return folder.sealed(checked(digest), offset, most);
    }

    /** Takes a sealed plan from another server: only if it opens under the meeting's key and is what its name says. */
    public void take(String digest, InputStream sealed) throws IOException {
        folder.take(checked(digest), sealed);
    }

    /** Empty while it has not come to this server. */
    public Optional<MaskPlan> find(String digest) throws IOException {
        checked(digest);
        synchronized (lately) {
            var known = lately.get(digest);
            if (known != null) return Optional.of(known);
        }
        var plan = read(digest);
        synchronized (lately) {
            plan.ifPresent(found -> lately.put(digest, found));
        }
        return plan;
    }

    /** What a plan covers, page by page, for whoever looks it through. */
    public Optional<List<List<Spot>>> spots(String digest) throws IOException {
        return find(digest).map(plan -> plan.pages().stream().map(page -> page.boxes().stream().map(MaskPlans::spot).toList()).toList());
    }

    private static Spot spot(MaskBox box) {
        return new Spot(box.kind().name(), box.box().left(), box.box().top(), box.box().right(), box.box().bottom());
    }

    /** The same plan but for one page; durable when it returns. @return its digest; empty while the plan before it is not here */
    public Optional<String> changed(String digest, int page, List<Spot> spots) throws NoSuchMask, IOException {
        var plan = find(digest);
        if (plan.isEmpty()) return Optional.empty();
        try {
            var mask = PageMask.BARE;
            for (var one : spots) {
                mask = mask.with(MaskBox.of(Kind.valueOf(one.kind()), one.left(), one.top(), one.right(), one.bottom()));
            }
            return Optional.of(keep(plan.get().with(page, mask)));
        } catch (MaskTrouble | IllegalArgumentException e) {
            throw new NoSuchMask(e.getMessage());
        }
    }

    /** It becomes the name of a file. */
    private static String checked(String digest) {
        if (!digest.matches(DIGEST)) throw new IllegalArgumentException("not a SHA-256 in hexadecimal");
        return digest;
    }

    private Optional<MaskPlan> read(String digest) throws IOException {
        try {
            return Optional.of(MaskPlan.read(folder.read(digest)));
        } catch (NoSuchFileException notHere) {
            return Optional.empty();
        } catch (MaskTrouble | Damaged e) {
            throw new IOException("a mask plan is spoiled: " + digest, e);
        }
    }
}
