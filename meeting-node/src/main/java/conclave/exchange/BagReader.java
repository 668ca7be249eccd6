package conclave.exchange;

import conclave.seal.Digests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A BagIt folder (RFC 8493), believed only when everything in it is named, nothing named is missing, and every hash agrees.
 * What is in the files is nobody's business before that: {@link #verify} parses nothing but the manifests.
 */
final class BagReader {

    static final long LARGEST_FILE = 2L << 30;
    static final int MOST_FILES = 200_000;
    static final long LARGEST_TEXT = 64L << 20;

    private static final String MANIFEST = "manifest-sha256.txt";
    private static final String TAG_MANIFEST = "tagmanifest-sha256.txt";
    private static final List<String> TAGS = List.of("bag-info.txt", "bagit.txt", MANIFEST, "sm3sum.txt");
    private static final String NAME = "[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}";

    private final Path root;
    private final Set<String> toKeep;
    private final Findings findings;
    private final TreeMap<String, Long> present = new TreeMap<>();
    private final TreeMap<String, byte[]> kept = new TreeMap<>();
    private final TreeMap<String, PayloadFile> payload = new TreeMap<>();
    private final TreeSet<String> namesIgnoringCase = new TreeSet<>();
    private boolean tooMany;

    /** The files to keep are those that will be parsed; all others are only hashed, however large they are. */
    BagReader(Path root, Set<String> toKeep, Findings findings) {
        this.root = root;
        this.toKeep = toKeep;
        this.findings = findings;
    }

    /** Caps and names, then the manifests against the folder, then the hashes; each step only if the one before found nothing. */
    boolean verify() {
        walk();
        if (findings.failed()) return false;
        var tags = manifest(TAG_MANIFEST);
        requireSameSet(tags, TAG_MANIFEST, present.keySet().stream().filter(BagReader::isTag).toList());
        if (findings.failed()) return false;
        tags.forEach(this::verifyTag);
        if (findings.failed()) return false;
        checkDeclaration();
        var files = manifest(MANIFEST);
        requireSameSet(files, MANIFEST, present.keySet().stream().filter(path -> !isTag(path) && !path.equals(TAG_MANIFEST)).toList());
        if (findings.failed()) return false;
        files.forEach(this::verifyPayload);
        return !findings.failed();
    }

    SortedMap<String, PayloadFile> payload() {
        return payload;
    }

    /** The very bytes whose hash was verified, so that nobody can change a JSON file between the check and the reading. */
    byte[] verified(String path) {
        return kept.get(path);
    }

    private void walk() {
        if (!Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)) {
            findings.error("folder-missing");
            return;
        }
        try {
            Files.walkFileTree(root, new Visitor());
        } catch (IOException e) {
            findings.error("folder-unreadable");
        }
        if (tooMany) findings.error("too-many-files", "most", Integer.toString(MOST_FILES));
        if (present.containsKey("fetch.txt")) findings.error("fetch-refused", "file", "fetch.txt");
        for (var needed : List.of("bagit.txt", "bag-info.txt", MANIFEST, TAG_MANIFEST)) {
            if (!present.containsKey(needed)) findings.error("file-missing", "file", needed);
        }
    }

    private void found(Path file, BasicFileAttributes attributes) {
        var path = shown(root.relativize(file).toString());
        if (!attributes.isRegularFile()) {
            findings.error("not-a-plain-file", "file", path);
        } else if (!safe(path) || !path.contains("/") && !isTag(path) && !path.equals(TAG_MANIFEST) && !path.equals("fetch.txt")) {
            findings.error(safe(path) ? "file-unexpected" : "file-name-refused", "file", path);
        } else if (attributes.size() > (keptWhole(path) ? LARGEST_TEXT : LARGEST_FILE)) {
            findings.error("file-too-large", "file", path, "bytes", Long.toString(attributes.size()),
                    "most", Long.toString(keptWhole(path) ? LARGEST_TEXT : LARGEST_FILE));
        } else if (!namesIgnoringCase.add(path.toLowerCase(Locale.ROOT))) {
            findings.error("file-name-differs-in-case-only", "file", path);
        } else {
            present.put(path, attributes.size());
        }
    }

    /** Read in one form only (small letters, two spaces, LF), so that not even a changed space goes unnoticed. */
    private TreeMap<String, String> manifest(String name) {
        var lines = new TreeMap<String, String>();
        var text = new String(read(name), StandardCharsets.UTF_8);
        int number = 0;
        for (var line : text.split("\n")) {
            number++;
            var well = line.matches("[0-9a-f]{64}  [!-~]+") && safe(line.substring(66));
            if (!well) {
                findings.error("manifest-line-malformed", "file", name, "line", Integer.toString(number));
            } else if (lines.put(line.substring(66), line.substring(0, 64)) != null) {
                findings.error("manifest-line-twice", "file", name, "line", Integer.toString(number));
            }
        }
        return lines;
    }

    private void requireSameSet(SortedMap<String, String> named, String manifest, List<String> found) {
        for (var path : found) {
            if (!named.containsKey(path)) findings.error("file-not-in-manifest", "file", path, "manifest", manifest);
        }
        for (var path : named.keySet()) {
            if (!found.contains(path) && !present.containsKey(path)) {
                findings.error("file-missing", "file", path, "manifest", manifest);
            } else if (isTag(path) != manifest.equals(TAG_MANIFEST) || path.equals(TAG_MANIFEST)) {
                findings.error("file-in-wrong-manifest", "file", path, "manifest", manifest);
            }
        }
    }

    private void verifyTag(String path, String expected) {
        requireHash(path, Digests.hex(Digests.sha256(read(path))), expected);
    }

    private void verifyPayload(String path, String expected) {
        try {
            var hash = keptWhole(path) ? Digests.hex(Digests.sha256(read(path))) : digest(path);
            requireHash(path, hash, expected);
            payload.put(path, new PayloadFile(path, present.get(path), expected));
        } catch (IOException e) {
            findings.error("file-unreadable", "file", path);
        }
    }

    private void requireHash(String path, String found, String expected) {
        if (!found.equals(expected)) findings.error("hash-differs", "file", path);
    }

    private String digest(String path) throws IOException {
        var digest = Digests.sha256();
        var buffer = new byte[1 << 18];
        long left = present.get(path);
        boolean first = true;
        try (var in = Files.newInputStream(root.resolve(path), LinkOption.NOFOLLOW_LINKS)) {
            for (int n = in.read(buffer); n >= 0 && left >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
                left -= n;
                if (first) checkMagic(path, buffer, n);
                first = false;
            }
        }
        if (first) checkMagic(path, buffer, 0);
        if (left != 0) findings.error("file-changed-while-reading", "file", path);
        return HexFormat.of().formatHex(digest.digest());
    }

    private void checkMagic(String path, byte[] start, int length) {
        var magic = "%PDF-".getBytes(StandardCharsets.US_ASCII);
        var is = length >= magic.length && Arrays.equals(magic, 0, magic.length, start, 0, magic.length);
        if (path.endsWith(".pdf") && !is) findings.error("not-a-pdf", "file", path);
    }

    private void checkDeclaration() {
        var text = new String(read("bagit.txt"), StandardCharsets.UTF_8).replace("\r\n", "\n").strip();
        if (!text.matches("BagIt-Version: (1\\.0|0\\.97)\nTag-File-Character-Encoding: UTF-8")) {
            findings.error("bagit-version-unknown", "file", "bagit.txt");
        }
    }

    private byte[] read(String path) {
        return kept.computeIfAbsent(path, _ -> {
            try (var in = Files.newInputStream(root.resolve(path), LinkOption.NOFOLLOW_LINKS)) {
                var bytes = in.readNBytes((int) LARGEST_TEXT + 1);
                if (bytes.length != present.getOrDefault(path, 0L)) findings.error("file-changed-while-reading", "file", path);
                return bytes;
            } catch (IOException e) {
                findings.error("file-unreadable", "file", path);
                return new byte[0];
            }
        });
    }

    private static boolean isTag(String path) {
        return TAGS.contains(path);
    }

    private boolean keptWhole(String path) {
        return !path.contains("/") || toKeep.contains(path);
    }

    /** Plain ASCII names below the folder; a dot never begins a name, so nothing climbs out and nothing hides. */
    private static boolean safe(String path) {
        return path.length() <= 240 && (path.matches(NAME) || path.matches("data(/" + NAME + "){1,8}"));
    }

    /** A name as it may stand in a finding: long or strange ones are cut and their odd characters replaced. */
    private static String shown(String path) {
        var readable = path.replace('\\', '?').replaceAll("\\p{Cntrl}", "?");
        return readable.length() <= 300 ? readable : readable.substring(0, 300);
    }

    private final class Visitor extends SimpleFileVisitor<Path> {
        private int seen;

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return folder.getNameCount() - root.getNameCount() > 9 ? refuseDepth(folder) : FileVisitResult.CONTINUE;
        }

        private FileVisitResult refuseDepth(Path folder) {
            findings.error("folder-too-deep", "file", shown(root.relativize(folder).toString()));
            return FileVisitResult.SKIP_SUBTREE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            tooMany = ++seen > MOST_FILES;
            if (tooMany) return FileVisitResult.TERMINATE;
            found(file, attributes);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            findings.error("file-unreadable", "file", shown(root.relativize(file).toString()));
            return FileVisitResult.CONTINUE;
        }
    }
}
