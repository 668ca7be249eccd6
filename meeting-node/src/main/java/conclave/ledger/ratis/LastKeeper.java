package conclave.ledger.ratis;

import conclave.ledger.Broken;
import conclave.ledger.LedgerId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.apache.ratis.proto.RaftProtos;
import org.apache.ratis.protocol.RaftPeer;

/**
 * Makes a node the only keeper of its ledgers, while it stands still and its peers are lost for good. Ratis takes the keepers
 * that were written down last, in its log or in the file beside it; so this file is given the number of the very next entry,
 * which is the one that this node writes as soon as it leads: and then it stands in the log as well. The log is not touched.
 */
public final class LastKeeper {

    private static final String KEEPERS = "raft-meta.conf";

    private final Path logs;
    private final FoundingMarks marks;
    private final RatisOptions.Member self;

    /** @param storage as {@link RatisOptions#storage} */
    public LastKeeper(Path storage, RatisOptions.Member self) throws IOException {
        this.logs = storage.resolve("logs");
        this.marks = new FoundingMarks(storage.resolve("founded"), self.peer());
        this.self = self;
    }

    public List<LedgerId> ledgers() throws IOException {
        return marks.all();
    }

    /** How many entries of any kind the log holds here; one that does not hold is {@link Broken}. */
    public long entries(LedgerId id) throws IOException {
        marks.check(id);
        return new LogSegments(current(id)).check(marks.used(id));
    }

    /** Durable when it returns; doing it twice is doing it once. */
    public void take(LedgerId id) throws IOException {
        var alone = RaftPeer.newBuilder().setId(self.peer()).setAddress(self.host() + ":" + self.port()).setPriority(self.priority()).build();
        var entry = RaftProtos.LogEntryProto.newBuilder().setIndex(entries(id)).setConfigurationEntry(
                RaftProtos.RaftConfigurationProto.newBuilder().addPeers(alone.getRaftPeerProto())).build();
        var part = current(id).resolve(KEEPERS + ".part");
        try (var channel = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            for (var bytes = ByteBuffer.wrap(entry.toByteArray()); bytes.hasRemaining(); ) channel.write(bytes);
            channel.force(true);
        }
        Files.move(part, current(id).resolve(KEEPERS), StandardCopyOption.ATOMIC_MOVE);
        FoundingMarks.syncFolder(current(id));
    }

    private Path current(LedgerId id) {
        return logs.resolve(id.toString()).resolve("current");
    }
}
