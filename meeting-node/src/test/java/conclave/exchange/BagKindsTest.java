package conclave.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import conclave.seal.Digests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of bag that there is in the world: what our profile takes, and what it refuses and calls by its name. */
class BagKindsTest {

    private static final long SEED = Long.getLong("conclave.seed", 20261121);
    private static final List<String> GOOD = List.of();

    @TempDir
    private Path temp;
    private int bags;

    @Test
    void strongAlgorithmsAreTakenOneOrBoth() throws IOException {
        assertEquals(GOOD, bag().codes());
        assertEquals(GOOD, bag().without("manifest-sha256.txt").manifest("sha512", same()).codes("sha512"));
        assertEquals(GOOD, bag().manifest("sha512", same()).codes("sha256", "sha512"));
    }

    @Test
    void weakAlgorithmsDoNotSufficeButMustHold() throws IOException {
        for (var weak : List.of("md5", "sha1")) {
            assertEquals(List.of("bag-algorithm-weak"), bag().without("manifest-sha256.txt").manifest(weak, same()).codes());
            assertEquals(List.of("bag-algorithm-weak"), bag().codes(weak));
            assertEquals(GOOD, bag().manifest(weak, same()).codes());
            assertEquals(List.of("hash-differs"), bag().manifest(weak, text -> "00" + text.substring(2)).codes());
        }
    }

    @Test
    void unknownAlgorithms() throws IOException {
        assertEquals(List.of("bag-algorithm-unknown"), bag().file("manifest-crc32.txt", "00  data/one.txt\n").codes());
        assertEquals(List.of("bag-algorithm-unknown"), bag().file("tagmanifest-whirlpool.txt", "00  bagit.txt\n").codes());
    }

    @Test
    void whatMustBeThere() throws IOException {
        for (var file : List.of("bagit.txt", "bag-info.txt", "manifest-sha256.txt")) {
            assertEquals(List.of("file-missing"), bag().without(file).codes(), file);
        }
        var unsealed = bag();
        unsealed.codes();
        Files.delete(temp.resolve("bag" + bags).resolve("tagmanifest-sha256.txt"));
        var findings = new Findings();
        new BagReader(temp.resolve("bag" + bags), Set.of(), Optional.empty(), findings).verify();
        assertEquals("file-missing", findings.all().getFirst().code());
    }

    @Test
    void lineEndsOfEverySystem() throws IOException {
        for (var end : List.of("\r\n", "\r", "\n")) {
            Function<String, String> change = text -> text.replace("\n", end);
            assertEquals(GOOD, bag().manifest("sha256", change).file("bagit.txt", "BagIt-Version: 0.97" + end + "Tag-File-Character-Encoding: utf-8" + end)
                    .file("bag-info.txt", "Payload-Oxum: 6.2" + end).codes(Optional.empty(), change, List.of("sha256")), end.replace("\r", "CR"));
        }
        assertEquals(GOOD, bag().manifest("sha256", String::strip).codes());
    }

    @Test
    void formsOfALine() throws IOException {
        assertEquals(GOOD, bag().manifest("sha256", capitals()).codes());
        assertEquals(GOOD, bag().manifest("sha256", text -> text.replace("  ", " ")).codes());
        assertEquals(GOOD, bag().manifest("sha256", text -> text.replace("  ", "\t")).codes());
        assertEquals(GOOD, bag().manifest("sha256", text -> text.replace("  ", " *")).codes());
        assertEquals(GOOD, bag().manifest("sha256", text -> text.replace("  ", "  ./")).codes());
    }

    @Test
    void linesThatAreNone() throws IOException {
        for (var change : List.<Function<String, String>>of(
                text -> text.replaceFirst("  ", ""), text -> text.replaceFirst("  ", " "), text -> text.substring(2), text -> "\uFEFF" + text, text -> "\n" + text,
                text -> text + "\n", text -> text.replaceFirst("\n", "\r\n"), text -> " " + text, text -> text.replaceFirst("\n", " \n"), text -> "# files\n" + text,
                text -> text.replace("one.txt", "one\u0000.txt"), text -> "g" + text.substring(1),
                text -> text.lines().findFirst().orElseThrow().toUpperCase(Locale.ROOT).replace("DATA", "data").replace("DEEP", "deep").replace("TWO.TXT", "two.txt") + "\n"
                        + text.lines().skip(1).findFirst().orElseThrow() + "\n")) {
            assertEquals(List.of("manifest-line-malformed"), malformed(change), change.apply("ab  data/deep/two.txt\ncd  data/one.txt\n"));
        }
    }

    @Test
    void pathsThatLeadOut() throws IOException {
        for (var path : List.of("../one.txt", "data/../../one.txt", "/etc/passwd", "~/one.txt", "data/~root/x", "C:\\one.txt", "data\\one.txt", "data//one.txt", "data/./one.txt",
                "data/", "data", "..", "data/%2e%2e/one.txt", "data/one%0A.txt", "data/one%25.txt", "file:///etc/passwd", "data/one.txt/", "con/one.txt", "data/一.txt")) {
            var codes = malformed(text -> text + "0".repeat(64) + "  " + path + "\n");
            assertFalse(codes.isEmpty(), path);
            assertEquals(path.equals("data") ? List.of("file-missing") : List.of("manifest-line-malformed"), codes, path);
        }
    }

    @Test
    void theSameFileTwice() throws IOException {
        assertEquals(List.of("manifest-line-twice"), malformed(text -> text + text.lines().findFirst().orElseThrow() + "\n"));
        assertEquals(List.of("manifest-line-twice"), malformed(text -> text + "0".repeat(64) + "  data/one.txt\n"));
    }

    @Test
    void manifestsAndFilesThatDoNotMatch() throws IOException {
        assertEquals(List.of("file-not-in-manifest"), bag().file("data/three.txt", "3").codes());
        assertEquals(List.of("file-missing"), malformed(text -> text + "0".repeat(64) + "  data/three.txt\n"));
        assertEquals(List.of("file-missing"), malformed(text -> text.replace("one.txt", "ONE.txt")).stream().filter("file-missing"::equals).toList());
        assertEquals(List.of("hash-differs"), bag().file("data/one.txt", "two").codes());
        assertEquals(List.of("file-not-in-manifest"), bag().manifest("sha512", text -> text.lines().findFirst().orElseThrow() + "\n").codes());
        assertEquals(List.of("file-in-wrong-manifest"), malformed(text -> text + "0".repeat(64) + "  bagit.txt\n"));
        assertEquals(List.of("fetch-refused"), bag().file("fetch.txt", "http://127.0.0.1/x 3 data/three.txt\n").codes());
        assertEquals(List.of("file-unexpected"), bag().file("readme.txt", "hello").codes());
        assertEquals(List.of("file-name-refused"), bag().file("notes/readme.txt", "hello").codes());
    }

    @Test
    void declarationsThatAreNone() throws IOException {
        var encoding = "Tag-File-Character-Encoding: UTF-8\n";
        for (var text : List.of("", "BagIt-Version: 1.0\n", "BagIt-Version: 0.95\n" + encoding, "BagIt-Version: 1.1\n" + encoding, "BagIt-Version: .97\n" + encoding,
                "\uFEFFBagIt-Version: 1.0\n" + encoding, " BagIt-Version: 1.0\n" + encoding, "BagIt-Version : 1.0\n" + encoding, "bagit-version: 1.0\n" + encoding,
                "BagIt-Version:1.0\n" + encoding, "BagIt-Version: 1.0 \n" + encoding, "BagIt-Version: 1.0\n" + encoding + "\n", "BagIt-Version: 1.0\n" + encoding + "More: 1\n",
                encoding + "BagIt-Version: 1.0\n", "BagIt-Version: 1.0\n\n" + encoding)) {
            assertEquals(List.of("bagit-version-unknown"), bag().file("bagit.txt", text).codes(), text);
        }
        for (var other : List.of("ISO-8859-1", "UTF-16", "GBK", "UTF-8 ", "", "UTF-8\r")) {
            assertEquals(List.of("bag-encoding-refused"), bag().file("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: " + other + "\n").codes(), other);
        }
        var wide = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-16\n".getBytes(StandardCharsets.UTF_16);
        assertEquals(List.of("bagit-version-unknown"), bag().file("bagit.txt", wide).codes());
    }

    @Test
    void whatStandsInBagInfo() throws IOException {
        for (var text : List.of("", "Payload-Oxum: 6.2", "payload-oxum:6.2\n", "Source: 某市\n  继续\n\tagain: and again\nPayload-Oxum: 6.2\n", "A: 1\nA: 2\n", "A:\n")) {
            assertEquals(GOOD, bag().file("bag-info.txt", text).codes(), text);
        }
        for (var text : List.of("no colon\n", " goes on from nothing\n", "A: 1\n\nB: 2\n", ": nothing\n", "A: \u0007\n", "A: 1\r\nB: 2\nC: 3\r\n")) {
            assertEquals(List.of("bag-info-malformed"), bag().file("bag-info.txt", text).codes(), text);
        }
        assertEquals(List.of("bag-info-malformed"), bag().file("bag-info.txt", "某市: 1\n".getBytes(java.nio.charset.Charset.forName("GBK"))).codes());
        for (var oxum : List.of("6", "6.", ".2", "6,2", "-6.2", "6.2.1", "99999999999999999999.2", "6.2\nPayload-Oxum: 6.2")) {
            assertEquals(List.of("bag-oxum-malformed"), bag().file("bag-info.txt", "Payload-Oxum: " + oxum + "\n").codes(), oxum);
        }
        for (var oxum : List.of("7.2", "6.3", "0.0")) assertEquals(List.of("bag-oxum-differs"), bag().file("bag-info.txt", "Payload-Oxum: " + oxum + "\n").codes(), oxum);
    }

    /** SM3 comes from an adapter; here another function stands for it. */
    @Test
    void theListOfSm3SumsIsHeldAgainstTheFilesWhereTheFunctionIsThere() throws IOException {
        var wrong = bag().file("sm3sum.txt", "0".repeat(64) + "  data/one.txt\n");
        assertEquals(GOOD, wrong.codes());
        assertEquals(List.of("file-not-in-manifest"), wrong.codes(Optional.of(Digests::sha256), same(), List.of("sha256")));
        var right = bag().manifest("sha256", text -> text);
        var list = Files.readString(writtenManifest(right));
        assertEquals(GOOD, bag().file("sm3sum.txt", list).codes(Optional.of(Digests::sha256), same(), List.of("sha256")));
        assertEquals(List.of("hash-differs"), bag().file("sm3sum.txt", "00" + list.substring(2)).codes(Optional.of(Digests::sha256), same(), List.of("sha256")));
    }

    @Test
    void whateverStandsInAManifestNothingIsThrown() throws IOException {
        var random = new Random(SEED);
        for (int round = 0; round < 150; round++) {
            int cuts = 1 + random.nextInt(4);
            var codes = malformed(text -> {
                var bytes = text.getBytes(StandardCharsets.ISO_8859_1);
                for (int i = 0; i < cuts; i++) bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
                return new String(bytes, StandardCharsets.ISO_8859_1);
            });
            assertFalse(codes.isEmpty() && cuts == 1, "seed " + SEED + " round " + round);
        }
    }

    private Path writtenManifest(BagOf bag) throws IOException {
        bag.codes();
        return temp.resolve("bag" + bags).resolve("manifest-sha256.txt");
    }

    private List<String> malformed(Function<String, String> change) throws IOException {
        return bag().manifest("sha256", change).codes();
    }

    private static Function<String, String> capitals() {
        return text -> text.lines().map(line -> line.substring(0, 64).toUpperCase(Locale.ROOT) + line.substring(64) + "\n").reduce("", String::concat);
    }

    private static Function<String, String> same() {
        return Function.identity();
    }

    private BagOf bag() throws IOException {
        return new BagOf(Files.createDirectories(temp.resolve("bag" + ++bags)));
    }
}
