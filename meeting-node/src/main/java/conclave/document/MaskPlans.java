package conclave.document;

import conclave.document.mask.MaskPlan;
import conclave.document.mask.MaskTrouble;
import conclave.seal.Damaged;
import conclave.seal.SealedBlobs;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
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

    /** Empty while it has not come to this server. */
    public Optional<MaskPlan> find(String digest) throws IOException {
        if (!digest.matches("[0-9a-f]{64}")) throw new IllegalArgumentException("not a SHA-256 in hexadecimal");
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
