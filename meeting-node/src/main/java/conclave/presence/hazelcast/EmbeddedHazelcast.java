package conclave.presence.hazelcast;

import com.hazelcast.config.Config;
import com.hazelcast.config.JavaSerializationFilterConfig;
import com.hazelcast.config.ServerSocketEndpointConfig;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastException;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.HazelcastInstanceNotActiveException;
import com.hazelcast.spi.exception.CallerNotMemberException;
import com.hazelcast.spi.exception.PartitionMigratingException;
import com.hazelcast.spi.exception.RetryableHazelcastException;
import com.hazelcast.spi.exception.RetryableIOException;
import com.hazelcast.spi.exception.TargetDisconnectedException;
import com.hazelcast.spi.exception.TargetNotMemberException;
import com.hazelcast.spi.exception.WrongTargetException;
import conclave.presence.hazelcast.Sharing.Seat;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** Starts Hazelcast inside this process: small, quiet, on the loopback, finding exactly the nodes it is told of. */
final class EmbeddedHazelcast {

    /** By it the event bus knows a member; the name is Vert.x's. */
    static final String BUS_ID = "__vertx.nodeId";

    /** The exceptions themselves, and what every exception of Java's consists of. */
    static final List<Class<?>> ASK_ELSEWHERE = List.of(PartitionMigratingException.class, WrongTargetException.class, TargetNotMemberException.class,
            TargetDisconnectedException.class, CallerNotMemberException.class, RetryableHazelcastException.class, RetryableIOException.class,
            HazelcastInstanceNotActiveException.class, HazelcastException.class, IOException.class, IllegalStateException.class,
            RuntimeException.class, Exception.class, Throwable.class, StackTraceElement.class, StackTraceElement[].class, String.class);

    private EmbeddedHazelcast() {
    }

    static HazelcastInstance start(Sharing sharing, List<Seat> others) {
        return Hazelcast.newHazelcastInstance(config(sharing, others));
    }

    static Config config(Sharing sharing, List<Seat> others) {
        var config = new Config();
        config.setClusterName(sharing.clusterName());
        config.setInstanceName(sharing.clusterName() + "/" + sharing.node() + "/" + UUID.randomUUID());
        config.getMemberAttributeConfig().setAttribute(BUS_ID, sharing.node());
        beFoundByNodesOnly(config, sharing, others);
        // Named, not searched for among the machine's interfaces: loopback has more addresses than it lists.
        config.setProperty("hazelcast.local.localAddress", sharing.self().hazelcast());
        readNoObjects(config);
        doNothingElse(config);
        beQuiet(config);
        beQuickToNotice(config);
        beSmall(config);
        return config;
    }

    /** The port speaks the members' protocol and no other: no clients, no REST, no memcache. */
    private static void beFoundByNodesOnly(Config config, Sharing sharing, List<Seat> others) {
        var network = config.getAdvancedNetworkConfig().setEnabled(true);
        var port = new ServerSocketEndpointConfig().setPort(sharing.self().port()).setPortAutoIncrement(false)
                .setPublicAddress(sharing.self().host() + ":" + sharing.self().port());
        network.setMemberEndpointConfig(port);
        var join = network.getJoin();
        join.getAutoDetectionConfig().setEnabled(false);
        join.getMulticastConfig().setEnabled(false);
        join.getTcpIpConfig().setEnabled(true).setConnectionTimeoutSeconds(2)
                .setMembers(others.stream().map(seat -> seat.host() + ":" + seat.port()).toList());
    }

    /**
     * With its defaults on, the filter lets whole families of classes in. Nothing of ours needs any; but members tell each
     * other as exceptions that something has moved and is to be asked elsewhere, and without these they wait in vain.
     */
    private static void readNoObjects(Config config) {
        config.getSerializationConfig().setJavaSerializationFilterConfig(only(ASK_ELSEWHERE));
        config.getSqlConfig().setJavaReflectionFilterConfig(only(List.of(String.class)));
    }

    private static JavaSerializationFilterConfig only(List<Class<?>> classes) {
        var filter = new JavaSerializationFilterConfig().setDefaultsDisabled(true);
        for (var one : classes) filter.getWhitelist().addClasses(one.getName());
        filter.getWhitelist().addClasses(Collections.emptyList().getClass().getName());
        return filter;
    }

    private static void doNothingElse(Config config) {
        config.getJetConfig().setEnabled(false);
        config.getMetricsConfig().setEnabled(false);
        config.setProperty("hazelcast.diagnostics.enabled", "false");
        config.getManagementCenterConfig().setScriptingEnabled(false).setConsoleEnabled(false).setDataAccessEnabled(false);
        config.getCPSubsystemConfig().setCPMemberCount(0);
        config.getDynamicConfigurationConfig().setPersistenceEnabled(false);
        config.getNamespacesConfig().setEnabled(false);
    }

    private static void beQuiet(Config config) {
        config.setProperty("hazelcast.phone.home.enabled", "false");
        config.setProperty("hazelcast.jmx", "false");
        config.setProperty("hazelcast.logging.type", "slf4j");
        config.setProperty("hazelcast.logging.details.enabled", "false");
        config.setProperty("hazelcast.health.monitoring.level", "OFF");
        config.setProperty("hazelcast.shutdownhook.enabled", "false");
        config.setProperty("hazelcast.socket.bind.any", "false");
    }

    /** The defaults take a minute to notice a peer that went silent, and five to look for it again. */
    private static void beQuickToNotice(Config config) {
        config.setProperty("hazelcast.heartbeat.interval.seconds", "1");
        config.setProperty("hazelcast.max.no.heartbeat.seconds", "10");
        config.setProperty("hazelcast.wait.seconds.before.join", "0");
        config.setProperty("hazelcast.merge.first.run.delay.seconds", "10");
        config.setProperty("hazelcast.merge.next.run.delay.seconds", "10");
        config.setProperty("hazelcast.graceful.shutdown.max.wait", "2");
    }

    private static void beSmall(Config config) {
        config.setProperty("hazelcast.partition.count", "11");
        config.setProperty("hazelcast.operation.thread.count", "2");
        config.setProperty("hazelcast.operation.generic.thread.count", "2");
        config.setProperty("hazelcast.io.thread.count", "1");
        config.setProperty("hazelcast.event.thread.count", "1");
    }
}
