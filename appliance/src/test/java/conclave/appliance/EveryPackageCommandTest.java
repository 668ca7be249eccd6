package conclave.appliance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What an office's own programs rely on: every command of packages answers them in JSON, whether it is done or not. */
class EveryPackageCommandTest {

    @TempDir
    private Path place;

    @Test
    void eachHasItsJson() {
        var without = new ArrayList<String>();
        leaves(Conclave.line().getSubcommands().get("package")).forEach(one -> {
            if (one.getCommandSpec().findOption("--json") == null) without.add(one.getCommandName());
        });
        assertEquals(List.of(), without);
    }

    private static List<CommandLine> leaves(CommandLine command) {
        if (command.getSubcommands().isEmpty()) return List.of(command);
        return command.getSubcommands().values().stream().flatMap(one -> leaves(one).stream()).toList();
    }

    @Test
    void whatIsDoneAndWhatIsNotIsOneObjectOnALine() {
        var line = "package template --json --out %s/forms".replace("%s", place.toString());
        var done = Tried.of(line);
        assertEquals(0, done.code(), done::text);
        assertTrue(done.text().matches("(?s)\\{.*\"done\":true.*\"files\":\\[.*\"会议\\.xlsx\".*}\\s*"), done::text);
        var again = Tried.of(line);
        assertEquals(1, again.code(), again::text);
        assertTrue(again.text().contains("\"code\":\"template.exists\"") && again.text().contains("\"done\":false"), again::text);
    }

    /** Of what no command foresaw as well. */
    @Test
    void whatNobodyForesawIsToldToProgramsToo() {
        var tried = Tried.of("package receipt %s/none --by 平台 --json --out %s/r.json".replace("%s", place.toString()));
        assertEquals(1, tried.code(), tried::text);
        assertTrue(tried.text().startsWith("{") && tried.text().contains("\"done\":false") && tried.text().contains("\"zh\":"), tried::text);
        assertFalse(tried.text().contains("Exception"), tried::text);
    }
}
