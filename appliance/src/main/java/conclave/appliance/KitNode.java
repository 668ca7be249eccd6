package conclave.appliance;

import conclave.codec.BadJson;
import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One node of a kit on this machine, in a process of its own that is started again when it ends. */
final class KitNode {

    private static final long SOON_NS = TimeUnit.SECONDS.toNanos(20);
    private static final int MOST_QUICK_ENDS = 5;
    private static final long PAUSE_MS = 300;

    private final String name;
    private final Path data;
    private final List<String> how;
    private volatile Process process;
    private volatile boolean stopping;
    private volatile boolean givenUp;
    private FileTime readAt;
    private Json.Obj read;

    /** @param how {@code run} or {@code serve}, with its options */
    KitNode(String name, Path data, List<String> how) {
        this.name = name;
        this.data = data;
        this.how = List.copyOf(how);
    }

    String name() {
        return name;
    }

    /** It did not stay, however often it was started. */
    boolean givenUp() {
        return givenUp;
    }

    void start() throws IOException {
        process = launch();
        Thread.ofPlatform().daemon().name("watch-" + name).start(this::watch);
    }

    private void watch() {
        int quick = 0;
        try {
            while (true) {
                long began = System.nanoTime();
                int ended = process.waitFor();
                quick = System.nanoTime() - began < SOON_NS ? quick + 1 : 0;
                if (stopping) return;
                if (quick >= MOST_QUICK_ENDS || ended == Exit.NOT_DONE && quick > 1) {
                    givenUp = true;
                    System.err.println("节点 " + name + " 无法保持运行，不再重启。Node " + name + " does not stay; it is not started again.");
                    return;
                }
                Thread.sleep(PAUSE_MS);
                synchronized (this) {
                    if (stopping) return;
                    System.err.println("节点 " + name + " 已停止（" + ended + "），正在重启。Node " + name + " ended; starting it again.");
                    process = launch();
                }
            }
        } catch (InterruptedException | IOException e) {
            givenUp = true;
        }
    }

    /** With the same Java, the same options and the same program as this process. */
    private Process launch() throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(Training.options(ManagementFactory.getRuntimeMXBean().getInputArguments(), name));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Conclave.class.getName()));
        command.addAll(how);
        command.addAll(List.of("--data", data.toString(), "--node", name, "--child-of", Long.toString(ProcessHandle.current().pid()), "--json"));
        return new ProcessBuilder(command).redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    /** What it says of itself, once it is ready; the file of an earlier life names another process. Asked many times a second. */
    Optional<Json.Obj> run() {
        var file = data.resolve("run.json");
        try {
            if (!Files.exists(file)) return Optional.empty();
            var written = Files.getLastModifiedTime(file);
            if (!written.equals(readAt)) {
                read = CanonicalJson.readObject(Files.readAllBytes(file));
                readAt = written;
            }
            return read.list("nodes").getFirst() instanceof Json.Obj node && node.number("pid") == process.pid() ? Optional.of(read) : Optional.empty();
        } catch (IOException | BadJson beingWritten) {
            return Optional.empty();
        }
    }

    /** Its folder may be another one by now. */
    synchronized void tryAgain() throws IOException {
        if (!givenUp || stopping) return;
        givenUp = false;
        start();
    }

    synchronized void askToStop() {
        stopping = true;
        process.destroy();
    }

    /** True where it ended by itself in time. */
    boolean stopped(long seconds) throws InterruptedException {
        if (process.waitFor(seconds, TimeUnit.SECONDS)) return true;
        process.destroyForcibly();
        return false;
    }
}
