package conclave.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongSupplier;

/** Whether the disk still has room for what people say. Asked before proposing: a log on a full disk is broken. */
public final class DiskSpace {

    private static final long ASK_EVERY = 500;

    private final Path folder;
    private final long floor;
    private final LongSupplier clock;
    private volatile long askedAt = Long.MIN_VALUE / 2;
    private volatile boolean enough;

    public DiskSpace(Path folder, long floor, LongSupplier clock) {
        this.folder = folder;
        this.floor = floor;
        this.clock = clock;
    }

    public boolean enough() {
        var now = clock.getAsLong();
        if (now - askedAt >= ASK_EVERY || now < askedAt) {
            enough = free() >= floor;
            askedAt = now;
        }
        return enough;
    }

    long floor() {
        return floor;
    }

    /** A disk that cannot be asked has no room to promise. */
    long free() {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            return 0;
        }
    }
}
