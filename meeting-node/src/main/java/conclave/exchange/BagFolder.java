package conclave.exchange;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.TreeMap;

/** Walks through the folder of a bag and looks at names, kinds and sizes only; no file is opened. */
final class BagFolder extends SimpleFileVisitor<Path> {

    private final Path root;
    private final BagListing listing;
    private final Findings findings;

    BagFolder(Path root, BagListing listing, Findings findings) {
        this.root = root;
        this.listing = listing;
        this.findings = findings;
    }

    /** Every file with its size. */
    TreeMap<String, Long> walk() {
        if (!Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)) {
            findings.error("folder-missing");
            return new TreeMap<>();
        }
        try {
            Files.walkFileTree(root, this);
        } catch (IOException e) {
            findings.error("folder-unreadable");
        }
        return listing.whole();
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        if (folder.getNameCount() - root.getNameCount() <= 9) return FileVisitResult.CONTINUE;
        findings.error("folder-too-deep", "file", BagNames.shown(root.relativize(folder).toString()));
        return FileVisitResult.SKIP_SUBTREE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (!listing.oneMore()) return FileVisitResult.TERMINATE;
        listing.found(BagNames.shown(root.relativize(file).toString()), attributes.size(), attributes.isRegularFile());
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
        findings.error("file-unreadable", "file", BagNames.shown(root.relativize(file).toString()));
        return FileVisitResult.CONTINUE;
    }
}
