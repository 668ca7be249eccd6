package conclave.appliance.faults;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** A stick as offices have them: FAT in a file, read and written by the kernel, or where it does not know FAT by a program. */
record Fat(Path image, Path place) implements AutoCloseable {

    private static final Duration UNMOUNTING = Duration.ofSeconds(30);

    /** Why it cannot be had here. */
    static Optional<String> missing() {
        if (!System.getProperty("user.name").equals("root")) return Optional.of("需要 root 权限（挂载）。It takes root, for mounts.");
        return Files.isExecutable(Path.of("/usr/sbin/mkfs.vfat")) ? Optional.empty()
                : Optional.of("没有 mkfs.vfat（apt-get install dosfstools）。There is no mkfs.vfat.");
    }

    /** Empty where nobody here can mount it. */
    static Optional<Fat> plugged(Path folder, String name, long bytes) throws IOException, InterruptedException {
        var fat = new Fat(folder.resolve(name + ".img"), Files.createDirectories(folder.resolve(name)));
        try (var file = new RandomAccessFile(fat.image.toFile(), "rw")) {
            file.setLength(bytes);
        }
        Commands.run("/usr/sbin/mkfs.vfat", fat.image.toString());
        for (var how : new String[][] {{"mount", "-t", "vfat", "-o", "loop"}, {"fusefat", "-o", "rw+"}}) {
            if (ran(how, fat.image.toString(), fat.place.toString())) return Optional.of(fat);
        }
        return Optional.empty();
    }

    private static boolean ran(String[] how, String image, String place) throws InterruptedException {
        var command = new String[how.length + 2];
        System.arraycopy(how, 0, command, 0, how.length);
        command[how.length] = image;
        command[how.length + 1] = place;
        try {
            Commands.run(command);
            return true;
        } catch (IOException notSo) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            Patience.of(UNMOUNTING).until(() -> ran(new String[] {"umount"}, "-l", place.toString()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
