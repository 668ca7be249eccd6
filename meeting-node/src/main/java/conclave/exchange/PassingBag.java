package conclave.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * A bag that passes by and lies nowhere in clear: what will be parsed is kept in memory, of all else only the hashes. Which algorithms the
 * manifests name is known at the end only; SHA-256, and SM3 where it is asked for, are taken the first time, and for others it passes again.
 */
final class PassingBag implements BagContent {

    /** All that is kept, together: a bag of nothing but manifests is no way to fill the memory. */
    private static final long MOST_KEPT = 128L << 20;

    private final Passage passage;
    private final BagListing listing;
    private final Findings findings;
    private final TreeMap<String, byte[]> kept = new TreeMap<>();
    /** By list, then by file. */
    private final TreeMap<String, SortedMap<String, byte[]>> sums = new TreeMap<>();
    private final TreeMap<String, Long> present;
    private final byte[] buffer = new byte[1 << 18];
    private long keptBytes;

    private PassingBag(Passage passage, Set<String> toKeep, Optional<Supplier<MessageDigest>> sm3, Findings findings) throws IOException {
        this.passage = passage;
        this.listing = new BagListing(toKeep, findings);
        this.findings = findings;
        var lists = new TreeMap<String, Supplier<MessageDigest>>();
        lists.put(BagReader.OWN, () -> BagDigests.of("sha256"));
        sm3.ifPresent(digest -> lists.put(BagNames.SM3, digest));
        lists.keySet().forEach(list -> sums.put(list, new TreeMap<>()));
        passage.through((path, size, content) -> first(path, size, content, lists));
        this.present = listing.whole();
    }

    /** Passes once; whatever stands in the way of that is thrown. */
    static PassingBag of(Passage passage, Set<String> toKeep, Optional<Supplier<MessageDigest>> sm3, Findings findings) throws IOException {
        return new PassingBag(passage, toKeep, sm3, findings);
    }

    private void first(String path, long size, InputStream content, SortedMap<String, Supplier<MessageDigest>> lists) throws IOException {
        if (!listing.oneMore() || !listing.found(BagNames.shown(path), size, true)) return;
        if (listing.keptWhole(path)) keep(path, size, content);
        else hash(path, content, lists, true);
    }

    private void keep(String path, long size, InputStream content) throws IOException {
        keptBytes += size;
        if (keptBytes > MOST_KEPT) findings.error("file-too-large", "file", path, "bytes", Long.toString(keptBytes), "most", Long.toString(MOST_KEPT));
        else kept.put(path, content.readNBytes((int) size));
    }

    private void hash(String path, InputStream content, SortedMap<String, Supplier<MessageDigest>> lists, boolean look) throws IOException {
        var digests = new TreeMap<String, MessageDigest>();
        lists.forEach((list, digest) -> digests.put(list, digest.get()));
        int n = content.readNBytes(buffer, 0, buffer.length);
        if (look) Scanned.check(path, buffer, n, findings);
        for (; n > 0; n = content.readNBytes(buffer, 0, buffer.length)) update(digests.values(), n);
        digests.forEach((list, digest) -> sums.get(list).put(path, digest.digest()));
    }

    private void update(Collection<MessageDigest> digests, int length) {
        for (var digest : digests) digest.update(buffer, 0, length);
    }

    @Override
    public SortedMap<String, Long> present() {
        return present;
    }

    @Override
    public byte[] whole(String path) {
        return kept.getOrDefault(path, new byte[0]);
    }

    @Override
    public void forget(String path) {
        kept.remove(path);
    }

    @Override
    public SortedMap<String, byte[]> sums(String path, SortedMap<String, Supplier<MessageDigest>> lists) {
        var found = new TreeMap<String, byte[]>();
        if (listing.keptWhole(path)) {
            lists.forEach((list, digest) -> found.put(list, digest.get().digest(whole(path))));
            return found;
        }
        passAgain(path, lists);
        // Asked once, and then nobody's.
        lists.keySet().forEach(list -> found.put(list, Optional.ofNullable(sums.get(list).remove(path)).orElseGet(() -> new byte[0])));
        return found;
    }

    private void passAgain(String asked, SortedMap<String, Supplier<MessageDigest>> lists) {
        var missing = new TreeMap<>(lists);
        missing.keySet().removeAll(sums.keySet());
        if (missing.isEmpty()) return;
        missing.keySet().forEach(list -> sums.put(list, new TreeMap<>()));
        try {
            passage.through((path, _, content) -> {
                if (present.containsKey(path) && !listing.keptWhole(path)) hash(path, content, missing, false);
            });
        } catch (IOException e) {
            findings.error("file-unreadable", "file", asked);
        }
    }
}
