package conclave.exchange.result;

import conclave.codec.BadJson;
import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Predicate;

/**
 * What a node has kept of a meeting, up to the last line that it has signed for, copied while it may be writing on. Signatures are
 * looked at first and lines after them: so there is no signature for a line that is not in the copy.
 *
 * @param lines in the copy
 * @param left  lines that were there but not signed for; they go with the next result
 */
public record Kept(long lines, long left) {

    private static final int LONGEST_LINE = 64 << 20;

    /** @param into a folder that is there and empty */
    public static Kept copy(Path meeting, Path into) throws IOException {
        var signed = new long[1];
        lines(meeting.resolve("roots.jsonl"), into.resolve("roots.jsonl"), root -> {
            signed[0] = Math.addExact(root.number("first"), root.number("size")) - 1;
            return true;
        });
        lines(meeting.resolve("heads.jsonl"), into.resolve("heads.jsonl"), head -> head.number("size") <= signed[0]);
        for (var whole : new String[] {"forks.jsonl", "alone.jsonl"}) lines(meeting.resolve(whole), into.resolve(whole), _ -> true);
        return evidence(meeting.resolve("evidence.jsonl"), into.resolve("evidence.jsonl"), signed[0]);
    }

    private static Kept evidence(Path from, Path to, long most) throws IOException {
        long lines = 0;
        long left = 0;
        try (var in = new BufferedInputStream(Files.newInputStream(from), 1 << 18); var out = new BufferedOutputStream(Files.newOutputStream(to), 1 << 18)) {
            for (var line = line(in); line.length > 0; line = line(in)) {
                if (lines == most) {
                    left++;
                    continue;
                }
                out.write(line);
                lines++;
            }
        }
        if (lines < most) throw new ResultFolder.NoResult("the evidence has " + lines + " lines, and " + most + " were signed for");
        return new Kept(lines, left);
    }

    private static void lines(Path from, Path to, Predicate<Json.Obj> taken) throws IOException {
        if (!Files.exists(from)) return;
        try (var in = new BufferedInputStream(Files.newInputStream(from)); var out = new BufferedOutputStream(Files.newOutputStream(to))) {
            for (var line = line(in); line.length > 0; line = line(in)) {
                if (taken.test(CanonicalJson.readObject(Arrays.copyOf(line, line.length - 1)))) out.write(line);
            }
        } catch (BadJson | ArithmeticException e) {
            throw new ResultFolder.NoResult(from.getFileName() + " is damaged");
        }
    }

    /** With its line feed; nothing for the end, or for a last line that is still being written. */
    private static byte[] line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            line.write(next);
            if (next == '\n') return line.toByteArray();
            if (line.size() > LONGEST_LINE) throw new ResultFolder.NoResult("a line without end");
        }
        return new byte[0];
    }
}
