package conclave.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The files of one node that can be made again from the log, and what a power cut may leave of them. */
final class Disk {

    private static final int LAST_BYTES = 600;

    private final Path folder;
    private final Dice dice;

    Disk(Path folder, Dice dice) {
        this.folder = folder;
        this.dice = dice;
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(evidence());
            Files.deleteIfExists(roots());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path evidence() {
        return folder.resolve("evidence.jsonl");
    }

    Path roots() {
        return folder.resolve("roots.jsonl");
    }

    void losesItsEnd(History history) {
        try {
            if (dice.chance(100)) {
                history.count("files lost");
                Files.deleteIfExists(evidence());
                Files.deleteIfExists(roots());
                return;
            }
            if (dice.chance(500)) shorten(evidence(), history);
            if (dice.chance(300)) shorten(roots(), history);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void shorten(Path file, History history) throws IOException {
        if (!Files.exists(file)) return;
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            history.count("file cut short");
            channel.truncate(Math.max(0, channel.size() - dice.upTo(LAST_BYTES)));
        }
    }
}
