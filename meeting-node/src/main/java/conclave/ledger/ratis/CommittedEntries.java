package conclave.ledger.ratis;

import conclave.ledger.Broken;
import conclave.ledger.Ledgers;
import conclave.ledger.Spent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.apache.ratis.proto.RaftProtos;
import org.apache.ratis.protocol.Message;
import org.apache.ratis.protocol.RaftGroupId;
import org.apache.ratis.server.RaftServer;
import org.apache.ratis.server.protocol.TermIndex;
import org.apache.ratis.server.storage.RaftStorage;
import org.apache.ratis.statemachine.TransactionContext;
import org.apache.ratis.statemachine.impl.BaseStateMachine;

/** Where Ratis hands over what is committed: in order, on one thread, each entry once per opening. */
final class CommittedEntries extends BaseStateMachine {

    /** What we tell Ratis in any case; whether an append is acknowledged is decided by the ledger, which knows of the end. */
    private static final CompletableFuture<Message> DONE = CompletableFuture.completedFuture(Message.EMPTY);

    private final Ledgers.Reader reader;
    private final FirstSync firstSync;
    private final Consumer<Broken> broke;
    private final CompletableFuture<Void> leading = new CompletableFuture<>();
    private volatile long applied;
    private volatile TermIndex passed = TermIndex.valueOf(0, -1);
    private volatile Broken reason;
    private volatile boolean closing;
    private Path segments;
    private FileTime segmentsChanged;
    private boolean synced;

    /** Told before each sync, and durable when it returns, that the log holds something from now on. */
    interface FirstSync {
        void comes() throws IOException;
    }

    CommittedEntries(Ledgers.Reader reader, FirstSync firstSync, Consumer<Broken> broke) {
        this.reader = reader;
        this.firstSync = firstSync;
        this.broke = broke;
    }

    /** Completes when this node leads and the reader has read all that was committed before. */
    CompletableFuture<Void> leading() {
        return leading;
    }

    long applied() {
        return applied;
    }

    /** The last entry of any kind that was gone past, Ratis' own included. */
    TermIndex passed() {
        return passed;
    }

    /** From here on the end is ours, and no reason for alarm. */
    void expectClose() {
        closing = true;
    }

    @Override
    public void initialize(RaftServer server, RaftGroupId group, RaftStorage storage) throws IOException {
        super.initialize(server, group, storage);
        segments = storage.getStorageDir().getCurrentDir().toPath();
    }

    @Override
    public CompletableFuture<Message> applyTransaction(TransactionContext context) {
        var entry = context.getLogEntry();
        if (reason != null) return DONE;
        try {
            reader.committed(entry.getIndex(), entry.getStateMachineLogEntry().getLogData().toByteArray());
        } catch (Throwable e) {
            // Whatever the reader stumbled over, its state and the log are no longer the same thing.
            end(e instanceof Broken broken ? broken : new Broken("the reader failed at entry " + entry.getIndex(), e));
            return DONE;
        }
        applied = entry.getIndex();
        passed = TermIndex.valueOf(entry.getTerm(), entry.getIndex());
        updateLastAppliedTermIndex(entry.getTerm(), entry.getIndex());
        return DONE;
    }

    /**
     * Called before each fsync of the segment. A segment that was begun or renamed since the last one is a name in
     * the folder, and Ratis does not sync folders: the data could be durable and the name not.
     */
    @Override
    public CompletableFuture<Void> flush(long index) {
        try {
            if (!synced) firstSync.comes();
            synced = true;
            var changed = Files.getLastModifiedTime(segments);
            if (!changed.equals(segmentsChanged)) FoundingMarks.syncFolder(segments);
            segmentsChanged = changed;
            return CompletableFuture.completedFuture(null);
        } catch (IOException e) {
            end(new Broken("the folder of the log cannot be synced: " + segments, e));
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public void notifyTermIndexUpdated(long term, long index) {
        super.notifyTermIndexUpdated(term, index);
        if (reason == null) passed = TermIndex.valueOf(term, index);
    }

    @Override
    public void notifyLeaderReady() {
        leading.complete(null);
    }

    @Override
    public void notifyLogFailed(Throwable cause, RaftProtos.LogEntryProto entry) {
        end(new Broken("the log could not be written" + (entry == null ? "" : " at entry " + entry.getIndex()), cause));
    }

    @Override
    public void close() {
        // A log that failed has said so before; whatever else made Ratis give up, the log on the disk is sound.
        if (!closing) end(new Spent("Ratis closed the ledger by itself: the machine slept, or the process was stopped for too long"));
    }

    private void end(Broken broken) {
        synchronized (this) {
            if (reason != null) return;
            reason = broken;
        }
        leading.completeExceptionally(broken);
        broke.accept(broken);
    }
}
