package conclave.audit;

import conclave.seal.Digests;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The manifests of a bag against what lies there. Of our own making here, because the one who wrote it must not be the one who checks it. */
final class BagSeal {

    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  ([A-Za-z0-9_-][A-Za-z0-9._/-]{0,239})");
    private static final long LARGEST_LIST = 64L << 20;
    private static final int DEEPEST = 10;
    private static final String PAYLOAD = "manifest-sha256.txt";
    private static final String TAGS = "tagmanifest-sha256.txt";

    private final Path root;
    private final Findings findings;

    BagSeal(Path root, Findings findings) {
        this.root = root;
        this.findings = findings;
    }

    void check() {
        try {
            var named = list(TAGS);
            named.putAll(list(PAYLOAD));
            var present = present();
            for (var name : present) {
                if (!named.containsKey(name)) findings.add(Matter.FILE_SURPLUS, "file", name);
            }
            for (var file : named.entrySet()) {
                if (!present.contains(file.getKey())) findings.add(Matter.FILE_ABSENT, "file", file.getKey());
                else if (!digest(root.resolve(file.getKey())).equals(file.getValue())) findings.add(Matter.FILE_CHANGED, "file", file.getKey());
            }
        } catch (IOException e) {
            findings.add(Matter.UNREADABLE, "file", root.getFileName());
        }
    }

    private TreeMap<String, String> list(String name) throws IOException {
        var named = new TreeMap<String, String>();
        var file = root.resolve(name);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > LARGEST_LIST) {
            findings.add(Matter.FILE_ABSENT, "file", name);
            return named;
        }
        int number = 0;
        for (var line : new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\n")) {
            number++;
            var well = LINE.matcher(line);
            if (!well.matches() || well.group(2).contains("..") || named.put(well.group(2), well.group(1)) != null) {
                findings.add(Matter.MANIFEST_MALFORMED, "file", name, "line", number);
            }
        }
        return named;
    }

    /** All but the one list that nothing names. What is no plain file is not one of ours. */
    private TreeSet<String> present() throws IOException {
        var present = new TreeSet<String>();
        try (var all = Files.walk(root, DEEPEST)) {
            for (var path : all.filter(one -> !Files.isDirectory(one, LinkOption.NOFOLLOW_LINKS)).toList()) {
                var name = root.relativize(path).toString().replace('\\', '/');
                if (name.equals(TAGS)) continue;
                if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) present.add(name);
                else findings.add(Matter.FILE_SURPLUS, "file", name);
            }
        }
        return present;
    }

    private static String digest(Path file) throws IOException {
        var digest = Digests.sha256();
        try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return Digests.hex(digest.digest());
    }
}
