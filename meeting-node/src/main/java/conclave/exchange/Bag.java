package conclave.exchange;

import conclave.seal.Digests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** A BagIt folder of whatever kind, for those who build packages of it or read one out of a package. */
public final class Bag {

    /**
     * @param payload every payload file, where the bag holds
     * @param kept the bytes of those that were to be kept, as they were hashed
     */
    public record Reading(boolean holds, SortedMap<String, PayloadFile> payload, SortedMap<String, byte[]> kept, List<Finding> findings) {
        public Reading {
            findings = List.copyOf(findings);
        }
    }

    private Bag() {
    }

    /** Whatever the folder holds, the answer is a value. */
    public static Reading read(Path folder, Set<String> toKeep, Optional<Supplier<MessageDigest>> sm3) {
        return read(folder, toKeep, sm3, Pulse.SILENT);
    }

    public static Reading read(Path folder, Set<String> toKeep, Optional<Supplier<MessageDigest>> sm3, Pulse pulse) {
        var findings = new Findings();
        return read(new BagReader(new BagBytes(folder, toKeep, findings, pulse), sm3, findings), toKeep, findings);
    }

    /** The same of what passes by; only what stands in the way of passing is thrown. */
    public static Reading read(Passage passage, Set<String> toKeep, Optional<Supplier<MessageDigest>> sm3) throws IOException {
        var findings = new Findings();
        return read(new BagReader(PassingBag.of(passage, toKeep, sm3, findings), sm3, findings), toKeep, findings);
    }

    private static Reading read(BagReader bag, Set<String> toKeep, Findings findings) {
        var holds = bag.verify();
        var kept = new TreeMap<String, byte[]>();
        for (var path : toKeep) {
            if (holds && bag.payload().containsKey(path)) kept.put(path, bag.verified(path));
        }
        return new Reading(holds, holds ? bag.payload() : new TreeMap<>(), kept, findings.all());
    }

    /**
     * The tag files of a bag that was read, as they must be with a list of SM3 sums beside them: the list itself, and the tag manifest that
     * names it. The folder stays as it is.
     */
    public static SortedMap<String, byte[]> withSm3(Path folder, SortedMap<String, PayloadFile> payload, Supplier<MessageDigest> sm3, Pulse pulse) throws IOException {
        var tags = new TreeMap<String, byte[]>();
        try (var files = Files.list(folder)) {
            for (var file : files.filter(it -> Files.isRegularFile(it, LinkOption.NOFOLLOW_LINKS)).toList()) {
                var name = file.getFileName().toString();
                if (BagNames.isSealedTag(name)) tags.put(name, Files.readAllBytes(file));
            }
        }
        var list = new StringBuilder();
        for (var path : payload.keySet()) list.append(sum(folder.resolve(path), sm3.get(), pulse)).append("  ").append(path).append('\n');
        tags.put(BagNames.SM3, list.toString().getBytes(StandardCharsets.UTF_8));
        var manifest = new StringBuilder();
        tags.forEach((name, bytes) -> manifest.append(Digests.hex(Digests.sha256(bytes))).append("  ").append(name).append('\n'));
        tags.put(BagNames.TAG_MANIFEST + "sha256.txt", manifest.toString().getBytes(StandardCharsets.UTF_8));
        return tags;
    }

    private static String sum(Path file, MessageDigest digest, Pulse pulse) throws IOException {
        var buffer = new byte[1 << 18];
        try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
                pulse.beat(n);
            }
        }
        return Digests.hex(digest.digest());
    }
}
