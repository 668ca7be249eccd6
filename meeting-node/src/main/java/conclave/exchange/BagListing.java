package conclave.exchange;

import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The files of a bag by name, kind and size; no byte of them is looked at. */
final class BagListing {

    static final long LARGEST_FILE = 2L << 30;
    static final int MOST_FILES = 200_000;
    static final long LARGEST_TEXT = 64L << 20;

    private final Set<String> toKeep;
    private final Findings findings;
    private final TreeMap<String, Long> present = new TreeMap<>();
    private final TreeSet<String> namesIgnoringCase = new TreeSet<>();
    private int seen;

    /** @param toKeep the payload files that will be parsed, which are held in memory and therefore small */
    BagListing(Set<String> toKeep, Findings findings) {
        this.toKeep = toKeep;
        this.findings = findings;
    }

    boolean keptWhole(String path) {
        return !BagNames.isPayload(path) || toKeep.contains(path);
    }

    /** False where there are too many. */
    boolean oneMore() {
        return ++seen <= MOST_FILES;
    }

    /** Whether it may be in a bag. */
    boolean found(String path, long size, boolean plain) {
        var most = keptWhole(path) ? LARGEST_TEXT : LARGEST_FILE;
        if (!plain) {
            findings.error("not-a-plain-file", "file", path);
        } else if (!BagNames.safe(path)) {
            findings.error("file-name-refused", "file", path);
        } else if (!BagNames.isPayload(path) && !BagNames.isTag(path) && !path.equals(BagNames.FETCH)) {
            findings.error("file-unexpected", "file", path);
        } else if (size > most) {
            findings.error("file-too-large", "file", path, "bytes", Long.toString(size), "most", Long.toString(most));
        } else if (!namesIgnoringCase.add(path.toLowerCase(Locale.ROOT))) {
            findings.error("file-name-differs-in-case-only", "file", path);
        } else {
            present.put(path, size);
            return true;
        }
        return false;
    }

    /** All have been seen: every file with its size. */
    TreeMap<String, Long> whole() {
        namesIgnoringCase.clear();
        if (seen > MOST_FILES) findings.error("too-many-files", "most", Integer.toString(MOST_FILES));
        if (present.containsKey(BagNames.FETCH)) findings.error("fetch-refused", "file", BagNames.FETCH);
        for (var needed : Set.of(BagNames.DECLARATION, BagNames.INFO)) {
            if (!present.containsKey(needed)) findings.error("file-missing", "file", needed);
        }
        return present;
    }
}
