package conclave.exchange;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;

/** A bag that passes by file after file and is written nowhere: its manifest is kept, and held against the sums when all have passed. */
public final class BagSums {

    private static final String MANIFEST = BagNames.MANIFEST + "sha256.txt";
    private static final int SHA256_DIGITS = 64;

    private final ByteArrayOutputStream manifest = new ByteArrayOutputStream();

    /** Bytes of a file as they pass. */
    public void pass(String path, byte[] bytes, int length) {
        if (path.equals(MANIFEST) && manifest.size() <= BagFolder.LARGEST_TEXT) manifest.write(bytes, 0, length);
    }

    /** @param sums SHA-256 of everything that has passed */
    public List<Finding> heldAgainst(SortedMap<String, byte[]> sums) {
        var findings = new Findings();
        if (!sums.containsKey(MANIFEST)) findings.error("file-missing", "file", MANIFEST);
        var lines = BagManifest.read(MANIFEST, manifest.toByteArray(), SHA256_DIGITS, findings);
        for (var line : lines.entrySet()) {
            var sum = sums.get(line.getKey());
            if (sum == null) findings.error("file-missing", "file", line.getKey(), "manifest", MANIFEST);
            else if (!Arrays.equals(sum, line.getValue())) findings.error("hash-differs", "file", line.getKey(), "manifest", MANIFEST);
        }
        for (var path : sums.keySet()) {
            if (BagNames.isPayload(path) && !lines.containsKey(path)) findings.error("file-not-in-manifest", "file", path, "manifest", MANIFEST);
        }
        return findings.all();
    }
}
