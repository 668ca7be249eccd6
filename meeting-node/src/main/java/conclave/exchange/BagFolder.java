package conclave.exchange;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Walks through a bag and looks at names, kinds and sizes only; no file is opened. */
final class BagFolder extends SimpleFileVisitor<Path> {

    static final long LARGEST_FILE = 2L << 30;
    static final int MOST_FILES = 200_000;
    static final long LARGEST_TEXT = 64L << 20;

    private final Path root;
    private final Set<String> toKeep;
    private final Findings findings;
    private final TreeMap<String, Long> present = new TreeMap<>();
    private final TreeSet<String> namesIgnoringCase = new TreeSet<>();
    private int seen;

    BagFolder(Path root, Set<String> toKeep, Findings findings) {
        this.root = root;
        this.toKeep = toKeep;
        this.findings = findings;
    }

    /** Every file with its size. */
    TreeMap<String, Long> walk() {
        if (!Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)) {
            findings.error("folder-missing");
            return present;
        }
        try {
            Files.walkFileTree(root, this);
        } catch (IOException e) {
            findings.error("folder-unreadable");
        }
        if (seen > MOST_FILES) findings.error("too-many-files", "most", Integer.toString(MOST_FILES));
        if (present.containsKey(BagNames.FETCH)) findings.error("fetch-refused", "file", BagNames.FETCH);
        for (var needed : Set.of(BagNames.DECLARATION, BagNames.INFO)) {
            if (!present.containsKey(needed)) findings.error("file-missing", "file", needed);
        }
        return present;
    }

    boolean keptWhole(String path) {
        return !BagNames.isPayload(path) || toKeep.contains(path);
    }

    private void found(Path file, BasicFileAttributes attributes) {
        var path = BagNames.shown(root.relativize(file).toString());
        var most = keptWhole(path) ? LARGEST_TEXT : LARGEST_FILE;
        if (!attributes.isRegularFile()) {
            findings.error("not-a-plain-file", "file", path);
        } else if (!BagNames.safe(path)) {
            findings.error("file-name-refused", "file", path);
        } else if (!BagNames.isPayload(path) && !BagNames.isTag(path) && !path.equals(BagNames.FETCH)) {
            findings.error("file-unexpected", "file", path);
        } else if (attributes.size() > most) {
            findings.error("file-too-large", "file", path, "bytes", Long.toString(attributes.size()), "most", Long.toString(most));
        } else if (!namesIgnoringCase.add(path.toLowerCase(Locale.ROOT))) {
            findings.error("file-name-differs-in-case-only", "file", path);
        } else {
            present.put(path, attributes.size());
        }
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        if (folder.getNameCount() - root.getNameCount() <= 9) return FileVisitResult.CONTINUE;
        findings.error("folder-too-deep", "file", BagNames.shown(root.relativize(folder).toString()));
        return FileVisitResult.SKIP_SUBTREE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (++seen > MOST_FILES) return FileVisitResult.TERMINATE;
        found(file, attributes);
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
        findings.error("file-unreadable", "file", BagNames.shown(root.relativize(file).toString()));
        return FileVisitResult.CONTINUE;
    }
}
