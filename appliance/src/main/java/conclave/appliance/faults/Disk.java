package conclave.appliance.faults;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A disk of its own for one node: ext4 in a file, whose power can be cut. */
record Disk(Path image, Path place) {

    private static final long BYTES = 2L << 30;
    private static final long SHUTDOWN = 0x8004587DL;
    /** What was not written by then is not written any more: neither data nor the file system's own journal. */
    private static final int NOTHING_FLUSHED = 2;
    private static final Duration UNMOUNTING = Duration.ofSeconds(30);

    static Disk made(Path image, Path place) throws IOException, InterruptedException {
        try (var file = new RandomAccessFile(image.toFile(), "rw")) {
            file.setLength(BYTES);
        }
        Commands.run("mkfs.ext4", "-q", "-F", "-m", "0", image.toString());
        Files.createDirectories(place);
        var disk = new Disk(image, place);
        disk.mount();
        Files.deleteIfExists(place.resolve("lost+found"));
        return disk;
    }

    void mount() throws IOException, InterruptedException {
        Commands.run("mount", "-o", "loop", image.toString(), place.toString());
    }

    /** Whatever the page cache still holds is gone with it. */
    void unmount() throws IOException, InterruptedException {
        Patience.of(UNMOUNTING).until(() -> {
            try {
                Commands.run("umount", place.toString());
                return true;
            } catch (IOException busy) {
                return false;
            }
        });
    }

    /** From this very moment nothing reaches the disk any more. */
    @SuppressWarnings("restricted")
    void cut() throws IOException {
        var linker = Linker.nativeLinker();
        var system = linker.defaultLookup();
        var open = linker.downcallHandle(system.findOrThrow("open"),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT), Linker.Option.firstVariadicArg(2));
        var control = linker.downcallHandle(system.findOrThrow("ioctl"),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.ADDRESS),
                Linker.Option.firstVariadicArg(2));
        var close = linker.downcallHandle(system.findOrThrow("close"), FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
        try (var arena = Arena.ofConfined()) {
            int file = (int) open.invokeExact(arena.allocateFrom(place.toString()), 0);
            int outcome = (int) control.invokeExact(file, SHUTDOWN, arena.allocateFrom(ValueLayout.JAVA_INT, NOTHING_FLUSHED));
            int closed = (int) close.invokeExact(file);
            if (file < 0 || outcome < 0 || closed < 0) throw new IOException("the power of " + place + " could not be cut");
        } catch (IOException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IOException(e);
        }
    }
}
