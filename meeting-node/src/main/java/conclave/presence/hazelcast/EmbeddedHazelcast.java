package conclave.presence.hazelcast;

import com.hazelcast.config.Config;
import com.hazelcast.config.JavaSerializationFilterConfig;
import com.hazelcast.config.NetworkConfig;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;

/** Starts Hazelcast inside this process: small, quiet, on one interface, finding nobody by itself. */
final class EmbeddedHazelcast {

    private EmbeddedHazelcast() {
    }

    static HazelcastInstance start(Sharing sharing) {
        var config = new Config();
        config.setClusterName(sharing.clusterName());
        config.setInstanceName(sharing.clusterName() + "/" + sharing.node());
        config.setNetworkConfig(network(sharing));
        // Named, not searched for among the machine's interfaces: loopback has more addresses than it lists.
        config.setProperty("hazelcast.local.localAddress", sharing.address());
        config.getMetricsConfig().setEnabled(false);
        config.getJetConfig().setEnabled(false);
        config.getSerializationConfig().setJavaSerializationFilterConfig(onlyText());
        beQuiet(config);
        beQuickToNotice(config);
        beSmall(config);
        return Hazelcast.newHazelcastInstance(config);
    }

    private static NetworkConfig network(Sharing sharing) {
        var network = new NetworkConfig().setPort(sharing.port()).setPortAutoIncrement(false);
        var join = network.getJoin();
        join.getAutoDetectionConfig().setEnabled(false);
        join.getMulticastConfig().setEnabled(false);
        join.getTcpIpConfig().setEnabled(true).setMembers(sharing.members()).setConnectionTimeoutSeconds(2);
        return network;
    }

    /** With its defaults on, the filter lets whole families of classes in; only texts travel here, and they need none. */
    private static JavaSerializationFilterConfig onlyText() {
        var filter = new JavaSerializationFilterConfig().setDefaultsDisabled(true);
        filter.getWhitelist().addClasses(String.class.getName());
        return filter;
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

    /** The defaults take a minute to notice a peer that went silent. */
    private static void beQuickToNotice(Config config) {
        config.setProperty("hazelcast.heartbeat.interval.seconds", "1");
        config.setProperty("hazelcast.max.no.heartbeat.seconds", "10");
        config.setProperty("hazelcast.wait.seconds.before.join", "0");
        config.setProperty("hazelcast.graceful.shutdown.max.wait", "2");
    }

    private static void beSmall(Config config) {
        config.setProperty("hazelcast.partition.count", "11");
        config.setProperty("hazelcast.operation.thread.count", "2");
        config.setProperty("hazelcast.operation.generic.thread.count", "2");
        config.setProperty("hazelcast.io.thread.count", "1");
        config.setProperty("hazelcast.event.thread.count", "1");
        config.setProperty("hazelcast.client.protocol.max.message.bytes", "1024");
    }
}
