package conclave.presence.hazelcast;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.LifecycleEvent;
import conclave.presence.hazelcast.Sharing.Seat;
import io.vertx.core.Completable;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.dns.AddressResolverOptions;
import io.vertx.core.eventbus.EventBusOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The event bus among the nodes. Hazelcast tells it who is there and who listens to what; what is said goes from node
 * to node without touching Hazelcast. It has an event loop of its own: nobody's page waits for it.
 */
final class Bus {

    private static final String TOPIC = "presence";
    /** 400 people, each in two rooms, take 60 KB. */
    private static final int LONGEST = 1 << 20;
    private static final long PATIENCE_SECONDS = 60;
    private static final long LEAVING_SECONDS = 5;

    private final Sharing sharing;
    private final List<Seat> others;
    private AutoCloseable road;
    private HazelcastInstance hazelcast;
    private Vertx vertx;

    private Bus(Sharing sharing) {
        this.sharing = sharing;
        this.others = sharing.others().get();
    }

    /** Returns when this node is among the others, and takes seconds; leaves nothing open where it fails. */
    static Bus join(Sharing sharing, Consumer<String> hear, Runnable lost) throws Exception {
        var bus = new Bus(sharing);
        try {
            bus.open(hear, lost);
            return bus;
        } catch (Exception failed) {
            bus.leave();
            throw failed;
        }
    }

    private void open(Consumer<String> hear, Runnable lost) throws Exception {
        learnNames();
        road = sharing.road().call();
        hazelcast = EmbeddedHazelcast.start(sharing, others);
        hazelcast.getLifecycleService().addLifecycleListener(event -> {
            if (event.getState() == LifecycleEvent.LifecycleState.SHUTTING_DOWN) lost.run();
        });
        vertx = soon(Vertx.builder().with(options()).withClusterManager(new Membership(hazelcast)).buildClustered());
        // Texts only: whatever a peer sends as an object of ours or of anybody else's is thrown away unread.
        vertx.eventBus().clusterSerializableChecker(_ -> false).serializableChecker(_ -> false);
        var listening = vertx.eventBus().<Object>consumer(TOPIC, message -> {
            if (message.body() instanceof String text && text.length() <= LONGEST) hear.accept(text);
        });
        soon(listening.completion());
    }

    private VertxOptions options() {
        var hosts = new StringBuilder("127.0.0.1 localhost\n");
        for (var seat : others) hosts.append(seat.bus()).append(' ').append(seat.host()).append('\n');
        var bus = new EventBusOptions().setHost(sharing.self().bus()).setPort(sharing.self().port())
                .setClusterPublicHost(sharing.self().host()).setClusterPublicPort(sharing.self().port())
                .setClusterPingInterval(2_000).setClusterPingReplyInterval(5_000).setTcpNoDelay(true);
        return new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(2).setInternalBlockingPoolSize(2).setEventBusOptions(bus)
                .setFileSystemOptions(new FileSystemOptions().setClassPathResolvingEnabled(false).setFileCachingEnabled(false))
                .setAddressResolverOptions(new AddressResolverOptions().setHostsValue(Buffer.buffer(hosts.toString())));
    }

    private void learnNames() throws UnknownHostException {
        NodeNames.learnOwn(sharing.self().host(), InetAddress.getByName(sharing.self().hazelcast()));
        for (var seat : others) NodeNames.learn(seat.host(), InetAddress.getByName(seat.hazelcast()));
    }

    private void forgetNames() throws UnknownHostException {
        NodeNames.forget(sharing.self().host(), InetAddress.getByName(sharing.self().hazelcast()));
        for (var seat : others) NodeNames.forget(seat.host(), InetAddress.getByName(seat.hazelcast()));
    }

    /** Whether the cluster file still names the nodes that were looked for. */
    boolean stillTheSame() {
        return others.equals(sharing.others().get());
    }

    /** Never waits, and never fails: whoever does not hear this one hears the next. */
    void tell(String text) {
        vertx.eventBus().publish(TOPIC, text);
    }

    private static <T> T soon(Future<T> done) throws Exception {
        return done.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** In order where the others are there; and soon where they are not. */
    void leave() throws Exception {
        try {
            if (vertx != null) vertx.close().toCompletionStage().toCompletableFuture().get(LEAVING_SECONDS, TimeUnit.SECONDS);
        } finally {
            if (hazelcast != null) hazelcast.getLifecycleService().terminate();
            if (road != null) road.close();
            forgetNames();
        }
    }

    /** Nobody takes leave of a Hazelcast that has gone already. */
    private static final class Membership extends HazelcastClusterManager {
        private final HazelcastInstance hazelcast;

        Membership(HazelcastInstance hazelcast) {
            super(hazelcast);
            this.hazelcast = hazelcast;
        }

        @Override
        public void leave(Completable<Void> left) {
            if (hazelcast.getLifecycleService().isRunning()) super.leave(left);
            else left.succeed();
        }
    }
}
