package conclave.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import conclave.seal.Digests;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** A small bag as any tool might make it, and what the reader says of it. */
final class BagOf {

    private final Path folder;
    private final TreeMap<String, byte[]> files = new TreeMap<>();

    BagOf(Path folder) {
        this.folder = folder;
        file("data/one.txt", "one");
        file("data/deep/two.txt", "two");
        file("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
        file("bag-info.txt", "Payload-Oxum: 6.2\nContact-Name: somebody\n");
        manifest("sha256", Function.identity());
    }

    BagOf file(String name, String text) {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    BagOf file(String name, byte[] bytes) {
        files.put(name, bytes);
        return this;
    }

    BagOf without(String name) {
        files.remove(name);
        return this;
    }

    /** The list of all payload files; what is done to its text is done before its own hash is taken. */
    BagOf manifest(String algorithm, Function<String, String> change) {
        return file("manifest-" + algorithm + ".txt", change.apply(list(algorithm, files.keySet().stream().filter(name -> name.startsWith("data/")).toList())));
    }

    private String list(String algorithm, List<String> names) {
        var text = new StringBuilder();
        for (var name : names) text.append(Digests.hex(BagDigests.of(algorithm).digest(files.get(name)))).append("  ").append(name).append('\n');
        return text.toString();
    }

    /** As it stands, under tag manifests with these algorithms. */
    List<String> codes(String... tagManifests) throws IOException {
        return codes(Optional.empty(), Function.identity(), tagManifests.length == 0 ? List.of("sha256") : List.of(tagManifests));
    }

    List<String> codes(Optional<Supplier<MessageDigest>> sm3, Function<String, String> change, List<String> tagManifests) throws IOException {
        var tags = files.keySet().stream().filter(name -> !name.contains("/") && !name.startsWith("tagmanifest")).toList();
        for (var algorithm : tagManifests) {
            files.put("tagmanifest-" + algorithm + ".txt", change.apply(list(algorithm, tags)).getBytes(StandardCharsets.UTF_8));
        }
        for (var file : files.entrySet()) {
            var place = folder.resolve(file.getKey());
            Files.createDirectories(place.getParent());
            Files.write(place, file.getValue());
        }
        var findings = new Findings();
        new BagReader(folder, Set.of(), sm3, findings).verify();
        var codes = findings.all().stream().map(Finding::code).distinct().toList();
        assertEquals(codes, passing(sm3), "what passes by is judged like what lies in a folder");
        return codes;
    }

    private List<String> passing(Optional<Supplier<MessageDigest>> sm3) throws IOException {
        Passage passage = station -> {
            for (var file : files.entrySet()) station.pass(file.getKey(), file.getValue().length, new ByteArrayInputStream(file.getValue()));
        };
        var findings = new Findings();
        new BagReader(PassingBag.of(passage, Set.of(), sm3, findings), sm3, findings).verify();
        return findings.all().stream().map(Finding::code).distinct().toList();
    }
}
