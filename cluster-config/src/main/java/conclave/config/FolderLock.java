package conclave.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The operating system's lock on one file: it falls with the process, so a crash leaves nothing to clean up. */
final class FolderLock implements AutoCloseable {

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    static Optional<FolderLock> take(Path file) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean held = false;
        try {
            held = channel.tryLock() != null;
            if (held) writeProcessId(channel);
        } catch (OverlappingFileLockException heldByThisProcess) {
            held = false;
        } finally {
            if (!held) channel.close();
        }
        return held ? Optional.of(new FolderLock(channel)) : Optional.empty();
    }

    private static void writeProcessId(FileChannel channel) throws IOException {
        channel.truncate(0);
        var line = ProcessHandle.current().pid() + "\n";
        channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII)));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
