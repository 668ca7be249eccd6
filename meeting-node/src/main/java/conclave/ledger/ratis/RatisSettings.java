package conclave.ledger.ratis;

import static org.apache.ratis.util.TimeDuration.valueOf;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.ratis.RaftConfigKeys;
import org.apache.ratis.conf.Parameters;
import org.apache.ratis.conf.RaftProperties;
import org.apache.ratis.grpc.GrpcConfigKeys;
import org.apache.ratis.grpc.GrpcTlsConfig;
import org.apache.ratis.server.RaftServerConfigKeys;
import org.apache.ratis.util.SizeInBytes;
import org.apache.ratis.util.TimeDuration;

/** How we want Ratis: every acknowledgement behind an fsync, little memory, nothing ever purged. */
final class RatisSettings {

    /** The largest entry; the node's own limit of 2 MiB for a batch stays below it with room for the envelope. */
    static final SizeInBytes LARGEST_ENTRY = SizeInBytes.valueOf("4MB");

    /** The default lets whoever says nothing hold a connection for two minutes. */
    private static final int HANDSHAKE_SECONDS = 5;

    private RatisSettings() {
    }

    static RaftProperties properties(RatisOptions options) {
        var properties = new RaftProperties();
        RaftConfigKeys.Rpc.setType(properties, new PromptGrpc());
        GrpcConfigKeys.Server.setHost(properties, options.host());
        GrpcConfigKeys.Server.setPort(properties, options.port());
        keepEverythingOnDisk(properties);
        waitForNothingNeedlessly(properties);
        holdLittleInMemory(properties);
        if (!options.members().get().isEmpty()) electSteadily(properties);
        else electQuickly(properties);
        return properties;
    }

    /** Told after the server is built: before that it would start, and silently format, every folder it finds there. */
    static void logsLieIn(Path folder, RaftProperties properties) {
        RaftServerConfigKeys.setStorageDir(properties, List.of(folder.toFile()));
        RaftServerConfigKeys.setRemovedGroupsDir(properties, folder.resolveSibling("removed").toFile());
    }

    static Parameters parameters(RatisOptions options) {
        var parameters = new Parameters();
        options.tls().ifPresent(tls -> {
            GrpcConfigKeys.TLS.setConf(parameters, new GrpcTlsConfig(tls.shown(), tls.trusted(), true));
            GrpcConfigKeys.Server.setServicesCustomizer(parameters, (builder, _) -> builder
                    .intercept(new PeerGuard(tls.peerOf(), tls.wrongName())).handshakeTimeout(HANDSHAKE_SECONDS, TimeUnit.SECONDS));
        });
        return parameters;
    }

    /** These are the defaults; they are written down because the promise stands on them. */
    private static void keepEverythingOnDisk(RaftProperties properties) {
        RaftServerConfigKeys.Log.setUnsafeFlushEnabled(properties, false);
        RaftServerConfigKeys.Log.setAsyncFlushEnabled(properties, false);
        RaftServerConfigKeys.Log.setCorruptionPolicy(properties, RaftServerConfigKeys.Log.CorruptionPolicy.EXCEPTION);
        RaftServerConfigKeys.Log.setUseMemory(properties, false);
        RaftServerConfigKeys.Snapshot.setAutoTriggerEnabled(properties, false);
        RaftServerConfigKeys.Snapshot.setTriggerWhenStopEnabled(properties, false);
        RaftServerConfigKeys.Snapshot.setTriggerWhenRemoveEnabled(properties, false);
        RaftServerConfigKeys.Log.Appender.setInstallSnapshotEnabled(properties, false);
    }

    private static void waitForNothingNeedlessly(RaftProperties properties) {
        RaftServerConfigKeys.Log.Appender.setWaitTimeMin(properties, TimeDuration.valueOf(0, TimeUnit.MILLISECONDS));
        RaftServerConfigKeys.Log.setLogMetadataEnabled(properties, false);
        // One fsync for all that waits, not one for each 128 entries.
        RaftServerConfigKeys.Log.setForceSyncNum(properties, 2048);
    }

    /** The defaults kept 60 s of answers and 200 MB of segments, and brought a heap of 512 MB down. */
    private static void holdLittleInMemory(RaftProperties properties) {
        RaftServerConfigKeys.Log.Appender.setBufferByteLimit(properties, LARGEST_ENTRY);
        RaftServerConfigKeys.Log.setWriteBufferSize(properties, SizeInBytes.valueOf("8MB"));
        RaftServerConfigKeys.Log.setSegmentCacheNumMax(properties, 2);
        RaftServerConfigKeys.Log.setSegmentCacheSizeMax(properties, SizeInBytes.valueOf("32MB"));
        RaftServerConfigKeys.RetryCache.setExpiryTime(properties, valueOf(2, TimeUnit.SECONDS));
        RaftServerConfigKeys.Write.setElementLimit(properties, 16384);
    }

    /**
     * Long enough that two busy cores or a pause for garbage do not pass for a dead leader, short enough that nobody
     * in the hall notices when there is one. A node that slept longer than the threshold is to be started again.
     */
    private static void electSteadily(RaftProperties properties) {
        RaftServerConfigKeys.Rpc.setTimeoutMin(properties, valueOf(400, TimeUnit.MILLISECONDS));
        RaftServerConfigKeys.Rpc.setTimeoutMax(properties, valueOf(800, TimeUnit.MILLISECONDS));
        RaftServerConfigKeys.Rpc.setFirstElectionTimeoutMin(properties, valueOf(100, TimeUnit.MILLISECONDS));
        RaftServerConfigKeys.Rpc.setFirstElectionTimeoutMax(properties, valueOf(400, TimeUnit.MILLISECONDS));
        RaftServerConfigKeys.LeaderElection.setPreVote(properties, true);
        // Whoever lost the lead waits so long before it stands again; the default of 10 s left the hall without a leader.
        // It is also the pause of a process after which a leader steps down by itself, so not much less.
        RaftServerConfigKeys.LeaderElection.setLeaderStepDownWaitTime(properties, valueOf(1_500, TimeUnit.MILLISECONDS));
    }

    /** A group of one has nobody to wait for at its first election, and nobody who went on while its machine slept. */
    private static void electQuickly(RaftProperties properties) {
        RaftServerConfigKeys.setCloseThreshold(properties, valueOf(365, TimeUnit.DAYS));
        RaftServerConfigKeys.Rpc.setTimeoutMin(properties, valueOf(150, TimeUnit.MILLISECONDS));
        RaftServerConfigKeys.Rpc.setTimeoutMax(properties, valueOf(300, TimeUnit.MILLISECONDS));
        RaftServerConfigKeys.Rpc.setFirstElectionTimeoutMin(properties, valueOf(5, TimeUnit.MILLISECONDS));
        RaftServerConfigKeys.Rpc.setFirstElectionTimeoutMax(properties, valueOf(15, TimeUnit.MILLISECONDS));
    }
}
