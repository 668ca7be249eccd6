package conclave.ledger.ratis;

import conclave.ledger.Broken;
import conclave.ledger.Ledger;
import conclave.ledger.LedgerId;
import conclave.ledger.Ledgers;
import conclave.ledger.Stand;
import conclave.ledger.Unsettled;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.apache.ratis.protocol.ClientId;
import org.apache.ratis.protocol.Message;
import org.apache.ratis.protocol.RaftClientAsynchronousProtocol;
import org.apache.ratis.protocol.RaftClientReply;
import org.apache.ratis.protocol.RaftClientRequest;
import org.apache.ratis.protocol.RaftGroupId;
import org.apache.ratis.protocol.RaftPeerId;
import org.apache.ratis.protocol.exceptions.LeaderNotReadyException;
import org.apache.ratis.protocol.exceptions.LeaderSteppingDownException;
import org.apache.ratis.protocol.exceptions.NotLeaderException;
import org.apache.ratis.protocol.exceptions.RaftException;
import org.apache.ratis.protocol.exceptions.ServerNotReadyException;
import org.apache.ratis.server.RaftServer;
import org.apache.ratis.thirdparty.com.google.protobuf.UnsafeByteOperations;

/** One Raft group on this node, spoken to in-process: no socket, no Raft client. */
final class RatisLedger implements Ledger {

    private final LedgerId id;
    private final RaftGroupId group;
    private final RaftPeerId peer;
    private final Ledgers.Alarm alarm;
    private final Runnable leave;
    private final Function<List<String>, CompletableFuture<Void>> reshape;
    private final CommittedEntries entries;
    // One client for the life of this opening: Ratis keeps something for each client it has heard of.
    private final ClientId client = ClientId.randomId();
    private final AtomicLong calls = new AtomicLong();
    private final AtomicReference<RuntimeException> ended = new AtomicReference<>();
    private final Set<CompletableFuture<Void>> waiting = ConcurrentHashMap.newKeySet();
    private final CompletableFuture<Void> caughtUp = new CompletableFuture<>();
    private volatile RaftServer.Division division;
    private volatile long found;

    RatisLedger(LedgerId id, RaftPeerId peer, Ledgers.Reader reader, Ledgers.Alarm alarm, CommittedEntries.FirstSync firstSync, Runnable leave,
                Function<List<String>, CompletableFuture<Void>> reshape) {
        this.id = id;
        this.group = RaftGroupId.valueOf(id.value());
        this.peer = peer;
        this.alarm = alarm;
        this.leave = leave;
        this.reshape = reshape;
        this.entries = new CommittedEntries(reader, firstSync, this::broke);
    }

    RaftGroupId group() {
        return group;
    }

    CommittedEntries entries() {
        return entries;
    }

    void joined(RaftServer.Division opened) {
        division = opened;
        found = opened.getRaftLog().getFlushIndex();
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
            ((RaftClientAsynchronousProtocol) division).submitClientRequestAsync(request(entry)).whenComplete((reply, failure) ->
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
        return switch (reply.getException()) {
            case null -> new IllegalStateException("Ratis refused without a reason");
            case NotLeaderException moved -> new Unsettled("another node leads", moved);
            case LeaderNotReadyException early -> new Unsettled("this node has only begun to lead", early);
            case LeaderSteppingDownException late -> new Unsettled("this node leads no more", late);
            case ServerNotReadyException closed -> new Unsettled("this node does not serve at this moment", closed);
            case RaftException other -> other;
        };
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

    @Override
    public long committed() {
        return Math.max(applied(), division.getRaftLog().getLastCommittedIndex());
    }

    @Override
    public Reading reading() {
        var passed = entries.passed().getIndex();
        return new Reading(passed, Math.max(passed, division.getRaftLog().getLastCommittedIndex()), division.getRaftLog().getFlushIndex(), found);
    }

    @Override
    public Optional<String> leader() {
        return Optional.ofNullable(division.getInfo().getLeaderId()).map(RaftPeerId::toString);
    }

    @Override
    public boolean leads() {
        return division.getInfo().isLeaderReady();
    }

    @Override
    public List<String> keepers() {
        return division.getRaftConf().getCurrentPeers().stream().map(p -> p.getId().toString()).toList();
    }

    /**
     * Not Ratis' own linearizable read: a leader of 3.3.0 that nobody hears any more answers it out of an acknowledgement
     * it once had for the same index. The term is asked for before and after, so that what is said was true in one term.
     */
    @Override
    public Stand stand() {
        var info = division.getInfo();
        var term = info.getCurrentTerm();
        var role = info.getRoleInfoProto();
        var leads = role.hasLeaderInfo() && role.getLeaderInfo().getTerm() == term && info.isLeaderReady();
        var committed = committed();
        return new Stand(peer.toString(), term, leads && info.getCurrentTerm() == term, committed, keepers());
    }

    @Override
    public CompletableFuture<Void> keepWith(List<String> keepers) {
        return reshape.apply(keepers);
    }

    @Override
    public CompletableFuture<Void> caughtUp() {
        return caughtUp;
    }

    /** Asked every few moments until it is true once. */
    boolean nowCaughtUp() {
        if (caughtUp.isDone()) return true;
        if (ended.get() != null) caughtUp.completeExceptionally(ended.get());
        else if (upToDate()) caughtUp.complete(null);
        return caughtUp.isDone();
    }

    /**
     * A leader knows by itself. A follower has to have gone past an entry of the term that its leader leads in (that
     * one commits whatever older terms left behind), and as far as the leader says that things are committed.
     */
    private boolean upToDate() {
        var info = division.getInfo();
        var leader = info.getLeaderId();
        if (leader == null) return false;
        if (info.isLeader()) return info.isLeaderReady();
        var passed = entries.passed();
        return passed.getTerm() == info.getCurrentTerm() && division.getCommitInfos().stream()
                .anyMatch(told -> told.getServer().getId().equals(leader.toByteString()) && passed.getIndex() >= told.getCommitIndex());
    }

    /** Comes on Ratis' own threads, which the alarm's listener will want to stop: so it is rung from another one. */
    private void broke(Broken reason) {
        if (!ended.compareAndSet(null, reason)) return;
        waiting.forEach(answer -> settle(answer, reason));
        caughtUp.completeExceptionally(reason);
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
