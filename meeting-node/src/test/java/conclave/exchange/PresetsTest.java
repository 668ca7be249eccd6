package conclave.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.codec.CanonicalJson;
import conclave.codec.RuleBookFiles;
import conclave.meeting.rule.Finding;
import conclave.meeting.rule.ModeCheck;
import conclave.meeting.rule.ProfileCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PresetsTest {

    private static final Path RESOURCES = Path.of("src/main/resources/conclave");

    @Test
    void everyModeHasNothingWrongInIt() {
        for (var code : Presets.MODES) {
            var mode = Presets.mode(code);
            assertEquals(code, mode.code());
            assertEquals(List.of(), ModeCheck.of(mode, Optional.of(Presets.profile("title-senior")), Optional.empty()), code);
        }
    }

    @Test
    void everyProfileHasNothingWrongInIt() {
        for (var code : Presets.PROFILES) {
            assertEquals(code, Presets.profile(code).code());
            assertEquals(List.<Finding>of(), ProfileCheck.of(Presets.profile(code)), code);
        }
    }

    @Test
    void theFilesAreTheValuesAndNothingBeside() throws IOException {
        for (var code : Presets.MODES) {
            assertEquals(read("modes", code), CanonicalJson.text(CanonicalJson.read(RuleBookFiles.bytes(Presets.mode(code)))));
        }
        for (var code : Presets.PROFILES) {
            assertEquals(read("profiles", code), CanonicalJson.text(CanonicalJson.read(RuleBookFiles.bytes(Presets.profile(code)))));
        }
    }

    @Test
    void noFileLiesThereThatNobodyOffers() throws IOException {
        assertEquals(Presets.MODES.stream().sorted().toList(), names("modes"));
        assertEquals(Presets.PROFILES.stream().sorted().toList(), names("profiles"));
    }

    @Test
    void everyPresetStandsInTheDocument() throws IOException {
        var page = Files.readString(Path.of("docs/formats/modes.md"));
        for (var code : Presets.MODES) assertTrue(page.contains("`" + code + "`") && page.contains(Presets.mode(code).name()), code);
        for (var code : Presets.PROFILES) assertTrue(page.contains("`" + code + "`"), code);
    }

    @Test
    void aNameThatIsNoneIsNotLookedFor() {
        assertThrows(IllegalArgumentException.class, () -> Presets.mode("../profiles/title-senior"));
    }

    private static String read(String folder, String code) throws IOException {
        return CanonicalJson.text(CanonicalJson.read(Files.readAllBytes(RESOURCES.resolve(folder).resolve(code + ".json"))));
    }

    private static List<String> names(String folder) throws IOException {
        try (var files = Files.list(RESOURCES.resolve(folder))) {
            return files.map(file -> file.getFileName().toString().replace(".json", "")).sorted().toList();
        }
    }
}
