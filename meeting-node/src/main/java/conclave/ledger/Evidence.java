package conclave.ledger;

import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.seal.Digests;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The plain file that anybody can check: a line of canonical JSON for each event, each naming the hash of the one
 * before. Made from the log by replay. While the replay runs over what the file holds already, each line is compared
 * byte for byte; where the file ends it is continued. Format: docs/formats/evidence.md.
 */
public final class Evidence implements AutoCloseable {

    private static final int WINDOW = 1 << 18;

    private final GrowingFile file;
    private final LineIndex index = new LineIndex();
    private byte[] head;
    private boolean checking;
    private long checked;
    private byte[] window = new byte[0];
    private long windowAt;

    private Evidence(GrowingFile file, String meeting) {
        this.file = file;
        this.head = Digests.sha256(meeting.getBytes(StandardCharsets.US_ASCII));
        this.checking = file.length() > 0;
    }

    public static Evidence open(Path path, String meeting) {
        return new Evidence(new GrowingFile(path), meeting);
    }

    /** Writes the next event, or finds it standing there. The body must not name {@code seq} or {@code prev}. */
    public synchronized Line write(Json.Obj body) {
        if (body.has("seq") || body.has("prev")) throw new IllegalArgumentException("seq and prev are the evidence's own");
        long seq = index.lines() + 1;
        var bytes = CanonicalJson.bytes(body.with("seq", seq).with("prev", Digests.hex(head)));
        if (checking) checking = standsThere(seq, bytes);
        index.add(checking ? checked : file.length());
        if (checking) checked += bytes.length + 1;
        else file.add(bytes);
        head = Digests.sha256(bytes);
        return new Line(seq, bytes, head);
    }

    /** Said when the log has been read to its end. Anything more in the file is an event that the log has lost. */
    public synchronized void caughtUp() {
        if (!checking) return;
        if (file.rest(checked, WINDOW).length > 0 || file.length() - checked > WINDOW) {
            throw new Broken("the evidence is ahead of the log: " + file.path() + ", byte " + checked + ", line " + (index.lines() + 1));
        }
        append();
    }

    /** Hands what was gathered to the system, in one call. Durable about a second later; the log is durable already. */
    public synchronized void flush() {
        if (!checking) file.flush();
    }

    /** Number of the last line. */
    public synchronized long size() {
        return index.lines();
    }

    /** Hash of the last line, or of the meeting's id where there is none. */
    public synchronized byte[] head() {
        return head.clone();
    }

    /** How far the record goes, and the hash of its last line, of one moment. */
    public record Tip(long size, byte[] head) {
    }

    public synchronized Tip tip() {
        return new Tip(index.lines(), head.clone());
    }

    public Line line(long seq) {
        return lines(seq, 1).getFirst();
    }

    public synchronized List<Line> lines(long first, int count) {
        if (checking) throw new IllegalStateException("the evidence is still being compared with the log");
        var lines = new ArrayList<Line>(count);
        for (var bytes : index.read(file, first, count)) lines.add(new Line(first + lines.size(), bytes, Digests.sha256(bytes)));
        return lines;
    }

    /** False where the file ends, perhaps in the middle of this very line. */
    private boolean standsThere(long seq, byte[] line) {
        if (sees(line)) return true;
        var rest = file.rest(checked, line.length + 2);
        int differs = Arrays.mismatch(rest, line);
        if (differs == -1 || differs == rest.length) {
            append();
            return false;
        }
        throw new Broken("the evidence is damaged: " + file.path() + ", byte " + (checked + differs) + ", line " + seq);
    }

    private boolean sees(byte[] line) {
        if (checked + line.length + 1 > windowAt + window.length) {
            window = file.read(checked, Math.max(WINDOW, line.length + 1));
            windowAt = checked;
        }
        int from = (int) (checked - windowAt);
        int end = from + line.length;
        return end < window.length && window[end] == '\n' && Arrays.equals(window, from, end, line, 0, line.length);
    }

    private void append() {
        if (checked < file.length()) file.cut(checked);
        checking = false;
        window = new byte[0];
    }

    /** Before the end of the replay nothing is changed by closing. */
    @Override
    public synchronized void close() {
        file.close();
    }
}
