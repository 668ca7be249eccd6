package conclave.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The files of a bag that lies in a folder: small ones are kept as they were hashed, large ones pass by. */
final class BagBytes implements BagContent {

    private final Path root;
    private final BagListing listing;
    private final Findings findings;
    private final Pulse pulse;
    private final TreeMap<String, byte[]> kept = new TreeMap<>();
    private SortedMap<String, Long> present = new TreeMap<>();

    BagBytes(Path root, Set<String> toKeep, Findings findings, Pulse pulse) {
        this.pulse = pulse;
        this.root = root;
        this.listing = new BagListing(toKeep, findings);
        this.findings = findings;
    }

    @Override
    public SortedMap<String, Long> present() {
        present = new BagFolder(root, listing, findings).walk();
        return present;
    }

    @Override
    public byte[] whole(String path) {
        return kept.computeIfAbsent(path, _ -> {
            try (var in = Files.newInputStream(root.resolve(path), LinkOption.NOFOLLOW_LINKS)) {
                var bytes = in.readNBytes((int) BagListing.LARGEST_TEXT + 1);
                if (bytes.length != present.getOrDefault(path, 0L)) changed(path);
                return bytes;
            } catch (IOException e) {
                findings.error("file-unreadable", "file", path);
                return new byte[0];
            }
        });
    }

    @Override
    public void forget(String path) {
        kept.remove(path);
    }

    /** Through all digests at once, so that a file is read once however many manifests name it. */
    @Override
    public SortedMap<String, byte[]> sums(String path, SortedMap<String, Supplier<MessageDigest>> lists) {
        var digests = new TreeMap<String, MessageDigest>();
        lists.forEach((list, digest) -> digests.put(list, digest.get()));
        if (listing.keptWhole(path)) digests.values().forEach(digest -> digest.update(whole(path)));
        else pass(path, digests.values());
        var sums = new TreeMap<String, byte[]>();
        digests.forEach((list, digest) -> sums.put(list, digest.digest()));
        return sums;
    }

    private void pass(String path, Collection<MessageDigest> digests) {
        var buffer = new byte[1 << 18];
        long left = present.get(path);
        boolean first = true;
        try (var in = Files.newInputStream(root.resolve(path), LinkOption.NOFOLLOW_LINKS)) {
            for (int n = in.read(buffer); n >= 0 && left >= 0; n = in.read(buffer)) {
                for (var digest : digests) digest.update(buffer, 0, n);
                left -= n;
                pulse.beat(n);
                if (first) Scanned.check(path, buffer, n, findings);
                first = false;
            }
        } catch (IOException e) {
            findings.error("file-unreadable", "file", path);
            return;
        }
        if (first) Scanned.check(path, buffer, 0, findings);
        if (left != 0) changed(path);
    }

    private void changed(String path) {
        findings.error("file-changed-while-reading", "file", path);
    }
}
