package conclave.document.ocr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.document.ocr.Tesseract.Limits;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the child is held, with programs that behave as Tesseract must not. */
class TesseractTest {

    private static final Limits SHORT = new Limits(Duration.ofSeconds(1), Duration.ofMinutes(2), 256, 1 << 16);

    @TempDir
    Path folder;

    @Test
    void aMachineWithoutItSaysSoOnceAndEveryPageGoesToAPerson() throws InterruptedException {
        var missing = assertThrows(Unread.class, () -> Tesseract.find(folder.resolve("none"), SHORT)).doubt();
        assertEquals(Doubt.PROGRAM_MISSING, missing);
        var reader = ScanReader.without(missing);
        assertEquals(Doubt.PROGRAM_MISSING, reader.missing().orElseThrow());
        var read = reader.read(1, new PrintedPage().bars(3).seal(800, 900, 160).image());
        assertEquals(EnumSet.of(Doubt.PROGRAM_MISSING, Doubt.SEALED), read.doubts());
        assertEquals(List.of(), read.texts());
    }

    @Test
    void withoutChineseItIsOfNoUse() throws IOException {
        var program = Files.writeString(folder.resolve("eng"), "#!/bin/sh\necho 'List of available languages (1):'; echo eng\n");
        assertTrue(program.toFile().setExecutable(true));
        assertEquals(Doubt.CHINESE_MISSING, assertThrows(Unread.class, () -> Tesseract.find(program, SHORT)).doubt());
    }

    @Test
    void itIsStoppedWhenItComputesTooLong() throws Exception {
        assertEquals(Doubt.TOO_SLOW, assertTimeoutPreemptively(Duration.ofSeconds(40), () -> doubtOf("while :; do :; done")));
    }

    @Test
    void itIsStoppedWhenItHangs() throws Exception {
        var tesseract = Tesseract.find(program("cat >&2; exec sleep 60"), new Limits(Duration.ofSeconds(1), Duration.ofMillis(300), 256, 1 << 16));
        assertEquals(Doubt.TOO_SLOW, assertThrows(Unread.class, () -> tesseract.read(Grey.paper(10, 10))).doubt());
    }

    @Test
    void itIsStoppedWhenItSaysTooMuch() throws Exception {
        assertEquals(Doubt.STOPPED, doubtOf("cat >&2; exec yes"));
    }

    @Test
    void halfAnAnswerIsNone() throws Exception {
        assertEquals(Doubt.STOPPED, doubtOf("cat >&2; echo '<html>'; exit 1"));
        assertEquals(Doubt.STOPPED, doubtOf("exit 1"));
    }

    @Test
    void itWritesNoFileAndTakesNoMoreMemoryThanItMay() throws Exception {
        var left = folder.resolve("left");
        doubtOf("cat > '" + left + "'");
        assertTrue(Files.notExists(left) || Files.size(left) == 0, "something of the page lies on the disk");
        assertEquals(Doubt.STOPPED, doubtOf("cat >&2; exec dd if=/dev/zero of=/dev/null bs=400M count=1"));
    }

    @Test
    void interruptingTheThreadEndsTheChild() throws Exception {
        var program = program("echo $$ >&1; cat >&2; exec sleep 60");
        var tesseract = Tesseract.find(program, new Limits(Duration.ofSeconds(20), Duration.ofSeconds(60), 256, 1 << 16));
        var ended = new AtomicReference<Throwable>();
        var begun = new CountDownLatch(1);
        var reading = Thread.ofPlatform().start(() -> {
            begun.countDown();
            ended.set(assertThrows(InterruptedException.class, () -> tesseract.read(Grey.paper(2000, 2000))));
        });
        begun.await();
        reading.interrupt();
        assertTrue(reading.join(Duration.ofSeconds(10)), "it goes on reading");
        assertTrue(ended.get() instanceof InterruptedException);
        var left = ProcessHandle.current().children().filter(child -> child.info().commandLine().orElse("").contains(program.toString())).toList();
        for (var child : left) child.onExit().get(10, TimeUnit.SECONDS);
    }

    /** The shell that starts it stands for a server that was killed. */
    @Test
    void itEndsWithWhoeverStartedIt() throws Exception {
        var tesseract = Tesseract.find(program("echo $$; exec sleep 60"), SHORT);
        var command = tesseract.command(List.of("read"));
        var script = String.join(" ", command.stream().map(word -> "'" + word.replace("'", "'\\''") + "'").toList());
        var parent = new ProcessBuilder("/bin/sh", "-c", script + " & wait").start();
        try (var said = new BufferedReader(new InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8))) {
            var child = ProcessHandle.of(Long.parseLong(said.readLine())).orElseThrow();
            parent.destroyForcibly();
            child.onExit().get(10, TimeUnit.SECONDS);
        } finally {
            parent.destroyForcibly();
        }
    }

    private Doubt doubtOf(String reading) throws Exception {
        var tesseract = Tesseract.find(program(reading), SHORT);
        return assertThrows(Unread.class, () -> tesseract.read(Grey.paper(300, 300)), reading).doubt();
    }

    private Path program(String reading) throws IOException {
        var program = Files.createTempFile(folder, "reader", ".sh");
        Files.writeString(program, "#!/bin/sh\nif [ \"$1\" = --list-langs ]; then echo chi_sim; exit; fi\n" + reading + "\n");
        assertTrue(program.toFile().setExecutable(true));
        return program;
    }
}
