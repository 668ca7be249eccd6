package conclave.config;

import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.SortedMap;

/** Says a finding in a person's language: what it is, and what to do, one line each. Chinese unless English is asked for. */
public final class FindingWords {

    private static final ResourceBundle.Control NO_GUESSING =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle words;

    private FindingWords(ResourceBundle words) {
        this.words = words;
    }

    public static FindingWords in(Locale locale) {
        var spoken = locale.getLanguage().equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
        return new FindingWords(ResourceBundle.getBundle("conclave.config.findings", spoken, NO_GUESSING));
    }

    /** One clear sentence. */
    public String what(Finding finding) {
        return said(finding.what(), finding.facts());
    }

    /** The next step. */
    public String fix(Finding finding) {
        return said(finding.fix(), finding.facts());
    }

    /** A key without words is shown as it is, with its facts: better than nothing at the moment of trouble. */
    private String said(String key, SortedMap<String, String> facts) {
        try {
            return filled(words.getString(key), facts);
        } catch (MissingResourceException unnamed) {
            return key + " " + facts;
        }
    }

    private static String filled(String sentence, Map<String, String> facts) {
        var text = sentence;
        for (var fact : facts.entrySet()) text = text.replace("{" + fact.getKey() + "}", fact.getValue());
        return text;
    }
}
