package conclave.appliance;

import conclave.exchange.MeetingFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What must not lie in clear anywhere below a folder: names, numbers and units of a meeting's people, and stretches of its documents. */
final class Canaries {

    private static final int SHORTEST = 6;
    private static final int STRETCH = 32;

    /** By their first bytes, so that one pass over a file finds them all. */
    private final Map<Long, List<Needle>> needles = new TreeMap<>();
    private final BitSet ends = new BitSet(1 << 16);

    private record Needle(byte[] bytes, String what) {
    }

    static Canaries of(MeetingFile meeting, Path folder) throws IOException {
        var canaries = new Canaries();
        for (var person : meeting.people()) canaries.text(person.name(), "name of an expert");
        for (var applicant : meeting.applicants()) {
            canaries.text(applicant.name(), "name of an applicant");
            canaries.text(applicant.idNumber(), "identity number");
            canaries.text(applicant.phone(), "telephone");
            canaries.text(applicant.unit(), "unit");
            for (var document : applicant.documents()) {
                canaries.text(document.title(), "title of a document");
                var bytes = Files.readAllBytes(folder.resolve(document.file()));
                for (int at = bytes.length / 4; at + STRETCH <= bytes.length; at += bytes.length / 4) canaries.bytes(slice(bytes, at), document.file() + " at " + at);
            }
        }
        return canaries;
    }

    private static byte[] slice(byte[] bytes, int at) {
        var stretch = new byte[STRETCH];
        System.arraycopy(bytes, at, stretch, 0, STRETCH);
        return stretch;
    }

    private void text(String text, String what) {
        for (var charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, Charset.forName("GBK"))) bytes(text.getBytes(charset), what + " " + text + " " + charset);
    }

    private void bytes(byte[] needle, String what) {
        // Shorter ones turn up by chance in what is sealed; two characters in UTF-8 do not.
        if (needle.length < SHORTEST) return;
        long start = 0;
        for (int i = 0; i < SHORTEST; i++) start = start << 8 | needle[i] & 0xff;
        needles.computeIfAbsent(start, _ -> new ArrayList<>()).add(new Needle(needle, what));
        ends.set((int) (start & 0xffff));
    }

    /** File and what lies there in clear. */
    List<String> below(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)).flatMap(file -> in(file).stream().map(what -> folder.relativize(file) + ": " + what))
                    .distinct().toList();
        }
    }

    private List<String> in(Path file) {
        var found = new ArrayList<String>();
        try {
            var bytes = Files.readAllBytes(file);
            long window = 0;
            for (int i = 0; i < bytes.length; i++) {
                window = (window << 8 | bytes[i] & 0xff) & 0xffff_ffff_ffffL;
                if (!ends.get((int) (window & 0xffff)) || !needles.containsKey(window)) continue;
                int from = i - SHORTEST + 1;
                for (var needle : needles.get(window)) {
                    if (Arrays.mismatch(bytes, from, Math.min(bytes.length, from + needle.bytes.length), needle.bytes, 0, needle.bytes.length) < 0) found.add(needle.what);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }
}
