package conclave.view;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * The file with the tables, and beside it, while somebody writes there, the name of the machine's run. H2 syncs nothing
 * when it commits: after a power cut the file may be old in one place and new in another. A file that was open in
 * another run of the machine is therefore not believed. One that was open when only the process was killed is: what a
 * process has written, the kernel still has.
 */
final class ViewFolder {

    private static final String NAME = "tables";
    private static final Path RUN_OF_THE_MACHINE = Path.of("/proc/sys/kernel/random/boot_id");

    private final Path folder;

    ViewFolder(Path folder) {
        this.folder = folder;
    }

    String url() {
        return "jdbc:h2:file:" + folder.resolve(NAME).toAbsolutePath();
    }

    boolean fresh() {
        return !Files.exists(file());
    }

    boolean doubtful() throws IOException {
        return Files.exists(marker()) && !Files.readString(marker()).equals(thisRun());
    }

    /** Somebody writes from now on. */
    void opened() throws IOException {
        Files.writeString(marker(), thisRun());
    }

    /** The file is whole and on the disk. */
    void closed() throws IOException {
        try (var channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.deleteIfExists(marker());
    }

    void clear() throws IOException {
        try (var files = Files.newDirectoryStream(folder, NAME + ".*")) {
            for (var file : files) Files.delete(file);
        }
        Files.deleteIfExists(marker());
    }

    private Path file() {
        return folder.resolve(NAME + ".mv.db");
    }

    private Path marker() {
        return folder.resolve("open");
    }

    /** Where the machine does not name its runs, no two are the same. */
    private static String thisRun() throws IOException {
        return Files.isReadable(RUN_OF_THE_MACHINE) ? Files.readString(RUN_OF_THE_MACHINE) : UUID.randomUUID().toString();
    }
}
