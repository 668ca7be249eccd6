package conclave.ledger.ratis;

import org.apache.ratis.grpc.server.GrpcLogAppender;
import org.apache.ratis.proto.RaftProtos.AppendEntriesRequestProto;
import org.apache.ratis.server.RaftServer;
import org.apache.ratis.server.leader.FollowerInfo;
import org.apache.ratis.server.leader.LeaderState;
import org.apache.ratis.server.raftlog.RaftLogIOException;

/**
 * Tells a follower at once that entries count. Ratis lets that wait for the next entry or the next heartbeat, and a
 * server that does not lead could answer its laptops only then.
 */
final class PromptAppender extends GrpcLogAppender {

    /** Up to where the follower was told that entries count; a message that gets lost is made good by the next heartbeat. */
    private volatile long told = -1;

    PromptAppender(RaftServer.Division server, LeaderState state, FollowerInfo follower) {
        super(server, state, follower);
    }

    @Override
    public long getHeartbeatWaitTimeMs() {
        return owesWord() ? 0 : super.getHeartbeatWaitTimeMs();
    }

    /** Entries that go out carry the word with them; while some are on their way, their answer wakes us again. */
    private boolean owesWord() {
        return Math.min(getRaftLog().getLastCommittedIndex(), getFollower().getMatchIndex()) > told
                && !hasAppendEntries() && !hasPendingDataRequests();
    }

    @Override
    public AppendEntriesRequestProto newAppendEntriesRequest(long callId, boolean heartbeat) throws RaftLogIOException {
        var request = super.newAppendEntriesRequest(callId, heartbeat);
        // A follower believes it only up to where the message itself joins its log.
        if (request != null && request.hasPreviousLog())
            told = Math.max(told, Math.min(request.getLeaderCommit(), request.getPreviousLog().getIndex() + request.getEntriesCount()));
        return request;
    }
}
