package conclave.appliance.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.appliance.ChildNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A short selection of {@code scripts/faults}, as a process of its own like there; the seed stands in what it says. */
final class ShortFaultsTest {

    @TempDir
    private Path folder;

    @Test
    void aNodeIsKilledAnotherLosesItsDiskAllAreKilledAndNothingAcknowledgedIsMissing() throws Exception {
        var said = suite(Selection.class, "--cycles", "3");
        assertTrue(said.strip().endsWith("成立 HOLDS"), said);
    }

    private String suite(Class<?> suite, String... arguments) throws IOException, InterruptedException {
        var project = Path.of(System.getProperty("conclave.project"));
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("@" + project.resolve("appliance/src/main/jvm/node.options"), ChildNode.SHORT_LIFE,
                "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(suite.getName(), "--disk", folder.toString(), "--rate", "20"));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var out = process.getInputStream()) {
            var said = new String(out.readAllBytes(), UTF_8);
            assertEquals(0, process.waitFor(), said);
            return said;
        } finally {
            process.destroy();
        }
    }
}
