package conclave.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import conclave.codec.Codec;
import conclave.exchange.result.ResultFolder;
import conclave.meeting.TestMeeting;
import conclave.meeting.event.Fact;
import conclave.seal.Digests;
import conclave.seal.SigningKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;

/** The result of a meeting that two nodes have kept, as a folder; and the same folder in an attacker's hands. */
final class Outcome {

    static final SigningKey A = SigningKey.fresh();
    static final SigningKey B = SigningKey.fresh();
    static final List<Signatory> KIT = List.of(new Signatory("a", A.publicKey()), new Signatory("b", B.publicKey()));
    private static final int RUN = 64;

    private Outcome() {
    }

    static Path of(Path place, List<Fact> facts) throws IOException {
        var bodies = facts.stream().map(fact -> Codec.body(TestMeeting.ID, fact)).toList();
        try (var a = new Kept(place.resolve("a"), A, TestMeeting.ID.value(), bodies, RUN);
                var b = new Kept(place.resolve("b"), B, TestMeeting.ID.value(), bodies, RUN)) {
            a.stated(b);
            ResultFolder.write(a.folder, place.resolve("result"), LocalDate.of(2026, 11, 21));
            return place.resolve("result");
        }
    }

    static Verdict audit(Path result) {
        return WholeAudit.of(result, KIT, Audit.Held.NOTHING);
    }

    /** An attacker makes the lists anew, so that nothing but the contents can betray the change. */
    static void listAnew(Path result) throws IOException {
        Files.write(result.resolve("manifest-sha256.txt"), listed(result, true));
        Files.write(result.resolve("tagmanifest-sha256.txt"), listed(result, false));
    }

    private static List<String> listed(Path result, boolean payload) throws IOException {
        var lines = new TreeMap<String, String>();
        try (var all = Files.walk(result)) {
            all.filter(Files::isRegularFile).forEach(file -> {
                var name = result.relativize(file).toString();
                if (name.startsWith("data/") == payload && !name.startsWith("tagmanifest")) lines.put(name, digest(file) + "  " + name);
            });
        }
        return List.copyOf(lines.values());
    }

    private static String digest(Path file) {
        try {
            return Digests.hex(Digests.sha256(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> lines(Path file) throws IOException {
        return Files.readAllLines(file, UTF_8);
    }
}
