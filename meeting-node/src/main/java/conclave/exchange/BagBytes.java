package conclave.exchange;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/** The bytes of a bag's files: small ones are kept as they were hashed, large ones pass by. */
final class BagBytes {

    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    private final Path root;
    private final SortedMap<String, Long> present;
    private final Findings findings;
    private final TreeMap<String, byte[]> kept = new TreeMap<>();

    BagBytes(Path root, SortedMap<String, Long> present, Findings findings) {
        this.root = root;
        this.present = present;
        this.findings = findings;
    }

    byte[] whole(String path) {
        return kept.computeIfAbsent(path, _ -> {
            try (var in = Files.newInputStream(root.resolve(path), LinkOption.NOFOLLOW_LINKS)) {
                var bytes = in.readNBytes((int) BagFolder.LARGEST_TEXT + 1);
                if (bytes.length != present.getOrDefault(path, 0L)) changed(path);
                return bytes;
            } catch (IOException e) {
                findings.error("file-unreadable", "file", path);
                return new byte[0];
            }
        });
    }

    void forget(String path) {
        kept.remove(path);
    }

    /** Through all digests at once, so that a file is read once however many manifests name it. */
    void pass(String path, Collection<MessageDigest> digests) {
        var buffer = new byte[1 << 18];
        long left = present.get(path);
        boolean first = true;
        try (var in = Files.newInputStream(root.resolve(path), LinkOption.NOFOLLOW_LINKS)) {
            for (int n = in.read(buffer); n >= 0 && left >= 0; n = in.read(buffer)) {
                for (var digest : digests) digest.update(buffer, 0, n);
                left -= n;
                if (first) checkMagic(path, buffer, n);
                first = false;
            }
        } catch (IOException e) {
            findings.error("file-unreadable", "file", path);
            return;
        }
        if (first) checkMagic(path, buffer, 0);
        if (left != 0) changed(path);
    }

    private void checkMagic(String path, byte[] start, int length) {
        var is = length >= PDF.length && Arrays.equals(PDF, 0, PDF.length, start, 0, PDF.length);
        if (path.endsWith(".pdf") && !is) findings.error("not-a-pdf", "file", path);
    }

    private void changed(String path) {
        findings.error("file-changed-while-reading", "file", path);
    }
}
