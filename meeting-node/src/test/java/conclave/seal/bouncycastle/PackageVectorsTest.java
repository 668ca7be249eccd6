package conclave.seal.bouncycastle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.seal.container.ContainerReader;
import conclave.seal.container.PackageKey;
import conclave.seal.container.Refused;
import conclave.seal.container.SignedStatement;
import conclave.seal.container.Trust;
import conclave.seal.container.Unwrapping;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was once written stays readable, and what was refused stays refused with the same code. The file grows and is never edited. */
class PackageVectorsTest {

    private static final HexFormat HEX = HexFormat.of();
    private static final BouncyPackages PACKAGES = new BouncyPackages();

    @TempDir
    private Path folder;

    @Test
    void everyVectorMeetsItsVerdict() throws IOException {
        var cases = cases();
        assertTrue(cases.size() >= 20, "vectors are missing: " + cases.size());
        for (var one : cases) {
            var verdict = one.get("verdict");
            if (verdict.equals("good")) run(one);
            else assertEquals(verdict, assertThrows(Refused.class, () -> run(one), one.get("case")).code(), one.get("case"));
        }
    }

    @Test
    void aReaderMadeFromTheDocumentAloneReadsTheSame() throws IOException, GeneralSecurityException {
        int read = 0;
        for (var one : cases()) {
            if (!one.containsKey("container") || !one.get("verdict").equals("good") || !one.containsKey("content-key")) continue;
            var container = HEX.parseHex(one.get("container"));
            if (container[8] != 1) continue;
            assertArrayEquals(HEX.parseHex(one.get("payload")), StrangersReader.payload(container, HEX.parseHex(one.get("content-key"))), one.get("case"));
            read++;
        }
        assertTrue(read >= 2);
    }

    private void run(Map<String, String> one) throws IOException {
        if (one.containsKey("p7s")) {
            var signature = edited(HEX.parseHex(one.get("p7s")), one);
            var trust = Trust.in(HEX.parseHex(one.get("anchor")));
            var opened = SignedStatement.of(signature, PACKAGES.check(), trust, Instant.parse(one.get("at")));
            assertEquals(one.get("statement"), new String(opened.statement().bytes(), StandardCharsets.UTF_8), one.get("case"));
            return;
        }
        var file = Files.write(folder.resolve("P.mpkg"), edited(HEX.parseHex(one.get("container")), one));
        try (var reader = ContainerReader.open(List.of(file), unwrapping(one), PACKAGES)) {
            assertArrayEquals(HEX.parseHex(one.get("payload")), reader.payload().readAllBytes(), one.get("case"));
        }
    }

    private static Unwrapping unwrapping(Map<String, String> one) {
        if (one.containsKey("content-key")) return (kind, profile, envelope) -> HEX.parseHex(one.get("content-key"));
        if (one.containsKey("passphrase")) return PACKAGES.with(one.get("passphrase").toCharArray());
        return PACKAGES.with(List.of(new PackageKey(HEX.parseHex(one.get("test-key")), List.of(HEX.parseHex(one.get("certificate"))))));
    }

    /** flip OFFSET MASK, cut LENGTH, append HEX. */
    private static byte[] edited(byte[] bytes, Map<String, String> one) {
        var edit = one.getOrDefault("edit", "none").split(" ");
        return switch (edit[0]) {
            case "flip" -> {
                bytes[Integer.parseInt(edit[1])] ^= (byte) Integer.parseInt(edit[2], 16);
                yield bytes;
            }
            case "cut" -> Arrays.copyOf(bytes, Integer.parseInt(edit[1]));
            case "append" -> {
                var longer = new ByteArrayOutputStream();
                longer.writeBytes(bytes);
                longer.writeBytes(HEX.parseHex(edit[1]));
                yield longer.toByteArray();
            }
            default -> bytes;
        };
    }

    /** A block may say {@code like CASE} and then only what differs. */
    private static List<Map<String, String>> cases() throws IOException {
        var cases = new ArrayList<Map<String, String>>();
        try (var in = PackageVectorsTest.class.getResourceAsStream("/conclave/seal/package-v1.txt")) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (var block : text.split("\n\n")) {
                var fields = new TreeMap<String, String>();
                for (var line : block.split("\n")) {
                    if (line.startsWith("#") || line.isBlank()) continue;
                    var parts = line.split(" ", 2);
                    fields.put(parts[0], parts.length == 2 ? parts[1] : "");
                }
                if (fields.isEmpty()) continue;
                cases.stream().filter(other -> other.get("case").equals(fields.get("like"))).findFirst()
                        .ifPresent(other -> other.forEach((name, value) -> {
                            if (!name.equals("like")) fields.putIfAbsent(name, value);
                        }));
                cases.add(fields);
            }
        }
        return cases;
    }
}
