package conclave.exchange.office;

import conclave.exchange.Finding;
import conclave.exchange.MeetingFile;
import conclave.exchange.workbook.CellFinding;
import conclave.exchange.workbook.Spot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What the completeness check says of the whole meeting, in words, and where it can be told, with the row that it is about. The
 * check knows places in JSON; an office knows cells.
 */
public final class Whole {

    private static final Pattern PLACE = Pattern.compile("(people|applicants|recusals)\\[([0-9]{1,6})](?:\\.([A-Za-z]+).*)?");
    private static final TreeMap<String, String[]> WORDS = words();
    /** An office knows its workbooks and not what they become. */
    private static final Map<String, String> PARTS = Map.of("data/meeting.json", "“会议”表（data/meeting.json）", "data/people.json", "“评委”表（data/people.json）",
            "data/applicants.json", "“申报人”表（data/applicants.json）", "data/recusals.json", "“回避”表（data/recusals.json）", "data/sheet.json", "赋分表（data/sheet.json）",
            "data/mode.json", "会议模式（data/mode.json）", "data/rules.json", "规则方案（data/rules.json）");

    private Whole() {
    }

    /** What it is, what to do, and both in English; a code without words of its own is said as it is. */
    public record Sentence(String what, String fix, String english) {
    }

    public static Sentence sentence(Finding finding) {
        var words = WORDS.getOrDefault(finding.code(), WORDS.get(finding.code().startsWith("sheet-") ? "sheet-" : finding.code().startsWith("rule-") ? "rule-" : "other"));
        return new Sentence(filled(words[1], finding), filled(words[2], finding), filled(words[3], finding));
    }

    private static String filled(String sentence, Finding finding) {
        var text = sentence.replace("{code}", finding.code());
        for (var fact : finding.facts().entrySet()) text = text.replace("{" + fact.getKey() + "}", PARTS.getOrDefault(fact.getValue(), fact.getValue()));
        return text.replaceAll("\\{[a-z]+}", "");
    }

    static OfficeFinding of(Finding finding, Tables tables) {
        var sentence = sentence(finding);
        var row = row(finding, tables);
        var place = PLACE.matcher(finding.facts().getOrDefault("path", ""));
        var spot = row.map(it -> place.matches() && place.group(3) != null && it.form().item(place.group(3)).isPresent() ? it.spot(place.group(3)) : it.line()).orElse(Spot.FILE);
        return new OfficeFinding(row.map(Entry::file).orElse(""),
                new CellFinding(finding.isError(), finding.code(), spot, "", sentence.what(), sentence.fix()), sentence.english());
    }

    private static Optional<Entry> row(Finding finding, Tables tables) {
        var place = PLACE.matcher(finding.facts().getOrDefault("path", ""));
        if (!place.matches()) return Optional.empty();
        var rows = tables.rows(Form.of(place.group(1)).orElseThrow());
        var index = Integer.parseInt(place.group(2));
        return index < rows.size() ? Optional.of(rows.get(index)) : Optional.empty();
    }

    /** Whom a finding is about, for the report; empty where it is about the whole. */
    static Optional<MeetingFile.Applicant> applicant(Finding finding, MeetingFile file) {
        var place = PLACE.matcher(finding.facts().getOrDefault("path", ""));
        if (!place.matches() || !place.group(1).equals("applicants")) return Optional.empty();
        var index = Integer.parseInt(place.group(2));
        return index < file.applicants().size() ? Optional.of(file.applicants().get(index)) : Optional.empty();
    }

    static List<String> known() {
        return List.copyOf(WORDS.keySet());
    }

    private static TreeMap<String, String[]> words() {
        try (var file = Whole.class.getResourceAsStream("/conclave/office/completeness.txt")) {
            if (file == null) throw new IllegalStateException("the sentences are missing");
            var words = new TreeMap<String, String[]>();
            for (var line : new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                var parts = line.split("\\|", -1);
                if (parts.length == 4) words.put(parts[0], parts);
            }
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
