package conclave.appliance;

import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.config.Finding;
import conclave.config.FindingWords;
import java.util.List;
import java.util.Locale;

/** Findings, said to people (Chinese first, then English, on stderr) or to programs. */
final class Spoken {

    private static final FindingWords CHINESE = FindingWords.in(Locale.SIMPLIFIED_CHINESE);
    private static final FindingWords ENGLISH = FindingWords.in(Locale.ENGLISH);

    private Spoken() {
    }

    /** Programs are told on stdout when it ends here; what is only worth knowing goes to stderr either way. */
    static void say(List<Finding> findings, boolean json) {
        if (json && findings.stream().anyMatch(Finding::isError)) {
            var all = new Json.Arr(findings.stream().map(Spoken::asJson).toList());
            System.out.println(CanonicalJson.text(Json.object().with("findings", all)));
        } else {
            findings.forEach(Spoken::say);
        }
    }

    private static void say(Finding finding) {
        System.err.println(ended(CHINESE.what(finding), "。") + CHINESE.fix(finding));
        System.err.println(ended(ENGLISH.what(finding), ".") + " " + ENGLISH.fix(finding));
    }

    /** A sentence that ends with somebody else's words may lack its stop. */
    private static String ended(String sentence, String stop) {
        return sentence.matches("(?s).*[。.！!？?]") ? sentence : sentence + stop;
    }

    private static Json asJson(Finding finding) {
        var facts = Json.object();
        for (var fact : finding.facts().entrySet()) facts = facts.with(fact.getKey(), fact.getValue());
        return Json.object().with("severity", finding.severity().name().toLowerCase(Locale.ROOT)).with("what", finding.what())
                .with("facts", facts).with("zh", CHINESE.what(finding)).with("en", ENGLISH.what(finding)).with("fix", ENGLISH.fix(finding));
    }
}
