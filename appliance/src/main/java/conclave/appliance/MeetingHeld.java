package conclave.appliance;

import conclave.exchange.result.Ended;
import conclave.exchange.result.ResultFolder.NoResult;
import conclave.node.Faces;
import conclave.node.SeatCard;
import conclave.seal.MeetingKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** A meeting in a data folder whose node may run or stand; only looked at. */
final class MeetingHeld {

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "节点的数据目录。The node's data folder.")
    private Path data;

    @Option(names = "--meeting", paramLabel = "ID", description = "哪场会议；只有一场时可以不写。Which meeting, where there are several.")
    private String meeting;

    @Option(names = "--stick", paramLabel = "FILE", description = "密钥棒上的文件，密钥已封存时用。The file on the key stick, where the keys are sealed.")
    private Path stick;

    Path data() {
        return data;
    }

    /** Everybody of the meeting; nothing where it was said why the keys are not to be had. */
    Optional<List<Guest>> guests(CommandSpec spec) throws IOException {
        var folder = folder(spec);
        if (!Files.isRegularFile(folder.resolve("key"))) throw new CardTrouble(CardTrouble.Kind.NO_KEY);
        var ended = read(folder.resolve("evidence.jsonl"));
        if (!Unlocking.opened(data, stick)) return Optional.empty();
        try (var key = MeetingKey.open(folder.resolve("key"), ended.meeting())) {
            var faces = new Faces(key.texts());
            return Optional.of(Guest.of(ended.meeting(), ended.end().walk().register(), person -> SeatCard.of(key, faces, person)));
        } catch (IOException | RuntimeException e) {
            throw new CardTrouble(CardTrouble.Kind.KEY_WRONG);
        }
    }

    /** A line that is just being written is whole the second time. */
    private static Ended read(Path evidence) throws IOException {
        try {
            return Ended.read(evidence);
        } catch (NoResult beingWritten) {
            try {
                return Ended.read(evidence);
            } catch (NoResult e) {
                throw new CardTrouble(CardTrouble.Kind.NO_EVIDENCE);
            }
        }
    }

    Path folder(CommandSpec spec) throws IOException {
        return MeetingsHere.meant(data, Optional.ofNullable(meeting), spec);
    }
}
