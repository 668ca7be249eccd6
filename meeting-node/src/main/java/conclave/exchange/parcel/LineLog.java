package conclave.exchange.parcel;

import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.codec.BadJson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A file of lines that only grows; each is on the disk when {@link #add} returns. A last line that a power cut has torn was never told to anybody. */
final class LineLog {

    private static final long LARGEST = 64L << 20;

    private final Path file;

    LineLog(Path file) {
        this.file = file;
    }

    List<Json.Obj> read() throws IOException {
        var lines = new ArrayList<Json.Obj>();
        if (!Files.exists(file)) return lines;
        if (Files.size(file) > LARGEST) throw Stopped.by(Obstacle.JOURNAL, "file", file.getFileName().toString());
        var bytes = Files.readAllBytes(file);
        int from = 0;
        for (int at = 0; at < bytes.length; at++) {
            if (bytes[at] != '\n') continue;
            try {
                lines.add(CanonicalJson.readObject(Arrays.copyOfRange(bytes, from, at)));
            } catch (BadJson e) {
                throw Stopped.by(Obstacle.JOURNAL, "file", file.getFileName().toString(), "line", Integer.toString(lines.size() + 1));
            }
            from = at + 1;
        }
        return lines;
    }

    void add(Json.Obj line) throws IOException {
        var whole = wholeLines();
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.truncate(whole);
            channel.position(whole);
            var bytes = ByteBuffer.wrap((CanonicalJson.text(line) + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) channel.write(bytes);
            channel.force(true);
        }
        Folders.force(file.toAbsolutePath().getParent());
    }

    private long wholeLines() throws IOException {
        if (!Files.exists(file)) return 0;
        if (Files.size(file) > LARGEST) throw Stopped.by(Obstacle.JOURNAL, "file", file.getFileName().toString());
        var bytes = Files.readAllBytes(file);
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') end--;
        return end;
    }
}
