package conclave.document;

import conclave.document.mask.MaskBox;
import conclave.document.mask.MaskPlan;
import conclave.document.mask.MaskTrouble;
import conclave.document.mask.PageMask;
import conclave.document.screen.Kind;
import conclave.seal.Damaged;
import conclave.seal.SealedBlobs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The mask plans of a meeting, sealed, each named by the digest that was released: another plan has another name. */
public final class MaskPlans {

    private static final int REMEMBERED = 2000;

    private final BlobFolder folder;
    private final LinkedHashMap<String, MaskPlan> lately = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, MaskPlan> eldest) {
            return size() > REMEMBERED;
        }
    };

    public MaskPlans(Path folder, SealedBlobs seal) throws IOException {
        this.folder = new BlobFolder(folder, "mask plans", seal);
    }

    /** Durable when it returns; the digest. */
    public String keep(MaskPlan plan) throws IOException {
        return folder.keep(plan.toBytes());
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
        if (!digest.matches("[0-9a-f]{64}")) throw new IllegalArgumentException("not a SHA-256 in hexadecimal");
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
