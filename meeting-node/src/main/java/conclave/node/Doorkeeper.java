package conclave.node;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Remembers who was turned away at this node's doors, for the log and the board: one sentence, however often it comes. */
public final class Doorkeeper {

    /** In the order of their weight. */
    public enum Why {
        STRANGER("没有本集群证书的连接"),
        BABBLE("不是节点通信的内容"),
        STRUCK_OFF("证书所属的节点已不在集群文件中"),
        WRONG_NAME("以别的节点的名义说话"),
        OLD_COPY("数据比这个节点先前确认过的旧（旧备份或恢复过的副本）"),
        CLONE("第二个程序想以同一个节点的身份加入（数据目录被复制）");

        private final String sentence;

        Why(String sentence) {
            this.sentence = sentence;
        }
    }

    /**
     * @param where the port, or the node that was named
     * @param times since it was first seen, without a pause of ten minutes
     */
    public record Refusal(Why why, String where, long times, long at) {
    }

    private static final Logger LOG = LoggerFactory.getLogger(Doorkeeper.class);
    private static final long LATELY_MS = 600_000;
    private static final long SAID_EVERY_MS = 60_000;
    /** A stranger chooses what it is named; it does not choose how much we remember. */
    private static final int MOST = 64;

    private final LongSupplier monotonic;
    private final Map<String, Refusal> refusals = new LinkedHashMap<>();
    private final Map<Why, Long> said = new LinkedHashMap<>();

    public Doorkeeper() {
        this(() -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));
    }

    /** @param monotonic milliseconds that never go back */
    Doorkeeper(LongSupplier monotonic) {
        this.monotonic = monotonic;
    }

    public synchronized void turnedAway(Why why, String where) {
        var now = monotonic.getAsLong();
        var refusal = refusals.merge(why + " " + where, new Refusal(why, where, 1, now), (before, _) -> new Refusal(why, where,
                now - before.at() < LATELY_MS ? before.times() + 1 : 1, now));
        if (refusals.size() > MOST) refusals.remove(refusals.keySet().iterator().next());
        if (said.containsKey(why) && now - said.get(why) < SAID_EVERY_MS) return;
        said.put(why, now);
        LOG.warn("已拒绝：{}（{}，第 {} 次）。", why.sentence, where, refusal.times());
    }

    /** The gravest of the last minutes, and of these the latest. */
    synchronized Optional<Refusal> worst() {
        var now = monotonic.getAsLong();
        return refusals.values().stream().filter(one -> now - one.at() < LATELY_MS)
                .max(Comparator.comparing(Refusal::why).thenComparingLong(Refusal::at));
    }
}
