package conclave.appliance.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import conclave.config.NodeConfig;
import conclave.exchange.Finding;
import conclave.exchange.MeetingFile.Kind;
import conclave.exchange.MeetingFolder;
import conclave.exchange.Presets;
import conclave.main.ConclaveNode;
import conclave.node.Admission;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever wants to see a mode can: the sample brings any of those that come with the program, and a node takes it in. */
class EveryModeTest {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 18);

    @TempDir
    private Path temp;

    @Test
    void aNodeTakesTheSampleOfEveryMode() throws IOException {
        var config = NodeConfig.read(Optional.empty(), Map.of("data", temp.resolve("data").toString(), "port", "0", "presence.shared", "no"));
        try (var node = ConclaveNode.start(config.value().orElseThrow(), _ -> { }, broken -> {
            throw broken;
        }).value().orElseThrow()) {
            for (var mode : Presets.MODES) {
                var folder = temp.resolve(mode);
                Sample.make(new SampleOptions(1, 3, 1, 2, 1, Kind.REHEARSAL, mode, DAY, folder));
                var reading = MeetingFolder.read(folder);
                // That so small a committee is not what the rules want is only a warning, and true.
                assertEquals(List.of(), reading.findings().stream().filter(Finding::isError).toList(), mode);
                var hall = new Admission(node.house()).admit(reading.meeting().orElseThrow(), folder);
                assertEquals(mode, hall.meeting().book().mode().code());
            }
        }
    }
}
