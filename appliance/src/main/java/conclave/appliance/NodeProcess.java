package conclave.appliance;

import conclave.codec.CanonicalJson;
import conclave.config.Finding;
import conclave.config.NodeConfig;
import conclave.ledger.Broken;
import conclave.ledger.Spent;
import conclave.main.ConclaveNode;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/** The life of a process that is a node: started, ready, and stopped by a signal or by records that do not hold. */
final class NodeProcess {

    private static final int PATIENCE_SECONDS = 20;
    private static final long MOMENT_MS = 20;
    private static final AtomicBoolean STOPPING = new AtomicBoolean();

    private NodeProcess() {
    }

    /** Returns when the node cannot start, or need not stay; else the process ends by a signal, with 0 after a clean stop. */
    static int run(NodeOptions options, Preparation preparation, boolean untilReady) throws Exception {
        options.endWithParent();
        var config = options.config();
        Spoken.say(config.findings(), options.json());
        return config.value().isPresent() ? run(options, config.value().get(), preparation, untilReady) : Exit.NOT_DONE;
    }

    private static int run(NodeOptions options, NodeConfig config, Preparation preparation, boolean untilReady) throws Exception {
        var started = ConclaveNode.start(config, preparation::begin, NodeProcess::stopNow);
        Spoken.say(started.findings(), options.json());
        if (started.value().isEmpty()) {
            preparation.abandon();
            return exit(started.findings());
        }
        var node = started.value().get();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stopping").unstarted(() -> stop(node, preparation)));
        try {
            // Before the log has been read to its end nobody knows what there is; other nodes may be needed for that.
            while (node.house().unready().isPresent()) Thread.sleep(MOMENT_MS);
            preparation.prepare(node);
            tell(node, options.json());
            if (!untilReady) preparation.meanwhile(node);
        } catch (Exception e) {
            if (!STOPPING.get()) throw e;
        }
        if (!untilReady) new CountDownLatch(1).await();
        return Exit.DONE;
    }

    private static int exit(List<Finding> findings) {
        if (findings.stream().anyMatch(f -> f.what().equals("start.broken"))) return Exit.BROKEN;
        return findings.stream().anyMatch(f -> f.what().equals("start.again")) ? Exit.AGAIN : Exit.NOT_DONE;
    }

    private static void tell(ConclaveNode node, boolean json) throws Exception {
        var guests = Guest.of(node.house());
        var content = RunFile.content(node, guests);
        RunFile.write(node.data().runFile(), content);
        node.ready();
        if (json) System.out.println(CanonicalJson.text(content));
        else Board.show(content, node.data().root());
    }

    /** A signal asks for a clean stop, which is a success: a hook that ends the process itself is the way to say so. */
    private static void stop(ConclaveNode node, Preparation preparation) {
        STOPPING.set(true);
        preparation.abandon();
        var closing = CompletableFuture.runAsync(node::close, task -> Thread.ofPlatform().daemon().name("closing").start(task));
        Runtime.getRuntime().halt(closedInTime(closing) && node.closedCleanly() ? Exit.DONE : Exit.NOT_DONE);
    }

    private static boolean closedInTime(CompletableFuture<Void> closing) {
        try {
            closing.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException | InterruptedException e) {
            System.err.println("停止没有按时完成，进程已强制结束；已确认的数据不受影响。"
                    + "Stopping did not come to its end and was cut short; nothing acknowledged is lost.");
            return false;
        }
    }

    /** No hook, no farewell: whatever is still under way must not be acknowledged any more. */
    private static void stopNow(Broken reason) {
        if (reason instanceof Spent) {
            System.err.println("本节点已跟不上其他节点，需要重新启动；会议记录完好，已确认的内容没有丢失。"
                    + "The node has to be started again: " + reason.getMessage() + ". Its records are sound; nothing acknowledged is lost.");
            Runtime.getRuntime().halt(Exit.AGAIN);
        }
        System.err.println("会议记录不可信，节点已停止，数据目录保持原样。请原样复制一份，交技术人员检查。"
                + "The records do not hold: " + reason.getMessage() + ". The node has stopped and left the data folder as it was.");
        Runtime.getRuntime().halt(Exit.BROKEN);
    }
}
