package conclave.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A file of lines that grows at its end: gathered in memory, written in one call, synced about once a second and at
 * the close. No acknowledgement waits for it, because what it holds can be made again from the log.
 */
final class GrowingFile implements AutoCloseable {

    private static final int GATHER = 1 << 18;
    private static final int CHUNK = 1 << 20;
    private static final ScheduledExecutorService SYNC = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("evidence-sync").factory());

    private final Path path;
    private final FileChannel channel;
    private final Future<?> syncing;
    private byte[] gathered = new byte[GATHER];
    private int gatheredLength;
    private long written;
    private volatile boolean dirty;
    private volatile Broken failure;

    GrowingFile(Path path) {
        this.path = path;
        try {
            channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            written = channel.size();
            try (var folder = FileChannel.open(path.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
                folder.force(true);
            }
        } catch (IOException e) {
            throw new Broken("the file cannot be opened: " + path, e);
        }
        syncing = SYNC.scheduleWithFixedDelay(this::syncNowAndThen, 1, 1, TimeUnit.SECONDS);
    }

    Path path() {
        return path;
    }

    /** Where the next line will begin. */
    long length() {
        return written + gatheredLength;
    }

    void add(byte[] line) {
        var needed = gatheredLength + line.length + 1;
        if (needed > gathered.length) {
            flush();
            if (line.length + 1 > gathered.length) gathered = new byte[line.length + 1];
        }
        System.arraycopy(line, 0, gathered, gatheredLength, line.length);
        gathered[gatheredLength + line.length] = '\n';
        gatheredLength += line.length + 1;
    }

    void flush() {
        if (failure != null) throw failure;
        if (gatheredLength == 0) return;
        try {
            var bytes = ByteBuffer.wrap(gathered, 0, gatheredLength);
            for (long at = written; bytes.hasRemaining(); ) at += channel.write(bytes, at);
            written += gatheredLength;
            gatheredLength = 0;
            dirty = true;
        } catch (IOException e) {
            throw fail("cannot be written", e);
        }
    }

    /** Bytes that stand in the file at this place, fewer where it ends. */
    byte[] read(long from, int length) {
        try {
            var bytes = ByteBuffer.allocate(Math.clamp(written - from, 0, length));
            while (bytes.hasRemaining()) {
                if (channel.read(bytes, from + bytes.position()) < 0) throw new IOException("it became shorter");
            }
            return bytes.array();
        } catch (IOException e) {
            throw fail("cannot be read", e);
        }
    }

    /** What stands from here to the end; a disk may have grown a file by zeros that were never written: they do not count. */
    byte[] rest(long from, int atMost) {
        var rest = read(from, atMost);
        int end = rest.length;
        while (end > 0 && rest[end - 1] == 0) end--;
        return Arrays.copyOf(rest, end);
    }

    /** What is shown the lines that a file holds. */
    interface Lines {
        void line(byte[] line, long offset);
    }

    /** All whole lines, in order. A last one without its end was being written when the power went: it is cut. */
    void readLines(Lines reader) {
        long begin = 0;
        for (byte[] chunk; (chunk = read(begin, CHUNK)).length > 0; ) {
            int from = 0;
            for (int i = 0; i < chunk.length; i++) {
                if (chunk[i] != '\n') continue;
                reader.line(Arrays.copyOfRange(chunk, from, i), begin + from);
                from = i + 1;
            }
            begin += from;
            if (from == 0) break;
        }
        if (begin < length()) cut(begin);
    }

    void cut(long length) {
        try {
            channel.truncate(length);
            channel.force(true);
            written = length;
        } catch (IOException e) {
            throw fail("cannot be cut to " + length + " bytes", e);
        }
    }

    /** Whoever writes next is told of a failure. */
    private void syncNowAndThen() {
        synchronized (channel) {
            if (failure == null && dirty && channel.isOpen()) sync();
        }
    }

    private void sync() {
        try {
            dirty = false;
            channel.force(false);
        } catch (IOException e) {
            fail("cannot be synced", e);
        }
    }

    private Broken fail(String what, IOException cause) {
        failure = new Broken("the file " + what + ": " + path, cause);
        return failure;
    }

    @Override
    public void close() {
        syncing.cancel(false);
        synchronized (channel) {
            try (channel) {
                flush();
                if (dirty) sync();
            } catch (IOException e) {
                throw fail("cannot be closed", e);
            }
        }
        if (failure != null) throw failure;
    }
}
