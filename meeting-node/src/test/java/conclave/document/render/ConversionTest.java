package conclave.document.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With programs that behave as LibreOffice does on a good day and on bad ones. */
class ConversionTest {

    private static final byte[] OFFICE = "PK\3\4 and more".getBytes(StandardCharsets.ISO_8859_1);

    @TempDir
    Path programs;
    @TempDir
    Path scratch;

    @AfterEach
    void nothingInClearIsLeft() throws IOException {
        try (var left = Files.list(scratch)) {
            assertEquals(List.of(), left.toList());
        }
    }

    /** Its last argument is the file, the one before it the folder. */
    private Conversion with(String body, Duration longest) throws IOException {
        var program = programs.resolve("office");
        Files.writeString(program, "#!/bin/sh\nfor last; do before=$out; out=$file; file=$last; done\n" + body + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return new Conversion(program, scratch, Limits.usual().withFileTime(longest, Duration.ZERO), List.of());
    }

    private static NotConverted.Reason reason(Conversion conversion, byte[] office) {
        return assertThrows(NotConverted.class, () -> conversion.convert(office.length, new ByteArrayInputStream(office))).reason();
    }

    @Test
    void whatComesOutIsAPdfInAPrivateFolder() throws Exception {
        var conversion = with("grep -q DisableMacrosExecution \"$HOME/profile/user/registrymodifications.xcu\" && (printf '%%PDF-1.7 '; cat \"$file\"; env | sort | head -1) > \"$out/document.pdf\"", Duration.ofSeconds(5));
        try (var converted = conversion.convert(OFFICE.length, new ByteArrayInputStream(OFFICE))) {
            var said = Files.readString(converted.pdf(), StandardCharsets.ISO_8859_1);
            assertTrue(said.startsWith("%PDF-1.7 PK\3\4 and more") && said.contains("HOME=" + converted.folder()), said);
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(converted.folder())));
        }
    }

    @Test
    void aProgramThatFailsSaysNothingOrSaysSomethingElseMakesAFinding() throws Exception {
        assertEquals(NotConverted.Reason.FAILED, reason(with("exit 1", Duration.ofSeconds(5)), OFFICE));
        assertEquals(NotConverted.Reason.FAILED, reason(with("printf junk > \"$out/document.pdf\"", Duration.ofSeconds(5)), OFFICE));
        Files.writeString(programs.resolve("elsewhere.pdf"), "%PDF-1.7");
        assertEquals(NotConverted.Reason.FAILED, reason(with("ln -s '" + programs.resolve("elsewhere.pdf") + "' \"$out/document.pdf\"", Duration.ofSeconds(5)), OFFICE));
    }

    @Test
    void aProgramThatNeverEndsIsEndedWithItsChildren() throws Exception {
        var mark = programs.resolve("child");
        var reason = reason(with("tail -f /dev/null & echo $! > '" + mark + "'; wait", Duration.ofMillis(300)), OFFICE);
        assertEquals(NotConverted.Reason.TIMEOUT, reason);
        var child = ProcessHandle.of(Long.parseLong(Files.readString(mark).strip()));
        child.ifPresent(handle -> handle.onExit().orTimeout(10, TimeUnit.SECONDS).join());
        assertFalse(child.isPresent() && child.get().isAlive());
    }

    /** Of addresses it may have four thousand million: what it really holds is what a small server feels. */
    @Test
    void aProgramThatTakesTooMuchMemoryIsEnded() throws Exception {
        var greedy = with("head -c 60m /dev/zero | tail -c 60m > /dev/null; tail -f /dev/null & wait", Duration.ofSeconds(5));
        var small = new Conversion(greedy.program(), scratch, greedy.limits().withHeap(1), List.of());
        assertEquals(NotConverted.Reason.OUT_OF_MEMORY, reason(small, OFFICE));
    }

    @Test
    void whoeverStopsTheServerDoesNotWaitForIt() throws Exception {
        var endless = with("tail -f /dev/null & wait", Duration.ofSeconds(60));
        assertThrows(IOException.class, () -> endless.convert(OFFICE.length, new ByteArrayInputStream(OFFICE), () -> true));
    }

    @Test
    void onlyOfficeFilesAreHandedOver() throws Exception {
        var never = with("touch '" + programs.resolve("ran") + "'", Duration.ofSeconds(5));
        assertEquals(NotConverted.Reason.NO_OFFICE_FILE, reason(never, "<html>".getBytes(StandardCharsets.US_ASCII)));
        assertEquals(NotConverted.Reason.NO_OFFICE_FILE, reason(never, new byte[0]));
        assertThrows(IOException.class, () -> never.convert(OFFICE.length + 1, new ByteArrayInputStream(OFFICE)));
        assertFalse(Files.exists(programs.resolve("ran")));
    }
}
