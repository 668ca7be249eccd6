package conclave.appliance;

import static java.nio.charset.StandardCharsets.UTF_8;

import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The conclave command in a process of its own, started as the scripts start it. */
public final class ChildNode implements AutoCloseable {

    /** Long, because the machine that tests may be busy with other things. */
    private static final long PATIENCE_SECONDS = 420;

    /** Nodes of a test end before the slow compiler's work has paid: without it they start with a third less of the processor. */
    public static final String SHORT_LIFE = "-XX:TieredStopAtLevel=1";

    private final Process process;
    private final CompletableFuture<String> complaints;
    private final BufferedReader said;

    private ChildNode(Process process) {
        this.process = process;
        this.said = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        this.complaints = CompletableFuture.supplyAsync(() -> all(process), task -> Thread.ofVirtual().start(task));
    }

    public static ChildNode conclave(String... arguments) throws IOException {
        return new ChildNode(command(arguments).start());
    }

    /** For commands that are typed to. */
    public static ProcessBuilder command(String... arguments) {
        var project = Path.of(System.getProperty("conclave.project"));
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@" + project.resolve("appliance/src/main/jvm/node.options"));
        command.addAll(List.of(SHORT_LIFE, "-cp", System.getProperty("java.class.path"), Conclave.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    /** Waits until it is ready, and gives what it then says of itself; for commands with {@code --json}. */
    public Json.Obj ready() throws IOException {
        var line = inTime(CompletableFuture.supplyAsync(this::line, task -> Thread.ofVirtual().start(task)));
        if (line == null) throw new IOException("it ended instead: " + inTime(complaints));
        return CanonicalJson.readObject(line.getBytes(UTF_8));
    }

    /** Waits for its end: the exit code. */
    public int exit() throws IOException {
        return inTime(process.onExit()).exitValue();
    }

    /** All of stderr, once it has ended. */
    public String complaints() throws IOException {
        return inTime(complaints);
    }

    public void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).inheritIO().start().waitFor();
    }

    public long pid() {
        return process.pid();
    }

    private String line() {
        try {
            return said.readLine();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String all(Process process) {
        try {
            return new String(process.getErrorStream().readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static <T> T inTime(CompletableFuture<T> future) throws IOException {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException | InterruptedException e) {
            throw new IOException("waited in vain", e);
        }
    }

    /** Gone with everything it started: the folder of its data may be removed afterwards. */
    @Override
    public void close() {
        var started = process.descendants().toList();
        process.destroyForcibly().onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        started.forEach(ProcessHandle::destroyForcibly);
        for (var child : started) child.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }
}
