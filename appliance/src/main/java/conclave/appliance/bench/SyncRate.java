package conclave.appliance.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/** What the disk itself can promise: 4 KiB appended and synced, one after the other, by one thread. */
final class SyncRate {

    private static final int APPENDED = 4096;

    private SyncRate() {
    }

    /** Syncs a second. */
    static double measure(Path folder, Duration time) throws IOException {
        var file = Files.createTempFile(folder, "sync", ".bin");
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            long began = System.nanoTime();
            int syncs = 0;
            while (System.nanoTime() - began < time.toNanos()) {
                channel.write(ByteBuffer.allocate(APPENDED));
                channel.force(false);
                syncs++;
            }
            return syncs * 1e9 / (System.nanoTime() - began);
        } finally {
            Files.delete(file);
        }
    }
}
