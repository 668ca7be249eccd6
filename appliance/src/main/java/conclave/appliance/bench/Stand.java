package conclave.appliance.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;

/**
 * Where a measurement takes place: a folder of its own on the disk in question and the processes started there. When
 * it ends, by whatever way, the processes are ended by their ids and the folder is gone.
 */
public final class Stand implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 25;
    private static final int LAST_WORDS = 600;

    private final Path folder;
    private final List<String> jvmOptions;
    private final ConcurrentLinkedDeque<Process> processes = new ConcurrentLinkedDeque<>();
    private volatile boolean over;
    private String path = System.getProperty("java.class.path");
    private final Thread atExit = Thread.ofPlatform().unstarted(this::clear);

    /** @param jvmOptions more for the node than this process itself was started with */
    public Stand(Path disk, List<String> jvmOptions) throws IOException {
        this.folder = Files.createTempDirectory(Files.createDirectories(disk), "conclave-bench-");
        this.jvmOptions = jvmOptions;
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    public Path folder() {
        return folder;
    }

    /** What lies in this folder is found before the program's own, by every process started from now on. */
    public void firstOnPath(Path classes) {
        path = classes + File.pathSeparator + path;
    }

    /** The same folder once more, under another name. */
    Path copy(Path from, String name) throws IOException {
        return copy(from, folder.resolve(name));
    }

    static Path copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
        }
        return to;
    }

    /** Another process of this program; started as this one was, which is how the scripts start a node. */
    public Process start(String... arguments) throws IOException {
        return start(List.of(), arguments);
    }

    /** @param through a command that becomes the program, such as {@code env} or {@code ip netns exec} */
    public Process start(List<String> through, String... arguments) throws IOException {
        return start(through, List.of(), arguments);
    }

    /** @param options for its Java alone, which count more than all the others */
    Process start(List<String> through, List<String> options, String... arguments) throws IOException {
        if (over) throw new IOException("nothing is started any more");
        var command = new ArrayList<>(through);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(jvmOptions);
        command.addAll(options);
        command.addAll(List.of("-cp", path, "conclave.appliance.Conclave"));
        command.addAll(List.of(arguments));
        return launch(command);
    }

    /** A process of any program. */
    Process launch(List<String> command) throws IOException {
        var said = folder.resolve("said.txt").toFile();
        var process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(said)).start();
        processes.add(process);
        return process;
    }

    /** What the processes have said so far, for when one of them gave up. */
    public String said() throws IOException {
        return Files.readString(folder.resolve("said.txt"));
    }

    /** The end of it, for one sentence. */
    public String saidLast() throws IOException {
        var all = said().strip();
        return all.substring(Math.max(0, all.length() - LAST_WORDS));
    }

    /** As a technician would: asked to stop, and only cut short when it does not. */
    public void stop(Process process) {
        var children = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        children.forEach(ProcessHandle::destroyForcibly);
        processes.remove(process);
    }

    @Override
    public void close() {
        clear();
        Runtime.getRuntime().removeShutdownHook(atExit);
    }

    private void clear() {
        over = true;
        processes.forEach(this::stop);
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException("something is left behind in " + folder, e);
        }
    }
}
