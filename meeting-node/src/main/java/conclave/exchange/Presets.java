package conclave.exchange;

import conclave.codec.RuleBookFiles;
import conclave.meeting.event.Mode;
import conclave.meeting.event.Profile;
import conclave.meeting.event.Sheet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The modes and profiles that come with the program, as files to start from: {@code docs/formats/modes.md} says what each
 * is for. Their numbers are examples; a meeting brings its own.
 */
public final class Presets {

    /** In the order in which people meet them, the commonest first. */
    public static final List<String> MODES = List.of("panel-score-plenary-ballot", "score-only", "ballot-only", "defence", "blind-review",
            "quota-ranking", "talent-elimination", "reconsideration", "joint-review");

    public static final List<String> PROFILES = List.of("title-senior", "table-9-7", "award-half");

    /** Two whole forms to start from: engineers, and clinicians. */
    public static final List<String> SHEETS = List.of("engineering", "medicine");

    private Presets() {
    }

    public static Mode mode(String code) {
        return RuleBookFiles.mode(file("modes", code, MODES));
    }

    public static Profile profile(String code) {
        return RuleBookFiles.profile(file("profiles", code, PROFILES));
    }

    public static Sheet sheet(String code) {
        return RuleBookFiles.sheet(file("sheets", code, SHEETS));
    }

    private static byte[] file(String folder, String code, List<String> known) {
        if (!known.contains(code)) throw new IllegalArgumentException("no preset of that name in " + folder);
        try (var file = Presets.class.getResourceAsStream("/conclave/" + folder + "/" + code + ".json")) {
            if (file == null) throw new IllegalStateException("a preset is missing: " + code);
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
