package conclave.house;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Something that does not stand in this house, and what stands there instead. */
record Ban(Pattern pattern, String instead) {

    static Ban on(String pattern, String instead) {
        return new Ban(Pattern.compile(pattern), instead);
    }

    List<String> in(Tree.Source source) {
        var findings = new ArrayList<String>();
        var matcher = pattern.matcher(source.text());
        while (matcher.find()) {
            var line = source.text().substring(0, matcher.start()).chars().filter(c -> c == '\n').count() + 1;
            findings.add(source.name() + ":" + line + "  " + matcher.group().strip().replaceAll("\\s+", " ") + "  → " + instead);
        }
        return findings;
    }

    static List<String> all(List<Ban> bans, List<Tree.Source> sources) {
        return sources.stream().flatMap(source -> bans.stream().flatMap(ban -> ban.in(source).stream())).toList();
    }
}
