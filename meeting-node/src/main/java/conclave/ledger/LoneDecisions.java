package conclave.ledger;

import conclave.codec.BadJson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** The file of decisions that this node goes on alone: in its own folder, and in that of each meeting, for whoever audits it. */
public final class LoneDecisions {

    public static final String FILE = "alone.jsonl";

    private LoneDecisions() {
    }

    /** The first first; a file that holds something else is {@link Broken}. */
    public static List<LoneDecision> in(Path folder) {
        var file = folder.resolve(FILE);
        try {
            var decisions = new ArrayList<LoneDecision>();
            if (!Files.exists(file)) return decisions;
            for (var line : Files.readAllLines(file, StandardCharsets.UTF_8)) decisions.add(LoneDecision.read(line.getBytes(StandardCharsets.UTF_8)));
            return decisions;
        } catch (IOException | BadJson e) {
            throw new Broken("the decision that this node goes on alone cannot be read: " + file, e);
        }
    }

    /** Durable when it returns. */
    public static void add(Path folder, LoneDecision decision) throws IOException {
        var file = folder.resolve(FILE);
        var line = decision.bytes();
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            for (var bytes = ByteBuffer.allocate(line.length + 1).put(line).put((byte) '\n').flip(); bytes.hasRemaining(); ) channel.write(bytes);
            channel.force(true);
        }
        try (var parent = FileChannel.open(folder, StandardOpenOption.READ)) {
            parent.force(true);
        }
    }
}
