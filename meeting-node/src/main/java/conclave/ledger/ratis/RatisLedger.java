package conclave.ledger.ratis;

import conclave.ledger.Broken;
import conclave.ledger.Ledger;
import conclave.ledger.LedgerId;
import conclave.ledger.Ledgers;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.ratis.protocol.ClientId;
import org.apache.ratis.protocol.Message;
import org.apache.ratis.protocol.RaftClientAsynchronousProtocol;
import org.apache.ratis.protocol.RaftClientReply;
import org.apache.ratis.protocol.RaftClientRequest;
import org.apache.ratis.protocol.RaftGroupId;
import org.apache.ratis.protocol.RaftPeerId;
import org.apache.ratis.thirdparty.com.google.protobuf.UnsafeByteOperations;

/** One Raft group on this node, spoken to in-process: no socket, no Raft client. */
final class RatisLedger implements Ledger {

    private final LedgerId id;
    private final RaftGroupId group;
    private final RaftPeerId peer;
    private final Ledgers.Alarm alarm;
    private final Runnable leave;
    private final CommittedEntries entries;
    // One client for the life of this opening: Ratis keeps something for each client it has heard of.
    private final ClientId client = ClientId.randomId();
    private final AtomicLong calls = new AtomicLong();
    private final AtomicReference<RuntimeException> ended = new AtomicReference<>();
    private final Set<CompletableFuture<Void>> waiting = ConcurrentHashMap.newKeySet();
    private volatile RaftClientAsynchronousProtocol raft;

    RatisLedger(LedgerId id, RaftPeerId peer, Ledgers.Reader reader, Ledgers.Alarm alarm, Runnable leave) {
        this.id = id;
        this.group = RaftGroupId.valueOf(id.value());
        this.peer = peer;
        this.alarm = alarm;
        this.leave = leave;
        this.entries = new CommittedEntries(reader, this::broke);
    }

    RaftGroupId group() {
        return group;
    }

    CommittedEntries entries() {
        return entries;
    }

    void joined(RaftClientAsynchronousProtocol division) {
        raft = division;
    }

    @Override
    public LedgerId id() {
        return id;
    }

    @Override
    public CompletableFuture<Void> append(byte[] entry) {
        var answer = new CompletableFuture<Void>();
        waiting.add(answer);
        if (ended.get() != null) {
            settle(answer, ended.get());
            return answer;
        }
        try {
            raft.submitClientRequestAsync(request(entry)).whenComplete((reply, failure) ->
                    settle(answer, failure != null ? failure : reply.isSuccess() ? null : why(reply)));
        } catch (IOException | RuntimeException e) {
            settle(answer, e);
        }
        return answer;
    }

    private RaftClientRequest request(byte[] entry) {
        return RaftClientRequest.newBuilder()
                .setClientId(client).setServerId(peer).setGroupId(group).setCallId(calls.incrementAndGet())
                .setMessage(Message.valueOf(UnsafeByteOperations.unsafeWrap(entry)))
                .setType(RaftClientRequest.writeRequestType())
                .build();
    }

    private static Throwable why(RaftClientReply reply) {
        return reply.getException() != null ? reply.getException() : new IllegalStateException("Ratis refused without a reason");
    }

    private void settle(CompletableFuture<Void> answer, Throwable failure) {
        waiting.remove(answer);
        var end = ended.get();
        if (end != null) answer.completeExceptionally(end);
        else if (failure != null) answer.completeExceptionally(failure);
        else answer.complete(null);
    }

    @Override
    public long applied() {
        return entries.applied();
    }

    /** Comes on Ratis' own threads, which the alarm's listener will want to stop: so it is rung from another one. */
    private void broke(Broken reason) {
        if (!ended.compareAndSet(null, reason)) return;
        waiting.forEach(answer -> settle(answer, reason));
        Thread.ofPlatform().name("ledger-alarm").start(() -> alarm.broken(id, reason));
    }

    @Override
    public void close() {
        entries.expectClose();
        leave.run();
        ended.compareAndSet(null, new IllegalStateException("the ledger is closed"));
        waiting.forEach(answer -> settle(answer, ended.get()));
    }
}
