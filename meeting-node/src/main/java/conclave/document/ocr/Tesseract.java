package conclave.document.ocr;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Tesseract as a child for one page: the picture goes in by its standard input and the text comes out by its standard output,
 * so that nothing of an original touches a disk. The kernel holds it to a processor time, a memory and files of no size at all;
 * it dies with whoever started it.
 */
public final class Tesseract {

    /** What one page may cost at most. An honest page takes some five seconds and a fifth of the memory. */
    public record Limits(Duration processor, Duration clock, int megabytes, int answerBytes) {

        public static Limits usual() {
            return new Limits(Duration.ofSeconds(60), Duration.ofMinutes(4), 1024, 16 << 20);
        }
    }

    private static final Path PROGRAM = Path.of("/usr/bin/tesseract");
    /** Of util-linux, which every Debian has: asks the kernel to end the child with its parent. */
    private static final Path WITH_PARENT = Path.of("/usr/bin/setpriv");
    private static final String CHINESE = "chi_sim";
    private static final Duration QUESTION = Duration.ofSeconds(20);
    /** What the shell says of a child that the kernel ended: 128 and the signal (KILL, XCPU). */
    private static final List<Integer> OUT_OF_TIME = List.of(137, 152);
    /** Words are handed to the shell as arguments, never as part of its script. */
    private static final String SCRIPT = "ulimit -c 0 && ulimit -f 0 && ulimit -t \"$1\" && ulimit -v \"$2\" && shift 2 && exec \"$@\"";

    private final Path program;
    private final Limits limits;

    private Tesseract(Path program, Limits limits) {
        this.program = program;
        this.limits = limits;
    }

    /** @throws Unread once, with what is missing on this machine */
    static Tesseract find(Path program, Limits limits) throws Unread, InterruptedException {
        if (!Files.isExecutable(program)) throw new Unread(Doubt.PROGRAM_MISSING);
        var tesseract = new Tesseract(program, limits);
        var languages = new String(tesseract.ask(List.of("--list-langs"), null, QUESTION), StandardCharsets.UTF_8);
        if (languages.lines().noneMatch(CHINESE::equals)) throw new Unread(Doubt.CHINESE_MISSING);
        return tesseract;
    }

    static Tesseract find() throws Unread, InterruptedException {
        return find(PROGRAM, Limits.usual());
    }

    /** What it read, as hOCR with a box for each character. Interrupting the thread ends the child. */
    String read(Grey page) throws Unread, InterruptedException {
        var words = List.of("-", "-", "-l", CHINESE, "--psm", "6", "--dpi", "200", "-c", "tessedit_create_hocr=1", "-c", "hocr_char_boxes=1");
        return new String(ask(words, page, limits.clock), StandardCharsets.UTF_8);
    }

    /**
     * The child belongs to the thread that talks to it, which lives as long as the talk: to the kernel it is a thread, not a
     * program, whose end ends the child.
     */
    private byte[] ask(List<String> words, Grey page, Duration clock) throws Unread, InterruptedException {
        var started = new CompletableFuture<Process>();
        var answer = new FutureTask<>(() -> {
            var process = start(words);
            started.complete(process);
            return converse(process, page);
        });
        Thread.ofPlatform().daemon().name("reading-a-page").start(answer);
        try {
            return answer.get(clock.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new Unread(Doubt.TOO_SLOW);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Unread unread ? unread : new Unread(Doubt.STOPPED);
        } finally {
            started.thenAccept(Process::destroyForcibly);
        }
    }

    private Process start(List<String> words) throws IOException {
        var builder = new ProcessBuilder(command(words)).directory(Path.of("/").toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(Map.of("OMP_THREAD_LIMIT", "1", "LC_ALL", "C.UTF-8"));
        return builder.start();
    }

    List<String> command(List<String> words) {
        var command = new ArrayList<>(List.of("/bin/sh", "-c", SCRIPT, "sh", Long.toString(limits.processor.toSeconds()),
                Long.toString(limits.megabytes * 1024L)));
        if (Files.isExecutable(WITH_PARENT)) command.addAll(List.of(WITH_PARENT.toString(), "--pdeathsig", "KILL", "--"));
        command.add(program.toString());
        command.addAll(words);
        return command;
    }

    /** Everything it says until it ends well. How it ended is known only then, so a broken pipe is not yet an answer. */
    private byte[] converse(Process process, Grey page) throws IOException, InterruptedException, Unread {
        try (var in = process.getInputStream()) {
            hand(process, page);
            var answer = in.readNBytes(limits.answerBytes + 1);
            if (answer.length > limits.answerBytes) throw new Unread(Doubt.STOPPED);
            int exit = process.waitFor();
            if (exit != 0) throw new Unread(OUT_OF_TIME.contains(exit) ? Doubt.TOO_SLOW : Doubt.STOPPED);
            return answer;
        }
    }

    /** True when it took the whole page. */
    private static boolean hand(Process process, Grey page) {
        try (var out = process.getOutputStream()) {
            if (page != null) page.writeTo(out);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
