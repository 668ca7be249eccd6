package conclave.exchange;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A BagIt folder (RFC 8493), believed only when everything in it is named, nothing named is missing, and every hash agrees.
 * What is in the files is nobody's business before that: {@link #verify} parses nothing but the manifests.
 */
final class BagReader {

    static final String OWN = BagNames.MANIFEST + "sha256.txt";

    private final BagContent content;
    private final Findings findings;
    private final Optional<Supplier<MessageDigest>> sm3;
    private final TreeMap<String, PayloadFile> payload = new TreeMap<>();
    private SortedMap<String, Long> present = new TreeMap<>();

    /**
     * The files to keep are those that will be parsed; all others are only hashed, however large they are.
     *
     * @param sm3 where the list of SM3 sums is to be held against the files too, and not only against its own hash
     */
    BagReader(Path root, Set<String> toKeep, Optional<Supplier<MessageDigest>> sm3, Findings findings) {
        this(new BagBytes(root, toKeep, findings, Pulse.SILENT), sm3, findings);
    }

    BagReader(BagContent content, Optional<Supplier<MessageDigest>> sm3, Findings findings) {
        this.content = content;
        this.sm3 = sm3;
        this.findings = findings;
    }

    /** Caps and names, then the manifests against the folder, then the hashes; each step only if the one before found nothing. */
    boolean verify() {
        present = content.present();
        requireAlgorithms(BagNames.MANIFEST);
        requireAlgorithms(BagNames.TAG_MANIFEST);
        if (findings.failed()) return false;
        verify(BagNames::isSealedTag, lists(BagNames.TAG_MANIFEST));
        if (findings.failed()) return false;
        new BagTags(findings).checkDeclaration(content.whole(BagNames.DECLARATION));
        if (findings.failed()) return false;
        var lists = lists(BagNames.MANIFEST);
        if (sm3.isPresent() && present.containsKey(BagNames.SM3)) lists.put(BagNames.SM3, sm3.get());
        verify(BagNames::isPayload, lists);
        if (!findings.failed()) new BagTags(findings).checkInfo(content.whole(BagNames.INFO), payload.values());
        return !findings.failed();
    }

    SortedMap<String, PayloadFile> payload() {
        return payload;
    }

    /** The very bytes whose hash was verified, so that nobody can change a JSON file between the check and the reading. */
    byte[] verified(String path) {
        return content.whole(path);
    }

    private List<String> manifests(String kind) {
        return present.keySet().stream().filter(path -> path.startsWith(kind) && path.endsWith(".txt")).toList();
    }

    private void requireAlgorithms(String kind) {
        var found = manifests(kind);
        for (var manifest : found) {
            if (!BagDigests.known(BagNames.algorithm(manifest))) findings.error("bag-algorithm-unknown", "file", manifest);
        }
        if (found.stream().map(BagNames::algorithm).anyMatch(BagDigests.STRONG::contains)) return;
        if (found.isEmpty()) findings.error("file-missing", "file", kind + "sha256.txt");
        else findings.error("bag-algorithm-weak", "file", found.getFirst());
    }

    private TreeMap<String, Supplier<MessageDigest>> lists(String kind) {
        var lists = new TreeMap<String, Supplier<MessageDigest>>();
        for (var manifest : manifests(kind)) lists.put(manifest, () -> BagDigests.of(BagNames.algorithm(manifest)));
        return lists;
    }

    /** All lists name exactly these files, and every file has the hash that each of them says. */
    private void verify(Predicate<String> named, SortedMap<String, Supplier<MessageDigest>> lists) {
        var expected = new TreeMap<String, SortedMap<String, byte[]>>();
        var found = present.keySet().stream().filter(named).toList();
        for (var list : lists.entrySet()) {
            var lines = BagManifest.read(list.getKey(), content.whole(list.getKey()), 2 * list.getValue().get().getDigestLength(), findings);
            expected.put(list.getKey(), lines);
        }
        if (findings.failed()) return;
        expected.forEach((list, lines) -> requireSameSet(lines, list, found, named));
        if (findings.failed()) return;
        for (var path : found) verify(path, lists, expected);
        lists.keySet().forEach(content::forget);
    }

    private void requireSameSet(SortedMap<String, byte[]> lines, String manifest, Collection<String> found, Predicate<String> named) {
        for (var path : found) {
            if (!lines.containsKey(path)) findings.error("file-not-in-manifest", "file", path, "manifest", manifest);
        }
        for (var path : lines.keySet()) {
            if (!present.containsKey(path)) findings.error("file-missing", "file", path, "manifest", manifest);
            else if (!named.test(path)) findings.error("file-in-wrong-manifest", "file", path, "manifest", manifest);
        }
    }

    private void verify(String path, SortedMap<String, Supplier<MessageDigest>> lists, SortedMap<String, SortedMap<String, byte[]>> expected) {
        var needed = new TreeMap<>(lists);
        if (BagNames.isPayload(path)) needed.putIfAbsent(OWN, () -> BagDigests.of("sha256"));
        content.sums(path, needed).forEach((list, found) -> {
            if (lists.containsKey(list) && !Arrays.equals(found, expected.get(list).get(path))) {
                findings.error("hash-differs", "file", path, "manifest", list);
            }
            if (list.equals(OWN)) payload.put(path, new PayloadFile(path, present.get(path), HexFormat.of().formatHex(found)));
        });
    }
}
