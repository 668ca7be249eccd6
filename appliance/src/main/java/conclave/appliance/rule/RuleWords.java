package conclave.appliance.rule;

import conclave.codec.Json;
import conclave.meeting.event.Mode;
import conclave.meeting.rule.Finding;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Pattern;

/** Findings of the rule book in Chinese: where, what it is, and what to do about it. */
final class RuleWords {

    private static final List<String> FORMS = List.of("text", "number", "decimal", "flag", "list", "object");
    private static final Pattern STAGE = Pattern.compile("stages\\[(\\d{1,6})].*");

    private final ResourceBundle words = ResourceBundle.getBundle("conclave.appliance.rule.findings", Locale.SIMPLIFIED_CHINESE,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    private final Optional<Mode> mode;

    RuleWords(Optional<Mode> mode) {
        this.mode = mode;
    }

    String line(Finding finding) {
        return words.getString(finding.isError() ? "error" : "warning") + " " + place(finding) + what(finding) + fix(finding);
    }

    Json json(Finding finding) {
        var facts = Json.object();
        for (var fact : finding.facts().entrySet()) facts = facts.with(fact.getKey(), fact.getValue());
        return Json.object().with("severity", finding.isError() ? "error" : "warning").with("code", finding.code()).with("at", finding.at())
                .with("facts", facts).with("zh", what(finding)).with("fix", fix(finding));
    }

    private String what(Finding finding) {
        return filled(words.getString(finding.code()), finding);
    }

    private String fix(Finding finding) {
        return filled(words.getString(finding.code() + ".fix"), finding);
    }

    private String place(Finding finding) {
        return finding.at().isEmpty() ? "" : finding.at() + stage(finding.at()) + "：";
    }

    /** People count from one, and know a stage by its name. */
    private String stage(String at) {
        var found = STAGE.matcher(at);
        if (mode.isEmpty() || !found.matches()) return "";
        var index = Integer.parseInt(found.group(1));
        return index < mode.get().stages().size() ? "（第 " + (index + 1) + " 个环节“" + mode.get().stages().get(index).name() + "”）" : "";
    }

    private String filled(String sentence, Finding finding) {
        var text = sentence;
        for (var fact : finding.facts().entrySet()) text = text.replace("{" + fact.getKey() + "}", spoken(fact.getKey(), fact.getValue()));
        return text;
    }

    private String spoken(String fact, String value) {
        if (!fact.equals("expected")) return value;
        return FORMS.contains(value) ? words.getString("form." + value) : value.replace(", ", "、");
    }
}
