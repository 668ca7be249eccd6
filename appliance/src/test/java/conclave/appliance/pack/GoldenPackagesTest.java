package conclave.appliance.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What was written once is read for ever: signature, volumes, every chunk, every file, and a meeting down to its counts. */
class GoldenPackagesTest {

    private static final Path GOLDEN = Path.of(System.getProperty("conclave.project"), "appliance/src/test/resources/golden");
    private static final String DAY = "2026-12-01";

    @TempDir
    private Path temp;
    private final StringWriter said = new StringWriter();

    @Test
    void everyGoldenPackageIsStillReadable() throws IOException {
        var read = new ArrayList<String>();
        for (var format : folders()) {
            for (var file : files(format)) {
                assertEquals(0, verify(format, unpacked(format, file)), () -> file + ": " + said);
                read.add(file.getFileName().toString().replace(".mpkg.b64", ""));
            }
        }
        assertTrue(read.containsAll(List.of("meeting-international", "result-international", "receipt-international", "meeting-gm", "result-gm")), read::toString);
    }

    /** The test notices where they are not. */
    @Test
    void aChangedOneIsNotReadable() throws IOException {
        var format = folders().getFirst();
        var first = unpacked(format, format.resolve("meeting-international.mpkg.b64"));
        var bytes = Files.readAllBytes(first);
        bytes[bytes.length / 2] ^= 1;
        Files.write(first, bytes);
        assertEquals(1, verify(format, first), said::toString);
    }

    @Test
    void anOldMeetingIsStillImported() throws IOException {
        for (var format : folders()) {
            for (var profile : List.of("international", "gm")) {
                var first = unpacked(format, format.resolve("meeting-" + profile + ".mpkg.b64"));
                assertEquals(0, type(new ImportCommand(), first.toString(), "--data", temp.resolve("data-" + profile).toString(), "--date", DAY,
                        "--trust", format.resolve("office-" + profile + ".crt").toString(), "--passphrase-file", format.resolve("passphrase").toString()), said::toString);
            }
        }
    }

    private int verify(Path format, Path first) {
        var profile = first.getFileName().toString().contains("-gm") ? "gm" : "international";
        return type(new VerifyCommand(), first.toString(), "--trust", format.resolve("office-" + profile + ".crt").toString(), "--date", DAY,
                "--passphrase-file", format.resolve("passphrase").toString());
    }

    private Path unpacked(Path format, Path file) throws IOException {
        var name = file.getFileName().toString().replace(".b64", "");
        for (var each : List.of(name, name + ".p7s")) {
            Files.write(temp.resolve(each), Base64.getMimeDecoder().decode(Files.readString(format.resolve(each + ".b64"))));
        }
        return temp.resolve(name);
    }

    private static List<Path> folders() throws IOException {
        try (var all = Files.list(GOLDEN)) {
            return all.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static TreeSet<Path> files(Path format) throws IOException {
        try (var all = Files.list(format)) {
            return new TreeSet<>(all.filter(file -> file.toString().endsWith(".mpkg.b64")).toList());
        }
    }

    private int type(Callable<Integer> command, String... arguments) {
        var out = new PrintWriter(said, true);
        return new CommandLine(command).setOut(out).setErr(out).execute(arguments);
    }
}
