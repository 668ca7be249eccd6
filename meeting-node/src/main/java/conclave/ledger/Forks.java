package conclave.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The file of proofs that two records differ. What stands in it keeps the meeting closed here until people have judged it. */
public final class Forks {

    public static final String FILE = "forks.jsonl";

    private Forks() {
    }

    /** Durable when it returns: whatever else happens to the node, the proof is kept. */
    static void keep(Path folder, Fork fork) {
        var file = folder.resolve(FILE);
        var line = fork.bytes();
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            for (var bytes = ByteBuffer.allocate(line.length + 1).put(line).put((byte) '\n').flip(); bytes.hasRemaining(); ) channel.write(bytes);
            channel.force(true);
            try (var parent = FileChannel.open(folder, StandardOpenOption.READ)) {
                parent.force(true);
            }
        } catch (IOException e) {
            throw new Broken("two records differ, and the proof cannot be kept: " + file, e);
        }
    }

    /** Throws where a proof lies in the folder: nothing of this meeting is acknowledged here any more. */
    public static void none(Path folder) {
        var file = folder.resolve(FILE);
        try {
            if (!Files.exists(file) || Files.size(file) == 0) return;
        } catch (IOException e) {
            throw new Broken("the file cannot be read: " + file, e);
        }
        throw new Broken("the record of this node and that of another have been found to differ; the proof is in " + file
                + " ; judge it by 'conclave audit', and only then move it away");
    }
}
